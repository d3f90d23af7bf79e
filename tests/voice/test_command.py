"""Any program as a voice, well-behaved or not."""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from segment.errors import VoiceError
from segment.model.utterance import SayWord, Utterance
from segment.model.voice import VoiceProfile
from segment.voice import load_profile
from segment.voice.engines.command import Command
from segment.voice.engines.recipe import Said
from tests.voice.conftest import taken
from tests.voice.stand_ins import tones
from tests.voice.stand_ins.a_program import a_program

Words = Callable[..., tuple[SayWord, ...]]

TONES = str(Path(tones.__file__))
PYTHON = sys.executable


def profile(*program: str, folder: str = "", **rest: Any) -> VoiceProfile:
    """A profile of a program."""
    options = {"program": program} | rest.pop("options", {})
    return VoiceProfile(engine="command", voice="x", folder=folder, options=options, **rest)


def said(words: tuple[SayWord, ...], voice: VoiceProfile) -> Said:
    """What a fresh worker says."""
    worker = Command().start()
    try:
        return worker.say(words, voice)
    finally:
        worker.close()


def told(voice: VoiceProfile) -> list[str]:
    """The mistakes, in short."""
    return [f"{m.key}: {m.found} {m.hint}".strip() for m in Command().mistakes(voice)]


@pytest.fixture(autouse=True)
def nothing_is_left(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Temporary files lie in a folder of this test's, and none is there when it ends."""
    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "program",
    [
        (PYTHON, TONES),
        (PYTHON, TONES, "--text", "{text_file}"),
        (PYTHON, TONES, "--out={wav_file}"),
        (PYTHON, TONES, "--text={text_file}", "--out", "{wav_file}"),
    ],
    ids=["pipes", "text file", "sound file", "files"],
)
def test_text_and_sound_go_through_pipes_or_files(program: tuple[str, ...], words: Words) -> None:
    """Each way of giving text and taking sound brings the same samples."""
    expected = np.array(tones.spoken("Go on, then."), np.float32) / 32768
    heard = said(words("Go on, then."), profile(*program))
    assert np.array_equal(heard.samples, expected)
    assert (heard.rate, heard.marks, heard.sent) == (tones.HZ, None, "Go on, then.")


def test_placeholders_are_filled_in_the_profiles_words_alone(tmp_path: Path, words: Words) -> None:
    """Voice, rate, pitch and language reach the program; the same words in a text, and doubled braces, stay."""
    script = tmp_path / "show.py"
    script.write_text(
        f"import sys, pathlib; sys.path.insert(0, {str(Path(TONES).parent)!r}); import tones\n"
        "pathlib.Path('seen').write_text('|'.join([*sys.argv[1:], sys.stdin.read()]))\n"
        "sys.stdout.buffer.write(tones.wav(tones.spoken('x')))"
    )
    voice = profile(
        PYTHON, "show.py", "{voice}", "r={rate}", "{pitch}", "{language}", "{{voice}}", '{"a": 1}', "$HOME; x",
        folder=str(tmp_path), rate=160.0, pitch=60.0, language="en-GB",
    )  # fmt: skip
    assert Command().mistakes(voice) == ()
    said(words("voice {rate}"), voice)
    assert (tmp_path / "seen").read_text() == 'x|r=178|60|en-GB|{voice}|{"a": 1}|$HOME; x|voice rate\n'


def test_a_program_beside_the_profile(tmp_path: Path, words: Words) -> None:
    """A path that is not absolute is looked for in the profile's folder, wherever we stand."""
    a_program(tmp_path / "my voice", f"import runpy\nrunpy.run_path({TONES!r}, run_name='__main__')\n")
    voice = profile("./my voice", folder=str(tmp_path))
    assert told(voice) == []
    assert said(words("Hello."), voice).samples.size
    assert Command().identity(voice).startswith("program my voice:")


@pytest.mark.parametrize(
    ("voice", "mistakes"),
    [
        (profile("no-such-program"), ["options.program: no program 'no-such-program'"]),
        (profile(PYTHON, "{voise}"), ["options.program: {voise} Did you mean voice?"]),
        (
            profile(PYTHON, "{text}"),
            ["options.program: {text} Did you mean text_file? The text comes in a file or on standard input."],
        ),
        (profile(PYTHON, pitch=60.0), ["pitch: 60"]),
        (profile(PYTHON, "{pitch}", pitch=160.0), ["pitch: 160"]),
        (profile(PYTHON, rate=20.0), ["rate: 20"]),
        (profile(), ["options.program: nothing"]),
        (profile("/etc", "{x}"), ["options.program: {x}", "options.program: no program '/etc'"]),
        (profile(PYTHON, "a\0b"), ["options.program: a zero byte"]),
    ],
)
def test_mistakes_in_a_profile(voice: VoiceProfile, mistakes: list[str]) -> None:
    """A program that is not there, an unknown placeholder, and a pitch that would not reach it are told, all at once."""
    assert told(voice) == mistakes


def test_a_profile_as_people_write_it() -> None:
    """A profile is read with its program; without one, and with a time limit that is none, both mistakes are told."""
    text = f'engine = "command"\nvoice = "x"\n[options]\nprogram = [{PYTHON!r}, {TONES!r}]\n'
    assert load_profile(text, name="tones", file="tones.toml").options["program"] == (PYTHON, TONES)
    with pytest.raises(VoiceError, match=r"(?s)options\.timeout_s.*options\.program: nothing") as caught:
        load_profile('engine = "command"\n[options]\ntimeout_s = "long"\n', name="tones", file="tones.toml")
    assert caught.value.message.count("options.program") == 1


