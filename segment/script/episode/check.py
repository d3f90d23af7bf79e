"""Try an episode's template on episodes of every kind: what fails, what a script may not hold, which segment is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from segment.errors import ScriptError, SegmentError
from segment.model.finding import Finding
from segment.model.script import Clip
from segment.script.episode.brief import EpisodeBrief, Segment, Show, cue_name, line
from segment.script.episode.writing import WrittenEpisode, write_episode
from segment.script.parsing import examine
from segment.script.template_check import FAILS, REFUSED, UNSAYABLE, counted, finding, left_over, made_finding

LEFT_OUT = "ST006"

_SEGMENTS = (
    Segment(
        clip=cue_name("the-ferry-clerk"),
        title="The Ferry Clerk",
        chapter="Film: The Ferry Clerk",
        noun="film",
        by="Ada Quill",
        intro=(line("A clerk sells tickets for a ferry that has stopped running."), line("Here's our review. ; bridge")),
    ),
    Segment(clip=cue_name("ad"), title="Ad", chapter="", slot="ad"),
    Segment(
        clip=cue_name("what-the-hedge-knew"),
        title="What the Hedge Knew; or: Trimming (a comedy)",
        chapter="Book: What the Hedge Knew",
        noun="book",
        link=line("Now a book. [300ms] It is about a hedge."),
        post="30:00",
    ),
    Segment(clip=cue_name("visit 2"), title="A visit", chapter="A visit"),
    Segment(clip=cue_name("promo"), title="Promo", chapter="", slot="promo"),
)
_SHOWS = (
    Show(),
    Show(name="The Specimen Hour", website="example.org", greeting="Good evening.", out_cue="This is The Specimen Hour."),
)


def specimens() -> Iterator[tuple[str, EpisodeBrief]]:
    """Episodes with one segment and several, with and without music, in both languages, of shows that say much and nothing."""
    sets = {"one segment": _SEGMENTS[:1], "several segments": _SEGMENTS, "an ad first": _SEGMENTS[1:4]}
    for (name, segments), show, french in product(sets.items(), _SHOWS, (False, True)):
        music = ("intro", "outro", "sting") if show.name else ("", "", "")
        brief = EpisodeBrief(
            slug="12-SPECIMENS" if show.name else "SPECIMENS",
            title="Ferries, hedges: and a visit",
            number=12 if show.name else 0,
            season=2 if show.name else 0,
            date="2026-03-06" if show.name else "",
            opening=cue_name(music[0]),
            closing=cue_name(music[1]),
            sting=cue_name(music[2]),
            show=show,
            host="Max Oduya" if show.name else "",
            host_reads=bool(show.name),
            french=french,
            segments=segments,
        )
        yield f"{name}, {show.name or 'a show without a name'}{', in French' if french else ''}", brief


def check_episode_template(
    name: str, source: Callable[[str], str], *, file: str, roles: frozenset[str]
) -> tuple[tuple[Finding, ...], int, set[str]]:
    """As :func:`segment.script.template_check.check_template`, for a template that writes the links of an episode."""
    told: dict[tuple[str, str, str], tuple[Finding, list[str]]] = {}
    reached: set[str] = set()
    made = 0
    for title, brief in specimens():
        try:
            written = write_episode(brief, template=name, source=source, name=file)
        except ScriptError as failure:
            found = [finding(FAILS, failure.message, failure.where, failure.hint)]
        except SegmentError as failure:
            found = [finding(FAILS, str(failure.message), failure.where, failure.hint)]
        else:
            made += 1
            reached |= {str(place) for place in written.places if place is not None}
            found = [*_judged(written, brief, roles)]
        for one in found:
            told.setdefault((one.code, str(one.where), one.message), (one, []))[1].append(title)
    return tuple(counted(one, where) for one, where in told.values()), made, reached


def _judged(written: WrittenEpisode, brief: EpisodeBrief, roles: frozenset[str]) -> Iterator[Finding]:
    parsed = examine(written.text, roles=roles)
    lines = written.text.split("\n")
    for note in parsed.findings:
        if note.level == "error" or note.code in {"SC101", "SC102", "SC105"}:
            at = note.where.line if note.where else 0
            code = UNSAYABLE if note.code == "SC105" else REFUSED
            yield made_finding(code, note.level, note.message, at, lines, written.places, note.hint)
    for item, at in zip(parsed.script.items, parsed.lines, strict=True):
        if (left := left_over(item)) is not None:
            yield made_finding(UNSAYABLE, "error", f"“{left}” cannot be said.", at, lines, written.places, "Say it in words.")
    clips = [item.asset for item in parsed.script.items if isinstance(item, Clip)]
    for segment in brief.segments:
        if clips.count(segment.clip.strip('"')) != 1:
            yield finding(LEFT_OUT, "A segment has not exactly one CLIP.", None, "Print CLIP: {{ segment.clip }} once for each.")
