"""Bad input is a sentence and an exit code: never a traceback, nothing half-written, nothing lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.cli.conftest import EXAMPLE, PAGE, SHORT, Segment


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def empty(path: Path) -> None:
    """No byte."""
    path.touch()


def binary(path: Path) -> None:
    """A picture, say."""
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)


def huge(path: Path) -> None:
    """More than any critic wrote."""
    with path.open("wb") as file:
        file.truncate(50_000_001)


def navigation(path: Path) -> None:
    """A page with no review in it."""
    path.write_text("Home\nAbout\nContact\nSign in\nRecently Played\nListen Live\n", encoding="utf-8")


def html(path: Path) -> None:
    """A page as the server sends it."""
    path.write_text("<!DOCTYPE html><html><body><p>Rust and Bone is a film.</p></body></html>", encoding="utf-8")


@pytest.mark.parametrize("make", [empty, binary, huge, navigation, html])
def test_a_page_that_is_no_review(segment: Segment, tmp_path: Path, make: Callable[[Path], None]) -> None:
    """Exit code 1, one sentence that names the file, and no output folder."""
    make(tmp_path / "page.txt")
    before = set(snapshot(tmp_path))
    done = segment("make", "page.txt", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("segment: ")
    assert "page.txt" in done.stderr
    assert set(snapshot(tmp_path)) == before


def test_a_page_that_is_not_there(segment: Segment, tmp_path: Path) -> None:
    """A missing file is exit code 1 and its name."""
    done = segment("make", "nosuch.txt", cwd=tmp_path)
    assert done.returncode == 1
    assert "nosuch.txt does not exist" in done.stderr


def test_a_page_in_another_encoding_is_read_with_a_note(segment: Segment, tmp_path: Path) -> None:
    """Windows-1252 text is understood, and the note says that it was guessed."""
    (tmp_path / "page.txt").write_bytes(EXAMPLE.read_text(encoding="utf-8").encode("cp1252", "replace"))
    done = segment("review", "page.txt", "--json", cwd=tmp_path)
    assert done.returncode == 0
    review = json.loads(done.stdout)
    assert any("Séverine" in credit["name"] for credit in review["credits"])
    assert any("1252" in note["message"] for note in review["findings"])


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("make", EXAMPLE, "-t", "reveiw"), 3, ("reveiw", "Did you mean review?")),
        (("make", EXAMPLE, "--voice", "critic=critc"), 3, ("critc", "Did you mean critic?")),
        (("make", EXAMPLE, "--voice", "crtic=critic"), 2, ("crtic", "Did you mean critic?")),
        (("make", EXAMPLE, "--voice", "critic"), 2, ("ROLE=PROFILE",)),
        (("make", EXAMPLE, "--voice", "critic=critic", "--voice", "critic=host"), 2, ("critic", "given twice")),
        (("make", EXAMPLE, "--slot", "soon"), 2, ("soon", "3:00")),
        (("make", EXAMPLE, "--take", "critic=nosuch.wav"), 1, ("nosuch.wav",)),
        (("mkae", EXAMPLE), 2, ("mkae", "Did you mean make?")),
        (("make", EXAMPLE, "--templat", "x"), 2, ("--templat", "--template")),
        (("mix", "nosuch.txt"), 1, ("nosuch.txt",)),
        (("init", "."), 2, ("segment.toml", "nothing was written")),
    ],
)
def test_a_wrong_word_on_the_command_line(
    segment: Segment, tmp_path: Path, arguments: tuple[str, ...], code: int, words: tuple[str, ...]
) -> None:
    """The exit code of the design, the word that is wrong, and what was probably meant; nothing is written."""
    (tmp_path / "segment.toml").write_text("")
    done = segment(*arguments, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert all(word in done.stderr for word in words), done.stderr
    # The build store, which can be made again and is marked so, may have been opened.
    assert {name for name in snapshot(tmp_path) if not str(name).startswith(".segment/")} == {"segment.toml"}


def test_a_failure_as_json(segment: Segment, tmp_path: Path) -> None:
    """Under --json a failure is JSON on stdout, and nothing else is printed."""
    done = segment("make", "nosuch.txt", "--json", cwd=tmp_path)
    failure = json.loads(done.stdout)
    assert failure["exit_code"] == done.returncode == 1
    assert set(failure["error"]) == {"type", "message", "where", "hint"}
    assert done.stderr == ""


def test_wrong_settings_are_told_together(segment: Segment, tmp_path: Path) -> None:
    """Two mistakes in segment.toml are two lines of one message."""
    (tmp_path / "segment.toml").write_text('[podcast]\nlufs = "loud"\nkpbs = 128\n')
    done = segment("make", EXAMPLE, cwd=tmp_path)
    assert done.returncode == 2
    assert all(word in done.stderr for word in ("segment.toml", "podcast.lufs", "podcast.kpbs", "podcast.kbps"))


def test_a_template_that_fails_is_told_with_file_and_line(segment: Segment, tmp_path: Path) -> None:
    """The line of the .j2 file, and what was probably meant."""
    (tmp_path / "segment.toml").write_text("")
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "own.j2").write_text("INTRO:\nHOST: Hello.\nPIECE:\nCRITIC: {{ reviw.title }}\n")
    done = segment("make", EXAMPLE, "-t", "own", cwd=tmp_path)
    assert done.returncode == 1
    assert "own.j2:4" in done.stderr
    assert "review" in done.stderr


def test_a_bad_cue_is_told_with_its_line(segment: Segment, short: Path) -> None:
    """The script's file and line, what was found and what is allowed; every bad line at once."""
    text = short.read_text(encoding="utf-8")
    short.write_text(text.replace("establish 2s", "estabish 2s").replace("HOST: Good", "HSOT: Good"), encoding="utf-8")
    done = segment("mix", short.name, cwd=short.parent)
    assert done.returncode == 1
    assert all(word in done.stderr for word in ("short.txt:5", "estabish", "establish", "short.txt:6", "HSOT", "HOST"))


