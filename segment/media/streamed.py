"""WAV whose header was written before its length was known, as programs and servers do that write to a pipe.

They put down 0, or the largest number there is (RIFF, "data" chunk; 0xFFFFFFFF by convention); what follows is the sound.
"""

from __future__ import annotations

from pathlib import Path

from segment.media import refusal

_UNKNOWN_SIZE = 0x7FFF0000
"""From here on it is no length."""


def mend(path: Path) -> None:
    """Puts the true lengths into such a header; any other file stays as it is. Raises MediaError."""
    try:
        data = path.read_bytes()
        mended = _mended(data)
        if mended is not data:
            path.write_bytes(mended)
    except OSError as error:
        raise refusal.reading(path, error) from error


def _mended(data: bytes) -> bytes:
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        return data
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] == b"data":
            if 0 < size < _UNKNOWN_SIZE:
                return data
            rest = len(data) - at - 8
            whole = (len(data) - 8).to_bytes(4, "little")
            return data[:4] + whole + data[8 : at + 4] + rest.to_bytes(4, "little") + data[at + 8 :]
        at += 8 + size + size % 2
    return data
