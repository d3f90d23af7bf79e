"""Word documents: written here as the XML that a word processor writes, packed as it packs it."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.errors import ReviewError
from segment.model.review import Review
from segment.review import read

PROSE = "The dog of the title swims out to the island every morning, and every morning somebody has to row out and fetch it back."
MORE = "Nobody in the film says why, and that is the best thing about it; the second best is the dog, who is called Admiral."
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = '<w:style w:styleId="Kop1"><w:name w:val="heading 2"/></w:style><w:style w:styleId="T"><w:name w:val="Title"/></w:style>'


def packed(body: str, *, styles: str = STYLES) -> bytes:
    """A .docx with this body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f'<w:document xmlns:w="{SPACE}"><w:body>{body}</w:body></w:document>')
        package.writestr("word/styles.xml", f'<w:styles xmlns:w="{SPACE}">{styles}</w:styles>')
    return out.getvalue()


def p(text: str, *, style: str = "", run: str = "", paragraph: str = "") -> str:
    """A paragraph of one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{paragraph}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def document(*parts: str) -> Review:
    """The review in a document with a title, these paragraphs, and two of prose."""
    return read(packed(p("The Lake Dog", style="T") + "".join(parts) + p(PROSE) + p(MORE)), name="review.docx")


def test_a_document_is_read() -> None:
    """Title by its style, by-line, credits, a heading by its style and one in bold; lines count paragraphs."""
    review = document(
        p("By Ann Roe"),
        p("Director: Jo Poe"),
        p("The story", style="Kop1"),
        p(PROSE),
        p("The dog himself", run="<w:b/>"),
    )
    assert (review.title, review.reviewer, review.credits[0].name) == ("The Lake Dog", "Ann Roe", "Jo Poe")
    assert [(section.heading, len(section.paragraphs)) for section in review.sections] == [
        ("The story", 1),
        ("The dog himself", 2),
    ]
    places = {origin.field: (origin.line, origin.element) for origin in review.origins}
    assert places["title"] == (1, "body/p[1]")
    assert places["sections[1].paragraphs[1]"] == (8, "body/p[8]")


def test_a_table_of_facts_is_read() -> None:
    """Two cells of a row are a label and what it is about."""
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    review = document(f"<w:tbl>{row.format(p('Director'), p('Jo Poe'))}{row.format(p('Running time'), p('97 minutes'))}</w:tbl>")
    assert [credit.name for credit in review.credits] == ["Jo Poe"]
    assert review.facts.running_time == "97 minutes"


def test_changes_that_were_deleted_are_gone() -> None:
    """Tracked deletions, field codes and footnote marks are not read; insertions and links are."""
    inside = (
        "<w:p><w:r><w:t>The dog </w:t></w:r><w:del><w:r><w:delText>cat </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>Admiral </w:t></w:r></w:ins><w:r><w:instrText>HYPERLINK</w:instrText></w:r>"
        "<w:hyperlink><w:r><w:t>swims better than any actor in this or in any other film of the whole year.</w:t></w:r>"
        "</w:hyperlink></w:p>"
    )
    review = document(inside)
    assert (
        review.sections[0].paragraphs[0]
        == "The dog Admiral swims better than any actor in this or in any other film of the whole year."
    )


def test_a_line_break_parts_lines() -> None:
    """A soft return in a block of credits ends a line."""
    review = document("<w:p><w:r><w:t>Director: Jo Poe</w:t><w:br/><w:t>Starring: Bea Loe, Cy Doe</w:t></w:r></w:p>")
    assert [credit.name for credit in review.credits] == ["Jo Poe"]
    assert [member.actor for member in review.cast] == ["Bea Loe", "Cy Doe"]


@pytest.mark.parametrize(
    "data",
    [
        packed("<w:p/>"),
        packed("<w:p>")[:300],
        packed("x")[:80] + b"\0" * 100,
        packed(p("Recipe: two eggs")),
        packed("<w:broken>"),
        packed("&undefined;"),
    ],
    ids=["empty", "cut", "garbled", "no review", "unclosed", "entity"],
)
def test_what_is_no_review_is_refused(data: bytes) -> None:
    """A document without a review, broken off or damaged, is refused in a sentence."""
    with pytest.raises(ReviewError) as refusal:
        read(data, name="review.docx")
    assert refusal.value.exit_code == 1
    assert refusal.value.message.endswith((".", "?"))


def test_bombs_are_refused() -> None:
    """What unpacks to a thousand times its size, or defines entities, is not unpacked."""
    big = packed(f"<w:p><w:r><w:t>{' ' * 60_000_000}</w:t></w:r></w:p>")
    assert len(big) < 100_000
    with pytest.raises(ReviewError, match="unpacks to more"):
        read(big, name="review.docx")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><x>&a;</x>')
    with pytest.raises(ReviewError, match="no document"):
        read(out.getvalue(), name="review.docx")


def test_other_packages_are_refused() -> None:
    """A zip that is no Word document is named as what it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("content.xml", "<x/>")
    with pytest.raises(ReviewError, match="packed document"):
        read(out.getvalue(), name="review.odt")


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_no_damage_makes_it_fail(data: st.DataObject) -> None:
    """Any byte of a document may be wrong: it is read or refused."""
    whole = bytearray(packed(p("By Ann Roe") + p(PROSE)))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(4, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(ReviewError):
        read(bytes(whole), name="review.docx")
