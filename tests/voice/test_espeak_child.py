"""The speaking process: wherever it is installed, whatever prints, and whoever dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import espeakng_loader
import numpy as np
import pytest

from segment.errors import VoiceError
from segment.media import frames
from segment.media.children import Child, python
from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.espeak.library import EspeakError
from segment.voice.espeak.worker import EspeakWorker

Words = Callable[..., tuple[SayWord, ...]]

REQUEST = {
    "voice": "gmw/en-US+f2",
    "table": "en-us",
    "rate": 170,
    "pitch": 50,
    "parts": [("text", "hello", "", 0, "", ""), ("text", "there", ".", 0, "", "")],
}


def ask(library: Path, data: Path, request: dict[str, object]) -> tuple[frames.Header, bytes]:
    """One answer of a fresh child."""
    child = Child(python("segment.voice.espeak.child"), name="child")
    try:
        child.ask({"library": str(library), "data": str(data)}, timeout_s=20)
        return child.ask(request, timeout_s=20)
    finally:
        child.close()


def test_a_long_path_with_spaces_is_no_obstacle(tmp_path: Path) -> None:
    """Installed 200 characters deep in folders with spaces it speaks the same samples (espeak-ng alone fails at 160)."""
    deep = tmp_path / "a rather long folder name with spaces" / ("and another one " * 10).strip()
    deep.mkdir(parents=True)
    library, data = Path(espeakng_loader.get_library_path()), Path(espeakng_loader.get_data_path())
    (deep / library.name).symlink_to(library)
    (deep / data.name).symlink_to(data)
    assert len(str(deep)) > 200
    header, samples = ask(deep / library.name, deep, REQUEST)
    assert [index for index, _ in header["marks"]] == [0, 1]
    assert samples == ask(library, data.parent, REQUEST)[1]
    assert len(samples) > 20000


def test_the_folder_where_the_user_stands_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: Words) -> None:
    """Files named like modules in the current folder are not run by the child."""
    for name in ("json", "pyttsx3", "ctypes", "struct"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(3)\n")
    monkeypatch.chdir(tmp_path)
    worker = EspeakWorker()
    try:
        assert worker.say(words("Hello there."), VoiceProfile()).samples.size > 10000
    finally:
        worker.close()


def test_missing_data_is_an_answer(tmp_path: Path) -> None:
    """Without its data the library does not bring the process down: the answer is a sentence."""
    header, samples = ask(Path(espeakng_loader.get_library_path()), tmp_path, REQUEST)
    assert header == {"error": "the espeak-ng library does not find its data", "again": False}
    assert samples == b""


def test_an_unknown_voice_is_an_answer_and_the_next_line_is_spoken(words: Words) -> None:
    """An error ends the child, and the worker speaks on with a new one."""
    worker = EspeakWorker()
    try:
        with pytest.raises(VoiceError, match="no voice 'nosuch' in espeak-ng"):
            worker.say(words("Hello."), VoiceProfile(voice="nosuch"))
        first = worker.say(words("Hello."), VoiceProfile())
        assert worker._child.pid
        os.kill(worker._child.pid, signal.SIGKILL)
        with pytest.raises(VoiceError, match=r"The speaking process crashed \(SIGKILL\)"):
            worker.say(words("Hello."), VoiceProfile())
        assert np.array_equal(worker.say(words("Hello."), VoiceProfile()).samples, first.samples)
    finally:
        worker.close()


def test_what_prints_does_not_reach_the_frames() -> None:
    """``print`` and prints of C code land elsewhere; the frame arrives whole."""
    code = (
        "import os; from segment.media import frames; from segment.media.serving import private_stdout;"
        "sink = private_stdout(); print('Audio saved to x.wav', flush=True); os.write(1, b'noise');"
        "frames.write(sink, {'fine': True}, b'body')"
    )
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    assert done.stdout.startswith(frames.MARK)
    assert done.stdout.endswith(b"body")


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM], ids=lambda s: s.name)
def test_children_do_not_outlive_their_parent(how: signal.Signals) -> None:
    """After kill −9, Ctrl-C or an ordinary kill of the process that speaks, its children end by themselves."""
    code = (
        "import time; from segment.voice import Speaker; from segment.model.voice import VoiceProfile;"
        "s = Speaker({'host': VoiceProfile()}); c = s._crew; c.start('pyttsx3'); c.start('pyttsx3');"
        "print(*[w._child.pid for w in c._started['pyttsx3']], flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert parent.stdout is not None
    pids = [int(pid) for pid in parent.stdout.readline().split()]
    assert pids
    parent.send_signal(how)
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 5
    while any(Path(f"/proc/{pid}").exists() for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not [pid for pid in pids if Path(f"/proc/{pid}").exists()]


def test_the_child_imports_little() -> None:
    """Neither numpy nor msgspec nor pathlib is loaded in the child: it must be there in a moment."""
    code = "import sys; import segment.voice.espeak.child; print(*sorted({m.partition('.')[0] for m in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-I", "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {code}"],
                            capture_output=True, text=True, check=True).stdout.split()  # fmt: skip
    assert not {"numpy", "msgspec", "pathlib", "subprocess", "espeakng_loader"} & set(loaded)


def test_errors_of_the_library_are_its_own() -> None:
    """A library that cannot be loaded is an EspeakError with the system's reason."""
    from segment.voice.espeak.library import Library

    with pytest.raises(EspeakError, match="cannot be loaded"):
        Library("/nowhere/libespeak-ng.so")


def test_where_the_library_stays_loaded_each_sentence_gets_a_fresh_process(words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a system that does not unload libraries, processes are used once, and the samples are the same as ever."""
    stuck = (
        "import segment.voice.espeak.library as l; close = l.Library.close; l.Library.close = lambda self: close(self) and False;"
        "from segment.voice.espeak.child import main; main()"
    )
    ordinary = EspeakWorker()
    monkeypatch.setattr("segment.voice.kept_child.python", lambda module: [sys.executable, "-c", stuck])
    single = EspeakWorker()
    try:
        assert single._child.pid
        first = single.say(words("Go on."), VoiceProfile()).samples
        assert not single._child.pid
        again = single.say(words("Go on."), VoiceProfile()).samples
        assert np.array_equal(first, again)
        assert np.array_equal(first, ordinary.say(words("Go on."), VoiceProfile()).samples)
    finally:
        ordinary.close()
        single.close()


def test_no_file_is_left_anywhere(words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Speaking writes no temporary file, not even for a moment's failure."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    worker = EspeakWorker()
    worker.say(words("Hello there."), VoiceProfile())
    with pytest.raises(VoiceError):
        worker.say(words("Hello."), VoiceProfile(voice="nosuch"))
    worker.close()
    assert list(tmp_path.iterdir()) == []