def test_music_nobody_has_is_told(segment: Segment, short: Path) -> None:
    """A bed that is not there is exit code 3 with the beds that are."""
    short.write_text(short.read_text(encoding="utf-8").replace("MUSIC: intro", "MUSIC: itnro"), encoding="utf-8")
    done = segment("mix", short.name, cwd=short.parent)
    assert done.returncode == 3, done.stderr
    assert "itnro" in done.stderr
    assert "intro" in done.stderr


@pytest.mark.parametrize("kind", ["silent", "text", "empty"])
def test_a_recording_that_cannot_be_used(segment: Segment, short: Path, kind: str) -> None:
    """A silent, an undecodable and an empty recording are each a sentence with the file's name."""
    take = short.parent / "take.wav"
    if kind == "silent":
        soundfile.write(take, np.zeros(44_100 * 3), 44_100)
    else:
        take.write_text("not a sound" if kind == "text" else "")
    done = segment("mix", short.name, "--take", "critic=take.wav", cwd=short.parent)
    assert done.returncode == 1, done.stderr
    assert "take.wav" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((short.parent / "out").glob("*"))


def test_an_output_that_was_edited_stays_untouched(segment: Segment, short: Path) -> None:
    """Edited captions stop the build with exit code 2; --force keeps them as NAME~1."""
    assert segment("mix", short.name, cwd=short.parent).returncode == 0
    captions = short.parent / "out" / "short-one.vtt"
    captions.write_text("mine", encoding="utf-8")
    before = snapshot(short.parent)
    done = segment("mix", short.name, cwd=short.parent)
    assert done.returncode == 2
    assert "short-one.vtt" in done.stderr
    assert "--force" in done.stderr
    assert snapshot(short.parent) == before
    assert segment("mix", short.name, "--force", cwd=short.parent).returncode == 0
    assert captions.with_name("short-one.vtt~1").read_text(encoding="utf-8") == "mine"
    assert captions.read_text(encoding="utf-8").startswith("WEBVTT")


def test_an_edited_script_beside_the_files_is_never_written_over(segment: Segment, tmp_path: Path) -> None:
    """make, edit out/*.script.txt, make again: the edit stays and the tool says so."""
    page = tmp_path / "short.md"
    page.write_text(PAGE, encoding="utf-8")
    assert segment("make", page, cwd=tmp_path).returncode == 0
    script = next((tmp_path / "out").glob("*.script.txt"))
    script.write_text(script.read_text(encoding="utf-8") + "; my remark\n", encoding="utf-8")
    done = segment("make", page, cwd=tmp_path)
    assert done.returncode == 2
    assert script.read_text(encoding="utf-8").endswith("; my remark\n")
    assert segment("mix", script, cwd=tmp_path).returncode == 0


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(segment: Segment, short: Path) -> None:
    """Exit code 5 and the folder's name."""
    locked = short.parent / "locked"
    locked.mkdir(mode=0o500)
    done = segment("mix", short.name, "-o", "locked", cwd=short.parent)
    assert done.returncode == 5
    assert "locked" in done.stderr


