"""Stories of a show: made, found, and told where they stand."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from segment.errors import ProjectError
from segment.model.loudness import Loudness
from segment.model.report import BuildRecord, DeliverableRecord, Input, Output
from segment.pipeline import new_story, stories
from segment.project import story_index
from segment.project.located import located
from segment.project.story_state import StoryState
from segment.publish.record import record_json
from tests.cli.conftest import PAGE, SHORT


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def made_story(show: Path, name: str, script: str = SHORT) -> Path:
    """A story as a build leaves it, with sound that is none."""
    folder = show / "stories" / name
    (folder / "takes").mkdir(parents=True)
    (folder / "out").mkdir()
    (folder / "review.md").write_text(PAGE, encoding="utf-8")
    (folder / "script.txt").write_text(script, encoding="utf-8")
    (folder / "out" / f"{name}.mp3").write_bytes(b"sound")
    inputs = [("review", "../review.md"), ("script", "../script.txt"), ("project", "../../../segment.toml")]
    loudness = Loudness(
        integrated_lufs=-16.0,
        true_peak_dbtp=-1.5,
        lra_lu=3.0,
        momentary_max_lufs=-10.0,
        short_term_max_lufs=-12.0,
        sample_peak_dbfs=-1.6,
    )
    record = BuildRecord(
        tool="radio-segment 0",
        inputs=tuple(Input(role=role, path=way, sha256=digest((folder / "out" / way).resolve())) for role, way in inputs),
        outputs=(Output(path=f"{name}.mp3", sha256="", bytes=5, media_type="audio/mpeg"),),
        settings={"voices": {"host": "host", "critic": "critic"}},
        deliverables=tuple(
            DeliverableRecord(name=use, duration_s=length, loudness=loudness, gain_db=0, limited_s=0)
            for use, length in (("podcast", 62.0), ("air", 40.0))
        ),
    )
    (folder / "out" / f"{name}.report.json").write_text(record_json(record), encoding="utf-8")
    return folder


@pytest.fixture
def show(tmp_path: Path) -> Path:
    """A show without stories."""
    (tmp_path / "segment.toml").write_text('[show]\nname = "x"\n')
    return tmp_path


def only(show: Path) -> StoryState:
    """Where the only story stands."""
    (state,) = stories(show)
    return state


def test_a_story_goes_from_review_to_made(show: Path) -> None:
    """No review, to write, to make, up to date: each is told by what lies in the folder."""
    folder = show / "stories" / "one"
    folder.mkdir(parents=True)
    assert only(show).state == "no review"
    (folder / "review.md").write_text(PAGE)
    assert only(show).state == "to write"
    (folder / "script.txt").write_text(SHORT)
    state = only(show)
    assert (state.state, state.script, state.is_reckoned) == ("to make", True, True)
    assert state.length_s == pytest.approx(50 * 60 / 160, abs=3)


@pytest.mark.parametrize(
    ("touch", "told"),
    [
        (lambda f: (f / "review.md").write_text("other"), ("review",)),
        (lambda f: (f / "script.txt").write_text(SHORT.replace("liked", "loved")), ("script",)),
        (lambda f: (f / "takes" / "critic.wav").write_bytes(b"x"), ("take:critic",)),
        (lambda f: (f / "takes" / "critic-2.wav").write_bytes(b"x"), ("take:critic",)),
        (lambda f: (f / "takes" / "nobody.wav").write_bytes(b"x"), ()),
        (lambda f: (f / "out" / "one.mp3").unlink(), ("one.mp3",)),
        (lambda f: (f / "../../segment.toml").resolve().write_text("# new\n"), ("project",)),
        (lambda f: (f / "script.txt").write_text(SHORT, encoding="utf-8-sig"), ()),
        (lambda f: None, ()),
    ],
)
@pytest.mark.parametrize("remembered", [True, False])
def test_what_changed_is_told(
    show: Path, monkeypatch: pytest.MonkeyPatch, touch: object, told: tuple[str, ...], remembered: bool
) -> None:
    """A changed review, script, setting, a new take of a voiced role or a lost file is told, after an earlier look too."""
    folder = made_story(show, "one")
    if remembered:
        monkeypatch.setattr(story_index, "_FRESH_NS", -(10**9))
        assert only(show).state == "up to date"
        assert (show / ".segment" / "stories.index").stat().st_size > 100
    touch(folder)  # type: ignore[operator]
    state = only(show)
    assert state.changed == told
    assert state.state == ("changed" if told else "up to date")
    assert only(show) == state


@pytest.mark.parametrize(
    ("header", "over"),
    [
        ("SLOT: 1:02", 0.0),
        ("SLOT: 0:58", 4.0),
        ("SLOT: 1:10", -8.0),
        ("SLOT: 1:03", 0.0),
        ("CART: 0:40", 0.0),
        ("CART: 0:30", 10.0),
        ("", None),
    ],
)
def test_over_and_under(show: Path, header: str, over: float | None) -> None:
    """A made story says by how much it is over or under its slot; two seconds early is on time."""
    made_story(show, "one", f"{header}\n{SHORT}".lstrip())
    assert only(show).over_s == pytest.approx(over)


def test_a_record_that_cannot_be_read_is_no_build(show: Path) -> None:
    """A broken build record does not stop the listing."""
    folder = made_story(show, "one")
    (folder / "out" / "one.report.json").write_text("{")
    assert only(show).state == "to make"


def test_a_moved_show_is_still_up_to_date(show: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A show folder that was moved, and a story that is linked into it, are judged as before."""
    made_story(show, "one")
    assert only(show).state == "up to date"
    moved = tmp_path_factory.mktemp("moved") / "a b"
    show.rename(moved)
    assert only(moved).state == "up to date"


