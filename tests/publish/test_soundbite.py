"""The stretch that stands for the whole."""

from __future__ import annotations

from msgspec.structs import replace

from segment.publish.soundbite import soundbite


def test_it_is_whole_sentences_of_the_piece(timeline, line):
    """It begins with a line of the PIECE, ends with a sentence of it, and lasts 15 to 120 s."""
    critic = line(" ".join(["This sentence goes on for a while, as sentences of critics do."] * 20), start_s=10.0)
    ends = {round(word.end / 22_050, 3) for word in critic.words if word.text.endswith(".")}
    intro = replace(line("Hello. " * 90, role="host"), part="INTRO")
    bite = soundbite(timeline(lines=(intro, critic)))
    assert bite is not None
    assert bite.start_s == 10.0
    assert round(bite.start_s + bite.duration_s, 3) in ends
    assert abs(bite.duration_s - 45) < 5


def test_estimated_times_make_none(timeline, line):
    """Where word times are not known, nothing is cut by them."""
    assert soundbite(timeline(lines=(replace(line("Word. " * 200), timed=False),))) is None
