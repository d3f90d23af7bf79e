"""The shelf: nothing spoken twice, nothing lost to a crash, nothing believed that is not whole."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from segment.media import files
from segment.model.utterance import Utterance
from segment.model.voice import Pauses, VoiceProfile
from segment.voice import Shelf, speak
from segment.voice.espeak.worker import EspeakWorker

Line = Callable[..., Utterance]
ROOM = 100_000_000
HUM = VoiceProfile(name="hum", engine="hum")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """An empty one."""
    return Shelf(tmp_path / "shelf", ROOM)


def entries(shelf: Shelf) -> list[Path]:
    """Every sentence on it."""
    return sorted(shelf.folder.glob("*/*.flac"))


def test_what_was_spoken_is_not_spoken_again(
    shelf: Shelf, utterance: Line, copy: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time no engine starts: every sentence comes from the shelf, with the same bytes and the same word times."""
    lines = [utterance(" | ".join(copy[n : n + 3]), number=n) for n in range(0, 9, 3)]
    fresh = list(speak(lines, {"critic": VoiceProfile()}, shelf=shelf))
    assert (shelf.taken, shelf.put_on) == (0, 9)

    def started(self: object) -> None:
        raise AssertionError("an engine was started")

    monkeypatch.setattr(EspeakWorker, "__init__", started)
    again = list(speak(lines, {"critic": VoiceProfile()}, shelf=Shelf(shelf.folder, ROOM)))
    assert again == fresh
    assert all(np.array_equal(a.sound.samples, b.sound.samples) for a, b in zip(again, fresh, strict=True))


def test_the_real_voice_is_the_same_from_the_shelf(shelf: Shelf, utterance: Line, copy: list[str]) -> None:
    """The embedded voice, fresh and from the shelf, gives equal bytes, with a shelf and without."""
    lines = [utterance(" | ".join(copy[n : n + 2]), number=n) for n in range(0, 6, 2)]
    casting = {"critic": VoiceProfile()}
    bare = list(speak(lines, casting))
    for _ in range(2):
        kept = list(speak(lines, casting, shelf=shelf))
        assert kept == bare
        assert all(np.array_equal(a.sound.samples, b.sound.samples) for a, b in zip(kept, bare, strict=True))
    assert (shelf.put_on, shelf.taken) == (6, 6)


def test_one_changed_word_speaks_one_sentence(shelf: Shelf, utterance: Line, copy: list[str]) -> None:
    """Of twelve sentences in four lines, the one with another word is spoken, and nothing else."""
    lines = [utterance(" | ".join(copy[n : n + 3]), number=n) for n in range(0, 12, 3)]
    list(speak(lines, {"critic": VoiceProfile()}, shelf=shelf))
    lines[2] = utterance(" | ".join([copy[6], "Now " + copy[7], copy[8]]), number=6)
    second = Shelf(shelf.folder, ROOM)
    list(speak(lines, {"critic": VoiceProfile()}, shelf=second))
    assert (second.taken, second.put_on) == (11, 1)


@pytest.mark.parametrize(
    "other",
    [
        VoiceProfile(voice="en-us+m7"),
        VoiceProfile(rate=170.0),
        VoiceProfile(pitch=40.0),
        VoiceProfile(voice="en"),
    ],
    ids=["variant", "rate", "pitch", "voice"],
)
def test_another_voice_is_not_taken_for_it(shelf: Shelf, utterance: Line, other: VoiceProfile) -> None:
    """A profile that sounds different finds nothing under the other's name."""
    line = utterance("Go on.")
    list(speak([line], {"critic": VoiceProfile()}, shelf=shelf))
    list(speak([line], {"critic": other}, shelf=shelf))
    assert (shelf.taken, shelf.put_on) == (0, 2)


@pytest.mark.parametrize(
    "other",
    [
        VoiceProfile(name="mine", sounds="Otherwise named.", folder="/elsewhere"),
        VoiceProfile(trim_db=3.0),
        VoiceProfile(pauses=Pauses(comma=0.5, paragraph=2.0)),
    ],
    ids=["name", "trim", "pauses"],
)
def test_what_does_not_change_the_sound_speaks_nothing(shelf: Shelf, utterance: Line, other: VoiceProfile) -> None:
    """A name, a folder, a trim and our own pauses are no reason to speak a sentence anew."""
    line = utterance("Go on, then.")
    list(speak([line], {"critic": VoiceProfile()}, shelf=shelf))
    list(speak([line], {"critic": other}, shelf=shelf))
    assert (shelf.taken, shelf.put_on) == (1, 1)


