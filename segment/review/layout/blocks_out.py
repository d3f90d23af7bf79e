"""Blocks of short lines that are no text: track lists under their heading, and captions under a button to enlarge a picture."""

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
_FEWEST = 3
_MAX_WORDS = 12


def without_blocks(lines: list[Line]) -> tuple[list[Line], tuple[LeftOut, ...]]:
    """The lines outside such blocks, and the lines inside them."""
    kept: list[Line] = []
    out: list[LeftOut] = []
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        reason = _CAPTION if _is_enlarged(lines[at]) else _REASON
        out.extend(LeftOut(line=line.number, text=line.text, reason=reason) for line in lines[at:end])
        kept.extend(lines[at : at + 1] if end == at else [])
        at = max(end, at + 1)
    return kept, tuple(out)


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
    headed = text.casefold().strip(" \t\xa0:.*") in _HEADS
    end = at + headed
    while end < len(lines) and _is_track(lines[end], headed):
        end += 1
    if headed:
        return end if end > at + 1 else at
    return end if end - at >= _FEWEST else at


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
