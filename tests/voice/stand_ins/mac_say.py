"""Behaves as the manual of macOS's ``say`` tells: lists voices, writes WAVE files, obeys ``[[slnc …]]`` in its text."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

import tones

VOICES = """\
Alex                en_US    # Most people recognize me by my voice.
Bad News            en_US    # The light you see at the end of the tunnel is the headlamp of a fast approaching train.
Thomas              fr_FR    # Bonjour, je m'appelle Thomas.
"""


def main() -> None:
    """Speaks."""
    parser = argparse.ArgumentParser(prog="say")
    for option in ("-v", "-r", "-o", "-f", "--file-format", "--data-format"):
        parser.add_argument(option, required=False)
    asked = parser.parse_args()
    if asked.v == "?":
        print(VOICES, end="")
        return
    if asked.v not in {"Alex", "Bad News", "Thomas"}:
        sys.exit(f"Voice `{asked.v}' not found.")
    if (asked.file_format, asked.data_format) != ("WAVE", "LEI16@22050"):
        sys.exit("Opening output file failed: fmt?")
    samples = tones.spoken("", hz=22050)
    text = Path(asked.f).read_text(encoding="utf-8").strip()
    for piece in re.split(r"(\[\[slnc \d+\]\])", text):
        if command := re.fullmatch(r"\[\[slnc (\d+)\]\]", piece):
            samples.extend([0] * (22050 * int(command[1]) // 1000))
        else:
            samples.extend(tones.spoken(piece, float(asked.r), 22050))
    Path(asked.o).write_bytes(tones.wav(samples, 22050))


if __name__ == "__main__":
    main()
