"""CRC-16 as LAME tags use it (polynomial 0x8005, reflected, start 0), over many lanes of the data at once.

The register is linear over GF(2): the CRC of A followed by B is that of A moved on by B's length, exclusive-or that of B.
Leading zero bytes change nothing. Two bytes are taken at a time: they fill the register, so one look-up does both.
"""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

_Register = NDArray[np.uint16]

_LANE_WORDS = 128


def crc16(data: bytes | bytearray, before: int = 0) -> int:
    """The CRC-16 of ``data``, two bytes or more, going on from the register ``before``."""
    data = bytes((data[0] ^ before & 0xFF, data[1] ^ before >> 8)) + data[2:]
    lanes = 1
    while lanes * _LANE_WORDS * 2 < len(data):
        lanes *= 2
    words = np.frombuffer(data.rjust(lanes * _LANE_WORDS * 2, b"\0"), dtype="<u2").reshape(lanes, _LANE_WORDS)
    table = _after_two_bytes()
    register: _Register = np.zeros(lanes, dtype=np.uint16)
    for column in np.ascontiguousarray(words.T):
        register = table[register ^ column]
    images = _moved_on(_LANE_WORDS)
    while register.size > 1:
        register = _apply(images, register[0::2]) ^ register[1::2]
        images = _apply(images, images)
    return int(register[0])


@functools.cache
def _after_two_bytes() -> _Register:
    """What every value of the register becomes after two zero bytes."""
    table: _Register = np.arange(1 << 16, dtype=np.uint16)
    for _ in range(16):
        table = np.bitwise_xor(table >> 1, (table & 1) * np.uint16(0xA001), dtype=np.uint16)
    return table


def _moved_on(words: int) -> _Register:
    """What each single bit becomes after ``words`` times two zero bytes: a linear map as its sixteen images."""
    table = _after_two_bytes()
    images: _Register = np.left_shift(np.uint16(1), np.arange(16, dtype=np.uint16))
    for _ in range(words):
        images = table[images]
    return images


def _apply(images: _Register, register: _Register) -> _Register:
    out = np.zeros_like(register)
    for bit in range(16):
        out ^= (register >> bit & 1) * images[bit]
    return out
