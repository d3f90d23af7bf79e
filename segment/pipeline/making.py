"""The verbs that make finished segments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from segment import script as writing
from segment.model.finding import Finding
from segment.model.made import Made
from segment.pipeline.reviews import review_again
from segment.pipeline.scripts import script_again, write_script
from segment.project import drafts
from segment.project.build import Build, build
from segment.project.casting import HOUSE_ROLES, cast
from segment.project.desk import desk
from segment.project.house import Length, lengths
from segment.project.load import project_of
from segment.project.located import located
from segment.project.paces import voice_paces
from segment.project.story import SCRIPT, refuse_to_write, script_alone, story_of
from segment.project.texts import with_formats
from segment.project.to_length import ToLength
from segment.project.turns import turn
from segment.steps import Report, Step, silent

if TYPE_CHECKING:
    from segment.project.job import Also


def make(
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
    accept_doubtful: bool = False,
    formats: Iterable[str] = (),
    also: Iterable[Also] = (),
    data: bytes | None = None,
    work: str = "",
    report: Report = silent,
) -> Made:
    """Make a finished segment of a review page, a story's folder or the story of that name; of none, the story this is in.

    In a story folder the script that is there is used, also where there is no review; ``rewrite`` writes it anew and keeps the
    old one as ``script.txt~1``. ``work`` chooses one of several works on the page, as in :func:`read_review`. A new script is
    written to ``slot_s`` (INTRO, PIECE and TAG) or ``cart_s`` (the air file alone), seconds or the least and the most of them,
    and the files are that long.
    A sentence that a voice cannot say so that it passes its check stops the build, or is taken with a warning where
    ``accept_doubtful`` or the show says so. ``also`` asks for further files: ``stems``, ``labels``, ``cue-sheet``; ``formats``
    takes the place of the show's: ``vtt``, ``srt``, ``json``, ``html``, ``notes`` or ``all``.
    """
    page = located(Path(page)) if data is None else Path(page)
    if data is None and (alone := script_alone(page, project_of(page).root)):
        refuse_to_write(
            {"template": template, "slot": slot_s, "cart": cart_s, "spoilers": spoilers, "rewrite": rewrite, "work": work}, alone
        )
        return mix_script(
            alone,
            voices=voices,
            takes=takes,
            out=out,
            force=force,
            accept_doubtful=accept_doubtful,
            formats=formats,
            also=also,
            report=report,
        )
    project = with_formats(project_of(page), formats)
    if spoilers:
        project = replace(project, script=replace(project.script, spoilers=True))
    slot_s, cart_s = lengths(slot_s, cart_s, template, project)
    story = story_of(page, project.root) if data is None else None
    source = story.review if story else page
    recorded = drafts.recordings(takes, story)
    chosen = dict(voices or {})
    # The voices' processes start while the page is read and its script written.
    with (
        turn(story.folder if story else Path(out or "out"), project.root, report),
        desk(cast(HOUSE_ROLES, project, chosen, recorded).voices, project, accept_doubtful=accept_doubtful) as at_hand,
    ):
        at_hand.speaker.warm()
        report(Step(stage="read", message=str(source)))
        review = review_again(source, project, data=data, work=work)
        draft = None if rewrite else drafts.existing(story, project)
        findings: tuple[Finding, ...] = ()
        templates: tuple[str, ...] = ()
        if draft is None:
            report(Step(stage="write", message=review.title))
            to_length = ToLength(
                review=review,
                project=project,
                page=source,
                takes=recorded,
                voices=chosen,
                slot_s=slot_s,
                cart_s=cart_s,
            )

            def write(aim_s: float | None = None) -> writing.Written:
                if aim_s is None:
                    return script_again(review, project, template=template, takes=recorded, spoilers=spoilers)
                return write_script(
                    review,
                    template=template,
                    project=project,
                    takes=recorded,
                    slot_s=slot_s,
                    cart_s=cart_s,
                    spoilers=spoilers,
                    aim_s=aim_s,
                    paces=voice_paces(project, chosen, recorded),
                )

            written = to_length.written(write, at_hand, report)
            draft = drafts.new(written.text, written.findings, project, story, review.title)
            findings, templates = drafts.unanswered(review.findings, written.findings), written.templates
        asked = Build(
            draft=draft,
            project=project,
            story=story,
            review=review,
            page=source,
            takes=recorded,
            voices=chosen,
            out=None if out is None else Path(out),
            force=force,
            findings=findings,
            templates=templates,
            also=frozenset(also),
        )
        return build(asked, at_hand, report)


def mix_script(
    script: str | Path,
    *,
    voices: Mapping[str, str] | None = None,
    takes: drafts.Takes | None = None,
    out: str | Path | None = None,
    force: bool = False,
    accept_doubtful: bool = False,
    formats: Iterable[str] = (),
    also: Iterable[Also] = (),
    data: bytes | None = None,
    report: Report = silent,
) -> Made:
    """Make a finished segment of a script, as it stands.

    ``data`` stands in for the file's contents, for a script that is not in a file; the rest as in :func:`make`.
    """
    from segment.project.script_file import difference_notes

    path = Path(script)
    project = with_formats(project_of(path), formats)
    # Whatever the script is called, the story is that of its folder.
    story = story_of(path.with_name(SCRIPT), project.root) if data is None else None
    review = review_again(story.review, project) if story and story.review.is_file() else None
    asked = Build(
        draft=drafts.given(path, project, data),
        findings=difference_notes(path, project) if data is None else (),
        project=project,
        story=story,
        review=review,
        page=story.review if review and story else None,
        takes=drafts.recordings(takes, story),
        voices=dict(voices or {}),
        out=None if out is None else Path(out),
        force=force,
        also=frozenset(also),
    )
    with (
        turn(story.folder if story else Path(out or "out"), project.root, report),
        desk({}, project, accept_doubtful=accept_doubtful) as at_hand,
    ):
        return build(asked, at_hand, report)
