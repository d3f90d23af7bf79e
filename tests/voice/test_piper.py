"""Piper voices, with models that these tests make."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
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
from segment.voice.engines.piper import PACE, Piper
from segment.voice.engines.recipe import Said, Worker
from segment.voice.neural import pace

pytest.importorskip("piper", reason="piper-tts is not installed: pip install 'radio-segment[piper]'")
pytest.importorskip("onnx", reason="onnx is not installed: pip install 'radio-segment[test]'")

from tests.voice.conftest import DISLIKED, taken
from tests.voice.tiny_models import constant_model, piper_model, write_piper

Words = Callable[..., tuple[SayWord, ...]]

ENGINE = Piper()
SENTENCE = "The camera stays low, and it stays patient."


def hangs(module: str) -> list[str]:
    """The command of a speaking process that never answers; the reading process works as ever."""
    return [sys.executable, "-c", "import time; time.sleep(60)"] if ".neural." in module else python(module)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with voices, its name long and with a space."""
    folder = tmp_path_factory.mktemp("voices with a space") / ("a long way down " * 12).strip()
    folder.mkdir()
    write_piper(folder)
    write_piper(folder, "untimed.onnx", model=piper_model(times=False))
    write_piper(
        folder, "choir.onnx", model=piper_model(speakers=True), num_speakers=3, speaker_id_map={"anna": 0, "bert": 1, "cleo": 2}
    )
    return folder


@pytest.fixture(scope="module")
def voice(folder: Path) -> VoiceProfile:
    """A profile beside the voices."""
    return VoiceProfile(name="tiny", folder=str(folder), engine="piper", voice="tiny.onnx")


@pytest.fixture(scope="module")
def piper() -> Iterator[Worker]:
    """One worker for all that does not end it."""
    worker = ENGINE.start()
    yield worker
    worker.close()


def level(samples: NDArray[np.float32]) -> float:
    """RMS."""
    return float(np.sqrt(np.mean(np.square(samples))))


def test_marks_are_where_the_words_begin(piper: Worker, voice: VoiceProfile, words: Words) -> None:
    """The times come from the voice's own lengths of sounds: before each mark there is silence, after it the word."""
    said = piper.say(words(SENTENCE), voice)
    assert said.marks is not None
    assert [index for index, _ in said.marks] == list(range(8))
    for _, frame in said.marks:
        assert level(said.samples[max(frame - 220, 0) : frame]) < 0.01
        assert level(said.samples[frame : frame + 220]) > 0.05


def test_a_voice_without_lengths_has_no_marks(piper: Worker, voice: VoiceProfile, words: Words) -> None:
    """Where the lengths of the sounds are not to be found there are no word times, and the same sound."""
    said = piper.say(words(SENTENCE), replace(voice, voice="untimed.onnx"))
    assert said.marks is None
    assert np.array_equal(said.samples, piper.say(words(SENTENCE), voice).samples)


def test_a_whole_line_is_spoken(voice: VoiceProfile, utterance: Callable[..., Utterance]) -> None:
    """Spoken by the stage itself, a line has all its words, and no note but that its hum is no words."""
    # The tiny voice hums each sound for a fixed time; this is how fast that makes it.
    (line,), notes = taken([utterance(SENTENCE)], {"critic": replace(voice, options={"pace": 150.0})})
    assert [word.text for word in line.words] == SENTENCE.split()
    assert notes <= DISLIKED
    assert line.sound.rate == 22050


@pytest.mark.parametrize("noise", [0.0, 1.0])
def test_the_same_words_are_the_same_samples(voice: VoiceProfile, words: Words, noise: float) -> None:
    """With its liveliness or without, a voice repeats itself, whatever it said before and in whichever process."""
    profile = replace(voice, options={"noise": noise})
    first, second = ENGINE.start(), ENGINE.start()
    try:
        once = first.say(words(SENTENCE), profile).samples
        second.say(words("Something else."), profile)
        second.say(words("Something else."), voice)
        assert np.array_equal(second.say(words(SENTENCE), profile).samples, once)
        assert np.array_equal(first.say(words(SENTENCE), profile).samples, once)
        assert np.array_equal(once, first.say(words(SENTENCE), voice).samples) == (noise == 0.0)
    finally:
        first.close()
        second.close()


def test_rate_reaches_the_voice(piper: Worker, voice: VoiceProfile, words: Words) -> None:
    """The faster the profile, the shorter the sound; a voice said to be slow by itself is hurried."""

    def seconds(**changed: object) -> float:
        said: Said = piper.say(words(SENTENCE), replace(voice, **changed))
        return said.samples.size / said.rate

    assert seconds(rate=130.0) > 1.2 * seconds(rate=160.0) > 1.4 * seconds(rate=200.0)
    assert seconds(options={"pace": 150.0}) < seconds(options={"pace": 220.0})


