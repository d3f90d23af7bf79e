"""Where on a page the review's text begins and where it ends."""

from __future__ import annotations

from msgspec import Struct

from segment.review.facts.byline import first_name_byline, writer_line
from segment.review.layout.headings import is_known
from segment.review.layout.line import Line, is_heading_like, is_list, is_prose, is_sentence
from segment.review.layout.meaning import Meaning, head_meaning, meaning

_STANDFIRST_WORDS = 60
"""A by-line may stand under a standfirst of so many words."""
_ENOUGH_WORDS = 60
"""So much text, and what follows a run of the site's own lines is the site's too."""
_SIGNED_WORDS = 25
"""Under so much text a by-line closes it."""
_RUN = 4
_CLAUSE = 8


class Head(Struct, frozen=True, kw_only=True):
    """What stands above the review's text."""

    start: int
    """Index of the first line of the text, its heading included; the number of lines when there is no text."""
    meanings: tuple[Meaning, ...]
    """One for each line above it."""


def head(lines: list[Line], title: str = "") -> Head:
    """The head of a page: down to its last by-line, credit, rating or date above the first paragraph, and on to that.

    ``title`` is the work's where the form gives it: a line that repeats it heads no section.
    """
    meanings: list[Meaning] = []
    below = sum(line.words for line in lines if is_prose(line))
    end = prose = 0
    for at, line in enumerate(lines):
        found = head_meaning(line.text)
        if found.what == "text" and line.glued and (name := first_name_byline(line.text)):
            found = Meaning(what="byline", value=name)
        meanings.append(found)
        if found.what == "text":
            prose += line.words if is_prose(line) else 0
            below -= line.words if is_prose(line) else 0
            if prose > _STANDFIRST_WORDS:
                break
        elif found.what == "byline" and (not prose or below > prose):
            end, prose = at + 1, 0
        elif found.what not in {"furniture", "stop"} and not prose:
            end = at + 1
    start = _first_text(lines, meanings, end)
    meanings.extend(head_meaning(line.text) for line in lines[len(meanings) : start])
    return Head(start=_raised(lines, meanings, end, start, title.casefold()), meanings=tuple(meanings))


def ending(lines: list[Line], start: int, signed: str = "") -> int:
    """The index after the last line of the text that begins at ``start``: its last paragraph and the sentences under it.

    A line that is ``signed``, the by-line above it, heads what is said of the critic.
    """
    end, words, run, furnished = start, 0, 0, False
    for at in range(start, len(lines)):
        line, found = lines[at], meaning(lines[at].text)
        if words >= _ENOUGH_WORDS and found.what == "stop":
            break
        if words >= _SIGNED_WORDS and (found.what == "byline" or _is_critic(line.text, signed) or signs(line)):
            break
        if found.what == "text" and is_prose(line):
            if run >= _RUN and furnished and words >= _ENOUGH_WORDS:
                break
            end, words, run, furnished = at + 1, words + line.words, 0, False
        elif found.what == "text" and _continues(lines, at, end):
            end, words = at + 1, words + line.words
        else:
            run += 1
            # "Tel: 0956" is furniture too, but a critic's: an address may stand between paragraphs.
            furnished = furnished or found.what == "stop" or (found.what == "furniture" and not found.value.startswith("“"))
    return end


def signs(line: Line) -> bool:
    """Whether a heading is a critic's signature below the text: ``Written by Ann Roe``, over what is said of her."""
    return line.heading and bool(writer_line(line.text))


def signed(top: Head) -> str:
    """The name in the last by-line above the text."""
    return next((found.value for found in reversed(top.meanings[: top.start]) if found.what == "byline"), "")


def _is_critic(text: str, name: str) -> bool:
    """``Ann Roe`` or ``About Ann Roe`` under what she wrote."""
    bare = text.casefold().strip(" –—-:.").removeprefix("about ").removeprefix("author ").removeprefix("à propos de ").strip(" :")
    return bool(name) and bare == name.casefold()


def _first_text(lines: list[Line], meanings: list[Meaning], end: int) -> int:
    """The first paragraph after ``end``; where the page has none, the first sentence, or else the first line of so many words."""
    for is_text in (is_prose, is_sentence, _is_clause):
        for at in range(end, len(lines)):
            found = meanings[at] if at < len(meanings) else head_meaning(lines[at].text)
            if found.what == "text" and is_text(lines[at]):
                return at
    return len(lines)


def _is_clause(line: Line) -> bool:
    return line.words >= _CLAUSE and not is_heading_like(line)


def _raised(lines: list[Line], meanings: list[Meaning], end: int, start: int, title: str) -> int:
    """The start, with the short sentences and the heading that stand right above it; a title is no heading."""
    while start > end and start < len(lines) and meanings[start - 1].what == "text":
        above = lines[start - 1]
        if above.text.casefold() == title:
            break
        if above.heading:
            start = _over_lists(lines, meanings, end, start - 1)
            break
        if above.listed:
            start -= 1
            continue
        if is_sentence(above) and above.text.endswith((".", "…", ".”", ".’", '."')):
            start -= 1
            continue
        if start >= len(lines) or not is_heading_like(above):
            break
        others = any(found.what == "text" for found in meanings[: start - 1])
        if (is_known(above.text) and (others or title or _has_headings(lines, start))) or (lines[start].glued and others):
            start -= 1
        break
    return start


def _over_lists(lines: list[Line], meanings: list[Meaning], end: int, start: int) -> int:
    """The start, or the marked heading of a list that stands above the heading at ``start``: its items are text."""
    at = start
    while at > end and lines[at - 1].listed and meanings[at - 1].what == "text":
        at -= 1
    return at - 1 if at < start and at > end and lines[at - 1].heading else start


def _has_headings(lines: list[Line], start: int) -> bool:
    """Whether the text has headings: then a known one above it is one too, and else it may be the title of a work."""
    return any(line.heading or (is_heading_like(line) and is_known(line.text)) for line in lines[start:])


def _continues(lines: list[Line], at: int, end: int) -> bool:
    """A short sentence right under the text, or under a heading that stands there; a list under a known heading."""
    line = lines[at]
    if at == end:
        return is_sentence(line)
    above = lines[at - 1]
    if at - 1 != end or not (above.heading or is_heading_like(above)):
        return False
    return (is_sentence(line) and (line.glued or is_known(above.text))) or (is_list(line) and is_known(above.text))
