"""Word times for a voice that gives none."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from msgspec.structs import replace

from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.aligning import aligned
from segment.voice.comparing import likeness
from segment.voice.engines.recipe import Said
from segment.voice.espeak.worker import EspeakWorker
from segment.voice.known import KnownVoice

Profiles = Callable[[str], VoiceProfile]
Words = Callable[..., tuple[SayWord, ...]]


PLAIN = VoiceProfile(engine="command", language="en-US")
"""Another engine's voice, which is held against the plain American one."""


def errors_ms(said: Said, marks: tuple[tuple[int, int], ...]) -> list[float]:
    """How far off each mark is."""
    truth = dict(said.marks or ())
    return [abs(frame - truth[index]) * 1000 / said.rate for index, frame in marks if index in truth]


@pytest.mark.parametrize(("name", "rate"), [("critic", 120.0), ("host", 200.0), ("critic-gb", 190.0), ("host-gb", 160.0)])
def test_other_embedded_voices_are_aligned(
    name: str, rate: float, copy: list[str], worker: EspeakWorker, words: Words, profile: Profiles
) -> None:
    """Against the plain American voice at 160 words a minute, other voices at other rates are 20 ms off in the mean at most."""
    voice = replace(profile(name), rate=rate)
    off: list[float] = []
    with KnownVoice() as known:
        reference = known.like(PLAIN)
        for text in copy:
            said = worker.say(words(text), voice)
            off += errors_ms(said, aligned(said.samples, said.rate, words(text), reference.say(words(text))))
    assert np.mean(off) <= 20
    assert np.percentile(off, 95) <= 70


def test_marks_are_in_order_and_inside(copy: list[str], worker: EspeakWorker, words: Words, profile: Profiles) -> None:
    """Also for quite other words, the marks ascend and lie inside the sound."""
    said = worker.say(words(copy[0]), profile("host"))
    other = worker.say(words(copy[4]), profile("critic"))
    marks = aligned(said.samples, said.rate, words(copy[4]), other)
    assert [index for index, _ in marks] == sorted({index for index, _ in marks})
    frames = [frame for _, frame in marks]
    assert frames == sorted(frames)
    assert 0 <= frames[0] <= frames[-1] < said.samples.size


def test_silence_has_no_words(worker: EspeakWorker, words: Words, profile: Profiles) -> None:
    """In a silent sound nothing is found, and it is like nothing."""
    text = words("She barely moves.")
    known = worker.say(text, profile("critic"))
    nothing = np.zeros(22050, np.float32)
    assert aligned(nothing, 22050, text, known) == ()
    assert likeness(nothing, 22050, known) == 0.0


def test_the_same_words_are_liker_than_others(copy: list[str], worker: EspeakWorker, words: Words, profile: Profiles) -> None:
    """In another voice and at another rate each line is more like itself than like the line nearest in length."""
    said = [worker.say(words(text), profile("critic")) for text in copy]
    known = [worker.say(words(text), replace(profile("host-gb"), rate=150.0)) for text in copy]
    for index, one in enumerate(said):
        others = (n for n in range(len(copy)) if n != index)
        near = min(others, key=lambda n: abs(known[n].samples.size - known[index].samples.size))
        itself, other = (likeness(one.samples, one.rate, known[n]) for n in (index, near))
        assert itself > other + (0.1 if one.samples.size > one.rate else 0.0), copy[index]


@pytest.mark.tools
def test_festivals_words_are_found(copy: list[str], tool: Any, tmp_path: Path, words: Words, profile: Profiles) -> None:
    """The words of a quite different engine are found 40 ms off in the mean, 140 ms at the 95th percentile, by its own times."""
    lines = [text for text in copy if re.fullmatch(r"[A-Za-z ,.';?]+", text)]
    program = []
    for number, text in enumerate(lines):
        program += [
            f'(set! said (SynthText "{text}"))',
            f'(utt.save.wave said "{(tmp_path / f"{number}.wav").as_posix()}")',
            f'(format t "LINE {number}\\n")',
            '(mapcar (lambda (w) (format t "%s\\t%s\\t%f\\n" (item.name w) (item.feat w "R:Token.parent.name")'
            ' (item.feat w "word_start"))) (utt.relation.items said (quote Word)))',
        ]
    (tmp_path / "say.scm").write_text("\n".join(program), encoding="utf-8")
    printed = tool("festival", "-b", tmp_path / "say.scm").stdout
    off: list[float] = []
    with KnownVoice() as known:
        reference = known.like(replace(profile("critic"), engine="festival"))
        for number, block in enumerate(re.split(r"LINE \d+\n", printed)[1:]):
            rows = [line.split("\t") for line in block.splitlines() if line.count("\t") == 2]
            starts = [float(start) for name, _, start in rows if not name.startswith("'")]
            text = words(lines[number])
            if len(starts) != len(text):
                continue
            sound, rate = soundfile.read(tmp_path / f"{number}.wav", dtype="float32")
            truth = tuple((index, round(start * rate)) for index, start in enumerate(starts))
            off += errors_ms(Said(samples=sound, rate=rate, marks=truth), aligned(sound, rate, text, reference.say(text)))
    assert len(off) > 100
    assert np.mean(off) <= 40
    assert np.percentile(off, 95) <= 140
