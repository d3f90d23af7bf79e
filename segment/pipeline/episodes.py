"""The verbs that make episodes of several segments, and say how far one is."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from segment.errors import SegmentError
from segment.model.episode import Episode, EpisodeMade, EpisodeStatus
from segment.model.finding import Finding
from segment.project import drafts
from segment.project.desk import desk
from segment.project.episode import links
from segment.project.episode.deciding import EpisodeBuild, decide
from segment.project.episode.places import Place, place_of
from segment.project.episode.reading import read_episode
from segment.project.episode.segments import made_length_s, made_segments, make_missing, outdated
from segment.project.load import load
from segment.project.texts import with_formats
from segment.project.turns import turn
from segment.steps import Report, Step, silent, whole

if TYPE_CHECKING:
    from segment.project.intended import Intended
    from segment.project.job import Also


def make_episode(
    file: str | Path = "",
    *,
    voices: Mapping[str, str] | None = None,
    takes: drafts.Takes | None = None,
    out: str | Path | None = None,
    rewrite: bool = False,
    force: bool = False,
    accept_doubtful: bool = False,
    formats: Iterable[str] = (),
    also: Iterable[Also] = (),
    report: Report = silent,
) -> EpisodeMade:
    """Make an episode of its episode.toml: the file, its folder or its name; of none, the episode this is in.

    A story that is not made from what is there now is made first; one that fails does not keep the others from it. The links are
    written once into the episode's script.txt, then used as they stand; ``rewrite`` writes them anew and keeps the old as
    ``script.txt~1``. ``takes`` are recordings of the links, one or several of a role. Where nothing changed since the episode was
    made nothing is done, unless ``force``.

    Raises the failure of a segment with the highest exit code of all that failed, PublishError (GATE) for SCRATCH segments,
    ProjectError (GATE) for a fixed post that cannot be met.
    """
    from segment.pipeline.making import make

    place = place_of(Path(file))
    episode = read_episode(place)
    with turn(place.folder, str(place.root), report):

        def make_story(folder: Path, number: int, of: int) -> None:
            def named(step: Step) -> None:
                # To the episode, all that its segments take is getting ready.
                message = f"{folder.name}: {step.stage}  {step.message}"
                report(Step(stage="read", message=message, done=(number + whole(step)) / of))

            make(folder, accept_doubtful=accept_doubtful, report=named)

        made = make_missing(episode, place.root, make_story)
        asked = _asked(place, episode, voices, takes, out, formats, also, force=force, rewrite=rewrite)
        job = decide(asked)
        from segment.project.episode.assembling import assemble, episode_copies
        from segment.project.episode.fresh import as_it_is

        there = None if force else as_it_is(job, episode_copies(job.project))
        if there is not None:
            return replace(there, segments_made=made)
        with desk(job.casting.voices, job.project, accept_doubtful=accept_doubtful) as at_hand:
            done = assemble(job, asked.draft.parsed.lines, at_hand, report)
        return replace(done, segments_made=made)


def plan_episode(
    file: str | Path = "",
    *,
    voices: Mapping[str, str] | None = None,
    takes: drafts.Takes | None = None,
    out: str | Path | None = None,
    rewrite: bool = False,
    force: bool = False,
    formats: Iterable[str] = (),
) -> tuple[Intended, ...]:
    """What :func:`make_episode` would write with the same arguments, and why; nothing where all of it is up to date.

    Raises what it would raise before it speaks.
    """
    from segment.project.episode.planned import planned_segments, planned_unknown

    place = place_of(Path(file))
    episode = read_episode(place)
    first = planned_segments(episode, place)
    where = place.out if out is None else Path(out)
    project = with_formats(load(place.folder), formats)
    if first:
        return (*first, *planned_unknown(episode, place, project, where, rewrite=rewrite))
    from segment.project.episode.assembling import episode_copies
    from segment.project.episode.fresh import as_it_is
    from segment.project.intended import intended, intended_script

    recorded = {**place.takes(), **drafts.recordings(takes, None)}
    segments = made_segments(episode, project)
    draft = None if rewrite else links.existing(place, project)
    script: tuple[Intended, ...] = ()
    if draft is None:
        written = links.written(episode, segments, project, recorded).text
        draft = links.drafted(written, place.script, project)
        script = tuple(intended_script(place.script, written, "episode.toml"))
    asked = EpisodeBuild(
        place=place,
        episode=episode,
        project=project,
        made=segments,
        draft=draft,
        takes=recorded,
        voices=dict(voices or {}),
        out=where,
        force=force,
    )
    job = decide(asked)
    copies = episode_copies(job.project)
    if not script and not force and as_it_is(job, copies) is not None:
        return ()
    return (*script, *intended(job, copies))


def episode_status(file: str | Path = "") -> EpisodeStatus:
    """How far an episode is: who is missing, how long each segment and the whole are, what is over or under against the clock.

    Nothing is made, and what is not made yet is reckoned.
    """
    from segment.project.episode.assembling import episode_copies
    from segment.project.episode.fresh import as_it_is
    from segment.project.episode.standing import standing

    place = place_of(Path(file))
    episode = read_episode(place)
    project = load(place.folder)
    made_s = made_length_s(place)
    there = None
    if made_s is not None and place.script.is_file() and not outdated(episode, place.root):
        # What would stop it is what the status tells.
        with contextlib.suppress(SegmentError):
            asked = _asked(place, episode, None, None, None, (), (), force=False, rewrite=False)
            there = as_it_is(decide(asked), episode_copies(project))
    return standing(episode, place, project, there, made_s)


def _asked(
    place: Place,
    episode: Episode,
    voices: Mapping[str, str] | None,
    takes: drafts.Takes | None,
    out: str | Path | None,
    formats: Iterable[str],
    also: Iterable[Also],
    *,
    force: bool,
    rewrite: bool,
) -> EpisodeBuild:
    """The episode as it is to be made, its script written where there is none."""
    project = with_formats(load(place.folder), formats)
    recorded = {**place.takes(), **drafts.recordings(takes, None)}
    segments = made_segments(episode, project)
    draft = None if rewrite else links.existing(place, project)
    findings: tuple[Finding, ...] = ()
    templates: tuple[str, ...] = ()
    if draft is None:
        written = links.written(episode, segments, project, recorded)
        findings = links.keep(written.text, place.script)
        templates = written.templates
        draft = links.drafted(written.text, place.script, project)
    return EpisodeBuild(
        place=place,
        episode=episode,
        project=project,
        made=segments,
        draft=draft,
        takes=recorded,
        voices=dict(voices or {}),
        out=place.out if out is None else Path(out),
        force=force,
        findings=findings,
        templates=templates,
        also=frozenset(also),
    )
