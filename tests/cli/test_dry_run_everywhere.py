"""Every command that writes has --dry-run: it tells what would be written, and not a byte of a folder changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from segment.cli.main import COMMANDS, main
from tests.cli.conftest import PAGE, Segment
from tests.cli.test_dry_run import files, would

_WRITES_NOTHING_KEPT = {
    "check", "completion", "doctor", "episode status", "feed check", "serve", "story list", "take check", "templates check",
    "templates fields", "templates list", "templates preview", "templates show", "voices check", "voices list", "voices names",
    "why",
}  # fmt: skip
"""Commands that only show something. ``voices check`` writes nothing but the samples it is asked for, under free names."""


@pytest.fixture
def show(segment: Segment, tmp_path: Path) -> Path:
    """A fresh show, with a page dropped into its inbox."""
    assert segment("init", "show", cwd=tmp_path).returncode == 0
    folder = tmp_path / "show"
    (folder / "inbox").mkdir()
    (folder / "inbox" / "page.txt").write_text(PAGE, encoding="utf-8")
    return folder


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command by its full name."""
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        if not isinstance(command, click.Group):
            yield name, command
            continue
        for one in command.list_commands(context):
            found = command.get_command(context, one)
            assert found is not None
            yield f"{name} {one}", found


def test_every_command_that_writes_has_a_dry_run() -> None:
    """A command is known to write nothing, or has the option; none has it for nothing."""
    having = {name for name, command in commands() if any("--dry-run" in option.opts for option in command.params)}
    assert {name for name, _ in commands()} - having == _WRITES_NOTHING_KEPT & {name for name, _ in commands()}


def test_a_new_template_is_told_and_not_made(segment: Segment, show: Path) -> None:
    """The file that would be copied is told; a name that is taken is refused as without the option."""
    assert would(segment, show, "templates", "new", "friday", "--from", "review-60") == {
        "scripts/friday.j2": "a copy of review-60"
    }
    assert segment("templates", "new", "friday", cwd=show).returncode == 0
    assert segment("templates", "new", "friday", "--dry-run", cwd=show).returncode == 2


def test_a_voice_that_would_be_heard_is_told_its_file(segment: Segment, show: Path) -> None:
    """try and say tell the file they would write, the next free one, or the one in the way of which keeps its old."""
    assert would(segment, show, "voices", "try", "critic") == {"critic.try.wav": "new"}
    assert would(segment, show, "voices", "say", "Cotillard", "-o", "word.wav") == {"word.wav": "new"}
    (show / "word.wav").write_bytes(b"mine")
    assert segment("voices", "say", "Cotillard", "-o", "word.wav", "--dry-run", cwd=show).returncode == 2
    forced = would(segment, show, "voices", "say", "Cotillard", "-o", "word.wav", "--force")
    assert forced == {"word.wav": "made anew; the one that is there becomes word.wav~1"}
    assert segment("voices", "try", "nobody", "--dry-run", cwd=show).returncode == 3


def test_a_name_that_would_be_learnt_is_told(segment: Segment, show: Path) -> None:
    """The list it would go into is told once; a name that stands there needs nothing."""
    assert would(segment, show, "voices", "learn", "Cotillard (koh-tee-YAR)") == {"voices/pronunciations.toml": "Cotillard added"}
    assert segment("voices", "learn", "Cotillard (koh-tee-YAR)", cwd=show).returncode == 0
    assert would(segment, show, "voices", "learn", "Cotillard (koh-tee-YAR)") == {}


def test_the_shelf_counts_what_it_would_take_away(segment: Segment, show: Path) -> None:
    """A damaged sentence is counted and stays; pruning then takes away that one."""
    assert segment("voices", "try", "critic", cwd=show).returncode == 0
    kept = sorted((show / ".segment").rglob("*.flac"))
    assert kept
    kept[0].write_bytes(b"no sound")
    counted = segment("voices", "shelf", "--prune", "--dry-run", "--json", cwd=show)
    assert (json.loads(counted.stdout)["damaged"], kept[0].exists()) == (1, True)
    assert (
        "would take away  0 longest not used, 1 that cannot be read" in segment("voices", "shelf", "--dry-run", cwd=show).stdout
    )
    assert json.loads(segment("voices", "shelf", "--prune", "--json", cwd=show).stdout)["damaged"] == 1
    assert not kept[0].exists()


def test_what_lies_in_a_watched_folder_is_told(segment: Segment, show: Path) -> None:
    """watch tells what it would make first, and ends."""
    before = files(show)
    done = segment("watch", "inbox", "-o", "made", "--dry-run", cwd=show)
    assert (done.returncode, done.stdout) == (0, "would make  inbox/page.txt into made/page: it was never made\n")
    assert files(show) == before


def test_a_feed_that_would_be_built_is_told(segment: Segment, show: Path) -> None:
    """The feed and the number of its items are told; neither it nor its ids are written; one of others is refused as ever."""
    with (show / "segment.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[feed]\nurl = "https://radio.example/friday"\nemail = "a@radio.example"\ncategory = "Arts"\n')
        settings.write('description = "Reviews."\nauthor = "Radio"\n')
    assert would(segment, show, "feed", "build") == {"feed.xml": "0 items"}
    (show / "feed.xml").write_text("<rss/>")
    assert segment("feed", "build", "--dry-run", cwd=show).returncode == 2