def test_an_output_folder_that_is_a_file(segment: Segment, short: Path) -> None:
    """Exit code 5, and the file stays."""
    (short.parent / "taken").write_text("mine")
    done = segment("mix", short.name, "-o", "taken", cwd=short.parent)
    assert done.returncode == 5
    assert (short.parent / "taken").read_text() == "mine"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a small file system to fill")
def test_a_full_disk(short: Path) -> None:
    """When no byte more fits, exit code 5 says so, and what was there before is whole."""
    resource = pytest.importorskip("resource")
    command = [sys.executable, "-m", "segment.cli.main", "mix", short.name]
    assert subprocess.run(command, cwd=short.parent, capture_output=True, check=False).returncode == 0
    before = snapshot(short.parent)

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    done = subprocess.run(command, cwd=short.parent, capture_output=True, text=True, preexec_fn=small, check=False)
    assert done.returncode == 5, done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(short.parent) == before


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize(("blow", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
@pytest.mark.parametrize("after_s", [0.3, 0.9, 1.5])
def test_a_build_stopped_in_the_middle(
    made: tuple[Path, object], short: Path, tmp_path: Path, blow: int, code: int, after_s: float
) -> None:
    """Ctrl-C and kill -9 leave the old files whole; after the next run no temporary file is left, and no child lives on."""
    del made  # the example has been made before: the run below is known to work
    command = [sys.executable, "-m", "segment.cli.main", "make", str(EXAMPLE)]
    out = tmp_path / "out"
    old = out / "salt-in-the-piano.vtt"
    out.mkdir()
    (out / "other.txt").write_text("mine")
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    time.sleep(after_s)
    running = process.poll() is None
    os.killpg(process.pid, blow) if blow == signal.SIGINT else process.kill()
    _, stderr = process.communicate(timeout=30)
    if running:
        assert process.returncode == code, stderr
        assert b"Traceback" not in stderr
        assert not old.exists()
    assert ends(process.pid, within_s=10)
    # A killed build is made again; after Ctrl-C, which tidies up itself, any other build in that folder will do.
    again = command if blow == signal.SIGKILL else [*command[:3], "mix", str(short)]
    assert subprocess.run(again, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    assert (out / "other.txt").read_text() == "mine"
    assert not [p.name for p in out.iterdir() if p.name.startswith(".")]


def ends(group: int, *, within_s: float) -> bool:
    """Whether every process of a group is gone in time."""
    for _ in range(round(within_s / 0.05)):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(os.name == "nt", reason="Windows does not remove a folder that somebody is in")
def test_a_folder_that_was_removed_underfoot(tmp_path: Path, short: Path) -> None:
    """Working in a folder that is no longer there is the machine's refusal, not a bug."""
    gone = tmp_path / "gone"
    gone.mkdir()
    code = "import os, sys; os.rmdir(os.getcwd()); from segment.cli.main import run; run(sys.argv[1:])"
    command = [sys.executable, "-P", "-c", code, "mix", str(short)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=gone, timeout=60, check=False)
    assert done.returncode == 5, done.stderr
    assert "no longer there" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every file name is text")
def test_a_name_that_is_no_text_is_refused_and_its_folder_can_be_worked_in(segment: Segment, tmp_path: Path) -> None:
    """A file name with bytes that are no UTF-8 is told as such, exit 2; in a folder of such a name everything works."""
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    (folder / "short.txt").write_text(SHORT, encoding="utf-8")
    refused = segment("mix", str(folder / "short.txt"), cwd=tmp_path)
    assert (refused.returncode, "no text in UTF-8: b'" in refused.stderr) == (2, True)
    assert segment("mix", "short.txt", cwd=folder).returncode == 0
    assert (folder / "out" / "short-one.mp3").is_file()
