"""What becomes of an episode when something changes, fails or is not allowed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from segment.errors import Cause, ProjectError, PublishError, ScriptError
from segment.media import float_wav, sound
from segment.pipeline.auditions import try_voice
from segment.pipeline.episodes import episode_status, make_episode, plan_episode
from segment.pipeline.making import make
from segment.project.episode import segments
from segment.project.episode.places import place_of
from segment.project.episode.reading import read_episode
from tests.pipeline.episodes.conftest import BOOK, FILM, SHOW, episode, noise, show, story

TWO = 'title = "Two"\n[[segments]]\nstory = "film"\n[[segments]]\nstory = "book"\n'


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """An episode of two stories, nothing of which is made."""
    root = show(tmp_path / "show")
    story(root, "film", "film", "Ann Example", FILM)
    story(root, "book", "book", "Bo Sample", BOOK)
    return episode(root, TWO)


def files(folder: Path) -> set[str]:
    """Names of what is in a folder."""
    return {path.name for path in folder.glob("*")}


def test_one_that_fails_does_not_keep_the_others(two: Path) -> None:
    """The story with a mistake is named with its file and line, the other is made, nothing of the episode is written."""
    script = two.parents[1] / "stories" / "film" / "script.txt"
    script.write_text(script.read_text(encoding="utf-8") + "MUSIK: intro, up\n", encoding="utf-8")
    with pytest.raises(ProjectError, match="The segment film failed: ") as failure:
        make_episode(two)
    assert failure.value.where is not None
    assert (failure.value.where.line, failure.value.exit_code) == (15, 1)
    assert "The others are made and kept: book." in failure.value.hint
    assert "book.mp3" in files(two.parents[1] / "stories" / "book" / "out")
    assert files(two) == {"episode.toml"}


def test_the_highest_exit_code_is_that_of_the_whole(two: Path) -> None:
    """Of several failures every one is told, and the worst decides."""

    def fail(folder: Path, number: int, of: int) -> None:
        cause = Cause.GATE if folder.name == "film" else Cause.MATERIAL
        raise ScriptError(f"{folder.name} is wrong, {number + 1} of {of}.", cause=cause)

    place = place_of(two)
    with pytest.raises(ProjectError) as failure:
        segments.make_missing(read_episode(place), place.root, fail)
    assert failure.value.exit_code == 4
    assert "film: film is wrong, 1 of 2." in failure.value.message
    assert "book: book is wrong, 2 of 2." in failure.value.message


def test_before_anything_is_made_the_plan_and_the_status_say_so(two: Path) -> None:
    """--dry-run names the stories to make and the files to write, status reckons; neither writes."""
    planned = [(one.path.name, one.why.partition(":")[0]) for one in plan_episode(two)]
    assert planned[:3] == [("out", "a segment made first"), ("out", "a segment made first"), ("script.txt", "new")]
    assert ("*.mp3", "the episode Two") in planned
    found = episode_status(two)
    assert [row.state for row in found.rows] == ["to make", "to make"]
    assert (found.state, found.missing, found.is_reckoned) == ("to make", (), True)
    assert found.length_s > 30
    assert files(two) == {"episode.toml"}


def test_what_changed_is_made_again_and_nothing_else(two: Path) -> None:
    """A line of one story's script costs that story and the episode; an edited link the episode alone; a moved CLIP is moved."""
    root = two.parents[1]
    first = make_episode(two)
    assert set(first.segments_made) == {"film", "book"}
    script = root / "stories" / "film" / "script.txt"
    script.write_text(script.read_text(encoding="utf-8").replace("tomorrow", "on Friday"), encoding="utf-8")
    assert episode_status(two).rows[0].changed == ("script",)
    second = make_episode(two)
    assert (second.segments_made, second.anew) == (("film",), True)
    links = two / "script.txt"
    clips = links.read_text(encoding="utf-8").replace("CLIP: film", "CLIP: x").replace("CLIP: book", "CLIP: film")
    links.write_text(clips.replace("CLIP: x", "CLIP: book"), encoding="utf-8")
    third = make_episode(two)
    assert (third.segments_made, third.anew) == ((), True)
    assert [one.name for one in third.record.segments] == ["book", "film"]
    assert episode_status(two).state == "up to date"
    again = make_episode(two, rewrite=True)
    assert [one.name for one in again.record.segments] == ["film", "book"]
    assert "script.txt~1" in files(two)


def test_a_segment_that_the_script_leaves_out_is_noted(two: Path) -> None:
    """The script is the edit list: a CLIP that was taken out is not heard, with a note; one that nobody knows is refused."""
    root = two.parents[1]
    make(root / "stories" / "film")
    make(root / "stories" / "book")
    (two / "script.txt").write_text("PIECE:\nHOST: A film.\nCLIP: film\n", encoding="utf-8")
    made = make_episode(two)
    assert [note.message for note in made.findings if note.code == "EP002"] == [
        "The segment book is not in the episode's script.txt."
    ]
    for line, message in (("CLIP: filn", "neither a segment nor a sound"), ("CLIP: film, in 0:02", "is heard whole")):
        (two / "script.txt").write_text(f"PIECE:\nHOST: A film.\n{line}\n", encoding="utf-8")
        with pytest.raises(ScriptError, match=message) as failure:
            make_episode(two)
        assert failure.value.where is not None
        assert failure.value.where.line == 3
    said = " ".join(FILM.split()[:8])
    (two / "script.txt").write_text(f"PIECE:\nHOST: {said}.\nCLIP: film\n", encoding="utf-8")
    assert "EP001" in {note.code for note in make_episode(two).findings}


