"""The script of an episode: written once from its template, then the producer's to edit, like a story's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from segment.library import lookup
from segment.media import files, text
from segment.model.episode import Episode
from segment.model.finding import Finding
from segment.model.project import Project
from segment.model.script import Clip, Script, Speech
from segment.project.drafts import Draft, given
from segment.project.episode.places import Place
from segment.project.episode.segments import MadeSegment
from segment.project.house import house
from segment.project.outputs import set_aside
from segment.project.pronunciations import lexicon
from segment.project.slug import slug
from segment.project.story import SCRIPT
from segment.script.episode.brief import EpisodeBrief, Segment, Show, cue_name, line
from segment.script.episode.writing import WrittenEpisode, write_episode
from segment.script.kinds import kind, words
from segment.units import radio_time

_TEMPLATE_LIMIT = 1_000_000
_SAME_WORDS = 5
"""Words in a row that a link and the piece behind it begin on, both of them."""


def written(episode: Episode, made: Sequence[MadeSegment], project: Project, takes: Iterable[str]) -> WrittenEpisode:
    """The script that the template makes of an episode. Raises ScriptError where it fails, ProjectError where there is none."""
    found = lookup.find("scripts", episode.template, project.root)

    def source(name: str) -> str:
        return text.read(lookup.find("scripts", name, project.root).path, _TEMPLATE_LIMIT)

    told = brief(episode, made, project, takes)
    return write_episode(told, template=found.name, source=source, name=str(found.path), lexicon=lexicon(project.root))


def brief(episode: Episode, made: Sequence[MadeSegment], project: Project, takes: Iterable[str]) -> EpisodeBrief:
    """What the template is handed."""
    host = house(project, takes, "", None).host
    show = project.show
    return EpisodeBrief(
        slug=slug(f"{episode.number} {episode.title}" if episode.number else episode.title).upper(),
        title=episode.title,
        number=episode.number,
        season=episode.season,
        date=episode.date,
        summary=episode.summary,
        opening=cue_name(episode.opening),
        closing=cue_name(episode.closing),
        sting=cue_name(episode.sting),
        show=Show(name=show.name, website=show.website, greeting=show.greeting, out_cue=show.out_cue, words=project.words),
        host=host.person,
        host_reads=not host.synthetic,
        french=show.language.lower().partition("-")[0] == "fr",
        segments=tuple(_segment(one, show.language) for one in made),
    )


def _segment(one: MadeSegment, language: str) -> Segment:
    asked = one.asked
    return Segment(
        clip=cue_name(one.name),
        title=one.title,
        chapter=one.chapter,
        noun=words(kind(one.sheet.kind), language).noun if one.sheet and one.sheet.kind else "",
        by=one.by,
        link=line(asked.link),
        intro=tuple(line(said) for said in one.intro),
        slot=asked.slot,
        post="" if asked.at_s is None else radio_time(asked.at_s),
    )


def existing(place: Place, project: Project) -> Draft | None:
    """The script that is there, which is never written over; None where there is none."""
    if not place.script.is_file():
        return None
    draft = given(place.script, project)
    note = Finding(
        code="PJ030",
        level="info",
        message=f"Used the {SCRIPT} that is there.",
        hint="--rewrite writes it anew from episode.toml and keeps this one.",
    )
    return replace(draft, findings=(note, *draft.findings))


def keep(made: str, path: Path) -> tuple[Finding, ...]:
    """Write a new script into the episode's folder; an older one is set aside."""
    data = made.encode()
    notes: tuple[Finding, ...] = ()
    if path.exists():
        if path.is_file() and path.read_bytes() == data:
            return (Finding(code="PJ031", level="info", message=f"Written anew, {path.name} is what it was before."),)
        aside = set_aside(path)
        notes = (Finding(code="PJ031", level="info", message=f"{aside.name} is the script that was there."),)
    with files.replace(path) as part:
        part.write_bytes(data)
    return notes


def drafted(text_: str, path: Path, project: Project) -> Draft:
    """A script just written, as if it were in its file."""
    return replace(given(path, project, text_.encode()), path=path)


def notes(script: Script, made: Sequence[MadeSegment]) -> Iterator[Finding]:
    """Links that say what the piece begins with, segments that the script leaves out or has twice."""
    by_name = {one.name: one for one in made}
    heard: list[str] = []
    before: list[str] = []
    for item in script.items:
        match item:
            case Speech():
                before += _words("".join(span.text if hasattr(span, "text") else " " for span in item.spans))
            case Clip():
                if item.asset in by_name:
                    heard.append(item.asset)
                    yield from _repeats(by_name[item.asset], before)
                before = []
            case _:
                continue
    for one in made:
        if heard.count(one.name) != 1:
            how = "is not in" if one.name not in heard else "is heard more than once by"
            yield Finding(
                code="EP002",
                level="warning",
                message=f"The segment {one.name} {how} the episode's {SCRIPT}.",
                hint=f"Put a line CLIP: {one.name} where it belongs, or have the script written anew: --rewrite."
                if one.name not in heard
                else "Take one of its CLIP lines out.",
            )


def _repeats(one: MadeSegment, link: list[str]) -> Iterator[Finding]:
    opening = _words(min(one.piece.voiced, key=lambda said: said.start).text) if one.piece and one.piece.voiced else []
    first = opening[:_SAME_WORDS]
    runs = (link[at : at + _SAME_WORDS] for at in range(len(link) - _SAME_WORDS + 1))
    if len(first) == _SAME_WORDS and first in runs:
        yield Finding(
            code="EP001",
            level="warning",
            message=f"The link to {one.name} says what its piece begins with: “{' '.join(first)} …”.",
            hint=f"Say it another way in {SCRIPT}.",
        )


def _words(said: str) -> list[str]:
    return re.findall(r"[\w’']+", said.casefold().replace("’", "'"))
