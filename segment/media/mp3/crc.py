"""CRC-16 as LAME tags use it (polynomial 0x8005, reflected, start 0), over many stretches of the data at once.

The register is linear over GF(2): the CRC of A followed by B is that of A moved on by B's length, exclusive-or that of B.
Leading zero bytes change nothing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_Register = NDArray[np.uint16]

_STRETCH = 1 << 10  # bytes a lane takes


def _byte_table() -> _Register:
    table: _Register = np.arange(256, dtype=np.uint16)
    for _ in range(8):
        table = np.bitwise_xor(table >> 1, (table & 1) * np.uint16(0xA001), dtype=np.uint16)
    return table


_TABLE = _byte_table()


def crc16(data: bytes, before: int = 0) -> int:
    """The CRC-16 of ``data``, going on from the register ``before``."""
    data = bytes(a ^ b for a, b in zip(data[:2], before.to_bytes(2, "little"), strict=False)) + data[2:]
    lanes = 1
    while lanes * _STRETCH < len(data):
        lanes *= 2
    padded = np.zeros(lanes * _STRETCH, dtype=np.uint8)
    padded[padded.size - len(data) :] = np.frombuffer(data, dtype=np.uint8)
    register = np.zeros(lanes, dtype=np.uint16)
    for column in np.ascontiguousarray(padded.reshape(lanes, _STRETCH).T):
        register = _TABLE[(register ^ column) & 0xFF] ^ (register >> 8)
    images = _moved_on(_STRETCH)
    while register.size > 1:
        register = _apply(images, register[0::2]) ^ register[1::2]
        images = _apply(images, images)
    return int(register[0])


def _moved_on(count: int) -> _Register:
    """What each single bit of the register becomes after ``count`` zero bytes: a linear map as its sixteen images."""
    images = np.left_shift(np.uint16(1), np.arange(16, dtype=np.uint16))
    for _ in range(count):
        images = _TABLE[images & 0xFF] ^ (images >> 8)
    return images


def _apply(images: _Register, register: _Register) -> _Register:
    out = np.zeros_like(register)
    for bit in range(16):
        out ^= (register >> bit & 1) * images[bit]
    return out
