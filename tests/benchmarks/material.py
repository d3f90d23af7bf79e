"""What the benchmark speaks: a page of a wanted length, made of the example review's own sentences."""

from __future__ import annotations

import re
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "salt-in-the-piano" / "review.page.txt"


def page_of(words: int) -> str:
    """The example review, cut or continued with its own paragraphs to about ``words`` words of text."""
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    paragraphs = [line for line in lines if len(line.split()) > 30]
    have = sum(len(line.split()) for line in paragraphs)
    last = max(number for number, line in enumerate(lines) if len(line.split()) > 30)
    extra: list[str] = []
    for paragraph in paragraphs:
        if have >= words:
            break
        extra += ["", paragraph]
        have += len(paragraph.split())
    return "\n".join([*lines[: last + 1], *extra, *lines[last + 1 :]]) + "\n"


def spoken_text(captions: Path) -> str:
    """The words of a WebVTT file, for programs that take plain text."""
    text = captions.read_text(encoding="utf-8")
    cues = re.findall(r"-->.*\n((?:.+\n?)+)", text)
    return re.sub(r"<[^>]+>", "", " ".join(" ".join(cue.split()) for cue in cues)) + "\n"
