"""What leaving a recorded sentence out would save."""

from __future__ import annotations

import numpy as np

from segment.model.sound import Sound, Spoken, Word
from segment.project.recorded_sentences import recorded_sentences
from segment.script import parse, running_order
from segment.script.proposals import proposals

RATE = 1000
SCRIPT = """PIECE:
CRITIC: The film begins in a field. It rains there for an hour. Nobody minds the rain at all. Then it is over.
CRITIC: The end is a surprise.
"""


def line(key: str, spans: list[tuple[str, float, float]], rest_s: float | None = None) -> Spoken:
    """Sentences with their times; words share them."""
    words: list[Word] = []
    for text, start, end in spans:
        said = text.split()
        step = (end - start) / len(said)
        words += [
            Word(text=word, start=round((start + n * step) * RATE), end=round((start + (n + 1) * step) * RATE))
            for n, word in enumerate(said)
        ]
    sound = Sound(samples=np.zeros((round(spans[-1][2] * RATE) + 100, 1), np.float32), rate=RATE, fingerprint=key)
    return Spoken(id=key, role="critic", voice="take", sound=sound, words=tuple(words), synthetic=False, rest_s=rest_s)


FIRST = line(
    "critic-1",
    [
        ("The film begins in a field.", 0.3, 2.0),
        ("It rains there for an hour.", 2.4, 5.0),
        ("Nobody minds the rain at all.", 5.5, 7.0),
        ("Then it is over.", 7.02, 8.0),
    ],
)


def test_a_recorded_sentence_saves_what_it_takes_with_its_pause() -> None:
    """Up to where the next begins; one that runs on into its neighbour has no join that holds."""
    order = running_order(parse(SCRIPT).script)
    saved = recorded_sentences(order, [FIRST])["critic-1"]
    assert saved == {"The film begins in a field.": 2.1, "It rains there for an hour.": 3.1}


def test_cuts_of_a_recording_are_the_safe_ones_with_their_own_times() -> None:
    """Neither the first sentence nor one without a join is proposed, and the new length is told."""
    order = running_order(parse(SCRIPT).script)
    found = proposals(order, {}, 20.0, recorded_sentences(order, [FIRST]))
    assert [(cut.text, cut.seconds, cut.leaves_s) for cut in found] == [("It rains there for an hour.", 3.1, 16.9)]


def test_what_was_not_found_saves_nothing() -> None:
    """A sentence whose words are not in the line is passed over, and those behind it keep their times."""
    order = running_order(parse(SCRIPT).script)
    short = line("critic-1", [("The film begins in a field.", 0.3, 2.0), ("Nobody minds the rain at all.", 2.4, 4.0)], rest_s=0.5)
    assert recorded_sentences(order, [short])["critic-1"] == {
        "The film begins in a field.": 2.1,
        "Nobody minds the rain at all.": 2.1,
    }
