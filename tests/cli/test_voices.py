"""``segment voices``: hear them before they are cast."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
import soundfile

from tests.cli.conftest import Segment


def profile(folder: Path, name: str, text: str) -> None:
    """A show with a voice of its own."""
    (folder / "segment.toml").write_text("")
    (folder / "voices").mkdir(exist_ok=True)
    (folder / "voices" / f"{name}.toml").write_text(text, encoding="utf-8")


def test_every_voice_is_listed_with_where_it_comes_from(segment: Segment, tmp_path: Path) -> None:
    """The show's own voice is marked as the project's, the others as built-in; one with mistakes says which; all are there."""
    profile(tmp_path, "critic", 'voice = "en-us+klatt"\nsounds = "Mine."\n')
    (tmp_path / "voices" / "odd.toml").write_text('voice = "en-us+klat"\nrate = 900\n')
    found = {entry["name"]: entry for entry in json.loads(segment("voices", "list", "--json", cwd=tmp_path).stdout)["voices"]}
    assert (found["critic"]["origin"], found["critic"]["sounds"]) == ("project", "Mine.")
    assert found["host"]["origin"] == "built-in"
    assert "Did you mean klatt?" in found["odd"]["wrong"]
    assert "100 to 300 words a minute" in found["odd"]["wrong"]
    shown = segment("voices", "list", cwd=tmp_path).stdout
    assert all(name in shown for name in found)


def test_a_voice_is_heard_in_a_file_and_nothing_is_overwritten(segment: Segment, tmp_path: Path) -> None:
    """Each try has a file of its own; a file that is named and there stays, exit 2, until --force, which keeps the old."""
    said = segment("voices", "try", "critic", "Marion Cotillard (koh-tee-YAR) is a wonder.", "--json", cwd=tmp_path)
    tried = json.loads(said.stdout)
    assert tried["text"] == "Marion Cotillard is a wonder."
    assert tried["path"] == "critic.try.wav"
    sound = soundfile.info(tmp_path / "critic.try.wav")
    assert abs(sound.duration - tried["seconds"]) < 0.01
    assert segment("voices", "try", "critic", "Again.", cwd=tmp_path).stdout.startswith("critic.try-2.wav")
    mine = tmp_path / "mine.wav"
    mine.write_bytes(b"mine")
    refused = segment("voices", "try", "critic", "Again.", "-o", "mine.wav", cwd=tmp_path)
    assert (refused.returncode, mine.read_bytes()) == (2, b"mine")
    assert segment("voices", "try", "critic", "Again.", "-o", "mine.wav", "--force", cwd=tmp_path).returncode == 0
    assert (tmp_path / "mine.wav~1").read_bytes() == b"mine"


def test_a_word_is_shown_as_it_is_read(segment: Segment, tmp_path: Path) -> None:
    """The IPA of a name differs with its pronouncer and without, and both are shown."""
    read = json.loads(segment("voices", "say", "Cotillard (koh-tee-YAR)", "--json", cwd=tmp_path).stdout)
    assert read["word"] == "Cotillard"
    assert read["plain"] != read["marked"] != ""
    assert "jˈɑː" in read["marked"]
    assert json.loads(segment("voices", "say", "Hello", "--json", cwd=tmp_path).stdout)["marked"] == ""


def test_voices_are_checked_by_having_them_speak(segment: Segment, tmp_path: Path) -> None:
    """Good voices speak; one with a mistake fails with it and exit 3; the sounds are kept where they are asked for."""
    profile(tmp_path, "odd", 'voice = "en-us+klat"\n')
    told = segment("voices", "check", "host", "odd", "-o", "heard", "--json", cwd=tmp_path)
    assert told.returncode == 3
    good, bad = json.loads(told.stdout)["voices"]
    assert soundfile.info(tmp_path / good["path"]).duration > 3
    assert "Did you mean klatt?" in bad["wrong"]
    assert segment("voices", "check", "host", "-o", "heard", cwd=tmp_path).returncode == 0
    assert sorted(path.name for path in (tmp_path / "heard").iterdir()) == ["host-2.wav", "host.wav"]


def test_the_shelf_is_shown_and_pruned(segment: Segment, tmp_path: Path) -> None:
    """A show's shelf lies in its .segment; damaged sentences are taken away; where the settings leave no room nothing is kept."""
    profile(tmp_path, "mine", 'voice = "en-us"\n')
    segment("voices", "try", "mine", "One sentence. And another.", cwd=tmp_path)
    before = json.loads(segment("voices", "shelf", "--json", cwd=tmp_path).stdout)
    assert before["sentences"] == 2
    assert Path(before["folder"]) == (tmp_path / ".segment" / "shelf")
    next((tmp_path / ".segment" / "shelf").glob("*/*.flac")).write_bytes(b"rubbish")
    after = json.loads(segment("voices", "shelf", "--prune", "--json", cwd=tmp_path).stdout)
    assert (after["sentences"], after["damaged"]) == (1, 1)
    (tmp_path / "segment.toml").write_text("[shelf]\nmegabytes = 0\n")
    assert "Nothing is kept" in segment("voices", "shelf", cwd=tmp_path).stdout


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("try", "critik"), 3, "Did you mean critic?"),
        (("try", "critic", "MUSIC: intro"), 0, ""),
        (("say", " "), 1, "has nothing to say"),
        (("check", "nosuch"), 3, "no voice called"),
        (("tri",), 2, "Did you mean try?"),
        (("try", "critic", "Hi.", "-o", "no/such/folder.wav"), 5, "folder does not exist"),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_a_sentence(
    segment: Segment, tmp_path: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    """Mistakes end with their exit code and a sentence, never a traceback."""
    done = segment("voices", *arguments, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr


TONE = """
import io, math, struct, sys, wave
text = sys.stdin.read()
out = io.BytesIO()
with wave.open(out, "wb") as file:
    file.setparams((1, 2, 16000, 0, "NONE", ""))
    size = 16000 * max(len(text.split()) // 3, 1)
    file.writeframes(struct.pack(f"<{size}h", *(int(8000 * math.sin(n / 6) * min((size - n) / 3000, 1)) for n in range(size))))
sys.stdout.buffer.write(out.getvalue())
"""


def test_a_line_that_cannot_be_said_right_stops_the_build_unless_it_is_allowed(
    segment: Segment, short: Path, tmp_path: Path
) -> None:
    """A voice that only hums ends the build with exit 4 and the line's name, nothing made; allowed, it is a warning."""
    (tmp_path / "tone.py").write_text(TONE)
    program = json.dumps([sys.executable, "tone.py"])
    profile(tmp_path, "critic", f'engine = "command"\nvoice = "x"\n[options]\nprogram = {program}\n')
    (tmp_path / "tone.py").rename(tmp_path / "voices" / "tone.py")
    stopped = segment("mix", short, "-o", "out", cwd=tmp_path)
    assert stopped.returncode == 4, stopped.stderr
    assert "critic-1: The voice critic could not say" in stopped.stderr
    assert "noise where words should be" in stopped.stderr
    assert not list((tmp_path / "out").glob("*"))
    made = segment("mix", short, "-o", "out", "--accept-doubtful", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert "VO004" in made.stderr
    (tmp_path / "segment.toml").write_text('[speech]\ndoubtful = "accept"\n')
    assert segment("mix", short, "-o", "out", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("import os; os._exit(3)", "exit code 3"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "SIGSEGV"),
        ("print('no sound at all')", "could not say"),
        ("pass", "could not say"),
        ("import time; time.sleep(60)", "1 s"),
    ],
    ids=["fails", "crashes", "rubbish", "nothing", "hangs"],
)
def test_an_engine_in_trouble_is_a_sentence(segment: Segment, short: Path, tmp_path: Path, program: str, told: str) -> None:
    """Whatever a program does, the build ends with exit 4, the line and what was wrong, and nothing half-written."""
    command = json.dumps([sys.executable, "-c", program])
    profile(tmp_path, "critic", f'engine = "command"\nvoice = "x"\n[options]\ntimeout_s = 1\nprogram = {command}\n')
    done = segment("mix", short, "-o", "out", cwd=tmp_path)
    assert done.returncode == 4, done.stderr
    assert told in done.stderr
    assert "critic-1" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "out").glob("*"))
