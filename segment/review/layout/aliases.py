"""A publication's own heading words, as segment.toml gives them, become the headings that scripts know."""

from __future__ import annotations

from msgspec.structs import replace

from segment.review.layout.line import Line
from segment.review.layout.run_in import apart

_EDGES = " \t\xa0.:?!–—-*_"


def heading_name(text: str) -> str:
    """A heading as it is looked up: lower case, single spaces, curly apostrophes straight, nothing at its ends."""
    return " ".join(text.casefold().replace("’", "'").split()).strip(_EDGES)


def under_aliases(lines: list[Line], aliases: dict[str, str]) -> list[Line]:
    """The lines, each one that is an alias a heading by the name the alias leads to; also where it runs into its paragraph."""
    if not aliases:
        return lines
    result: list[Line] = []
    for line in lines:
        heading, _, text = apart(line.text)
        if len(line.text) <= 80 and heading_name(line.text) in aliases:
            result.append(replace(line, text=aliases[heading_name(line.text)], heading=True))
        elif heading and heading_name(heading) in aliases:
            result.append(replace(line, text=aliases[heading_name(heading)], heading=True))
            result.append(replace(line, text=text, heading=False, glued=True))
        else:
            result.append(line)
    return result
