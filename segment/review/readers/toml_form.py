"""The structured form as a TOML file: facts as keys, sections as tables with a list of paragraphs each."""

from __future__ import annotations

import tomllib

from msgspec.structs import replace

from segment.errors import ReviewError, Where
from segment.review.found import NOTHING_GIVEN, Found, Given
from segment.review.layout.length import refuse_long_review
from segment.review.layout.origins import written_origins
from segment.review.settled import settled
from segment.review.shape import review_from
from segment.review.writing import FORM

_LOOK = 4000


class TomlForm:
    """Reads what :func:`segment.review.writing.to_toml` writes, also after a person edited it."""

    def recognises(self, text: str) -> bool:
        """A key ``form`` that is ours among the first lines, with no front matter round it."""
        if text.startswith(("---", "+++")):
            return False
        said = (line.partition("=") for line in text[:_LOOK].split("\n"))
        return any(key.strip() == "form" and value.strip(" \t'\"") == FORM for key, _, value in said)

    def read(self, text: str, *, name: str, given: Given = NOTHING_GIVEN) -> Found:
        """The review as it was written; its notes are made anew."""
        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise _broken(error, name) from None
        except RecursionError:
            raise ReviewError("The TOML is nested too deep to be a review.", where=Where(file=name)) from None
        for key in ("form", "made"):
            data.pop(key, None)
        written = review_from(data, name=name)
        refuse_long_review(written, name=name)
        review = settled(written)
        places = review.origins if review.source else written_origins(review, text)
        return Found(review=replace(review, source=review.source or name, origins=places, findings=()))


def _broken(error: tomllib.TOMLDecodeError, name: str) -> ReviewError:
    said, _, place = str(error).partition(" (at line ")
    line = place.partition(",")[0]
    return ReviewError(
        f"The TOML is malformed: {said[:1].lower()}{said[1:]}.",
        where=Where(file=name, line=int(line) if line.isdigit() else 0),
        hint="A text stands in quotation marks, a long one between three of them.",
    )