def test_a_new_story_has_its_review(show: Path) -> None:
    """A page becomes a folder named by the title, with the review in it; a second one of that name is refused."""
    page = show / "page.txt"
    page.write_text(PAGE)
    assert not new_story(page, show, dry_run=True).folder.exists()
    made = new_story(page, show)
    assert made.folder == show / "stories" / "the-short-one"
    assert (made.folder / "review.md").is_file()
    assert only(show).state == "to write"
    with pytest.raises(ProjectError, match="already"):
        new_story(page, show)
    assert new_story(page, show, name="Zweiter Film, “neu”").folder.name == "Zweiter Film, “neu”"
    for name in ("../x", "a/b", ".x", "a\nb"):
        with pytest.raises(ProjectError, match="cannot be called"):
            new_story(page, show, name=name)


def test_a_story_is_found_by_name_and_from_inside(show: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Inside a story nothing need be named; a name stands for its folder; a misspelt one is answered with the nearest."""
    folder = made_story(show, "one")
    monkeypatch.chdir(folder / "takes")
    assert located(Path()) == folder
    monkeypatch.chdir(show)
    assert located(Path("one")) == folder
    assert located(Path("page.txt")) == Path("page.txt")
    with pytest.raises(ProjectError, match="neither a file nor a story") as caught:
        located(Path("oen"))
    assert "Did you mean one?" in caught.value.hint
    with pytest.raises(ProjectError, match="not inside a story"):
        located(Path())


@pytest.mark.slow
def test_ten_thousand_stories_are_listed_quickly(show: Path) -> None:
    """An archive of 10,000 stories is listed again in about a second of processor time, and in a few the first time."""
    first = made_story(show, "story-00000")
    pieces = {path.relative_to(first): path.read_bytes() for path in sorted(first.rglob("*")) if path.is_file()}
    for number in range(1, 10_000):
        folder = show / "stories" / f"story-{number:05}"
        (folder / "out").mkdir(parents=True)
        for name, data in pieces.items():
            (folder / name).write_bytes(data)
    time.sleep(2.1)
    took = []
    for _ in range(2):
        began = time.process_time()
        found = stories(show)
        took.append(time.process_time() - began)
        assert len(found) == 10_000
        assert {one.state for one in found} == {"up to date"}
    # Twice what an idle machine needs: others may be at work on this one.
    assert took[1] < 2.0, took
    assert took[0] < 8.0, took
