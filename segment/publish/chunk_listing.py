"""What the ``bext`` and ``cart`` chunks of a finished WAV say, read back by the places the standards give their fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from segment.model.label import Label
from segment.publish.ascii import field
from segment.publish.bext import CHUNK as BEXT
from segment.publish.cart import CHUNK as CART
from segment.publish.read_back import Said

_PLACES = {
    BEXT: (("Description", 0, 256), ("Originator", 256, 32), ("Reference", 288, 32)),
    CART: (("Title", 4, 64), ("Artist", 68, 64), ("CutID", 132, 64), ("OutCue", 388, 64)),
}
"""Fields of text with their first byte and length (EBU Tech 3285 v2, AES46-2002)."""


def said(chunks: Mapping[bytes, bytes]) -> Said:
    """The fields of both chunks that have something in them."""
    return _filled(
        (chunk, name, chunks[chunk][at : at + length])
        for chunk, places in _PLACES.items()
        for name, at, length in places
        if chunk in chunks
    )


def to_be_said(label: Label, *, with_cart: bool) -> Said:
    """What they are to say."""
    tags, cut = label.tags, label.cut
    description = ". ".join(part for part in (tags.title, tags.comment) if part)
    values: dict[bytes, tuple[str, ...]] = {BEXT: (description, tags.album or label.made_by, cut.id)}
    if with_cart:
        values[CART] = (tags.title, tags.artist, cut.id, cut.out_cue)
    return _filled(
        (chunk, name, field(text, length))
        for chunk, texts in values.items()
        for (name, _, length), text in zip(_PLACES[chunk], texts, strict=True)
    )


def _filled(found: Iterable[tuple[bytes, str, bytes]]) -> Said:
    lines = ((f"{chunk.decode()}.{name}", data.rstrip(b"\0").decode("ascii")) for chunk, name, data in found)
    return tuple((name, text) for name, text in lines if text)
