"""What the verbs that make segments would write: the same steps, as far as nothing is written or spoken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from segment.pipeline.reviews import read_review
from segment.pipeline.scripts import write_script
from segment.project import drafts
from segment.project.build import Build, decide
from segment.project.house import Length, lengths
from segment.project.intended import Intended, intended, intended_script
from segment.project.load import project_of
from segment.project.located import located
from segment.project.story import SCRIPT, refuse_to_write, script_alone, story_of
from segment.project.texts import with_formats

if TYPE_CHECKING:
    from segment.project.job import Also


def plan_make(
    page: str | Path = "",
    *,
    template: str = "",
    voices: Mapping[str, str] | None = None,
    takes: drafts.Takes | None = None,
    out: str | Path | None = None,
    slot_s: Length = None,
    cart_s: Length = None,
    spoilers: bool = False,
    rewrite: bool = False,
    force: bool = False,
    formats: Iterable[str] = (),
    also: Iterable[Also] = (),
    data: bytes | None = None,
    work: str = "",
) -> tuple[Intended, ...]:
    """What :func:`segment.make` would write with the same arguments, and why.

    Raises what it would raise before it speaks: for what cannot be read or written, and for files that are in the way.
    """
    page = located(Path(page)) if data is None else Path(page)
    if data is None and (alone := script_alone(page, project_of(page).root)):
        refuse_to_write(
            {"template": template, "slot": slot_s, "cart": cart_s, "spoilers": spoilers, "rewrite": rewrite, "work": work}, alone
        )
        return plan_mix(
            alone,
            voices=voices,
            takes=takes,
            out=out,
            force=force,
            formats=formats,
            also=also,
        )
    project = with_formats(project_of(page), formats)
    slot_s, cart_s = lengths(slot_s, cart_s, template, project)
    story = story_of(page, project.root) if data is None else None
    source = story.review if story else page
    recorded = drafts.recordings(takes, story)
    review = read_review(source, data=data, work=work)
    draft = None if rewrite else drafts.existing(story, project)
    script: tuple[Intended, ...] = ()
    if draft is None:
        written = write_script(
            review, template=template, project=project, takes=recorded, slot_s=slot_s, cart_s=cart_s, spoilers=spoilers
        )
        draft = drafts.drafted(written.text, written.findings, project, story, review.title)
        script = tuple(intended_script(story.script, written.text)) if story else ()
    asked = Build(
        draft=draft,
        project=project,
        story=story,
        review=review,
        page=source,
        takes=recorded,
        voices=dict(voices or {}),
        out=None if out is None else Path(out),
        force=force,
        also=frozenset(also),
    )
    return (*script, *intended(decide(asked)))


def plan_mix(
    script: str | Path,
    *,
    voices: Mapping[str, str] | None = None,
    takes: drafts.Takes | None = None,
    out: str | Path | None = None,
    force: bool = False,
    formats: Iterable[str] = (),
    also: Iterable[Also] = (),
    data: bytes | None = None,
) -> tuple[Intended, ...]:
    """What :func:`segment.mix_script` would write with the same arguments, and why. Raises as :func:`plan_make`."""
    path = Path(script)
    project = with_formats(project_of(path), formats)
    story = story_of(path.with_name(SCRIPT), project.root) if data is None else None
    asked = Build(
        draft=drafts.given(path, project, data),
        project=project,
        story=story,
        review=None,
        page=None,
        takes=drafts.recordings(takes, story),
        voices=dict(voices or {}),
        out=None if out is None else Path(out),
        force=force,
        also=frozenset(also),
    )
    return intended(decide(asked))
