"""Blocks of short lines that are no text: track lists, readers' ratings, and captions under a button to enlarge a picture."""

from __future__ import annotations

import re

from segment.model.review import LeftOut
from segment.review.layout.line import Line, is_prose, is_sentence
from segment.review.word_table import phrases

_HEADS = phrases("""
    track list
    tracklist
    track listing
    tracklisting
    tracks
    set list
    setlist
    liste des titres
    liste des pistes
    titres
""")
_LENGTH = re.compile(r"\(?\b\d{1,2}[:’']\d\d\b\)?")
_TRACK = re.compile(r"(?:\d{1,2}\s?[.)–-]\s?)?.{1,80}\s[–-]?\s?\(?\d{1,2}:\d\d\)?")
_REASON = "a list of tracks"
_CAPTION = "caption of a picture"
_ENLARGE = ("click to enlarge", "cliquez pour agrandir")
_CAPTION_WORDS = 25
_CONTACT = re.compile(
    r"(?:tel|phone|telephone|téléphone|fax|website|web|site web|hours|opening hours|horaires|e-?mail)\s?[.:]", re.IGNORECASE
)
_ADDRESS = "the address of the house, of which a review has no field for the parts"
_FEWEST = 3
_MAX_WORDS = 12
_READERS = re.compile(
    r"(?:(?:users?|readers?['’]?|audience|community|visitors?)\s(?:rating|score|review)s?|your rating|note des lecteurs)"
    r"\b[^.!?]{0,30}",
    re.IGNORECASE,
)
"""What stands over a rating that the page's readers gave."""
_READERS_SAY = "the readers' rating, not the critic's"
_AMOUNT = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?(?:\s?/\s?\d{1,3})?|\(?\d{1,6} votes?\)?", re.IGNORECASE)


def without_blocks(lines: list[Line]) -> tuple[list[Line], tuple[LeftOut, ...]]:
    """The lines outside such blocks, and the lines inside them."""
    lines, out = _without_addresses(lines)
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        reason = _reason(lines[at])
        out.extend(LeftOut(line=line.number, text=line.text, reason=reason) for line in lines[at:end])
        kept.extend(lines[at : at + 1] if end == at else [])
        at = max(end, at + 1)
    return kept, tuple(out)


def _without_addresses(lines: list[Line]) -> tuple[list[Line], list[LeftOut]]:
    """The lines without those of an address, glued to a telephone number or the like: what has a label stays to be understood."""
    out: set[int] = set()
    begin = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and lines[at].glued and _is_short(lines[at]) and _is_short(lines[at - 1]):
            continue
        run = range(begin, at)
        begin = at
        if len(run) >= _FEWEST and any(_CONTACT.match(lines[n].text) for n in run):
            out |= {n for n in run if ":" not in lines[n].text or _CONTACT.match(lines[n].text) or _is_closed(lines[n])}
    kept = [line for at, line in enumerate(lines) if at not in out]
    return kept, [LeftOut(line=lines[at].number, text=lines[at].text, reason=_ADDRESS) for at in sorted(out)]


def _is_short(line: Line) -> bool:
    return line.words <= _MAX_WORDS and not line.heading and line.text[-1] not in ".!?…"


def _is_closed(line: Line) -> bool:
    return line.text.casefold().startswith(("closed:", "open:", "fermé"))


def _end(lines: list[Line], at: int) -> int:
    """The index after the block that begins at ``at``; ``at`` itself where none begins."""
    text = lines[at].text
    if _is_enlarged(lines[at]):
        end = at + 1
        while end < len(lines) and lines[end].glued and lines[end].words < _CAPTION_WORDS:
            end += 1
        return end
    if len(_LENGTH.findall(text[:4000])) >= _FEWEST and not is_sentence(lines[at]):
        return at + 1
    if len(text) <= 60 and _READERS.fullmatch(text):
        return next((n for n in range(at + 1, min(len(lines), at + 4)) if not _AMOUNT.fullmatch(lines[n].text)), len(lines))
    headed = text.casefold().strip(" \t\xa0:.*") in _HEADS
    end = at + headed
    while end < len(lines) and _is_track(lines[end], headed):
        end += 1
    if headed:
        return end if end > at + 1 else at
    return end if end - at >= _FEWEST else at


def _reason(line: Line) -> str:
    """Why the block that a line begins is no text."""
    if len(line.text) <= 60 and _READERS.fullmatch(line.text):
        return _READERS_SAY
    return _CAPTION if _is_enlarged(line) else _REASON


def _is_enlarged(line: Line) -> bool:
    """Whether the button over a picture stands here: its caption and its credit are right below."""
    return line.text.casefold().startswith(_ENLARGE)


def _is_track(line: Line, headed: bool) -> bool:
    if line.heading or (is_prose(line) and not _LENGTH.search(line.text)):
        return False
    if len(line.text) <= 120 and _TRACK.fullmatch(line.text):
        return True
    listed = line.item > 0 or line.text[:2].strip(" .)").isdigit() or len(_LENGTH.findall(line.text[:4000])) >= _FEWEST
    return headed and listed and line.words <= _MAX_WORDS * 20 and not is_sentence(line)
