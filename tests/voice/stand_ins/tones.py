"""A program that speaks by tones, one for each letter: text from a file or standard input, WAV to a file or standard output.

It needs nothing but the standard library, says the same each time, and takes as long as a reader at its rate would.
"""

from __future__ import annotations

import argparse
import array
import io
import math
import sys
import wave
from pathlib import Path

HZ = 16000
LETTERS_A_WORD = 5.6
TAIL_S = 0.15


def spoken(text: str, rate: float = 160.0, hz: int = HZ, pitch: float = 50.0) -> array.array[int]:
    """16-bit samples, silence at the end."""
    samples = array.array("h")
    letter = max(round(hz * 60.0 / rate / LETTERS_A_WORD), 8)
    for char in text:
        if not char.isalnum():
            samples.extend([0] * (letter if char == " " else letter // 4))
            continue
        step = 2 * math.pi * (150 + 17 * (ord(char) % 40) + 2 * pitch) / hz
        samples.extend(round(9000 * math.sin(step * n) * math.sin(math.pi * n / letter) ** 0.5) for n in range(letter))
    samples.extend([0] * round(TAIL_S * hz))
    return samples


def wav(samples: array.array[int], hz: int = HZ, channels: int = 1) -> bytes:
    """A WAV file."""
    if sys.byteorder == "big":
        samples = array.array("h", samples)
        samples.byteswap()
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(2)
        out.setframerate(hz)
        out.writeframes(samples.tobytes())
    return file.getvalue()


def main() -> None:
    """Speaks."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rate", type=float, default=160.0)
    parser.add_argument("--pitch", type=float, default=50.0)
    parser.add_argument("--hz", type=int, default=HZ)
    parser.add_argument("--text", default="")
    parser.add_argument("--out", default="")
    asked = parser.parse_args()
    text = (Path(asked.text).read_bytes() if asked.text else sys.stdin.buffer.read()).decode().strip()
    sound = wav(spoken(text, asked.rate, asked.hz, asked.pitch), asked.hz)
    if asked.out:
        Path(asked.out).write_bytes(sound)
    else:
        sys.stdout.buffer.write(sound)


if __name__ == "__main__":
    main()
