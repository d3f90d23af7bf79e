"""Try a template on every specimen: what fails, what a script may not hold, which cue never comes out, what cannot be said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from segment.errors import ScriptError, SegmentError, Where
from segment.model.finding import Finding
from segment.model.house import House, Reader
from segment.model.script import Break, Item, Script, Speech
from segment.model.utterance import Phrase
from segment.script.head import head
from segment.script.ordering import running_order
from segment.script.parsing import examine
from segment.script.sandbox import file_of
from segment.script.source_map import HEARD, SourceMap
from segment.script.specimens import Specimen, specimens
from segment.script.uttering import utterances
from segment.script.writing import Renderer, write
from segment.script.written import Written

FAILS = "ST001"
REFUSED = "ST002"
NEVER = "ST003"
UNSAYABLE = "ST004"
CLAIMS = "ST005"

_LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}|\bNone\b|\bUndefined\b|https?://|\bTrue\b|\bFalse\b")
_MADE = " Line "
_MOST = 3
"""Specimens named in one finding."""
Source = Callable[[str], str]


def houses(language: str) -> Iterator[tuple[str, House]]:
    """The shows a template is tried in: the critic reads, a synthetic voice reads, somebody else reads; long and short."""
    yield "a synthetic voice", House(language=language)
    full = House(show="The Specimen Hour", language=language, greeting="Good evening.", out_cue="This is The Specimen Hour.")
    yield "the critic's own voice", _with(full, Reader(synthetic=False))
    yield "another reader", House(language=language, critic=Reader(person="Max Oduya", synthetic=False), website="example.org")
    yield "a minute", House(language=language, slot_s=60.0, critic=Reader(synthetic=False))
    yield "the ending told", House(language=language, spoilers=True)


def _with(house: House, critic: Reader) -> House:
    from msgspec.structs import replace

    return replace(house, critic=critic)


def check_template(name: str, source: Source, *, file: str, roles: frozenset[str]) -> tuple[tuple[Finding, ...], int, set[str]]:
    """The findings of one template, how many scripts it made, and the places (``file:line``) of its lines that came out."""
    told: dict[tuple[str, str, str], tuple[Finding, list[str]]] = {}
    reached: set[str] = set()
    made = 0
    try:
        head(name, source)
    except SegmentError as failure:
        where = failure.where
        if where is None or where.file == file_of(name):
            where = Where(file=file, line=where.line if where else 0)
        return (finding(FAILS, str(failure.message), where, failure.hint),), 0, reached
    ready = {code: Renderer(template=name, source=source, name=file, language=code) for code in ("en", "fr")}
    for number, specimen in enumerate(specimens()):
        shows = list(houses(specimen.language))
        # A whole review is tried in every show; one that lacks something in the first and one more.
        for title, house in shows if " without " not in specimen.name else [shows[0], shows[1 + number % (len(shows) - 1)]]:
            renderer = ready[specimen.language]
            try:
                written = write(specimen.review, template=name, source=source, house=house, name=file, renderer=renderer)
            except ScriptError as failure:
                found = [finding(FAILS, failure.message, failure.where, failure.hint)]
            else:
                made += 1
                reached |= {str(place) for place in written.places if place is not None}
                found = list(_judged(written, specimen, house, roles))
            for note in found:
                # The same mistake in another script is the same mistake; the first line it made is shown.
                key = (note.code, str(note.where), note.message.partition(_MADE)[0])
                told.setdefault(key, (note, []))[1].append(f"{specimen.name}, {title}")
    return tuple(counted(note, where) for note, where in told.values()), made, reached


def never_made(texts: dict[str, str], reached: set[str]) -> tuple[Finding, ...]:
    """A finding for each cue, part or spoken line of these templates (file and text) that came out for no specimen."""
    found: list[Finding] = []
    for file, text in texts.items():
        places = SourceMap()
        places.marked(text, file)
        for where, line in zip(places.places, places.lines, strict=True):
            if HEARD.match(line) and str(where) not in reached:
                message = f"This line came out for no review of any kind: {line.strip()[:60]}."
                hint = "Look at the conditions around it; a line that can never come out can go."
                found.append(Finding(code=NEVER, level="warning", message=message, hint=hint, where=where))
    return tuple(found)


def _judged(written: Written, specimen: Specimen, house: House, roles: frozenset[str]) -> Iterator[Finding]:
    parsed = examine(written.text, roles=roles)
    lines = written.text.split("\n")
    for note in parsed.findings:
        if note.level == "error" or note.code in {"SC101", "SC102", "SC105"}:
            at = note.where.line if note.where else 0
            code = UNSAYABLE if note.code == "SC105" else REFUSED
            yield _made(code, note.level, note.message, at, lines, written, note.hint)
    for item, at in zip(parsed.script.items, parsed.lines, strict=True):
        if not isinstance(item, Speech):
            continue
        text = "".join(span.text for span in item.spans if not isinstance(span, Break))
        if (left := left_over(item)) is not None:
            yield _made(UNSAYABLE, "error", f"“{left}” cannot be said.", at, lines, written, "Say it in words.")
        for word in _silent(item, house.language):
            yield _made(UNSAYABLE, "warning", f"No voice says “{word}”.", at, lines, written, "Say it in words, or leave it out.")
        claims = re.search(r"\b(?:I'm|I am|my name is|je m'appelle|je suis) ", text, re.IGNORECASE)
        who = specimen.review.reviewer
        if item.role == "critic" and house.critic.synthetic and claims and who and who in text[claims.start() :]:
            message = "A synthetic voice says that it is a person."
            yield _made(CLAIMS, "error", message, at, lines, written, "Say it only where critic.reads is true.")


def _silent(item: Speech, language: str) -> Iterator[str]:
    script = Script(items=(item,))
    for utterance in utterances(running_order(script), language=language):
        for piece in utterance.pieces:
            if isinstance(piece, Phrase):
                yield from (w.display for w in piece.words if not w.say and any(map(str.isalnum, w.display)))


def left_over(item: Item) -> str | None:
    """What of a spoken line is a sign of the template's, or an address; None where nothing is."""
    if not isinstance(item, Speech):
        return None
    found = _LEFT_OVER.search("".join(span.text for span in item.spans if not isinstance(span, Break)))
    return found[0] if found else None


def _made(code: str, level: str, message: str, at: int, lines: list[str], written: Written, hint: str) -> Finding:
    return made_finding(code, level, message, at, lines, written.places, hint)


def made_finding(
    code: str, level: str, message: str, at: int, lines: list[str], places: tuple[Where | None, ...], hint: str
) -> Finding:
    """A finding at the template's line, with the line it made."""
    line = lines[at - 1] if 0 < at <= len(lines) else ""
    place = places[at - 1] if 0 < at <= len(places) else None
    shown = f"{message}{_MADE}{at} of the script it made: {line[:90]}" if line else message
    ending = "" if shown.endswith((".", "?", "!", "…", "”")) else "…"
    return Finding(code=code, level="error" if level == "error" else "warning", message=shown + ending, hint=hint, where=place)


def finding(code: str, message: str, where: Where | None, hint: str) -> Finding:
    """An error of a template."""
    return Finding(code=code, level="error", message=message, hint=hint, where=where)


def counted(finding: Finding, specimens_: list[str]) -> Finding:
    """The finding with the names of the specimens that showed it."""
    from msgspec.structs import replace

    shown = "; ".join(dict.fromkeys(specimens_[:_MOST]))
    more = f" and {len(specimens_) - _MOST} more" if len(specimens_) > _MOST else ""
    return replace(finding, hint=f"{finding.hint} Seen with: {shown}{more}.".strip())
