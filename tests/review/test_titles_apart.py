"""A title's line that says more than the title."""

from __future__ import annotations

from segment.review import read, read_all

TIN = (
    "The Tin Orchard has a brass band in the foyer, and it is the last cheerful sound of a night that lets every silence run on "
    "until the last tin apple drops."
)
KITE = (
    "A retired kite maker tells it, who was never good at making kites and knows it, and for two hundred pages the wind does "
    "what it likes with him and with us."
)
SONGS = "The songs, the vocals, the guitars, the drums and the chorus of its second single are the best tracks of this album."


def test_stars_behind_a_title_are_the_rating_of_that_work() -> None:
    """Two titles with stars behind them are two works, each with its own rating and a title without stars."""
    works = read_all(f"The Tin Orchard ★☆☆☆\n\n{TIN}\n\nKite ★★★☆\n\n{KITE}\n".encode(), name="page.txt")
    assert [(work.title, [(rating.value, rating.scale) for rating in work.rating]) for work in works] == [
        ("The Tin Orchard", [(1.0, 4.0)]),
        ("Kite", [(3.0, 4.0)]),
    ]


def test_a_part_with_a_mark_of_its_own_is_no_work() -> None:
    """Marks for parts of one work, after a paragraph about it, make no second review."""
    page = f"The Tin Orchard\nBy Ann Roe\n\n{TIN}\n\nCombat 4/5\n\n{KITE}\n\nSound quality 3/5\n\n{KITE}\n"
    assert [work.title for work in read_all(page.encode(), name="page.txt")] == ["The Tin Orchard"]


def test_a_book_page_line_gives_title_author_publisher_and_price() -> None:
    """:: Title by Author, published by Publisher, priced …" is taken apart; "(Name)" below the text is the critic."""
    page = (
        "Book reviews\n\n"
        f":: The Tin Orchard by Leopold Vance, published in hardback by Quill Row, priced £12.99\n\n{TIN}\n\n(Ann Roe)\n\n"
        f":: Eleven Kites by Mina Castellane, published in paperback by Low Door, priced £8.99\n\n{KITE}\n\n(Jo Poe)\n"
    )
    works = read_all(page.encode(), name="page.txt")
    assert [(work.title, work.reviewer, [(maker.name, maker.roles) for maker in work.credits]) for work in works] == [
        ("The Tin Orchard", "Ann Roe", [("Leopold Vance", ("author",))]),
        ("Eleven Kites", "Jo Poe", [("Mina Castellane", ("author",))]),
    ]
    assert [(work.facts.publisher, work.facts.price) for work in works] == [("Quill Row", "£12.99"), ("Low Door", "£8.99")]


def test_by_under_a_title_among_facts_is_the_maker() -> None:
    """ "by Ann Roe" above the facts of a record is its performer, and no by-line is made of it."""
    page = f"Low Water\nby Mina Castellane\nLabel: Tin Ear\nTracks: 11\nReviewed: 24 February 2019\n\n{KITE} {SONGS}\n"
    review = read(page.encode(), name="page.txt")
    assert (review.title, review.kind, review.reviewer) == ("Low Water", "album", "")
    assert [(maker.name, maker.roles) for maker in review.credits] == [("Mina Castellane", ("performer",))]
    assert review.date == "2019-02-24"


def test_a_first_name_right_under_a_title_is_a_by_line() -> None:
    """ "by Nils" under the title signs the review; anywhere else one word after "by" does not."""
    assert read(f"Review: The Tin Orchard (1997)\nby Nils\n\n{TIN}\n".encode(), name="page.txt").reviewer == "Nils"


def test_two_words_before_a_score_name_nobody() -> None:
    """ "Album Score" is no composer called Album, and "Author:" above everything else credits nobody."""
    page = f"Author: ZXCV\n\nLow Water\n\nAlbum Score\n\n{TIN}\n"
    assert read(page.encode(), name="page.txt").credits == ()


def test_what_stands_below_the_makers_is_no_title() -> None:
    """A page that names the composer, the house and the conductor but not the work has no title, and "De" names the composer."""
    head = "De Hyacinthe Vauquelin\n\nAu théâtre du Port\n\nDirection musicale : Odile Kerdrain\n\nMise en scène : Yves Lanoë"
    review = read(f"{head}\n\n{TIN}\n".encode(), name="page.txt")
    assert review.title == ""
    assert (review.credits[0].name, review.credits[0].roles) == ("Hyacinthe Vauquelin", ("composer",))


def test_the_caption_under_a_button_to_enlarge_is_no_heading() -> None:
    """The lines right under "click to enlarge" belong to the picture: none of them heads the review or is in it."""
    caption = "click to enlarge The band - Bridge House\nBridge House Players\nThe band before the show."
    review = read(f"The Tin Orchard\nBy Ann Roe\n\n{caption}\n\n{TIN}\n".encode(), name="page.txt")
    assert [(section.heading, section.paragraphs) for section in review.sections] == [("", (TIN,))]


def test_a_critic_who_signs_below_leaves_the_line_under_the_title_to_the_maker() -> None:
    """With "Reviewed by" under the text, "by" under the title names the author."""
    review = read(f"The Tin Orchard\n\nby Leopold Vance\n\n{TIN} {KITE}\n\nReviewed by Ann Roe\n".encode(), name="page.txt")
    assert (review.reviewer, [maker.name for maker in review.credits]) == ("Ann Roe", ["Leopold Vance"])


def test_a_path_through_the_site_is_no_title() -> None:
    """The steps from "Home" down to the page are furniture; the title is the line under them, without the house."""
    page = f"Home » Theatre » The Tin Orchard – Bridge House | Review\n\nTHE TIN ORCHARD at the Bridge House | Review\n\n{TIN}\n"
    assert read(page.encode(), name="page.txt").title == "THE TIN ORCHARD"
