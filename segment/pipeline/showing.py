"""The verbs on a show: its settings and its stories."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from segment.model.loudness import Target
    from segment.model.sound_check import Judged
    from segment.project.setting import Set
    from segment.project.settings import Setting
    from segment.project.show_check import ShowChecked
    from segment.project.stories import NewStory
    from segment.project.story_state import StoryState


def check_show(folder: str | Path = ".") -> ShowChecked:
    """Judge the settings of the show around ``folder``: every mistake, and everything they name that is not there."""
    from segment.project.show_check import check_show as judged

    return judged(Path(folder))


def check_files(paths: Iterable[str | Path], *, target: str = "") -> tuple[Judged, ...]:
    """Judge files by what they are: sounds, measured and held against ``target``, scripts, reviews, settings, voices.

    ``target`` is a name of :data:`segment.master.targets.TARGETS` or figures such as ``-18/-1``. Raises MasterError (USAGE) for
    any other; what is wrong with a file is in the answer.
    """
    from segment.master.targets import target as found
    from segment.project.judging import judge_file

    wanted = found(target) if target else None
    return tuple(judge_file(Path(path), wanted) for path in paths)


def targets() -> tuple[Target, ...]:
    """Every loudness target by name, with the document its figures come from."""
    from segment.master.targets import TARGETS

    return tuple(TARGETS.values())


def config(folder: str | Path = ".") -> tuple[Setting, ...]:
    """Every setting that holds around ``folder``, with its unit and where it comes from."""
    from segment.project.settings import settings

    return settings(Path(folder))


def setting(key: str, folder: str | Path = ".") -> Setting:
    """One setting that holds around ``folder``."""
    from segment.project.settings import setting as found

    return found(key, Path(folder))


def set_config(key: str, value: str, folder: str | Path = ".", *, user: bool = False, dry_run: bool = False) -> Set:
    """Write one setting into the show's segment.toml, or the ``user``'s own; comments in the file stay.

    ``value`` is as one would write it on the command line: a list has commas. Nothing is written under ``dry_run``.
    """
    from segment.project.setting import planned, show_file, user_file, write_setting

    path = user_file() if user else show_file(Path(folder))
    return planned(path, key, value)[0] if dry_run else write_setting(path, key, value)


def config_schema() -> dict[str, Any]:
    """JSON Schema of segment.toml, for editors."""
    from segment.project.schema import schema

    return schema()


def new_story(
    page: str | Path,
    folder: str | Path = ".",
    *,
    name: str = "",
    work: str = "",
    data: bytes | None = None,
    dry_run: bool = False,
) -> NewStory:
    """Make a story of a review page in the show around ``folder``; ``name`` is its folder's, made of the title when empty.

    ``work`` and ``data`` as in :func:`segment.read_review`. Nothing is written under ``dry_run``.
    """
    from segment.pipeline import read_review
    from segment.project import stories

    review = read_review(page, data=data, work=work)
    make = stories.plan_story if dry_run else stories.new_story
    return make(review, Path(folder), name)


def stories(folder: str | Path = ".") -> tuple[StoryState, ...]:
    """Where each story of the show around ``folder`` stands: script, takes, what was made, and what changed since."""
    from segment.project.stories import states

    return states(Path(folder))
