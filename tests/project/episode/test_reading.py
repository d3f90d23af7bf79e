"""episode.toml: what it may say, and that all of its mistakes are told at once, each with its line."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segment.errors import Cause, ProjectError
from segment.project.episode.fields import FIELDS, OF_SEGMENT
from segment.project.episode.judging import Lines, mistakes
from segment.project.episode.places import place_of
from segment.project.episode.reading import read_episode
from tests.project.episode.conftest import Written

WHOLE = """\
title = "Ghosts and pianos"
number = 12
season = 2
date = 2026-03-06
summary = "Two films and a book."
length = "28:00-28:30"
starts_at = "9:00"
chapters = "inner"

[[segments]]
story = "film"
length = "3:00"
link = "First, a film."

[[segments]]
slot = "ad"

[[segments]]
audio = "visit.wav"
title = "A visit to the organ"
by = "Ana Lund"
rights = ["podcast"]
at_time = "9:20"

[[segments]]
story = "book"
parts = "all"
at = "25:00"
"""


def test_all_of_it_is_read(written: Written, tmp_path: Path) -> None:
    """Times become seconds, a time of day becomes a place in the programme, and every segment has a name of its own."""
    place = written(WHOLE)
    (place.folder / "visit.wav").write_bytes(b"RIFF")
    episode = read_episode(place)
    assert (episode.number, episode.season, episode.date, episode.starts_s) == (12, 2, "2026-03-06", 9 * 3600)
    assert (episode.least_s, episode.most_s) == (1680.0, 1710.0)
    assert [one.name for one in episode.segments] == ["film", "ad", "visit", "book"]
    assert [one.at_s for one in episode.segments] == [None, None, 1200.0, 1500.0]
    assert episode.segments[0].length_s == 180.0
    assert episode.segments[1].is_hole
    assert place.root == tmp_path


def test_every_mistake_is_told_at_once_with_its_line(written: Written) -> None:
    """A wrong key, a wrong value and a missing one come together, with their lines and the key that was meant."""
    text = 'titel = "X"\nnumber = 0\n\n[[segments]]\nstory = "film"\nparts = "pieces"\n[[segments]]\nplaceholder = true\n'
    with pytest.raises(ProjectError) as failure:
        read_episode(written(text))
    told = failure.value.message
    assert "6 things are wrong" in told
    assert re.search(r"line 1: titel is no key of an episode\. Did you mean title\?", told)
    assert "line 2: number cannot be 0. It takes a whole number from 1." in told
    assert "line 6: Segment 1: parts cannot be 'pieces'. Did you mean piece?" in told
    assert "The episode has no title." in told
    assert "line 8: Segment 2: a placeholder needs a length." in told
    assert failure.value.cause is Cause.USAGE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[segments]]\nstory = "film"\n[[segments]]\nstory = "film"\n', "is film again, as segment 1"),
        ('[[segments]]\nstory = "film"\nat = "5:00"\n[[segments]]\nstory = "book"\nat = "2:00"\n', "before segment 1 at 5:00"),
        ('length = "9:00"\n[[segments]]\nstory = "film"\nat = "10:00"\n', "after the episode's end"),
        ('[[segments]]\nstory = "film"\nat_time = "9:30"\n', "nothing says when the episode begins"),
        ('[[segments]]\nstory = "film"\naudio = "x.wav"\n', "either a story or audio"),
        ("segments = 3\n", "no list of tables"),
        ("", "has no segments"),
    ],
)
def test_what_cannot_be_together_is_refused(written: Written, text: str, message: str) -> None:
    """Two segments the same, posts in the wrong order or beyond the end, and half a post are mistakes of the file."""
    with pytest.raises(ProjectError, match=message) as failure:
        read_episode(written(f'title = "X"\n{text}'))
    assert failure.value.exit_code == 2
    assert failure.value.where is not None


def test_what_it_names_must_be_there(written: Written) -> None:
    """A story or a sound file that is missing is told with its line, the nearest name and the way out."""
    with pytest.raises(ProjectError) as failure:
        read_episode(written('title = "X"\n[[segments]]\nstory = "films"\n[[segments]]\naudio = "gone.wav"\n'))
    assert "line 3: There is no story called “films”. Did you mean film?" in failure.value.message
    assert "line 5: There is no sound file “gone.wav”." in failure.value.message
    assert failure.value.exit_code == 1


def test_a_placeholder_need_not_be_there(written: Written) -> None:
    """A story that is still to come keeps its place with its length."""
    episode = read_episode(written('title = "X"\n[[segments]]\nstory = "opera"\nplaceholder = true\nlength = "3:00"\n'))
    assert episode.placeholders == ("opera",)


def test_two_episodes_with_one_number(written: Written) -> None:
    """A number is given once in a season; another season may count from one again."""
    one = '[[segments]]\nstory = "film"\n'
    written(f'title = "A"\nnumber = 1\nseason = 1\n{one}', "a")
    with pytest.raises(ProjectError, match="two episodes 1 of season 1") as failure:
        read_episode(written(f'title = "B"\nnumber = 1\nseason = 1\n{one}', "b"))
    assert failure.value.where is not None
    assert failure.value.where.line == 2
    assert read_episode(written(f'title = "B"\nnumber = 1\nseason = 2\n{one}', "b")).season == 2


def test_an_episode_is_found_by_file_folder_and_name(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its file, its folder, its name from anywhere in the show, and nothing inside it all mean the same."""
    place = written(WHOLE)
    monkeypatch.chdir(place.root)
    assert place_of(Path("friday")).file == place.file
    assert place_of(Path("episodes/friday/episode.toml")).file.resolve() == place.file
    with pytest.raises(ProjectError, match="There is no episode “fryday”") as failure:
        place_of(Path("fryday"))
    assert "Did you mean friday?" in failure.value.hint
    monkeypatch.chdir(place.folder)
    assert place_of(Path()).file == place.file


