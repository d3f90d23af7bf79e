"""``CHAPTER: The story, link https://example.org/x, image whale.jpg``: a title, a page and a picture."""

from __future__ import annotations

import re

from segment.model.script import Chapter, Only
from segment.script.cue_fields import quoted_value
from segment.script.escapes import escape_comment, unescape
from segment.script.lines import Located
from segment.script.problems import BAD_CUE, Problems
from segment.script.typography import even_unescaped, kept_uneven
from segment.wording import quoted

_QUOTES = '"“”„«»‟'
_COMMA = r"(?P<before>(?<!\\)(?:\\\\)*),"
"""One that no back-slash makes literal."""
_LINK = re.compile(rf"{_COMMA}\s*link\s+(?P<value>\S*[./]\S*)\s*$", re.IGNORECASE)
_IMAGE = re.compile(
    rf"{_COMMA}\s*image\s+(?:[{_QUOTES}](?P<named>[^{_QUOTES}]+)[{_QUOTES}]|(?P<value>[^\s,{_QUOTES}]+\.\w+))\s*$", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://[^\s/\\]+[^\s\\]*")
_PICTURE = re.compile(r".*\.(?:jpe?g|png)", re.IGNORECASE)
_BARE = re.compile(r"[\w./-]+")
_WOULD_BE_READ = re.compile(r",(?=\s*(?:link|image)\s)", re.IGNORECASE)


def read_chapter(body: Located, only: Only, comment: str, problems: Problems) -> Chapter | None:
    """The chapter that stands behind the colon; None, and mistakes noted, when it is wrong."""
    text, given = body.text, {}
    for _ in range(2):
        for key, pattern in (("link", _LINK), ("image", _IMAGE)):
            if key not in given and (found := pattern.search(text)):
                given[key] = unescape(found.groupdict().get("named") or found["value"])
                text = text[: found.end("before")]
    title = " ".join(even_unescaped(text).split())
    if not title:
        problems.mistake(BAD_CUE, "CHAPTER has no title.", body, hint="Write “CHAPTER: The story”.")
        return None
    link, image = given.get("link", ""), given.get("image", "")
    if link and not _ADDRESS.fullmatch(link):
        problems.mistake(BAD_CUE, f"CHAPTER cannot link to {quoted(link)}.", body, hint="An address begins with https://.")
        return None
    if image and not _PICTURE.fullmatch(image):
        problems.mistake(BAD_CUE, f"CHAPTER cannot show {quoted(image)}.", body, hint="A picture is a .jpg or .png file.")
        return None
    return Chapter(title=title, link=link, image=image, only=only, comment=comment)


def written_chapter(chapter: Chapter) -> str:
    """The body of the cue, as :func:`read_chapter` reads it."""
    title = _WOULD_BE_READ.sub(r"\\,", escape_comment(kept_uneven(chapter.title.replace("\\", "\\\\"))))
    link = f", link {escape_comment(chapter.link)}" if chapter.link else ""
    named = chapter.image if _BARE.fullmatch(chapter.image) else quoted_value(chapter.image)
    return title + link + (f", image {named}" if chapter.image else "")
