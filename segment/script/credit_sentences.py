"""The credits of a review as sentences a host can say, one for each thing there is to say."""

from __future__ import annotations

from msgspec.structs import replace

from segment.model.review import Review
from segment.script.credits import is_french, leads, list_and, people, surname
from segment.script.shade import shade, unshaded

_MADE = (
    ("author", "wrote it", "wrote it", "l'a écrit", "l'ont écrit"),
    ("performer", "performs", "perform", "l'interprète", "l'interprètent"),
    ("director", "directs", "direct", "en signe la mise en scène", "en signent la mise en scène"),
    ("writer", "wrote the script", "wrote the script", "en signe le texte", "en signent le texte"),
    ("composer", "wrote the music", "wrote the music", "en signe la musique", "en signent la musique"),
)
"""Role, what one person and what several did, in English and in French."""


def credit_sentences(review: Review, language: str = "en", known: str = "") -> tuple[str, ...]:
    """``Odile Marchetti directs.`` ``Ruth Adeyemi and Tom Vasquez star.``; nobody whom ``known`` has named already.

    Somebody who did two things is named in full once, then by surname. The text is shaded where the review's was.
    """
    bare = replace(review, credits=tuple(replace(c, name=unshaded(c.name)) for c in review.credits))
    french = is_french(language)
    said: list[str] = []
    heard: set[str] = set()
    for role, one, several, un, des in _MADE:
        names = [name for name in people(bare, role) if name and name not in unshaded(known)]
        if not names:
            continue
        shown = [surname(name) if name in heard else name for name in names[:3]]
        heard.update(names[:3])
        single = len(shown) == 1 and not shown[0].startswith("The ")
        did = (un if single else des) if french else (one if single else several)
        said.append(f"{list_and(shown, 'et' if french else 'and')} {did}.")
    stars = [name for name in map(unshaded, leads(review)) if name and name not in unshaded(known)]
    if stars:
        single = len(stars) == 1
        did = (
            ("tient le premier rôle" if single else "tiennent les premiers rôles") if french else ("stars" if single else "star")
        )
        said.append(f"{list_and(stars, 'et' if french else 'and')} {did}.")
    return tuple(shade(sentence) for sentence in said)