def test_what_is_no_toml_is_told_with_its_line(written: Written) -> None:
    """A time without quotes is no TOML: the message has the line, and how to write it."""
    with pytest.raises(ProjectError, match="cannot be read") as failure:
        read_episode(written('title = "X"\n[[segments]]\nat = 30:00\n'))
    assert failure.value.where is not None
    assert failure.value.where.line == 3
    assert 'at = "30:00"' in failure.value.hint


def test_an_episode_belongs_into_a_show(tmp_path: Path) -> None:
    """Outside a show it says how to make one."""
    (tmp_path / "episode.toml").write_text('title = "X"\n', encoding="utf-8")
    with pytest.raises(ProjectError, match="belongs into a show"):
        place_of(tmp_path / "episode.toml")


VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8), st.lists(st.text(max_size=3), max_size=2))
KEYS = st.sampled_from([field.name for field in FIELDS]) | st.text(max_size=5)
TABLES = st.dictionaries(KEYS, VALUES, max_size=5)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(top=TABLES, segments=st.one_of(VALUES, st.lists(TABLES, max_size=3)))
def test_no_value_breaks_the_judging(top: dict[str, object], segments: object) -> None:
    """Whatever a file holds, the answer is a list of mistakes, and each mistake has words."""
    for one in mistakes({**top, "segments": segments}, Lines(os.linesep.join(map(str, top)))):
        assert one.message.endswith(".")


def test_every_field_of_a_segment_is_a_field_of_the_value() -> None:
    """The table and the values cannot drift apart."""
    from segment.model.episode import Episode, EpisodeSegment

    own = {field.name for field in FIELDS if field.key.startswith(OF_SEGMENT)} - {"at", "at_time", "length"}
    assert own <= set(EpisodeSegment.__struct_fields__)
    top = {field.name for field in FIELDS if not field.key.startswith(OF_SEGMENT)} - {"starts_at", "length"}
    assert top <= set(Episode.__struct_fields__)
