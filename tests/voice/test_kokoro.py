"""Kokoro, with a model and voices that these tests make."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.errors import VoiceError
from segment.media.children import python
from segment.model.utterance import SayWord, Utterance
from segment.model.voice import VoiceProfile
from segment.voice import load_profile
from segment.voice.engines.kokoro import Kokoro
from segment.voice.engines.recipe import Worker

pytest.importorskip("kokoro_onnx", reason="kokoro-onnx is not installed: pip install 'radio-segment[kokoro]'")
pytest.importorskip("onnx", reason="onnx is not installed: pip install 'radio-segment[test]'")

from tests.voice.conftest import DISLIKED, taken
from tests.voice.tiny_models import kokoro_model, kokoro_vocabulary, kokoro_voices, piper_model

Words = Callable[..., tuple[SayWord, ...]]

ENGINE = Kokoro()
SENTENCE = "The camera stays low, and it stays patient."


def hangs(module: str) -> list[str]:
    """The command of a speaking process that never answers; the reading process works as ever."""
    return [sys.executable, "-c", "import time; time.sleep(60)"] if ".neural." in module else python(module)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a model that times its sounds, one that does not, and voices."""
    folder = tmp_path_factory.mktemp("kokoro with a space")
    (folder / "tiny.onnx").write_bytes(kokoro_model(kokoro_vocabulary()))
    (folder / "untimed.onnx").write_bytes(kokoro_model(kokoro_vocabulary(), times=False))
    (folder / "voices.bin").write_bytes(kokoro_voices(af_one=1.0, bm_two=0.5, jf_three=1.0, own=0.25))
    return folder


@pytest.fixture(scope="module")
def voice(folder: Path) -> VoiceProfile:
    """A profile beside them."""
    return VoiceProfile(
        name="tiny",
        folder=str(folder),
        engine="kokoro",
        voice="af_one",
        options={"model": "tiny.onnx", "voices": "voices.bin"},
    )


@pytest.fixture(scope="module")
def kokoro() -> Iterator[Worker]:
    """One worker for all that does not end it."""
    worker = ENGINE.start()
    yield worker
    worker.close()


def level(samples: NDArray[np.float32]) -> float:
    """RMS."""
    return float(np.sqrt(np.mean(np.square(samples))))


def with_files(profile: VoiceProfile, **files: str) -> VoiceProfile:
    """The profile with other files."""
    return replace(profile, options={**profile.options, **files})


def test_marks_are_where_the_words_begin(kokoro: Worker, voice: VoiceProfile, words: Words) -> None:
    """The times come from the model's own: before each mark there is silence, after it the word."""
    said = kokoro.say(words(SENTENCE), voice)
    assert said.marks is not None
    assert said.rate == 24000
    assert [index for index, _ in said.marks] == list(range(8))
    for _, frame in said.marks:
        assert level(said.samples[max(frame - 220, 0) : frame]) < 0.01
        assert level(said.samples[frame : frame + 220]) > 0.05


def test_a_model_without_times_has_no_marks(kokoro: Worker, voice: VoiceProfile, words: Words) -> None:
    """Where the model does not say how long its sounds last there are no word times, and the same sound."""
    said = kokoro.say(words(SENTENCE), with_files(voice, model="untimed.onnx"))
    assert said.marks is None
    assert np.array_equal(said.samples, kokoro.say(words(SENTENCE), voice).samples)


def test_a_model_that_draws_at_random_repeats_itself(kokoro: Worker, voice: VoiceProfile, words: Words, folder: Path) -> None:
    """Where random numbers are part of the model they are the same for every sentence."""
    (folder / "hissing.onnx").write_bytes(kokoro_model(kokoro_vocabulary(), noise=True))
    hissing = with_files(voice, model="hissing.onnx")
    first = kokoro.say(words(SENTENCE), hissing).samples
    kokoro.say(words("Something else."), hissing)
    assert np.array_equal(kokoro.say(words(SENTENCE), hissing).samples, first)
    assert not np.array_equal(kokoro.say(words(SENTENCE), voice).samples, first)


