"""What cannot be read is refused in a sentence with exit code 1."""

from __future__ import annotations

import json

import pytest

from segment.errors import ReviewError
from segment.review import LIMIT_BYTES, read

PROSE = "The film is long and the seats are hard, but nobody in the cinema moved until the lights came up. " * 3


def refused(data: bytes) -> ReviewError:
    """The refusal of ``data``."""
    with pytest.raises(ReviewError) as caught:
        read(data, name="page.txt")
    assert caught.value.exit_code == 1
    assert caught.value.where is not None
    assert caught.value.where.file == "page.txt"
    return caught.value


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\ufeff\n".encode(), "empty"),
        (bytes(range(256)) * 4, "not text"),
        (b"\x00\x01\x02\x03 text", "not text"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "not text"),
        (b"caf\x81 noir", "neither UTF-8 nor Windows-1252"),
        (b"PK\x03\x04 word/document.xml", "Word"),
        (b"%PDF-1.7", "PDF"),
        (b"ID3\x04", "sound"),
        (b"<!DOCTYPE html><html><body><p>A review.</p></body></html>", "no review"),
        (b"  <div class='a'><p>A review</p></div>", "no review"),
        (b"Home\nNews\nFilm\nContact us\nSubscribe\n", "no review"),
        (b"\n" * 300_002 + b"a", "lines"),
        (b'{"title": "x", "cast": [', "breaks off"),
        (b'{"title": "x",, }', "malformed"),
        (b'["a", "b"]', "named fields"),
    ],
)
def test_bad_input_is_a_sentence(data: bytes, says: str) -> None:
    """Each kind of bad input is named for what it is."""
    assert says in refused(data).message


def test_too_large_a_file_names_the_limit() -> None:
    """A file over the limit is refused before it is decoded, and the message says both sizes."""
    assert refused(b"a" * (LIMIT_BYTES + 1)).message == "This file is 50.0 MB; a review may be at most 50 MB."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_unicode_encodings_are_read(encoding: str) -> None:
    """UTF-8 and UTF-16 with their marks are read without a note about encoding."""
    text = "“Été” — " + PROSE
    data = text.encode(encoding)
    review = read(b"\xfe\xff" + data if encoding == "utf-16-be" else data, name="page.txt")
    assert review.sections[0].paragraphs == (text.strip(),)
    assert not [note for note in review.findings if note.code in {"RV001", "RV002"}]


def test_windows_1252_is_read_with_a_note() -> None:
    """A page in Windows-1252 keeps its quotation marks, and a note names the line it was noticed on."""
    text = "Line one.\n\n“Été” — " + PROSE
    review = read(text.encode("cp1252"), name="page.txt")
    assert "“Été” —" in review.sections[0].paragraphs[-1]
    assert [(note.code, note.where.line) for note in review.findings if note.where and note.code == "RV001"] == [("RV001", 3)]


def test_a_fault_in_utf8_is_refused_with_its_line() -> None:
    """One broken byte in a UTF-8 page is not read as if the page were Windows-1252: that would garble every accent."""
    error = refused(("“Fine.”\n" + PROSE).encode() + b"\nbroken \xff here")
    assert "neither" in error.message
    assert error.where is not None
    assert error.where.line == 3


def test_garbled_accents_are_noted() -> None:
    """Text that was decoded wrongly before it came is read, with a warning that shows the place."""
    notes = read(("It donâ€™t matter. " + PROSE).encode(), name="page.txt").findings
    assert [note.level for note in notes if note.code == "RV002"] == ["warning"]


def test_every_mistake_in_json_is_named_at_once() -> None:
    """Unknown keys, wrong types and unknown roles come in one message, each with its path and the word likely meant."""
    wrong = {
        "titel": "x",
        "reviewer": 5,
        "cast": [{"actr": "Ann Roe"}, {"actor": "Jo Poe"}],
        "credits": [{"name": "Al Loe", "as_given": "d. Al Loe", "roles": ["directer"]}],
        "rating": [{"as_given": "4/5", "value": "four"}],
        "sections": {},
    }
    message = refused(json.dumps(wrong).encode()).message
    assert message.startswith("The structured review has 7 mistakes: ")
    for part in (
        "titel: no such field, did you mean “title”?",
        "reviewer: must be text, found a number",
        "cast[1].actr: no such field, did you mean “actor”?",
        "cast[1].actor: missing",
        "credits[1].roles: “directer” is no role, did you mean “director”?",
        "rating[1].value: must be a number, found text “four”",
        "sections: must be a list, found a set of fields",
    ):
        assert part in message


def test_every_mistake_in_front_matter_is_named_at_once() -> None:
    """The structured form as Markdown is held to the same fields."""
    page = "---\nform: radio-segment review 1\ntitel: x\ncast:\n- actor: Ann Roe\n  rol: Bea\n---\n\nText.\n"
    message = refused(page.encode()).message
    assert "titel: no such field, did you mean “title”?" in message
    assert "cast[1].rol: no such field, did you mean “role”?" in message


@pytest.mark.parametrize(
    ("front", "line", "says"),
    [
        ("title: A: B", 2, "not valid YAML"),
        ("title: x\ntags: [a, b", 3, "not valid YAML"),
        ("title: x\ntitle: y", 3, "twice"),
        ("a: &x 1\nb: *x", 3, "an alias"),
        ("a: " + "[" * 40 + "]" * 40, 2, "lists inside lists"),
        ("title: x\nbad: \x07bell", 3, "does not allow"),
        ("? [a, b]\n: c", 2, "not a word"),
    ],
)
def test_broken_front_matter_names_its_line(front: str, line: int, says: str) -> None:
    """Front matter that is not plain YAML is refused with the line of the file."""
    error = refused(f"---\n{front}\n---\n{PROSE}\n".encode())
    assert says in error.message
    assert error.where is not None
    assert error.where.line == line
