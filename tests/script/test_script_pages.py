"""The pages of a script for paper, a reader's copy and a prompter: what a reader sees on them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.script import parse
from segment.script.formats.exporter import Sheet
from segment.script.formats.layout import ROWS, WIDTH, Row, pages
from segment.script.formats.paper import Paper
from segment.script.formats.prompter import Prompter
from segment.script.formats.reader import ReaderCopy
from segment.script.formats.shown import word_text
from segment.sentences import sentences
from tests.contracts.test_script_forms import SCRIPT, SHEET

_SENTENCE = st.lists(st.sampled_from(["lighthouse", "a", "radio", "winter", "and", "keeper"]), min_size=2, max_size=30).map(
    lambda words: " ".join(words).capitalize() + "."
)
_LINES = st.lists(st.lists(_SENTENCE, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=20)


def text(row: Row) -> str:
    """A row's words."""
    return " ".join(map(word_text, row.words))


@settings(deadline=None, max_examples=100)
@given(_LINES)
def test_no_sentence_is_split_over_pages(lines: list[str]) -> None:
    """Every page ends where a sentence ends, no page is too long, and the pages together say every word."""
    script = parse("PIECE:\n" + "".join(f"CRITIC: {line}\n" for line in lines)).script
    made = pages(Sheet(script=script))
    whole = [sentence for line in lines for sentence in sentences(line)]
    for page in made:
        spoken = " ".join(text(row) for row in page if row.kind == "speech")
        assert len(page) <= ROWS
        assert all(len(text(row)) <= WIDTH for row in page)
        assert list(sentences(spoken)) == whole[: len(sentences(spoken))]
        whole = whole[len(sentences(spoken)) :]
    assert not whole
    numbers = [row.number for page in made for row in page]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_sentence_longer_than_a_page_is_printed_whole() -> None:
    """A sentence that no page can hold runs on, and none of its words is lost."""
    words = "so it goes on and on " * 100
    made = pages(Sheet(script=parse(f"PIECE:\nHOST: One. {words}\n").script))
    said = " ".join(text(row) for page in made for row in page if row.kind == "speech")
    assert said == f"One. {words}".strip()


def test_paper_says_who_and_how_long() -> None:
    """On paper stand the slug, the show, the date given, the running time, people's names, and the cue sheet of the PIECE."""
    made = Paper().export(SHEET).decode()
    for shown in ("NIGHT-FERRY", "Fridays", "27 November", "slot 1:30", "runs air ", "Ann Roe:", "HOST:", "— end —"):
        assert shown in made, shown
    plain = re.sub(r"<[^>]+>", "", made)
    assert "IN: “Ingrid Solheim steers, and she…”" in plain
    assert "OUT: “…vu is what it is.”" in plain
    assert re.search(r"DUR: :\d\d", plain)
    assert "(beat)" in plain
    assert "(SOHL-hime)" in plain
    assert "bridge" not in plain


def test_a_speaker_is_named_again_on_a_new_page() -> None:
    """Where a line goes on on the next page, its first row there says who speaks."""
    line = " ".join(["The keeper answers and the radio is quiet all the winter long."] * 60)
    made = pages(Sheet(script=parse(f"PIECE:\nCRITIC: {line}\n").script, people={"critic": "Ann Roe"}))
    assert len(made) > 1
    assert made[1][0].label == "Ann Roe (cont.)"


def test_a_readers_copy_has_his_lines_and_times() -> None:
    """His lines are his own with their time at his rate, and the others are there in grey; twice the rate is half the time."""
    made = ReaderCopy().export(SHEET).decode()
    assert made.count('class="line own"') == 2
    assert made.count('class="line other"') == 2
    assert "For Ann Roe:" in made
    slow, fast = (Sheet(script=parse("HOST: " + "one " * 160 + "\n").script, rates={"host": wpm}) for wpm in (160.0, 320.0))
    assert "1:00 to read at 160 words a minute" in ReaderCopy().export(slow).decode()
    assert ":30 to read at 320 words a minute" in ReaderCopy().export(fast).decode()


def test_a_prompter_carries_the_seconds() -> None:
    """Each block of a prompter has its seconds, all of them together the running time, and the glass may be mirrored."""
    made = Prompter().export(Sheet(script=parse(SCRIPT).script, mirror=True)).decode()
    assert 'id="glass" class=mirror' in made
    seconds = [float(found) for found in re.findall(r'data-s="([\d.]+)"', made)]
    shown = re.search(r'id="left">(\d*):(\d\d)<', made)
    assert shown
    assert round(sum(seconds)) == pytest.approx(int(shown[1] or 0) * 60 + int(shown[2]), abs=1)