def test_a_whole_line_is_spoken(voice: VoiceProfile, utterance: Callable[..., Utterance]) -> None:
    """Spoken by the stage itself, a line has all its words, and no note but that its hum is no words."""
    (line,), notes = taken([utterance(SENTENCE)], {"critic": replace(voice, options={**voice.options, "pace": 150.0})})
    assert [word.text for word in line.words] == SENTENCE.split()
    assert notes <= DISLIKED
    assert line.sound.rate == 24000


def test_the_voice_and_the_rate_reach_the_model(kokoro: Worker, voice: VoiceProfile, words: Words) -> None:
    """Another voice sounds different, and a faster profile is shorter."""
    usual = kokoro.say(words(SENTENCE), voice).samples
    other = replace(voice, voice="own", language="en-US")
    assert level(kokoro.say(words(SENTENCE), other).samples) == pytest.approx(level(usual) / 4)
    assert kokoro.say(words(SENTENCE), replace(voice, rate=220.0)).samples.size < 0.8 * usual.size


def test_a_voice_is_read_for_as_it_learnt(kokoro: Worker, voice: VoiceProfile, words: Words) -> None:
    """An American voice is given American readings and a British one British; a profile that names a region has that."""
    car = words("Car.")
    assert kokoro.say(car, voice).sent == "kˈɑːɹ."
    assert kokoro.say(car, replace(voice, voice="bm_two")).sent == "kˈɑː."
    assert kokoro.say(car, replace(voice, language="en-GB")).sent == "kˈɑː."


def test_a_long_sentence_stays_whole(kokoro: Worker, voice: VoiceProfile, words: Words) -> None:
    """A sentence of more sounds than the model takes at once is spoken in parts, each word with its time."""
    text = "A camera that sees everything stays patient; " * 20
    said = kokoro.say(words(text), voice)
    assert len(said.sent) > 600
    assert said.marks is not None
    assert len(said.marks) == len(words(text))
    assert said.marks[-1][1] > 0.95 * said.samples.size


PROFILE = 'engine = "kokoro"\nvoice = "{voice}"\n{rest}\n[options]\nmodel = "{model}"\nvoices = "{voices}"\n'


@pytest.mark.parametrize(
    ("voice", "rest", "model", "voices", "told"),
    [
        ("af_oen", "", "tiny.onnx", "voices.bin", r"af_oen \(allowed: af_one, bm_two, jf_three, own\). Did you mean af_one\?"),
        ("jf_three", 'language = "ja"', "tiny.onnx", "voices.bin", "nothing here reads Japanese as Kokoro learnt it"),
        ("af_one", 'language = "fr"', "tiny.onnx", "voices.bin", r"language: fr \(allowed: en-US, which af_one speaks\)"),
        ("own", 'language = "tlh"', "tiny.onnx", "voices.bin", r"language: tlh \(allowed: a language tag such as en-US\)"),
        ("af_one", "rate = 900", "tiny.onnx", "voices.bin", r"rate: 900 \(allowed: \d+ to \d+ words a minute"),
        ("af_one", "pitch = 60", "tiny.onnx", "voices.bin", "pitch: 60"),
        ("af_one", "", "nowhere.onnx", "voices.bin", r"options.model: nowhere.onnx \(allowed: a file that is there; .* is not\)"),
        ("af_one", "", "tiny.onnx", "nowhere.bin", r"options.voices: nowhere.bin \(allowed: a file that is there; .* is not\)"),
        ("af_one", "", "tiny.onnx", "tiny.onnx", r"options.voices: .*tiny.onnx does not hold Kokoro voices \(allowed: a file of"),
    ],
)  # fmt: skip
def test_mistakes_are_sentences(folder: Path, voice: str, rest: str, model: str, voices: str, told: str) -> None:
    """What a profile asks for and cannot have is said with its key, what would be right, and the nearest name."""
    text = PROFILE.format(voice=voice, rest=rest, model=model, voices=voices)
    with pytest.raises(VoiceError, match=told):
        load_profile(text, name="critic", file="voices/critic.toml", folder=str(folder))