def test_scratch_is_refused(tmp_path: Path) -> None:
    """A story in which a synthetic voice stands in for a person stops the episode with exit code 4."""
    root = show(tmp_path / "show", SHOW + '[roles.critic]\nperson = "Ann Example"\n')
    story(root, "film", "film", "Ann Example", FILM)
    folder = episode(root, 'title = "One"\n[[segments]]\nstory = "film"\n')
    with pytest.raises(PublishError, match="no SCRATCH segments: in film") as failure:
        make_episode(folder)
    assert failure.value.exit_code == 4
    assert episode_status(folder).missing == ("film",)


def test_a_post_that_cannot_be_met_says_by_how_much(tmp_path: Path) -> None:
    """Nothing is written, the message has the seconds, and the place is the line of the post."""
    root = show(tmp_path / "show")
    folder = episode(root, 'title = "Late"\n[[segments]]\naudio = "a.wav"\n[[segments]]\naudio = "b.wav"\nat = "0:12"\n')
    noise(folder / "a.wav", 10.0)
    noise(folder / "b.wav", 2.0)
    with pytest.raises(ProjectError, match=r"b is to start at :12 and comes (\d+\.\d) s late") as failure:
        make_episode(folder)
    assert failure.value.exit_code == 4
    assert failure.value.where is not None
    assert failure.value.where.line == 6
    assert "out" not in files(folder) or not files(folder / "out")
    late = episode_status(folder).rows[1].late_s
    assert late is not None
    assert late > 0


def test_audio_that_may_not_be_in_a_podcast_is_left_out_with_its_link(tmp_path: Path) -> None:
    """What only the air may hear is not heard, nor what leads into it; of what nothing is said, the feed is kept from it."""
    root = show(tmp_path / "show")
    text = 'title = "Rights"\n[[segments]]\naudio = "a.wav"\nrights = ["air"]\n[[segments]]\naudio = "b.wav"\n'
    folder = episode(root, text)
    noise(folder / "a.wav", 3.0)
    noise(folder / "b.wav", 3.0)
    made = make_episode(folder)
    assert [one.name for one in made.record.segments] == ["b"]
    notes = {note.code: note for note in made.findings}
    assert "its rights in episode.toml" in notes["PJ022"].hint
    assert "In its segment in episode.toml say" in notes["PJ021"].hint


def test_the_host_records_all_links_in_one_file(tmp_path: Path) -> None:
    """One recording is split over the links, wherever the segments stand between them; nobody is synthetic then."""
    # In French, a recording is held against the embedded voice, which this one is: nothing is left to chance.
    root = show(tmp_path / "show", '[show]\nlanguage = "fr"\n[roles.host]\nperson = "Max Oduya"\n')
    folder = episode(root, 'title = "Links"\n[[segments]]\naudio = "a.wav"\ntitle = "A"\nrights = ["podcast"]\n')
    noise(folder / "a.wav", 3.0)
    lines = ("Voici ce que nous avons entendu au port cette semaine.", "C'est tout pour aujourd'hui. Revenez vendredi.")
    (folder / "script.txt").write_text(f"PIECE:\nHOST: {lines[0]}\nCLIP: a\nHOST: {lines[1]}\n", encoding="utf-8")
    parts = []
    for number, said in enumerate(lines):
        spoken = sound.read(Path(try_voice("host-fr", said, out=tmp_path / f"{number}.wav").path))
        parts += [spoken.samples[:, :1], np.zeros((spoken.rate, 1), np.float32)]
    joined = np.concatenate(parts)
    float_wav.write(tmp_path / "links.wav", [joined], len(joined), spoken.rate, 1)
    scratch = plan_episode(folder)
    assert any("SCRATCH" in one.path.name for one in scratch)
    made = make_episode(folder, takes={"host": tmp_path / "links.wav"})
    heard = [row for row in made.orders["podcast"] if row.what in {"line", "clip"}]
    assert [row.what for row in heard] == ["line", "clip", "line"]
    assert [row.who for row in heard if row.what == "line"] == ["Max Oduya", "Max Oduya"]
    assert "SCRATCH" not in made.slug
    one_each = make_episode(folder, takes={"host": [tmp_path / "0.wav", tmp_path / "1.wav"]})
    assert [row.what for row in one_each.orders["podcast"] if row.what in {"line", "clip"}] == ["line", "clip", "line"]


def test_a_finished_file_of_the_users_is_not_written_over(two: Path) -> None:
    """What stands where a file goes and is not ours stops the build; --force keeps it as NAME~1."""
    (two / "script.txt").write_text("PIECE:\nHOST: A film.\nCLIP: film\n", encoding="utf-8")
    (two / "out").mkdir()
    (two / "out" / "two.mp3").write_bytes(b"mine")
    with pytest.raises(ProjectError, match=r"two\.mp3") as failure:
        make_episode(two)
    assert failure.value.exit_code == 2
    assert (two / "out" / "two.mp3").read_bytes() == b"mine"
    made = make_episode(two, force=True)
    assert (two / "out" / "two.mp3~1").read_bytes() == b"mine"
    assert replace(made.record, segments=()).title == "Two"
