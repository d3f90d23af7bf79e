"""The door in: bytes of any form to a Review with its notes."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from segment.model.review import Review
from segment.review.decoding import LIMIT_BYTES, decode, too_large
from segment.review.foreign import refuse_document
from segment.review.forms import AnyReader, packed_reader_for, reader_for
from segment.review.found import Found, Given
from segment.review.layout.aliases import heading_name
from segment.review.notes.all import notes
from segment.review.several.notes import only_first


def read(
    data: bytes,
    *,
    name: str,
    aliases: Mapping[str, str] | None = None,
    language: str = "",
    readers: Mapping[str, AnyReader] | None = None,
) -> Review:
    """The review in ``data``, the first where there are several; a note then names the others.

    ``name`` is the file as the user gave it, or ``-``; the rest as in :func:`read_all`, and so the errors.
    """
    reviews = read_all(data, name=name, aliases=aliases, language=language, readers=readers)
    return only_first(reviews)


def read_all(
    data: bytes,
    *,
    name: str,
    aliases: Mapping[str, str] | None = None,
    language: str = "",
    readers: Mapping[str, AnyReader] | None = None,
) -> tuple[Review, ...]:
    """Every review in ``data``, in the page's order; there is always one.

    ``aliases`` leads from a publication's heading words to headings that are known; ``language`` is taken as given;
    ``readers`` are those from outside, asked before our own (see :class:`segment.review.found.Reader`).

    Raises ReviewError (exit code 1) with a sentence for what is empty, too large, not text, in a form that is not read, wrong
    in its form, or a page without a review in it.
    """
    given = Given(aliases={heading_name(word): heading for word, heading in (aliases or {}).items()}, language=language)
    found = _found(data, name=name, given=given, readers=readers)
    return tuple(_noted(one) for one in (found, *found.others))


def _found(data: bytes, *, name: str, given: Given, readers: Mapping[str, AnyReader] | None) -> Found:
    """What the reader of the form makes of it, with the notes on its encoding."""
    if len(data) > LIMIT_BYTES:
        raise too_large(data, name=name)
    packed = packed_reader_for(data, readers)
    if packed is not None:
        return packed.read(data, name=name, given=given)
    refuse_document(data, name=name)
    decoded = decode(data, name=name)
    found = reader_for(decoded.text, readers).read(decoded.text, name=name, given=given)
    others = tuple(replace(one, findings=(*decoded.findings, *one.findings)) for one in found.others)
    return replace(found, findings=(*decoded.findings, *found.findings), others=others)


def _noted(found: Found) -> Review:
    findings = sorted((*found.findings, *notes(found)), key=lambda f: f.where.line if f.where else 0)
    return replace(found.review, findings=tuple(findings))
