"""What the frames of an ID3v2.3 tag say, as text: one list that is written and, read back, compared.

Version 2.3 because readers lose chapters, or the whole tag, in 2.4. Sources: ID3 tag version 2.3.0 (id3.org/id3v2.3.0); the
frames that podcast programs added to it (PCST, TGID, TDES, TKWD, TCAT, WFED) as eyeD3, Mp3tag and mutagen know them.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from segment.model.tags import Tags
from segment.model.timeline import Timeline
from segment.publish.languages import iso_639_2
from segment.publish.text import one_line, whole
from segment.units import milliseconds

_DATE = re.compile(r"(\d{4})(?:-(\d{2})-(\d{2}))?")
_COPYRIGHT_WORDS = re.compile(r"^(?:copyright|©|℗|\(c\)|\s)+", re.IGNORECASE)

Said = tuple[tuple[str, str], ...]
"""Names of frames and what they say, in order; empty ones are left out."""


def texts(tags: Tags, timeline: Timeline) -> Said:
    """The text frames that players show."""
    year, day = _date(tags.date)
    return _filled(
        ("TIT2", tags.title),
        ("TPE1", tags.artist),
        ("TALB", tags.album),
        ("TRCK", tags.track),
        ("TCON", "Podcast"),
        ("TYER", year),
        ("TDAT", day),
        ("TLEN", str(milliseconds(timeline.frames, timeline.rate))),
        ("TLAN", iso_639_2(tags.language)),
        ("TCOP", _copyright(tags.copyright, year)),
    )


def remarks(tags: Tags, transcript: str) -> Said:
    """Comment and transcript, of more than one line."""
    return tuple(
        (name, text) for name, text in (("COMM", whole(tags.comment).strip()), ("USLT", whole(transcript).strip())) if text
    )


def addresses(tags: Tags) -> Said:
    """The official page, twice, because some readers show the one and some the other."""
    return _filled(("WOAF", ascii_address(tags.website)), ("WXXX", ascii_address(tags.website)))


def podcast(tags: Tags) -> Said:
    """What podcast programs look for: id, description, keywords, category, feed."""
    return _filled(
        ("TGID", tags.guid),
        ("TDES", tags.comment),
        ("TKWD", ", ".join(tags.keywords)),
        ("TCAT", tags.category),
        ("WFED", ascii_address(tags.feed)),
    )


def _filled(*pairs: tuple[str, str]) -> Said:
    return tuple((name, line) for name, text in pairs if (line := one_line(text)))


def _date(date: str) -> tuple[str, str]:
    """Year and, for TDAT, day and month as DDMM; empty strings for what the date does not say."""
    match = _DATE.match(date.strip())
    if not match:
        return "", ""
    year, month, day = match.groups()
    return year, f"{day}{month}" if day else ""


def _copyright(text: str, year: str) -> str:
    """TCOP begins with a year and a space, and readers put "Copyright ©" before it (4.2.1): so without those words here."""
    rest = _COPYRIGHT_WORDS.sub("", one_line(text))
    if not rest or re.match(r"\d{4} ", rest) or not year:
        return rest
    return f"{year} {rest}"


def ascii_address(website: str) -> str:
    """A web address in ASCII, as ID3's URL frames need it; empty for words that are no address, such as "our website"."""
    text = one_line(website)
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host or " " in text:
        return ""
    user_free = parts._replace(netloc=host + port)
    return quote(user_free.geturl(), safe="%/:=&?~#+!$,;'@()*[]-._")
