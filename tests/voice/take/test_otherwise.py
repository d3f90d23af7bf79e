"""What was said otherwise than the script has it."""

from __future__ import annotations

import pytest

from segment.model.take import Edit, Otherwise, Part
from segment.voice.take.ear import Caught
from segment.voice.take.editing import differing, edited
from segment.voice.take.otherwise import Said, otherwise
from segment.voice.take.telling import notes
from tests.voice.take.conftest import TEXTS
from tests.voice.take.readers import RATE, lines
from tests.voice.take.recordings import Recording

SOUNDS = {
    "the": ("DH AH",),
    "music": ("M Y UW Z IH K",),
    "is": ("IH Z",),
    "mostly": ("M OW S T L IY",),
    "wind": ("W IH N D",),
    "really": ("R IH L IY",),
    "rain": ("R EY N",),
    "musing": ("M Y UW Z IH NG",),
}
SCRIPT = "the music is mostly wind".split()


def caught(words: list[str], fits: float = -3.0, worse: dict[str, float] | None = None) -> list[Caught]:
    """Words of half a second each, in a row, and how well each fits."""
    return [
        Caught(text=word, start_s=n / 2, end_s=(n + 1) / 2, confidence=(worse or {}).get(word, fits))
        for n, word in enumerate(words)
    ]


def differences(heard: str, worse: dict[str, float] | None = None, doubtful: str = "") -> list[tuple[str, str, str]]:
    """Kind, words of the script and what was heard; ``worse``: how badly words of the script fit."""
    script = [
        Said(word=n, text=word.text, caught=word, doubtful=word.text == doubtful)
        for n, word in enumerate(caught(SCRIPT, -3, worse))
    ]
    found = otherwise(script, caught(heard.split()), SOUNDS)
    return [(one.kind, " ".join(SCRIPT[one.first : one.stop]), one.heard) for one in found]


def test_the_same_words_are_no_difference() -> None:
    """Nor is a word that sounds much the same, however well it fits."""
    assert differences("the music is mostly wind") == []
    assert differences("the musing is mostly wind", {"music": -9.0}) == []


def test_another_word_is_told_where_it_fits_better() -> None:
    """A misheard word is not: there the script's own fits as well."""
    assert differences("the music is mostly rain", {"wind": -6.0}) == [("changed", "wind", "rain")]
    assert differences("the music is mostly rain", {"wind": -1.0}) == []
    assert differences("the music is mostly rain", {"wind": -2.0}) == []
    assert differences("the music is mostly rain", {"wind": -2.0}, doubtful="wind") == [("changed", "wind", "rain")]


def test_words_left_out_and_put_in_are_told() -> None:
    """With what was heard, in the words before which it stands."""
    assert differences("the music is wind", {"mostly": -8.0}) == [("skipped", "mostly", "")]
    assert ("added", "", "really") in differences("the music is really mostly wind")


ALTERED = {
    "funniest thing": "most amusing picture",
    "to fill a room": "to fill a large and empty room",
    "somebody has left": "has left",
}


@pytest.fixture(scope="module")
def altered(straight: Recording, listener: str) -> Edit:
    """The recording held against a script that says other things in three places."""
    texts = list(TEXTS)
    for was, now in ALTERED.items():
        texts = [text.replace(was, now) for text in texts]
    script = lines(texts)
    return differing(edited(script, straight.samples, RATE, by=listener), script, straight.samples, RATE)


def _told(edit: Edit) -> list[tuple[int, Otherwise]]:
    return [(n, one) for n, c in enumerate(edit.choices) if c.reading for one in c.reading.otherwise if one.confidence >= 0.6]


def test_an_altered_script_is_told_sentence_by_sentence(altered: Edit, listener: str) -> None:
    """Words that were not said are told with their sentence, place and how sure that is, and none of the rest."""
    told = _told(altered)
    if listener == "voice":  # it tells what is not there, not what is there instead
        told = [(n, one) for n, one in told if one.kind == "skipped"]
    assert {n for n, _ in told} <= {1, 3, 4}
    assert 1 in {n for n, _ in told}
    if listener == "pocketsphinx":
        assert {n for n, _ in told} == {1, 3, 4}
        assert "funniest" in next(one.heard for n, one in told if n == 3)
        assert "somebody" in next(one.heard for n, one in told if n == 4)
    part = Part(name="friday.wav", fingerprint="x", start_s=0.0, seconds=altered.seconds)
    note = next(one for one in notes(altered, (part,)) if one.code == "TK017")
    assert "large and empty" in note.message
    assert "%" in note.message
    assert note.hint.startswith("Play :")


def test_a_faithful_reading_has_no_differences(straight: Recording, listener: str) -> None:
    """Nothing is told of a recording that says what the script says."""
    script = lines(TEXTS)
    edit = differing(edited(script, straight.samples, RATE, by=listener), script, straight.samples, RATE)
    assert _told(edit) == []
