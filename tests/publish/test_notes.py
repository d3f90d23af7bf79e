"""Show notes."""

from __future__ import annotations

from lxml import html

from segment.model.sheet import Line, Link, MusicCredit, Sheet, ShownChapter
from segment.publish.notes import chapter_lines, notes_html, notes_markdown

SHEET = Sheet(
    title="Rust & <Bone>",
    summary="A review of Rust & <Bone>.",
    duration_s=200,
    synthetic=True,
    credits=(Line(label="Director", value="J. Audiard"),),
    cast=(Line(label="Stephanie", value="M. Cotillard"), Line(label="", value="Somebody")),
    links=(Link(url="https://example.org/?a=1&b=2", text="our website"),),
    chapters=tuple(ShownChapter(title=f"Part *{i}*", start_s=i * 61.7) for i in range(3)),
    music=(MusicCredit(title="Bed", author="A. Composer", licence="CC0-1.0"),),
)


def test_the_html_holds_everything_as_text():
    """Credits, cast, link, chapter times, music and the synthetic voice are told, and markup in a title stays text."""
    page = html.fragment_fromstring(notes_html(SHEET), create_parent=True)
    said = page.text_content()
    for part in (
        "A review of Rust & <Bone>.",
        "A synthetic voice speaks",
        "00:00:00 Part *0*",
        "00:02:03 Part *2*",
        "Director: J. Audiard",
        "M. Cotillard as Stephanie",
        "Somebody",
        "“Bed” by A. Composer (CC0-1.0)",
    ):
        assert part in said
    assert page.xpath("//a/@href") == ["https://example.org/?a=1&b=2"]
    assert {element.tag for element in page.iterdescendants()} == {"p", "ul", "li", "a"}


def test_markdown_marks_in_a_name_stay_words():
    """A title with asterisks or angle brackets is shown, not obeyed."""
    said = notes_markdown(SHEET)
    assert said.startswith("# Rust & \\<Bone\\>\n")
    assert "00:00:00 Part \\*0\\*" in said
    assert "[our website](<https://example.org/?a=1&b=2>)" in said


def test_two_chapters_are_no_list():
    """Players take chapters from a description only from three on."""
    assert chapter_lines(Sheet(title="x", duration_s=1, chapters=SHEET.chapters[:2])) == ()


def test_nothing_known_is_nothing_said():
    """A sheet of a title alone makes a title alone."""
    bare = Sheet(title="Only this", duration_s=1)
    assert notes_markdown(bare) == "# Only this\n"
    assert notes_html(bare) == "\n"
