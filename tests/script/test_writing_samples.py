"""Real reviews, where they are there: each becomes a script that parses, lands on its slot and says only the critic's words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from segment.model.house import House
from segment.model.script import Speech, Text
from segment.review import read
from segment.script import Written, estimate, parse, running_order

Write = Callable[..., Written]
PAGES = ["rust-and-bone.page.txt", "g02*", "g03*", "g04*", "g06*", "g19*", "g20*"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("slot", [None, 180.0, 60.0])
def test_a_real_review_becomes_a_script(written: Write, samples: Path, page: str, slot: float | None) -> None:
    """The script parses without a mistake, is never over its slot by a tenth, and adds nothing that is not marked as a bridge."""
    path = next((samples / "reviews").glob(page))
    review = read(path.read_bytes(), name=path.name)
    script = parse(written(review, House(slot_s=slot)).text).script
    assert estimate(running_order(script), 160) <= (slot or 270.0) * 1.1
    letters = _letters(" ".join(p for section in review.sections for p in section.paragraphs))
    for line in script.items:
        if isinstance(line, Speech) and line.comment != "bridge":
            for sentence in re.split(r"(?<=[.!?]) ", "".join(span.text for span in line.spans if isinstance(span, Text))):
                assert _within(_letters(sentence), letters), sentence


def _letters(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def _within(words: list[str], page: list[str]) -> bool:
    """Whether the words stand on the page in this order, near each other."""
    if not words:
        return True
    for start in (at for at, word in enumerate(page) if word == words[0]):
        window = iter(page[start : start + len(words) + 60])
        if all(word in window for word in words):
            return True
    return False
