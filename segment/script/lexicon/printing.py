"""Pronouncers printed in a script that the tool writes: in brackets after a name, where it is first spoken."""

from __future__ import annotations

import re

from segment.model.lexicon import Lexicon, folded
from segment.model.script import Pronounced
from segment.script.lexicon.finding import Index
from segment.script.lexicon.giving import own_language
from segment.script.lexicon.owning import respelled
from segment.script.lines import Located, split_comment
from segment.script.problems import Problems
from segment.script.pronouncer import respelling as as_pronouncer
from segment.script.sources import label
from segment.script.spans import read_spans
from segment.script.spoken.rule import token

_WORD = re.compile(r"\S+")
_MARKS = re.compile(r"\(([^()]*)\)\[")
_MARKED = re.compile(r" ?\(|[\])+]")
"""What stands behind a name that is explained, or marked, already."""


def with_pronouncers(script: str, lexicon: Lexicon, language: str, roles: frozenset[str] = frozenset({"host", "critic"})) -> str:
    """The script with a pronouncer behind the first mention of each name that has one; everything else stays as it is.

    A name that the script explains itself is left alone, and so is one whose respelling would not read as a pronouncer: a lone
    syllable without a hyphen. Voices get those too, only nothing is printed.
    """
    entries = tuple(e for e in lexicon.entries if as_pronouncer(e.respelling) and not own_language(e, language))
    index = Index(Lexicon(entries=entries))
    done: set[str] = set()
    lines = script.split("\n")
    for number, line in enumerate(lines):
        if index and (where := _spoken(line, roles)) is not None:
            lines[number] = _printed(line, where, index, done)
    return "\n".join(lines)


def _spoken(line: str, roles: frozenset[str]) -> tuple[int, int] | None:
    """From where to where a line's words stand; None for a line that nobody speaks."""
    located = Located(text=line, anchors=((0, 1, 1),))
    source = label(located, roles)
    if source is None or source.kind != "role":
        return None
    before, _ = split_comment(located)
    return source.body, len(before.text)


def _printed(line: str, where: tuple[int, int], index: Index, done: set[str]) -> str:
    start, stop = where
    places = [match.span() for match in _WORD.finditer(line, start, stop)]
    words = [line[a:b] for a, b in places]
    done |= {folded(hit.entry.spelling) for mark in _MARKS.finditer(line) for hit in index.hits(mark[1].split())}
    firsts = []
    for hit in index.hits(words):
        name = folded(hit.entry.spelling)
        if name not in done:
            done.add(name)
            firsts.append(hit)
    for hit in reversed(firsts):  # from the back, so that the places in front stay where they are
        word = token(words[hit.stop - 1])
        at = places[hit.stop - 1][0] + len(word.lead) + len(word.core)
        said = respelled(hit.entry.respelling) if hit.owning else hit.entry.respelling
        made = f"{line[:at]} ({said}){line[at:]}"
        if not _MARKED.match(line, at) and _reads(made[start:], said):
            line = made
    return line


def _reads(body: str, said: str) -> bool:
    """Whether the line reads back with the pronouncer as one."""
    spans = read_spans(Located(text=body, anchors=((0, 1, 1),)), Problems(""))
    return any(isinstance(span, Pronounced) and span.respelling == said for span in spans)
