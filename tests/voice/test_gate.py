"""The check every synthetic line passes: planted faults are found, good lines are not accused."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from msgspec.structs import replace

from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.engines.recipe import Said
from segment.voice.espeak.worker import EspeakWorker
from segment.voice.gate import KIN, Heard, check, unlike
from segment.voice.known import KnownVoice
from tests.voice.faults import FAULTS, sound_of
from tests.voice.review_lines import FRENCH, review_lines

Profiles = Callable[[str], VoiceProfile]
Words = Callable[..., tuple[SayWord, ...]]

VOICES = ("host", "critic", "host-gb", "critic-gb", "host-ca", "critic-ca", "host-fr", "critic-fr")
LONG_ENOUGH_S = 1.3
"""Noise is told from speech by half a second of it; the faults put it in two fifths of a sentence."""
SHORT_PASSES = {"white noise", "pink noise", "hum", "tone"}


class Remembered:
    """What a profile's sentences are held against, asked once for each text: see :class:`segment.voice.gate.Reference`."""

    def __init__(self, profile: VoiceProfile) -> None:
        self._known = KnownVoice()
        like = self._known.like(profile)
        self.limits = like.limits
        self._say = like.say
        self._said: dict[tuple[SayWord, ...], Said] = {}

    def __call__(self, words: tuple[SayWord, ...]) -> Said:
        """The words, as they were said before."""
        if words not in self._said:
            self._said[words] = self._say(words)
        return self._said[words]

    def close(self) -> None:
        """Ends its process."""
        self._known.close()


References = Callable[[VoiceProfile], Remembered]


@pytest.fixture(scope="module")
def references() -> Iterator[References]:
    """What each profile is held against."""
    known: dict[str, Remembered] = {}

    def reference(profile: VoiceProfile) -> Remembered:
        key = repr(profile)
        if key not in known:
            known[key] = Remembered(profile)
        return known[key]

    yield reference
    for each in known.values():
        each.close()


def verdict(said: Said, words: tuple[SayWord, ...], profile: VoiceProfile, reference: Remembered) -> str:
    """What is wrong with it in the end, as for a line of a script; empty when it is good."""
    heard = check(said, words, profile, reference.limits)
    if isinstance(heard, str):
        return heard
    if not heard.doubt and said.marks is not None and not reference.limits.every:
        return ""
    found = unlike(said, heard, reference(words), reference.limits)
    return found.wrong or found.odd


def texts(name: str, copy: list[str]) -> list[str]:
    """Twelve sentences in the profile's language, of three to sixteen words."""
    if name.endswith("-fr"):
        return [text for text in FRENCH.splitlines() if len(text.split()) >= 5][:12]
    return copy[2:14]


@pytest.mark.parametrize(
    "name", [name if name in {"critic", "host-fr"} else pytest.param(name, marks=pytest.mark.slow) for name in VOICES]
)
def test_planted_faults_are_found(
    name: str,
    copy: list[str],
    worker: EspeakWorker,
    words: Words,
    profile: Profiles,
    references: References,
) -> None:
    """Each kind of damage is found in each of twelve lines, with word times and without, and none in the same lines unharmed."""
    voice = profile(name)
    lines = texts(name, copy)
    good = [worker.say(words(text), voice) for text in lines]
    missed = []
    for text, said in zip(lines, good, strict=True):
        other = min((one for one in good if one is not said), key=lambda one: abs(one.samples.size - said.samples.size))
        for marks in (said.marks, None):
            assert verdict(replace(said, marks=marks), words(text), voice, references(voice)) == "", text
        for kind, fault in FAULTS.items():
            start, end = sound_of(said)
            if kind in SHORT_PASSES and end - start < LONG_ENOUGH_S * said.rate:
                continue
            spoilt = fault(said, other)
            missed += [
                (kind, "no marks" if bad.marks is None else "marks", text)
                for bad in (spoilt, replace(spoilt, marks=None))
                if not verdict(bad, words(text), voice, references(voice))
            ]
    assert missed == []


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("cut off", "it breaks off"),
        ("cut off softly", "missing"),
        ("cut off between words", "missing"),
        ("doubled", "it lasts"),
        ("tail repeated", "more than its words"),
        ("silent", "it is silent"),
        ("silent inside", "it is silent for"),
        ("clipped", "it is clipped"),
        ("white noise", "noise"),
        ("pink noise", "noise"),
        ("hum", "noise"),
        ("tone", "noise"),
        ("swapped", "does not sound like its words"),
        ("swapped sound", "does not sound like its words"),
    ],
)
def test_a_fault_is_called_by_its_name(
    kind: str, reason: str, worker: EspeakWorker, words: Words, profile: Profiles, references: References
) -> None:
    """The reason given is the damage that was done, and not something that came along with it."""
    voice = profile("critic")
    text = words("In the hands of anyone else the ending would have been a long and solemn sermon.")
    other = words("The camera stays quite low as a small child would see it and it always stays patient.")
    spoilt = FAULTS[kind](worker.say(text, voice), worker.say(other, voice))
    for bad in (replace(spoilt, marks=None), *([spoilt] if len(spoilt.marks or ()) <= len(text) else [])):
        found = verdict(bad, text, voice, references(voice))
        assert reason in found or "times for words" in found, found