SCRIPTS = {
    "nothing": ("pass", "sent no sound"),
    "rubbish": ("print('I am a program')", "sent no sound that can be read"),
    "no samples": ("import sys, tones; sys.stdout.buffer.write(tones.wav(tones.spoken('')[:0]))", "it holds no sound"),
    "cut off": ("import sys, tones; sys.stdout.buffer.write(tones.wav(tones.spoken('abc'))[:3000])", "breaks off"),
    "telephone's half": ("import sys, tones; sys.stdout.buffer.write(tones.wav(tones.spoken('abc'), 4000))", "sound at 4000 Hz"),
    "failure": ("import sys; print('x'); sys.exit('\\x1b[1mno model\\x07')", r"failed \(exit code 1\): no model\.$"),
    "crash": ("import os; os.kill(os.getpid(), 11)", "SIGSEGV"),
    "hang": ("import time; time.sleep(60)", r"did not finish within 1\.5 s"),
    "flood": ("import sys\nwhile True: sys.stdout.buffer.write(bytes(1 << 20))", "wrote more than 64 MB"),
    "long": (
        "import sys, wave, io; f = io.BytesIO(); w = wave.open(f, 'wb'); w.setparams((1, 1, 8000, 0, 'NONE', '')); "
        "w.writeframes(bytes(8000 * 700)); w.close(); sys.stdout.buffer.write(f.getvalue())",
        "longer than 10:00",
    ),
}


@pytest.mark.parametrize("kind", SCRIPTS)
def test_a_bad_program_is_a_sentence_and_the_next_call_works(kind: str, words: Words) -> None:
    """Whatever a program does wrong is a VoiceError that names it and no file of ours; the worker speaks on."""
    code, message = SCRIPTS[kind]
    code = f"import sys; sys.path.insert(0, {str(Path(TONES).parent)!r})\n{code}"
    worker = Command().start()
    with pytest.raises(VoiceError, match=message) as caught:
        worker.say(words("Hello."), profile(PYTHON, "-c", code, options={"timeout_s": 1.5 if kind == "hang" else 30.0}))
    assert caught.value.message.startswith(f"The program {Path(PYTHON).name} ")
    assert tempfile.gettempdir() not in caught.value.message
    assert worker.say(words("Hello."), profile(PYTHON, TONES)).samples.size
    worker.close()


@pytest.mark.parametrize(("hz", "rate"), [(8000, 8000), (11025, 11025), (48000, 48000), (96000, 48000)])
def test_odd_rates_are_kept_or_brought_down(hz: int, rate: int, words: Words) -> None:
    """8 to 48 kHz stay; above, the sound is resampled and lasts as long."""
    heard = said(words("Hello."), profile(PYTHON, TONES, "--hz", str(hz)))
    assert heard.rate == rate
    assert heard.samples.size / rate == pytest.approx(len(tones.spoken("Hello.", hz=hz)) / hz, abs=0.001)


def test_stereo_becomes_mono_and_flac_is_read(tmp_path: Path, words: Words) -> None:
    """Two channels are one voice, in FLAC and AIFF as in WAV."""
    code = (
        "import sys, numpy as np, soundfile; t = np.sin(np.arange(22050) * 0.1) * 0.3\n"
        "soundfile.write(sys.argv[1], np.stack([t, t], 1), 22050, format=sys.argv[2])"
    )
    for form in ("FLAC", "AIFF", "WAV"):
        heard = said(words("Hello."), profile(PYTHON, "-c", code, "{wav_file}", form))
        assert (heard.samples.shape, heard.rate) == ((22050,), 22050)


def test_closing_ends_a_program_that_speaks(words: Words) -> None:
    """Another thread can end it at once, as Ctrl-C does."""
    worker = Command().start()
    threading.Timer(0.5, worker.close).start()
    began = time.monotonic()
    with pytest.raises(VoiceError, match="ended"):
        worker.say(words("Hello."), profile(PYTHON, "-c", "import time; time.sleep(60)"))
    assert time.monotonic() - began < 10


def test_an_identity_follows_the_files_content(tmp_path: Path) -> None:
    """The same program and model elsewhere are the same voice; another content, or another word, is another."""
    homes = [tmp_path / "a", tmp_path / "b"]
    for home in homes:
        home.mkdir()
        (home / "model.bin").write_bytes(b"one")
    voices = [profile(PYTHON, TONES, "--model", "model.bin", folder=str(home)) for home in homes]
    first, second = (Command().identity(voice) for voice in voices)
    assert first == second
    (homes[1] / "model.bin").write_bytes(b"other")
    assert Command().identity(voices[1]) != first
    assert Command().identity(profile(PYTHON, TONES, "--model", "model.bin", "-x", folder=str(homes[0]))) != first
    assert Command().identity(profile(PYTHON, TONES, f"--model={homes[0] / 'model.bin'}")).count("/") == 0


def test_lines_are_spoken_whole(utterance: Callable[..., Utterance]) -> None:
    """A program that reads at its rate makes whole lines, each word with a time."""
    line = utterance("The camera stays low, and it stays patient. | It waits.")
    (spoken,), _ = taken([line], {"critic": profile(PYTHON, TONES, "--rate", "{rate}")})
    assert len(spoken.words) == 10
    assert all(word.end > word.start for word in spoken.words)
