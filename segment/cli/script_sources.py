"""``segment script --sources``: each spoken sentence, and the sentence of the review it came from."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segment.cli.terminal import say, say_json
from segment.wording import quoted

if TYPE_CHECKING:
    from segment.model.project import Project
    from segment.model.review import Review
    from segment.script.facts.holding import Sourced

_WIDTH = 100


def review_beside(source: str, project: Project, work: str, *, asked: bool) -> Review | None:
    """The review of the story that a script is in, where it is asked for.

    Raises click.UsageError for a script that has no review beside it.
    """
    from segment import pipeline
    from segment.project.story import story_of

    if not asked:
        return None
    page = Path(source)
    story = story_of(page if page.is_dir() else page.parent, project.root)
    if story is None:
        raise click.UsageError("--sources needs the review: give a REVIEW, or a script in its story's folder.")
    return pipeline.read_review(story.review, work=work)


def tell(script: str, review: Review, project: Project, *, as_json: bool) -> None:
    """Print where each spoken sentence is from."""
    from segment import pipeline

    found = pipeline.script_sources(script, review=review, project=project)
    if as_json:
        say_json({"sources": found})
    else:
        say("\n".join(shown(found)))


def shown(found: tuple[Sourced, ...]) -> Iterator[str]:
    """The lines to print."""
    for one in found:
        head = f"{one.line:>4} {one.role.upper():<8} "
        yield from textwrap.wrap(one.sentence, _WIDTH, initial_indent=head, subsequent_indent=" " * len(head))
        yield from textwrap.wrap(_from(one), _WIDTH, initial_indent=" " * 8 + "← ", subsequent_indent=" " * 10)


def _from(one: Sourced) -> str:
    if one.bridge:
        return "a bridge, the show's own words"
    if one.source is None:
        return "found nowhere in the review"
    under = f"{quoted(one.heading)}, paragraph" if one.heading else "Paragraph"
    place = f"{under} {one.source.paragraph + 1}"
    return f"{place}, as it stands" if one.source.text.strip() == one.sentence else f"{place}: {one.source.text}"