@pytest.mark.parametrize("name", ["host", "critic", "host-gb", "critic-gb"])
def test_good_lines_pass(name: str, copy: list[str], worker: EspeakWorker, words: Words, profile: Profiles) -> None:
    """No line of a good voice is accused, slow or fast."""
    accused = {}
    for index, text in enumerate(copy):
        voice = replace(profile(name), rate=(120.0, 160.0, 200.0)[index % 3])
        heard = check(worker.say(words(text), voice), words(text), voice, KIN)
        if isinstance(heard, str):
            accused[text] = heard
    assert accused == {}


@pytest.mark.slow
def test_five_hundred_good_lines_pass(worker: EspeakWorker, words: Words, profile: Profiles, references: References) -> None:
    """Of 672 good lines in eight voices none is accused in the end, and few are doubted."""
    accused = []
    doubted = 0
    for number, name in enumerate(VOICES):
        voice = profile(name)
        for text in review_lines("fr" if name.endswith("-fr") else "en", 84, seed=100 + number):
            said = worker.say(words(text), voice)
            heard = check(said, words(text), voice, KIN)
            doubted += isinstance(heard, Heard) and heard.doubt != ""
            if found := verdict(said, words(text), voice, references(voice)):
                accused.append((name, text, found))
    assert accused == []
    # A third of each voice's lines here are those written by hand, half of them shorter than a second and so looked at closely.
    assert doubted <= 0.1 * 672


@pytest.mark.slow
def test_a_person_passes(samples: Path, words: Words, profile: Profiles, references: References) -> None:
    """Sixteen sentences read by a person are good without word times, and each is found wrong for another's words."""
    voice = VoiceProfile(engine="command", language="en-US", rate=160.0)
    folder = samples / "speech" / "ljspeech"
    with (folder / "transcripts.tsv").open(encoding="utf-8") as table:
        rows = [(row[0], words(row[-1])) for row in csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE)]
    read = []
    for name, text in rows:
        sound, rate = soundfile.read(folder / f"{name}.wav", dtype="float32")
        read.append((Said(samples=sound, rate=rate, marks=None), text))
    assert [verdict(said, text, voice, references(voice)) for said, text in read] == [""] * len(read)
    for said, text in read:
        others = (one for one in read if one[0] is not said)
        _, wrong = min(others, key=lambda one: abs(one[0].samples.size - said.samples.size))
        assert verdict(said, wrong, voice, references(voice)) != "", text[:3]


def test_missing_word_times_are_found(worker: EspeakWorker, words: Words, profile: Profiles) -> None:
    """A line in which most words have no time is refused, with the count."""
    text = words("She barely moves and then she laughs.")
    said = worker.say(text, profile("critic"))
    assert said.marks is not None
    assert check(replace(said, marks=said.marks[:2]), text, profile("critic"), KIN) == "only 2 of its 7 words have a time"


def test_times_of_words_that_are_not_there_are_found(worker: EspeakWorker, words: Words, profile: Profiles) -> None:
    """Marks of a longer line than this one are another line's."""
    text = words("She barely moves and then she laughs.")
    said = worker.say(text, profile("critic"))
    assert said.marks is not None
    assert check(replace(said, marks=(*said.marks, (9, said.marks[-1][1]))), text, profile("critic"), KIN) == (
        "it has times for words that are not in it"
    )


def test_words_of_other_scripts_are_not_judged_by_their_letters(worker: EspeakWorker, words: Words, profile: Profiles) -> None:
    """Where the letters tell nothing about the sound, a good line is neither accused nor doubted for them."""
    voice = replace(profile("critic"), voice="el", language="el")
    text = words("Η ταινία είναι μικρή αλλά όχι ασήμαντη.")
    heard = check(worker.say(text, voice), text, voice, KIN)
    assert isinstance(heard, Heard)
    assert heard.doubt == ""


def test_the_check_of_a_sentence_is_cheap(copy: list[str], worker: EspeakWorker, words: Words, profile: Profiles) -> None:
    """A sentence of five seconds is checked in a few milliseconds, also on a busy machine."""
    from time import process_time

    voice = profile("critic")
    spoken = [(worker.say(words(text), voice), words(text)) for text in copy]
    seconds = sum(said.samples.size / said.rate for said, _ in spoken)
    best = np.inf
    for _ in range(5):
        began = process_time()
        for said, text in spoken:
            check(said, text, voice, KIN)
        best = min(best, process_time() - began)
    assert best / seconds * 5 < 0.006
