"""The JSON that ``segment review --json`` prints."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from segment.errors import ReviewError, Where
from segment.review.found import NOTHING_GIVEN, Found, Given
from segment.review.layout.length import refuse_long_review
from segment.review.layout.origins import written_origins
from segment.review.settled import settled
from segment.review.shape import review_from

_OPENING = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\]])')
_BYTE = re.compile(r"\(byte (\d+)\)")


class JsonForm:
    """Reads the structured form as JSON."""

    def recognises(self, text: str) -> bool:
        """An opening brace and a quotation mark: no page of prose begins so."""
        return _OPENING.match(text) is not None

    def read(self, text: str, *, name: str, given: Given = NOTHING_GIVEN) -> Found:
        """The review as it was written; its notes are made anew."""
        try:
            data = msgspec.json.decode(text)
        except msgspec.DecodeError as error:
            raise _broken(error, text, name) from None
        except RecursionError:
            raise ReviewError("The JSON is nested too deep to be a review.", where=Where(file=name)) from None
        written = review_from(data, name=name)
        refuse_long_review(written, name=name)
        review = settled(written)
        places = review.origins if review.source else written_origins(review, text)
        return Found(review=replace(review, source=review.source or name, origins=places, findings=()))


def _broken(error: msgspec.DecodeError, text: str, name: str) -> ReviewError:
    said = str(error)
    if said.endswith("truncated"):
        return ReviewError("The JSON breaks off before its end.", where=Where(file=name, line=text.rstrip().count("\n") + 1))
    match = _BYTE.search(said)
    before = text.encode()[: int(match[1])].decode(errors="ignore") if match else ""
    where = Where(file=name, line=before.count("\n") + 1, column=len(before) - before.rfind("\n"))
    what = said.partition(": ")[2].partition(" (byte")[0] or said
    return ReviewError(f"The JSON is malformed: {what}.", where=where)
