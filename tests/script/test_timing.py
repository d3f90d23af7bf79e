"""How long a script runs, and how that is held against its slot."""

from __future__ import annotations

import pytest

from segment.script import clock_note, estimate, over_or_under, parse, running_order, slot_clock

SIXTEEN = "one two three four five six seven eight nine ten ant bee cat dog elk fox"
"""Six seconds at 160 words a minute."""


def order(text: str, deliverable: str | None = None):
    """The running order of a text."""
    return running_order(parse(text).script, deliverable=deliverable)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (f"HOST: {SIXTEEN}\n", 6.0),
        (f"HOST: {SIXTEEN} [500ms]\n", 6.5),
        (f"HOST: {SIXTEEN}\nPAUSE: 2s\n", 8.0),
        ("MUSIC: intro, establish 5s, under\n", 5.0),
        ("MUSIC: intro, establish\n", 4.0),
        ("CLIP: a.wav, in 0:10, out 0:21.5\n", 11.5),
        ("CLIP: a.wav\nSTING: swish\nCHAPTER: One two three\n; four five\n", 0.0),
        ("HOST: 1984\n", 1.125),
        ("HOST: Piaf (pee-AHF)\n", 0.375),
    ],
)
def test_the_estimate(text: str, seconds: float) -> None:
    """Spoken words count at the rate, figures as the words they are said with; breaks, pauses and clips as they are."""
    assert estimate(order(text)) == pytest.approx(seconds)


def test_a_faster_reader_takes_less() -> None:
    """The rate is words a minute."""
    assert estimate(order(f"HOST: {SIXTEEN}\n"), 320) == pytest.approx(3.0)


@pytest.mark.parametrize(
    ("runs", "slot", "says"),
    [(6.4, 6.0, "on time"), (6.0, 10.0, ":04 under"), (6.0, 180.0, "2:54 under"), (70.0, 7.0, "1:03 over")],
)
def test_a_length_is_held_against_its_slot(runs: float, slot: float, says: str) -> None:
    """The difference is told in whole seconds, as radio people write them."""
    assert over_or_under(runs, slot) == says


def test_no_slot_no_note() -> None:
    """Without SLOT there is nothing to compare."""
    assert slot_clock(order(f"HOST: {SIXTEEN}\n")) is None


def test_the_clock_with_a_live_host() -> None:
    """The slot is the host's live seconds, the cart and the live tag, and the three add up."""
    tag = "one two three four five six seven"
    text = f"SLOT: :30\nINTRO:\nHOST: {SIXTEEN} {SIXTEEN}\nPIECE:\nCRITIC: {SIXTEEN}\nTAG:\nHOST: {tag}\n"
    clock = slot_clock(order(text, "air"))
    assert clock is not None
    assert clock.text == ":30 = live :12 + cart :15 + live tag :03"
    assert clock.live_s + clock.cart_s + clock.tag_s == clock.slot_s
    assert clock_note(clock).message == "SLOT :30 = live :12 + cart :15 + live tag :03; the piece runs about :06 (:09 under)."


def test_the_clock_without_a_tag() -> None:
    """A part the host does not have is left out."""
    clock = slot_clock(order(f"SLOT: 1:00\nPIECE:\nCRITIC: {SIXTEEN}\n", "air"))
    assert clock is not None
    assert clock.text == "1:00 = cart 1:00"
