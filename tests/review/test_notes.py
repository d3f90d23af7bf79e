"""What a producer is told to look at."""

from __future__ import annotations

import pytest

from segment.review import describe, read

HEAD = "The Film\nReviewed by Ann Roe\nDirected by Mina Loe, starring Jo Poe (Max) and Al Loe (Bea)\n\n"
MAX = "In this film Max runs a cinema in a town that has forgotten how to go out, and Bea sells the tickets to nobody. "


def codes(page: str) -> list[tuple[str, int]]:
    """Code and line of every note on a page."""
    return [(note.code, note.where.line if note.where else 0) for note in read(page.encode(), name="p.txt").findings]


def test_a_clean_page_has_no_notes() -> None:
    """Nothing is said where there is nothing to say."""
    assert codes(HEAD + MAX * 2) == []


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("But don’t stop reading, because it gets better.", "RV030"),
        ("As you can see, pictured, it is a fine hat.", "RV030"),
        ("In a spectacular conclusion, Max burns the place down.", "RV032"),
        ("In the final scene Bea sails away.", "RV032"),
        ("The actors are good, the music is loud. He gets wonderful", "RV031"),
    ],
)
def test_a_paragraph_to_look_at_is_named_by_its_line(sentence: str, code: str) -> None:
    """Print talk, an ending told and a paragraph that breaks off are noted with the line they stand on."""
    assert codes(f"{HEAD}{MAX}\n\n{sentence if code == 'RV032' else MAX + sentence}\n\n{MAX}") == [(code, 7)]


def test_an_idiom_inside_a_word_is_no_print_talk() -> None:
    """Phrases count as whole words only."""
    assert codes(f"{HEAD}{MAX} Max must tread online with care. {MAX}") == []


def test_a_performer_whom_the_text_forgets_is_noted() -> None:
    """A part in the cast that the text mentions neither by name nor by part is noted; hyphens and possessives do not hide one."""
    page = HEAD.replace("Al Loe (Bea)", "Al Loe (Bea), Cy Fenn-Day (the old goat), Di Vance (Mrs. Orr)")
    assert codes(page + MAX * 2 + "Fenn-Day’s goat is the best thing in it.") == [("RV020", 0)]


def test_what_is_missing_is_said() -> None:
    """A page of nothing but text lacks title, by-line, cast and kind, and says so."""
    text = "Nobody knows what this is, and that is the best of it, said the man to the dog as they went up the hill in the rain. "
    assert [code for code, _ in codes(text * 2)] == ["RV010", "RV011", "RV028", "RV013"]


def test_text_after_the_review_is_counted() -> None:
    """Words that follow the review's end are left out with a note that counts them."""
    page = HEAD + (MAX * 2 + "\n\n") * 3 + "Share this\nTweet\nHome\nNews\nComments\n\n" + MAX * 3
    assert [code for code, _ in codes(page)] == ["RV042"]


def test_the_report_names_everything() -> None:
    """The report for people shows the facts, the sections with their lengths, each line left out, each note."""
    page = HEAD + f"The buzz\n{MAX * 2}\n\nThe skinny\n{MAX}Don’t stop reading.\n\nListen Live\n"
    report = describe(read(page.encode(), name="p.txt"))
    for part in ("The Film", "Ann Roe", "Jo Poe (Max)", "The buzz", "2 sections", "line 11", "Listen Live", "RV030  line 9"):
        assert part in report


def test_names_without_a_role_are_said() -> None:
    """A line of names above the review that no label explains is in neither credits nor cast, and noted."""
    page = f"The Film\n\nAnn Roe / Jo Poe\n\nReviewed by Al Loe\n\n{MAX * 2}"
    notes = [note for note in read(page.encode(), name="p.txt").findings if note.code == "RV045"]
    assert [(note.where.line if note.where else 0, "Ann Roe / Jo Poe" in note.message) for note in notes] == [(3, True)]


def test_a_rating_in_a_line_left_out_is_said() -> None:
    """Stars among the site's own lines are not taken for the rating, but noted."""
    article = f"<article><h1>The Film</h1><p>{MAX * 2}</p><p>{MAX * 2}</p></article>"
    review = read(f"<html><body><div class='aside'>4.20 ★</div>{article}</body></html>".encode(), name="p.html")
    assert review.rating == ()
    assert "RV044" in {note.code for note in review.findings}