def test_speakers_go_by_name_or_number(piper: Worker, voice: VoiceProfile, words: Words) -> None:
    """A voice of several speakers speaks with the one that is asked for, else with its first."""

    def loudness(**options: str) -> float:
        return level(piper.say(words("Hello."), replace(voice, voice="choir.onnx", options=dict(options))).samples)

    assert loudness(speaker="bert") == pytest.approx(loudness() / 2)
    assert loudness(speaker="2") == pytest.approx(loudness() / 4)
    assert loudness(speaker="anna") == loudness()


def test_a_sound_the_voice_lacks_is_told(piper: Worker, voice: VoiceProfile, words: Words) -> None:
    """What a voice has no sound for is left out, with a note that says so."""
    assert piper.say(words("chat", ipa="ʃyø"), voice).notes == ()
    folder = Path(voice.folder)
    settings = json.loads((folder / "tiny.onnx.json").read_text(encoding="utf-8"))
    del settings["phoneme_id_map"]["ø"]
    shutil.copy(folder / "tiny.onnx", folder / "poor.onnx")
    (folder / "poor.onnx.json").write_text(json.dumps(settings), encoding="utf-8")
    said = piper.say(words("chat", ipa="ʃyø"), replace(voice, voice="poor.onnx"))
    assert said.notes == ("this voice has no sound for ø, which it leaves out",)


PROFILE = 'engine = "piper"\nvoice = "{voice}"\n{rest}'


@pytest.mark.parametrize(
    ("voice", "rest", "told"),
    [
        ("tinny.onnx", "", r"voice: tinny.onnx \(allowed: the path of an .onnx file; .*is not there\). Did you mean tiny.onnx\?"),
        ("tiny", "", r"Did you mean tiny.onnx\?"),
        ("alone.onnx", "", r"alone.onnx.json is not there: a Piper voice is two files"),
        ("broken.onnx", "", r"broken.onnx.json does not hold the settings of a Piper voice"),
        ("text.onnx", "", r"a voice that learnt from 'text' readings"),
        ("tiny.onnx", 'language = "fr"', r"language: fr \(allowed: en-US, which this voice speaks\)"),
        ("tiny.onnx", "rate = 900", r"rate: 900 \(allowed: \d+ to \d+ words a minute"),
        ("tiny.onnx", "pitch = 60", r"pitch: 60 \(allowed: 50: the pitch of this voice cannot be changed\)"),
        ("choir.onnx", '[options]\nspeaker = "bertt"', r"bertt \(allowed: anna, bert, cleo or 0 to 2\). Did you mean bert\?"),
        ("tiny.onnx", '[options]\nspeaker = "1"', r"options.speaker: 1 \(allowed: none: it has one\)"),
        ("tiny.onnx", "[options]\nnoise = 2.0", r"options.noise: 2 \(allowed: 0 to 1\)"),
    ],
)  # fmt: skip
def test_mistakes_are_sentences(folder: Path, voice: str, rest: str, told: str) -> None:
    """What a profile asks for and cannot have is said with its key, what would be right, and the nearest name."""
    (folder / "alone.onnx").write_bytes(b"")
    write_piper(folder, "broken.onnx", audio={"rate": 1})
    write_piper(folder, "text.onnx", phoneme_type="text")
    text = PROFILE.format(voice=voice, rest=rest)
    with pytest.raises(VoiceError, match=told):
        load_profile(text, name="critic", file="voices/critic.toml", folder=str(folder))
    for name in ("alone.onnx", "broken.onnx", "text.onnx"):
        (folder / name).unlink()


RUBBISH: dict[str, tuple[bytes, dict[str, object], str]] = {
    "cut off": (piper_model()[:3000], {}, "bad.onnx is damaged, or no Piper voice: cut off."),
    "text": (b"<html>404: Not Found</html>", {}, "bad.onnx is damaged, or no Piper voice: "),
    "empty": (b"", {}, "bad.onnx is damaged, or no Piper voice: "),
    "not a number": (constant_model(float("nan"), 5000), {}, "The Piper voice sent samples that are not numbers."),
    "silent": (constant_model(0.0, 0), {}, "The Piper voice sent no sound."),
    "rate": (piper_model(), {"audio": {"sample_rate": 5}}, "The Piper voice says it speaks at 5 Hz, which cannot be."),
    "another model": (piper_model(speakers=True), {}, "Bad.onnx cannot speak: "),
    "no pad": (piper_model(), {"phoneme_id_map": {"a": [1]}}, "Bad.onnx cannot speak: "),
    "numbers": (piper_model(), {"phoneme_id_map": {"_": [9999], "^": [1], "$": [2], "h": [3]}}, "Bad.onnx cannot speak: "),
}


