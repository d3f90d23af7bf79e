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


@pytest.mark.parametrize(
    ("head", "text", "code"),
    [
        ("Directed by Ann Marlowe", "Director Bert Overall films all of this from a tree.", "RV024"),
        ("Directed by Ann Marlowe", "Marlow has filmed all of this from a tree.", "RV021"),
        ("Directed by Séverine Quillouët", "Quillouet has filmed all of this from a tree.", "RV021"),
        ("Directed by John Michael McAllister", "McAlister has filmed all of this from a tree.", "RV021"),
        ("Starring: Jo Poe (Max), AL LOE DI VANCE CY FENN", "Al Loe is good.", "RV022"),
        ("Starring: Jo Poe (Max)", "Nan Ferrers plays the mayor, and plays her well.", "RV023"),
        ("Starring: Jo Poe (Max)", "The mayor, Bea (Nan Ferrers), has a dog.", "RV023"),
        ("Rating: 3/5\nRating: 4/5", "It is good.", "RV026"),
        ("Running time: 90 minutes\nRunning time: 101 minutes", "It is long.", "RV025"),
        ("Directed by Ann Roe\nDirector: Jo Poe", "It is good.", "RV024"),
        ("Starring: Jo Poe (Max)", "Dans une conclusion spectaculaire, Max brûle le cinéma.", "RV032"),
        ("Starring: Jo Poe (Max)", "It is dull. In a daring finale, Max burns the place down.", "RV032"),
    ],
)
def test_what_does_not_agree_is_noted(head: str, text: str, code: str) -> None:
    """Facts that contradict one another, slips in names and people not cast are each noted once."""
    assert [found for found, _ in codes(f"The Film\nReviewed by Ann Roe\n{head}\n\n{MAX}{text}\n")].count(code) == 1


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("Directed by Ann Marlowe", "Director Bert Overall filmed it once; Marlowe has done it again."),
        ("Directed by Ann Marlowe", "It is the most Marlowesque of films, and the Marlowes like it."),
        ("Starring: Ned Bly (Max), Ted Bly (Bea)", "Ned Bly and Ted Bly are both good."),
        ("Starring: Jo Poe (Max)", "It won a BAFTA (British Academy Award), and Max (Poe) was glad."),
        ("Rating: 4/5", "It is good."),
    ],
)
def test_what_agrees_is_not_noted(head: str, text: str) -> None:
    """A director compared with another, forms of a name, brothers, prizes and one rating are nothing to look at."""
    noted = {found for found, _ in codes(f"The Film\nReviewed by Ann Roe\n{head}\n\n{MAX}{text}\n")}
    assert not noted & {"RV021", "RV022", "RV023", "RV024", "RV026"}


def test_both_directors_are_kept() -> None:
    """Two directors named by two lines are both credited; nothing is put right."""
    page = f"The Film\nReviewed by Ann Roe\nDirected by Al Loe\nDirector: Jo Poe\n\n{MAX * 2}\n"
    assert [credit.name for credit in read(page.encode(), name="p.txt").credits] == ["Al Loe", "Jo Poe"]


def test_a_flood_of_notes_is_dammed() -> None:
    """Of a note that a page gives rise to everywhere the first forty are listed, and one says that there are more."""
    found = [code for code, _ in codes(HEAD + (MAX + "You can read on, dear reader, for as long as you like.\n\n") * 100)]
    assert found.count("RV030") == 41


def test_the_report_is_short_and_narrow() -> None:
    """However much was left out or noted, no line is over 80 characters, and five lines left out stand for all."""
    page = HEAD + (MAX + "You can read on, dear reader, for as long as you like.\n\n") * 9 + "Share this\nTweet\nHome\n" * 9
    report = describe(read(page.encode(), name="p.txt")).split("\n")
    assert max(map(len, report)) <= 80
    assert sum("a button for sharing" in line or "a link or button" in line for line in report) == 5
    assert any("and 22 more" in line for line in report)
    assert report.index(next(line for line in report if "RV030" in line)) > 0
    assert sum("Leave the sentence out on air" in line for line in report) == 1


def test_the_report_shows_marks_and_facts() -> None:
    """What a producer marked and what the page says of the work stand in the report."""
    front = '---\nform: radio-segment review 1\ntitle: x\nfacts:\n  year: "2019"\n  running_time: 98 min\n---\n\n'
    report = describe(read(f"{front}{MAX.strip()} {{keep}}\n".encode(), name="review.md"))
    assert "Facts      year 2019; length 98 min" in report
    assert "Marks      keep    In this film Max" in report
