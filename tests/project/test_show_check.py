"""segment check on a show: its settings, and what they name."""

from __future__ import annotations

from pathlib import Path

import pytest

from segment.errors import ProjectError
from segment.pipeline import check_show, config
from segment.project.load import load
from segment.project.settings import settings
from segment.project.settings_page import page
from segment.project.show_check import line_of


def show(folder: Path, text: str) -> Path:
    """A folder with these settings."""
    (folder / "segment.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_mistake_has_its_line(tmp_path: Path) -> None:
    """All wrong settings are told at once, each with its line."""
    text = '[show]\nname = "x"\nnmae = "x"\n\n[air]\nhost = "lve"\nlufs = "loud"\n[roles.critic]\nvoic = "x"\n'
    found = check_show(show(tmp_path, text))
    assert [(note.code, note.where.line if note.where else 0) for note in found.findings] == [
        ("PJ001", 3),
        ("PJ002", 6),
        ("PJ002", 7),
        ("PJ001", 9),
    ]
    assert not found.is_sound


def test_what_is_named_and_not_there_is_told(tmp_path: Path) -> None:
    """Music, cover, voices and templates that are not there are mistakes; unknown rights and links out are warnings."""
    outside = tmp_path / "outside.wav"
    outside.write_bytes(b"RIFF")
    folder = tmp_path / "show"
    (folder / "beds").mkdir(parents=True)
    (folder / "beds" / "out.wav").symlink_to(outside)
    (folder / "art.png").write_bytes(b"no picture")
    show(
        folder,
        '[show]\nart = "art.png"\n[beds.theme]\nfile = "beds/gone.wav"\nrights = ["air"]\n[beds.out]\nfile = "beds/out.wav"\n'
        '[roles.critic]\nvoice = "nosuch"\n[script]\ntemplate = "reviw"\n',
    )
    found = check_show(folder)
    told = {(note.code, note.level, note.where.line if note.where else 0) for note in found.findings}
    assert told == {
        ("PJ003", "error", 2),
        ("PJ003", "error", 4),
        ("PJ006", "warning", 7),
        ("PJ005", "warning", 7),
        ("PJ004", "error", 9),
        ("PJ004", "error", 11),
    }
    assert any("Did you mean review?" in note.hint for note in found.findings)


def test_a_newer_versions_project_is_refused_clearly(tmp_path: Path) -> None:
    """A file of a form to come is one sentence that says so, whatever unknown settings it has."""
    show(tmp_path, 'format = 2\n[holograms]\nx = "y"\n')
    for judge in (load, check_show):
        with pytest.raises(ProjectError, match="newer version") as caught:
            judge(tmp_path)
        assert "holograms" not in str(caught.value)
        assert "pip install --upgrade" in str(caught.value)


def test_outside_a_show_it_says_so(tmp_path: Path) -> None:
    """Without a segment.toml there is nothing to check, and the hint says how to make one."""
    with pytest.raises(ProjectError, match="no show here"):
        check_show(tmp_path)


def test_each_setting_says_where_it_comes_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Environment over project over user over built-in, for one key after the other."""
    own = tmp_path / "config" / "segment"
    own.mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(own.parent))
    from segment.library.places import user_folder

    user_folder().mkdir(parents=True, exist_ok=True)
    (user_folder() / "segment.toml").write_text('[show]\nauthor = "A"\nname = "mine"\n[air]\nlufs = -20\n')
    folder = tmp_path / "show"
    folder.mkdir()
    show(folder, '[show]\nname = "ours"\n[air]\nlufs = -22\n[roles.critic]\nperson = "P"\n')
    held = {one.key: (one.value, one.origin) for one in settings(folder, {"SEGMENT_AIR_LUFS": "-23"})}
    assert held["air.lufs"] == (-23.0, "environment")
    assert held["show.name"] == ("ours", "project")
    assert held["show.author"] == ("A", "user")
    assert held["air.rate"] == (48_000, "built-in")
    assert held["roles.critic.person"] == ("P", "project")
    assert load(folder, {"SEGMENT_AIR_LUFS": "-23"}).air.lufs == -23.0
    assert load(folder, {"SEGMENT_NOTES_ALLOW": "SC209, SC221"}).notes.allow == ("SC209", "SC221")
    assert {one.key for one in config(folder)} == set(held)


def test_a_key_is_found_where_it_stands() -> None:
    """Tables, dotted keys, quoted names and comments do not mislead the line that is told."""
    text = '# air.lufs = 1\nshow.name = "a"\n[ air ]\n  lufs = 3\n[headings]\n"Le pitch" = "The premise"\n'
    assert [line_of(text, key) for key in ("show.name", "air.lufs", "headings.Le pitch", "air.rate")] == [2, 4, 6, 0]


def test_the_document_is_that_of_the_table() -> None:
    """docs/configuration.md is what the table of fields makes of it."""
    document = Path(__file__).resolve().parents[2] / "docs" / "configuration.md"
    assert document.read_text(encoding="utf-8") == page()