@pytest.mark.parametrize("kind", RUBBISH)
def test_rubbish_is_an_answer(piper: Worker, voice: VoiceProfile, words: Words, tmp_path: Path, kind: str) -> None:
    """A damaged model, one of another kind or one that answers nonsense is a sentence, and the next voice speaks."""
    model, settings, told = RUBBISH[kind]
    write_piper(tmp_path, "bad.onnx", model=model, **settings)
    with pytest.raises(VoiceError) as failure:
        piper.say(words("Hello."), replace(voice, folder=str(tmp_path), voice="bad.onnx"))
    assert told.lower() in failure.value.message.lower()
    assert failure.value.message.endswith(".")
    assert "Traceback" not in failure.value.message
    assert str(tmp_path) not in failure.value.message
    assert piper.say(words("Hello."), voice).samples.size > 1000


def test_a_crash_costs_one_sentence(voice: VoiceProfile, words: Words) -> None:
    """When the process dies the sentence fails, and the next is spoken as ever."""
    worker = ENGINE.start()
    try:
        first = worker.say(words(SENTENCE), voice)
        os.kill(worker._child.pid, signal.SIGKILL)  # type: ignore[attr-defined]
        with pytest.raises(VoiceError, match=r"The speaking process of Piper crashed \(SIGKILL\)"):
            worker.say(words(SENTENCE), voice)
        assert np.array_equal(worker.say(words(SENTENCE), voice).samples, first.samples)
    finally:
        worker.close()


def test_a_hang_has_an_end(voice: VoiceProfile, words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that does not answer is ended after its time, and the next call has a new one."""
    with monkeypatch.context() as hanging:
        hanging.setattr("segment.voice.kept_child.python", hangs)
        worker = ENGINE.start()
    try:
        with monkeypatch.context() as impatient:
            impatient.setattr(worker._child, "_timeout_s", 0.3)  # type: ignore[attr-defined]
            with pytest.raises(VoiceError, match=r"The speaking process of Piper did not answer within 0.3 s"):
                worker.say(words("Hello."), voice)
        assert worker.say(words("Hello."), voice).samples.size > 1000
    finally:
        worker.close()


def test_a_voice_that_is_replaced_is_loaded_anew(piper: Worker, voice: VoiceProfile, words: Words, tmp_path: Path) -> None:
    """When another file takes a voice's place, it is that one that speaks, under another identity."""
    write_piper(tmp_path, "host.onnx")
    profile = replace(voice, folder=str(tmp_path), voice="host.onnx")
    before, identity = piper.say(words("Hello."), profile), ENGINE.identity(profile)
    write_piper(tmp_path, "host.onnx", model=constant_model(0.1, 22050))
    assert not np.array_equal(piper.say(words("Hello."), profile).samples, before.samples)
    assert ENGINE.identity(profile) != identity


def test_the_identity_is_of_the_files_not_their_place(voice: VoiceProfile, tmp_path: Path) -> None:
    """The same voice in another folder under another name is the same voice; without its file there is no identity."""
    write_piper(tmp_path, "other.onnx")
    assert ENGINE.identity(replace(voice, folder=str(tmp_path), voice="other.onnx")) == ENGINE.identity(voice)
    with pytest.raises(VoiceError, match=r"nowhere\.onnx does not exist"):
        ENGINE.identity(replace(voice, voice="nowhere.onnx"))


def test_a_rate_is_so_many_times_the_voices_own() -> None:
    """At the voice's own pace nothing is stretched, whatever is asked the factor stays where voices can follow."""
    own = VoiceProfile(rate=60 / (60 / PACE + VoiceProfile().pauses.sentence / 10))
    assert pace.factor(own, PACE) == pytest.approx(1.0)
    assert pace.factor(VoiceProfile(rate=10.0), PACE) == pace.SLOWEST
    assert pace.factor(VoiceProfile(rate=1e6), PACE) == pace.FASTEST


def test_what_is_missing_is_said_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the engine says how to get it."""
    monkeypatch.setattr("segment.voice.engines.piper.find_spec", lambda name: None)
    assert ENGINE.missing() == "The voice engine piper lacks piper-tts: pip install 'radio-segment[piper]'"


def test_naming_the_engines_loads_none_of_them() -> None:
    """The list of engines can be read without waiting for what they stand on, numpy included."""
    code = (
        "import sys, segment.voice.engines as e; e.ENGINES['piper'].missing();print(*{m.partition('.')[0] for m in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"onnxruntime", "piper", "kokoro_onnx", "numpy"} & set(done.stdout.split())


def test_nothing_to_say_is_no_sound(piper: Worker, voice: VoiceProfile, words: Words) -> None:
    """Words without a sound are no sound, and no error."""
    assert piper.say(words("— …"), voice).samples.size == 0
