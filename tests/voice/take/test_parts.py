"""The small pieces: phones, the language model, places, room tone."""

from __future__ import annotations

import re

import numpy as np
import pytest

from segment.model.take import Piece, Reading
from segment.model.utterance import SayWord
from segment.voice.take.arpabet import arpabet
from segment.voice.take.choosing import chosen
from segment.voice.take.language_model import arpa
from segment.voice.take.placing import placed
from segment.voice.take.stretches import levels_db, stretches
from segment.voice.take.tokens import said
from segment.voice.take.tone import of_length, room_tone

SCRIPT = "the music is by the wind and the light comes in sideways".split()
STARTS = (0, 6)


@pytest.mark.parametrize(
    ("ipa", "phones"),
    [("kˈoʊɾiːˌɑː", "K OW D IY AA"), ("kotijˈaʁ", "K OW T IY Y AE R"), ("tʃˈɜːtʃ", "CH ER CH"), ("ˈ ", "")],
)
def test_ipa_becomes_phones_of_the_model(ipa: str, phones: str) -> None:
    """English sounds are themselves, others the nearest, and stress is nothing."""
    assert arpabet(ipa) == phones


def test_a_pronouncer_stands_for_one_word() -> None:
    """Figures are said in several words, what has a pronouncer is one, and a dash none."""
    assert said(SayWord(display="1990", say="nineteen ninety")) == ("nineteen", "ninety")
    assert said(SayWord(display="Saint-Exupéry", say="Saint-Exupéry", respelling="san-teg-zoo-pay-REE")) == ("saint_exupéry",)
    assert said(SayWord(display="—", say="")) == ()


def test_the_model_sums_to_one() -> None:
    """What may follow any one word comes to 1 with what is left to the order below."""
    text = arpa([SCRIPT[:6], SCRIPT[6:]])
    single = {w: 10 ** float(p) for p, w, _ in re.findall(r"^(-?[\d.]+) (\S+) (-?[\d.]+)$", text, re.MULTILINE)}
    back = {w: 10 ** float(b) for _, w, b in re.findall(r"^(-?[\d.]+) (\S+) (-?[\d.]+)$", text, re.MULTILINE)}
    part = text.partition("\\2-grams:")[2].partition("\\3-grams:")[0]
    double = {(a, b): 10 ** float(p) for p, a, b in re.findall(r"^(-?[\d.]+) (\S+) (\S+) -?[\d.]+$", part, re.MULTILINE)}
    for word in ("the", "music", "sorry"):
        total = sum(double.get((word, other), back[word] * single[other]) for other in single)
        assert total == pytest.approx(1.0, abs=0.01)


def places(heard: str, pauses: dict[int, float] | None = None) -> tuple[int, ...]:
    """Where the words of a reading are, with pauses before some of them."""
    words = heard.split()
    return placed(words, [(pauses or {}).get(n, 0.0) for n in range(len(words))], SCRIPT, STARTS)


def test_a_straight_reading_stays_straight() -> None:
    """Every word in its place."""
    assert places(" ".join(SCRIPT)) == tuple(range(len(SCRIPT)))


def test_a_reader_who_begins_again_is_followed_back() -> None:
    """After a broken-off start the second time is in the same places; what was said between is nowhere."""
    assert places("the music is sorry the music is by the wind", {3: 0.5, 4: 0.5}) == (0, 1, 2, -1, 0, 1, 2, 3, 4, 5)


def test_a_restarted_phrase_is_followed_back() -> None:
    """A few words back inside a sentence."""
    assert places("and the light comes the light comes in sideways", {4: 0.3}) == (6, 7, 8, 9, 7, 8, 9, 10, 11)


def test_words_left_out_are_left_out() -> None:
    """The words that follow are still in their places."""
    assert places("the music by the wind") == (0, 1, 3, 4, 5)


def test_nothing_heard_is_nothing_placed() -> None:
    """Neither silence nor an empty script is an error."""
    assert placed([], [], SCRIPT, STARTS) == ()
    assert placed(["the"], [0.0], [], ()) == (-1,)


def test_the_room_lasts_as_long_as_one_wants() -> None:
    """Tone of any length has the level of the room and no seam."""
    rng = np.random.default_rng(3)
    room = (0.001 * rng.normal(size=32000)).astype(np.float32)
    room[:16000] += (0.2 * np.sin(np.arange(16000) * 0.1) * (np.arange(16000) % 4000 < 3000)).astype(np.float32)
    tone = room_tone(room, 16000)
    long = of_length(tone, 80000, 16000)
    assert long.size == 80000
    assert np.sqrt((long**2).mean()) == pytest.approx(0.001, rel=0.1)
    assert np.abs(long).max() < 0.008
    assert of_length(np.zeros(0, np.float32), 10, 16000).size == 10


@pytest.mark.parametrize("rate", [11025, 16000, 22050, 44100])
def test_levels_keep_time_at_any_rate(rate: int) -> None:
    """A word late in a long recording is where it is, also at a rate that hops of 10 ms do not divide."""
    room = (1e-4 * np.random.default_rng(3).normal(size=120 * rate)).astype(np.float32)
    room[118 * rate : 119 * rate] += (0.1 * np.sin(np.arange(rate))).astype(np.float32)
    loud = np.flatnonzero(levels_db(room, rate) > -40)
    assert (loud[0], loud[-1]) == (pytest.approx(11800, abs=2), pytest.approx(11899, abs=2))
    ((start, end),) = stretches(room, rate)
    assert (start / rate, end / rate) == (pytest.approx(117.88, abs=0.03), pytest.approx(119.12, abs=0.03))


def chosen_of(*confidences: float, in_place: tuple[bool, ...] = (), usual: float = 0.0) -> int:
    """Which of complete readings is heard."""
    piece = Piece(first=0, stop=1, start_s=0.0, end_s=1.0)
    return chosen([Reading(pieces=(piece,), words=(None,), confidence=c, complete=True) for c in confidences], in_place, usual)


def test_the_last_good_reading_is_the_one() -> None:
    """A later reading counts where it is about as sure; away from its neighbours also only where it is as sure as others are."""
    assert chosen_of(0.6, 0.55) == 1
    assert chosen_of(0.6, 0.4) == 0
    assert chosen_of(0.6, 0.6, in_place=(True, False), usual=0.6) == 1
    assert chosen_of(0.4, 0.42, in_place=(True, False), usual=0.6) == 0
    assert chosen_of(0.3, in_place=(False,), usual=0.6) == 0
