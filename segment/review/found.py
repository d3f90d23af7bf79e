"""What a reader hands over: the review, where its paragraphs stand, and what there is to say about reading it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from msgspec import Struct

from segment.model.finding import Finding
from segment.model.review import Review


class Found(Struct, frozen=True, kw_only=True):
    """A review and the places its text came from."""

    review: Review
    lines: tuple[tuple[int, ...], ...] = ()
    """For each section, the 1-based line of each paragraph; empty when the form has no lines to show."""
    findings: tuple[Finding, ...] = ()
    """Notes only the reader could make."""
    others: tuple[Found, ...] = ()
    """The other works on the page, in its order; each has none of its own."""

    def line(self, section: int, paragraph: int) -> int:
        """The line of a paragraph, 0 when unknown."""
        return self.lines[section][paragraph] if self.lines else 0


class Given(Struct, frozen=True, kw_only=True):
    """What the producer says of a page beforehand."""

    aliases: dict[str, str] = {}
    """From a publication's heading words, in lower case, to headings that are known."""
    language: str = ""
    """The page's language, or empty to have it told from the text."""


NOTHING_GIVEN = Given()


class Reader(Protocol):
    """Knows one form a review comes in.

    To add a form: a module in ``readers/`` with a class of this shape, and an entry in ``forms.READERS``; outside this project,
    an instance of the class as an entry point of the group ``segment.readers``. ``tests/contracts`` holds every reader, one
    from outside too, against what is said here.
    """

    def recognises(self, text: str) -> bool:
        """True when the text is in this form. Judged by its content, never by the file's name."""
        ...

    def read(self, text: str, *, name: str, given: Given = NOTHING_GIVEN) -> Found:
        """The review in ``text``. Copies what is there and leaves empty what is not.

        Raises ReviewError, with ``name`` as the file, when the text is in this form and wrong.
        """
        ...


@runtime_checkable
class PackedReader(Protocol):
    """Knows one form that is no text, such as a word processor's file; added as a :class:`Reader` is, in ``forms.PACKED``."""

    def opens(self, data: bytes) -> bool:
        """True when the bytes are in this form. Judged by them alone; cheap, and False for what it does not know."""
        ...

    def read(self, data: bytes, *, name: str, given: Given = NOTHING_GIVEN) -> Found:
        """The review in ``data``; as :meth:`Reader.read`."""
        ...
