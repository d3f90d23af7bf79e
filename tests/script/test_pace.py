"""How long words last, before they are spoken."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from segment.script import parse, running_order, utterances
from segment.script.back_times import with_back_times
from segment.script.pace import base_pace, line_seconds, sentence_gaps
from segment.script.proposals import proposals
from segment.script.timing import band, estimate

PACE = base_pace("en-US", 160, 0.18, 0.42)


def seconds(text: str, pace=PACE) -> float:
    """Of one line."""
    order = running_order(parse(f"HOST: {text}\n").script)
    return line_seconds(utterances(order, language="en")[0].pieces, pace)


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [
        ("The cat sat.", "The strengths sat."),
        ("It ran for 3 years.", "It ran for 1,347 years."),
        ("He came and saw.", "He came, and saw."),
        ("He came, and saw.", "He came: and saw."),
        ("He came and saw.", "He came. And saw."),
        ("He came.", "He came. [500ms]"),
    ],
)
def test_more_to_say_takes_longer(shorter: str, longer: str) -> None:
    """Consonants, figures in full, stops, sentences and silences count."""
    assert seconds(shorter) < seconds(longer)


def test_ordinary_copy_runs_at_the_rate() -> None:
    """Copy in words of usual length comes near the words a minute that the profile asks for."""
    copy = "Her restless orchestra rehearses underneath the railway station, and the neighbours complain about everything."
    assert seconds(copy) == pytest.approx(len(copy.split()) * 60 / 160, rel=0.3)


def test_a_measured_reader_has_a_narrower_band() -> None:
    """Six parts in a hundred without material, three with three minutes of it; pauses and cues are exact."""
    order = running_order(parse("HOST: One two three four five six seven.\nPAUSE: 2s\n").script)
    wide = band(order, {"host": PACE})
    narrow = band(order, {"host": replace(PACE, material_s=180.0)})
    spoken = wide.likely_s - 2
    assert wide.longest_s - wide.likely_s == pytest.approx(0.06 * spoken)
    assert narrow.longest_s - narrow.likely_s == pytest.approx(0.03 * spoken)
    assert wide.likely_s == pytest.approx(estimate(order, paces={"host": PACE}))


def test_pauses_between_sentences_are_counted() -> None:
    """A silence the script asks for is none of the reader's pauses."""
    order = running_order(parse("HOST: One. Two. [1s] Three. Four.\n").script)
    assert sentence_gaps(utterances(order, language="en")[0]) == 2


SCRIPT = """SLOT: 1:00

INTRO:
HOST: Good morning to you.

PIECE:
CRITIC: Anna Holm plays the keeper. The winter of that year was very long and nobody came across the ice. She waits.
MUSIC: outro, sneak in, under, up full, out cold
CRITIC: You will hear it for days.

TAG:
HOST: Goodbye.
"""


def test_back_times_end_at_the_out() -> None:
    """Every part and line has its time, they rise, and the last is the out; what is spoken does not change."""
    script = parse(SCRIPT).script
    text = with_back_times(SCRIPT, script, 8 * 3600 + 58 * 60 + 30, {}, language="en", after_s=7.0)
    marks = [line.rpartition(" ")[2] for line in text.splitlines() if line.startswith("; ")]
    assert marks[0] == "8:57:30"
    assert marks[-1] == "8:58:30"
    assert marks == sorted(marks)
    assert len(marks) == 8
    again = utterances(running_order(parse(text).script), language="en")
    assert again == utterances(running_order(script), language="en")


def test_cuts_are_proposed_and_safe() -> None:
    """Neither the first nor the last sentence, nor one that the next leans on or that first says a name that comes again."""
    lines = (
        "CRITIC: Anna Holm plays the keeper. The winter of that year was very long. The radio belonged to Bert Lund. "
        "One night Lund calls. A ship had gone down off the northern cape that spring, with all her cargo. She waits.\n"
        "CRITIC: You will hear it for days.\n"
    )
    order = running_order(parse(lines).script)
    found = proposals(order, {"critic-1": 20.0, "critic-2": 3.0}, 60.0)
    texts = [cut.text for cut in found]
    assert "The winter of that year was very long." in texts
    assert not any(text.startswith(("Anna", "The radio", "You will", "A ship")) for text in texts)
    assert all(cut.leaves_s == pytest.approx(60.0 - cut.seconds, abs=0.11) for cut in found)
    assert [cut.seconds for cut in found] == sorted((cut.seconds for cut in found), reverse=True)
