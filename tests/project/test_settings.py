"""segment.toml: loading, layers, and every mistake at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from segment.errors import ProjectError, SegmentError
from segment.project.fields import FIELDS
from segment.project.load import find_root, from_environment, load, project_from
from segment.project.scaffold import _SETTINGS


def write(folder: Path, text: str) -> Path:
    """A segment.toml in a folder."""
    (folder / "segment.toml").write_text(text, encoding="utf-8")
    return folder


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    """Outside any project, targets and roles are the house's defaults."""
    project = load(tmp_path, {})
    assert project.root == ""
    assert (project.podcast.lufs, project.podcast.true_peak_dbtp) == (-16.0, -1.0)
    assert (project.air.lufs, project.air.true_peak_dbtp, project.air.rate) == (-24.0, -2.0, 48_000)
    assert project.air.host == "live"
    assert project.role("critic").synthetic == "scratch"


def test_the_file_is_found_upward(tmp_path: Path) -> None:
    """A command inside a story folder finds the show's settings."""
    write(tmp_path, '[show]\nname = "Friday"\n')
    story = tmp_path / "stories" / "x" / "takes"
    story.mkdir(parents=True)
    assert find_root(story) == tmp_path.resolve()
    assert load(story, {}).show.name == "Friday"


def test_every_mistake_is_told_at_once_with_what_is_allowed(tmp_path: Path) -> None:
    """Unknown keys, wrong types, wrong words and numbers out of range stand in one message, each with its key and a hint."""
    write(
        tmp_path,
        '[show]\nnmae = "x"\n[air]\nhost = "lve"\nlufs = "loud"\nrate = 47000\n[podcast]\nkbps = 129\ntrue_peak_dbtp = 3.0\n'
        '[beds.intro]\nrights = ["air", "web"]\n',
    )
    with pytest.raises(ProjectError) as caught:
        load(tmp_path, {})
    told = str(caught.value)
    for part in (
        "segment.toml",
        "7 settings are wrong",
        "show.nmae is not a setting. Did you mean show.name?",
        "air.host cannot be 'lve'. Did you mean live?",
        "air.lufs cannot be 'loud'. It takes a number",
        "air.rate cannot be 47000. Did you mean 48000? It takes 44100 or 48000 Hz",
        "podcast.kbps cannot be 129",
        "podcast.true_peak_dbtp cannot be 3.0. It takes -20 to -0.1 dBTP",
        "beds.intro.rights cannot be 'web'. It takes air or podcast",
    ):
        assert part in told
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("text", ["[show\n", "\xff\xfd", "show = "])
def test_a_file_that_is_not_toml_is_a_sentence(tmp_path: Path, text: str) -> None:
    """A broken file is reported by its name, not with a traceback."""
    (tmp_path / "segment.toml").write_bytes(text.encode("latin-1"))
    with pytest.raises(SegmentError, match=r"segment\.toml"):
        load(tmp_path, {})


def test_the_environment_lies_over_the_file(tmp_path: Path) -> None:
    """SEGMENT_AIR_LUFS wins over the project's own figure, and is checked like it."""
    write(tmp_path, "[air]\nlufs = -23\n")
    assert load(tmp_path, {}).air.lufs == -23.0
    assert load(tmp_path, {"SEGMENT_AIR_LUFS": "-24.5"}).air.lufs == -24.5
    with pytest.raises(ProjectError, match="environment"):
        load(tmp_path, {"SEGMENT_AIR_LUFS": "loud"})


def test_the_defaults_of_the_table_are_the_defaults_of_the_value() -> None:
    """What the table of fields says is the default is what a project without that setting has."""
    plain = {f.key: list(f.default) if isinstance(f.default, tuple) else f.default for f in FIELDS if "*" not in f.key}
    assert project_from(plain, "") == project_from({}, "")


def test_the_scaffold_settings_load(tmp_path: Path) -> None:
    """The segment.toml that init writes has no mistake, with its commented lines in use too."""
    assert load(write(tmp_path, _SETTINGS), {}).show.name == "The Friday Review"
    text = re.sub(r"^# (?=\[|\w+ = )", "", _SETTINGS, flags=re.MULTILINE)
    project = load(write(tmp_path, text), {})
    assert project.role("critic").person
    assert project.beds["intro"].rights == ("air", "podcast")


def test_a_setting_in_the_environment_is_typed() -> None:
    """Numbers and truth values from the environment arrive as such."""
    found = from_environment({"SEGMENT_PODCAST_KBPS": "192", "SEGMENT_SCRIPT_SPOILERS": "true", "SEGMENT_AIR_LUFS": "-23"})
    assert found == {"podcast.kbps": 192, "script.spoilers": True, "air.lufs": -23.0}


def test_settings_saved_by_a_windows_editor_are_read(tmp_path: Path) -> None:
    """A byte order mark before the first key is no mistake."""
    (tmp_path / "segment.toml").write_text('[show]\nname = "The Friday Review"\n', encoding="utf-8-sig")
    assert load(tmp_path, {}).show.name == "The Friday Review"


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("feed.base_url", "feed.url"),
        ("feed.emial", "feed.email"),
        ("rols.critic.voice", "roles.critic.voice"),
        ("roles.critic.vioce", "roles.critic.voice"),
    ],
)
def test_a_misspelt_key_is_answered_with_one_that_there_is(key: str, meant: str, tmp_path: Path) -> None:
    """The nearest key of the same table, or of the nearest table: never a table's own name with a key of another's."""
    table, _, last = key.rpartition(".")
    (tmp_path / "segment.toml").write_text(f'[{table}]\n{last} = "x"\n', encoding="utf-8")
    with pytest.raises(ProjectError) as caught:
        load(tmp_path, {})
    assert f"{key} is not a setting. Did you mean {meant}?" in caught.value.message