def test_the_spelling_for_captions_is_this_lines_own(shelf: Shelf, utterance: Line) -> None:
    """The same sound in another spelling comes from the shelf, and its captions are spelt as they are written now."""
    line = utterance("Go on.")
    list(speak([line], {"critic": VoiceProfile()}, shelf=shelf))
    phrase = line.pieces[0]
    curly = replace(line, pieces=(replace(phrase, words=tuple(replace(w, display=f"“{w.display}”") for w in phrase.words)),))  # type: ignore[union-attr]
    (spoken,) = speak([curly], {"critic": VoiceProfile()}, shelf=shelf)
    assert shelf.taken == 1
    assert [word.text for word in spoken.words] == ["“Go”", "“on.”"]


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "rubbish", "swapped"])
def test_a_damaged_sentence_is_made_again_and_told(shelf: Shelf, utterance: Line, damage: str) -> None:
    """Whatever happened to a file, the line sounds as it should, the file is whole again, and a note says so."""
    lines = [utterance("Go on, and stop when you like to stop."), utterance("Somebody else said this.", number=2)]
    fresh = list(speak(lines, {"critic": VoiceProfile()}, shelf=shelf))
    first, second = entries(shelf)
    whole = first.read_bytes()
    if damage == "cut":
        first.write_bytes(whole[: len(whole) // 2])
    elif damage == "flipped":
        first.write_bytes(whole[:-200] + bytes([whole[-200] ^ 0x10]) + whole[-199:])
    elif damage == "empty":
        first.write_bytes(b"")
    elif damage == "rubbish":
        first.write_bytes(os.urandom(2000))
    else:
        first.write_bytes(second.read_bytes())
    again = Shelf(shelf.folder, ROOM)
    speaking = speak(lines, {"critic": VoiceProfile()}, shelf=again)
    assert list(speaking) == fresh
    assert again.damaged == 1
    assert [note.code for note in speaking.findings] == ["VO010"]
    assert first.read_bytes() == whole


def test_a_full_disk_stops_no_build(shelf: Shelf, utterance: Line, copy: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full lines are spoken all the same, a note says why they are not kept, and nothing half-written stays."""

    def full(path: Path, data: bytes) -> None:
        path.write_bytes(data[:10])
        path.unlink()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "put", full)
    speaking = speak([utterance(" | ".join(copy[:4]))], {"critic": VoiceProfile()}, shelf=shelf)
    (spoken,) = speaking
    assert spoken.sound.seconds > 5
    assert [(note.code, "disk is full" in note.message) for note in speaking.findings] == [("VO011", True)]
    assert not entries(shelf)


def test_a_disk_that_refuses_leaves_nothing_behind(tmp_path: Path, copy: list[str]) -> None:
    """Under a limit of the system to the size of files every line is spoken, and no part of a file is left."""
    text = tmp_path / "copy.txt"
    text.write_text("\n".join(copy[:4]))
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))\n" + WRITER
    done = subprocess.run(
        [sys.executable, "-c", limited, str(tmp_path / "shelf"), str(text)], capture_output=True, text=True, check=True
    )
    assert len(done.stdout.split()) == 1 + 4
    assert [path.name for path in (tmp_path / "shelf").glob("*/*")] == []


def test_a_shelf_in_a_place_that_cannot_be_written_is_done_without(utterance: Line, tmp_path: Path) -> None:
    """A file where the folder should be is a note, and the line is spoken."""
    (tmp_path / "shelf").write_text("mine")
    speaking = speak([utterance("Go on.")], {"critic": VoiceProfile()}, shelf=Shelf(tmp_path / "shelf", ROOM))
    assert len(list(speaking)) == 1
    assert [note.code for note in speaking.findings] == ["VO011"]
    assert (tmp_path / "shelf").read_text() == "mine"


WRITER = """
import sys
from pathlib import Path
from segment.model.utterance import Phrase, SayWord, Utterance
from segment.model.voice import VoiceProfile
from segment.voice import Shelf, speak
from segment.voice.espeak.worker import EspeakWorker
words = Path(sys.argv[2]).read_text().split("\\n")
def phrase(text):
    return Phrase(words=tuple(SayWord(display=w, say=w) for w in text.split()))
lines = [Utterance(id=f"critic-{n}", role="critic", pieces=(phrase(text),)) for n, text in enumerate(words) if text]
print("ready", flush=True)
shelf = Shelf(Path(sys.argv[1]), 10**9)
said = [spoken.sound.fingerprint for spoken in speak(lines, {"critic": VoiceProfile()}, shelf=shelf)]
print(*said, flush=True)
"""


def test_several_processes_share_a_shelf(tmp_path: Path, copy: list[str]) -> None:
    """Four processes that say the same at once all say it right, and leave one whole file for each sentence."""
    text = tmp_path / "copy.txt"
    text.write_text("\n".join(copy[:8]))
    command = [sys.executable, "-c", WRITER, str(tmp_path / "shelf"), str(text)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = {process.communicate(timeout=120)[0] for process in running}
    assert all(process.returncode == 0 for process in running)
    assert len(said) == 1
    shelf = Shelf(tmp_path / "shelf", ROOM)
    assert len(entries(shelf)) == 8
    assert shelf.verify() == 0
    assert {path.suffix for path in shelf.folder.glob("*/*")} == {".flac"}


@pytest.mark.parametrize("after_s", [0.05, 0.15, 0.3])
def test_kill_nine_leaves_only_whole_sentences(tmp_path: Path, copy: list[str], after_s: float) -> None:
    """Killed at any moment, every sentence on the shelf is whole; what was left half-written is swept up by the next prune."""
    text = tmp_path / "copy.txt"
    text.write_text("\n".join(copy))
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path / "shelf"), str(text)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(after_s)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    shelf = Shelf(tmp_path / "shelf", ROOM)
    assert shelf.verify() == 0
    shelf.prune(ROOM)
    assert {path.suffix for path in shelf.folder.glob("*/*")} <= {".flac"}


def test_it_is_held_to_its_size_the_longest_not_used_going_first(shelf: Shelf, utterance: Line, copy: list[str]) -> None:
    """Beyond the limit the oldest go until a tenth is free; what was used since stays."""
    for number, text in enumerate(copy[:8]):
        list(speak([utterance(text, number=number)], {"critic": VoiceProfile()}, shelf=shelf))
    by_age = entries(shelf)
    for age, path in enumerate(by_age):
        os.utime(path, (1_000_000 + age, 1_000_000 + age))
    total = sum(path.stat().st_size for path in by_age)
    os.utime(by_age[0])  # the oldest, used now
    gone = shelf.prune(total - 1)
    left = entries(shelf)
    assert gone == 8 - len(left) > 0
    assert sum(path.stat().st_size for path in left) <= 0.9 * (total - 1)
    assert by_age[0] in left
    assert by_age[1] not in left


def test_a_build_prunes_by_itself(tmp_path: Path, utterance: Line, copy: list[str]) -> None:
    """Speaking beyond the limit leaves the shelf within it."""
    shelf = Shelf(tmp_path / "shelf", 150_000)
    list(speak([utterance(text, number=n) for n, text in enumerate(copy[:10])], {"critic": VoiceProfile()}, shelf=shelf))
    assert shelf.stock().bytes <= 150_000


def test_backups_pass_it_by(shelf: Shelf, utterance: Line) -> None:
    """The folder carries the marks that backup programs and git look for."""
    list(speak([utterance("Go on.")], {"critic": VoiceProfile()}, shelf=shelf))
    assert (shelf.folder / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55")
    assert (shelf.folder / ".gitignore").read_text() == "*\n"


def test_a_sentence_that_had_to_be_said_twice_is_kept_as_it_was_found_good(shelf: Shelf, utterance: Line, hummer: object) -> None:
    """A chunk that was spoken in two halves comes back in two halves."""
    hummer.spoil = lambda said, call: replace(said, samples=said.samples * 0) if call == 1 else said  # type: ignore[attr-defined]
    line = utterance("The first half of it, and the second half of it.")
    (fresh,) = speak([line], {"critic": HUM}, shelf=shelf)
    (again,) = speak([line], {"critic": HUM}, shelf=shelf)
    assert again == fresh
    assert shelf.taken == 1
