"""What every reader of a form promises, held against each that is registered and one from outside."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.errors import ReviewError
from segment.model.review import Review, Section
from segment.review import read, read_all
from segment.review.forms import PACKED, READERS, AnyReader
from segment.review.found import NOTHING_GIVEN, Found, Given, PackedReader, Reader
from segment.review.writing import FORM

PROSE = "The dog of the title swims out to the island every morning, and every morning somebody has to row out and fetch it back."
MORE = "Nobody in the film says why, and that is the best thing about it; the second best is the dog, who is called Admiral."


class Telegram:
    """A reader such as another package would bring: capitals, with STOP between the sentences."""

    def recognises(self, text: str) -> bool:
        """The word STOP, more than once."""
        return text.count(" STOP") > 1

    def read(self, text: str, *, name: str, given: Given = NOTHING_GIVEN) -> Found:
        """One paragraph for each sentence."""
        parts = tuple(part.strip() for part in text.split(" STOP") if part.strip())
        if sum(len(part.split()) for part in parts) < 25:
            raise ReviewError("This telegram is too short for a review.")
        review = Review(title=parts[0], language=given.language, sections=(Section(paragraphs=parts[1:]),), source=name)
        return Found(review=review, lines=(tuple(1 for _ in parts[1:]),))


def _docx() -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("The Lake Dog", "By Ann Roe", PROSE, MORE))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


HEAD = "The Lake Dog\n\nReviewed by Ann Roe\n\n"
EXAMPLES: dict[str, bytes] = {
    "json": f'{{"title": "The Lake Dog", "sections": [{{"paragraphs": ["{PROSE}", "{MORE}"]}}]}}'.encode(),
    "toml": f'form = "{FORM}"\ntitle = "The Lake Dog"\n[[sections]]\nparagraphs = ["{PROSE}", "{MORE}"]\n'.encode(),
    "html": f"<!doctype html><body><h1>The Lake Dog</h1><p>By Ann Roe</p><p>{PROSE}</p><p>{MORE}</p></body>".encode(),
    "structured": f"---\nform: {FORM}\ntitle: The Lake Dog\n---\n\n{PROSE}\n\n{MORE}\n".encode(),
    "markdown": f"---\ntitle: The Lake Dog\n---\n\n{PROSE}\n\n*{MORE}*\n".encode(),
    "page": f"{HEAD}{PROSE}\n\n{MORE}\n".encode(),
    "docx": _docx(),
    "telegram": f"The Lake Dog STOP {PROSE} STOP {MORE} STOP".encode(),
}
"""One review in each form; a new form needs one here."""

ALL: dict[str, AnyReader] = {**READERS, **PACKED, "telegram": Telegram()}


@pytest.mark.parametrize("form", ALL)
def test_a_reader_has_the_shape(form: str) -> None:
    """Each registered reader is a text's or a file's, and has an example here."""
    assert hasattr(ALL[form], "read")
    assert isinstance(ALL[form], PackedReader) != hasattr(ALL[form], "recognises")
    assert form in EXAMPLES


@pytest.mark.parametrize("form", ALL)
def test_a_reader_knows_its_own_form(form: str) -> None:
    """It recognises its example, and no reader that is asked earlier takes it away."""
    reader = ALL[form]
    data = EXAMPLES[form]
    own = reader.opens(data) if isinstance(reader, PackedReader) else reader.recognises(data.decode())
    assert own
    taken = [name for name, one in PACKED.items() if one.opens(data)]
    taken = taken or [name for name, one in READERS.items() if one.recognises(data.decode())]
    assert taken[0] == form or form == "telegram"


@pytest.mark.parametrize("form", ALL)
def test_a_reader_gives_the_review(form: str) -> None:
    """Through the common door: title and both paragraphs, word for word, and where they stand."""
    review = read(EXAMPLES[form], name="a-page", readers={"telegram": Telegram()})
    assert review.title == "The Lake Dog"
    assert [text for section in review.sections for text in section.paragraphs] == [PROSE, MORE]
    assert review.source == "a-page"


@pytest.mark.parametrize("form", ALL)
def test_a_reader_is_steady(form: str) -> None:
    """The same bytes give the same review, whichever was read before."""
    first = read_all(EXAMPLES[form], name="a-page", readers={"telegram": Telegram()})
    for other in EXAMPLES.values():
        read(other, name="other", readers={"telegram": Telegram()})
    assert read_all(EXAMPLES[form], name="a-page", readers={"telegram": Telegram()}) == first


@pytest.mark.parametrize("form", ALL)
@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=60), cut=st.integers(0, 400))
def test_a_reader_refuses_in_a_sentence(form: str, text: str, cut: int) -> None:
    """Neither strange text nor its own example broken off makes it raise anything but ReviewError; asking never raises."""
    reader = ALL[form]
    broken = EXAMPLES[form][:cut] + text.encode("utf-8", "replace")
    if isinstance(reader, PackedReader):
        if reader.opens(broken):
            with suppress(ReviewError):
                reader.read(broken, name="a-page")
        return
    page = broken.decode("utf-8", "replace")
    if reader.recognises(page):
        with suppress(ReviewError):
            reader.read(page, name="a-page")


def test_a_reader_from_outside_is_asked_first() -> None:
    """What another package brings wins over our own, and without it the same bytes are a page of text."""
    readers: dict[str, Reader | PackedReader] = {"telegram": Telegram()}
    assert len(read(EXAMPLES["telegram"], name="x", readers=readers).sections[0].paragraphs) == 2
    assert " STOP" in read(EXAMPLES["telegram"], name="x").sections[0].paragraphs[0]
