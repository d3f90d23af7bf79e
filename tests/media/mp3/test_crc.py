"""The checksum of LAME tags."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from segment.media.mp3.crc import crc16


def bit_by_bit(data: bytes) -> int:
    """The definition, one bit at a time."""
    register = 0
    for byte in data:
        register ^= byte
        for _ in range(8):
            register = register >> 1 ^ (0xA001 if register & 1 else 0)
    return register


def test_the_published_check_value() -> None:
    """The catalogue's check value of CRC-16/ARC over the nine digits is 0xBB3D."""
    assert crc16(b"123456789") == 0xBB3D


@settings(deadline=None, max_examples=60)
@given(data=st.binary(min_size=2, max_size=3000))
def test_many_lanes_say_what_one_bit_at_a_time_says(data: bytes) -> None:
    """The fast way agrees with the definition at every length."""
    assert crc16(data) == bit_by_bit(data)


@settings(deadline=None, max_examples=40)
@given(first=st.binary(min_size=2, max_size=600), second=st.binary(min_size=2, max_size=600))
def test_it_goes_on_where_it_stopped(first: bytes, second: bytes) -> None:
    """Two parts, one after the other, give the sum of the whole."""
    assert crc16(second, crc16(first)) == crc16(first + second)