def test_both_files_must_be_named(folder: Path) -> None:
    """A profile that names neither file is told of both at once."""
    with pytest.raises(VoiceError, match=r"(?s)options\.model: nothing.*options\.voices: nothing"):
        load_profile('engine = "kokoro"\nvoice = "af_one"\n', name="critic", file="critic.toml", folder=str(folder))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("model", kokoro_model({})[:2000], "Bad is damaged, or no Kokoro model: "),
        ("model", b"<html>404: Not Found</html>", "Bad is damaged, or no Kokoro model: "),
        ("model", piper_model(), "Bad cannot speak: "),
        ("voices", b"", "Bad does not hold Kokoro voices: "),
        ("voices", kokoro_voices(af_one=float("nan")), "The Kokoro voice sent samples that are not numbers."),
        ("voices", kokoro_voices(am_other=1.0), "Tiny.onnx cannot speak: Voice af_one not found"),
    ],
    ids=["cut off", "text", "another model", "empty", "not a number", "another voice"],
)
def test_rubbish_is_an_answer(
    kokoro: Worker, voice: VoiceProfile, words: Words, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    """Damaged files, files of another kind and nonsense from the model are a sentence, and the next voice speaks."""
    (tmp_path / "bad").write_bytes(content)
    with pytest.raises(VoiceError) as failure:
        kokoro.say(words("Hello."), with_files(voice, **{name: str(tmp_path / "bad")}))
    assert told in failure.value.message
    assert str(tmp_path) not in failure.value.message
    assert kokoro.say(words("Hello."), voice).samples.size > 1000


def test_a_crash_or_a_hang_costs_one_sentence(voice: VoiceProfile, words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the process dies or does not answer the sentence fails, and the next is spoken as ever."""
    with monkeypatch.context() as hanging:
        hanging.setattr("segment.voice.kept_child.python", hangs)
        worker = ENGINE.start()
    try:
        with monkeypatch.context() as impatient:
            impatient.setattr(worker._child, "_timeout_s", 0.3)  # type: ignore[attr-defined]
            with pytest.raises(VoiceError, match=r"The speaking process of Kokoro did not answer within 0.3 s"):
                worker.say(words(SENTENCE), voice)
        first = worker.say(words(SENTENCE), voice)
        os.kill(worker._child.pid, signal.SIGKILL)  # type: ignore[attr-defined]
        with pytest.raises(VoiceError, match=r"The speaking process of Kokoro crashed \(SIGKILL\)"):
            worker.say(words(SENTENCE), voice)
        assert np.array_equal(worker.say(words(SENTENCE), voice).samples, first.samples)
    finally:
        worker.close()


def test_the_identity_is_of_both_files(voice: VoiceProfile, tmp_path: Path) -> None:
    """It changes with the model and with the voices, and not with their place."""
    for name in ("tiny.onnx", "voices.bin"):
        (tmp_path / name).write_bytes((Path(voice.folder) / name).read_bytes())
    moved = replace(voice, folder=str(tmp_path))
    assert ENGINE.identity(moved) == ENGINE.identity(voice)
    (tmp_path / "voices.bin").write_bytes(kokoro_voices(af_one=0.5))
    assert ENGINE.identity(moved) != ENGINE.identity(voice)


def test_what_is_missing_is_said_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the engine says how to get it."""
    monkeypatch.setattr("segment.voice.engines.kokoro.find_spec", lambda name: None)
    assert ENGINE.missing() == "The voice engine kokoro lacks kokoro-onnx: pip install 'radio-segment[kokoro]'"
