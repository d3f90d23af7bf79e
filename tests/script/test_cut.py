"""Cuts inside a sentence, and sentences that are left out."""

from __future__ import annotations

import pytest

from segment.script import cut
from segment.script.ending import ending, gives_away
from segment.script.headings import block_of, chapter_title
from segment.script.leaning import leans
from segment.script.leave_out import is_list, stopped, time_bound, why_not
from segment.script.plain import plain

LONG_START = "In a town where every clock has stopped and the only tailor has moved to the coast with both his sisters"


@pytest.mark.parametrize(
    ("page", "air"),
    [
        ("Ali (Karl Obi) sings.", "Ali sings."),
        ("Obi (Piet from _Locks_, if you saw it)’s voice is new.", "Obi's voice is new."),
        ("A (re)made film about (some) actor(s).", "A remade film about actors."),
        ("It is late (very (very) late).", "It is late."),
        ("He said [the film] was fine [sic].", "He said the film was fine."),
        ("Nobody [500ms] knows, (or so it seems,) why.", "Nobody knows, why."),
        ("A bracket (that never closes.", "A bracket that never closes."),
    ],
)
def test_brackets_are_not_read_aloud(page: str, air: str) -> None:
    """An aside in brackets goes, with the space it stood in; parts of words and mended quotations stay."""
    assert cut.brackets(plain(page)).text == air


@pytest.mark.parametrize(
    ("page", "air"),
    [
        ("Ali (Karl Obi) sings.", "Ali — Karl Obi — sings."),
        ("It is Lucky (Karl Obi).", "It is Lucky — Karl Obi."),
        ("Ana (sister of Obi) sings.", "Ana, sister of Obi, sings."),
    ],
)
def test_a_name_that_is_needed_is_said(page: str, air: str) -> None:
    """A bracket that holds a name the listener needs becomes part of the sentence."""
    assert cut.brackets(page, frozenset({"Obi"})).text == air


@pytest.mark.parametrize(
    ("sentence", "air"),
    [
        (f"{LONG_START}, Nell keeps a shop that nobody can find, which is how she likes it.", "which is how she likes it"),
        (
            f"{LONG_START} Nell keeps a shop that nobody can find and sells hats, which is how she likes it.",
            "which is how she likes it",
        ),
        (f"{LONG_START} Nell keeps a shop that nobody can find and sells hats, but it bores you to tears.", None),
        (
            f"{LONG_START} Nell keeps a shop that nobody can find and sells hats — hats for horses — to strangers.",
            "hats for horses",
        ),
        (f"{LONG_START} Nell keeps a shop that nobody can find and sells hats — and very good ones.", "and very good ones"),
        (f"{LONG_START} Nell keeps a shop that nobody can find and sells hats — though not to me.", None),
        (f"{LONG_START} Nell, who sells hats to strangers from a shop that nobody can find, is happy at last, I think.", None),
    ],
)
def test_a_long_sentence_loses_its_last_clause_or_nothing(sentence: str, air: str | None) -> None:
    """A clause goes only from the end, or from between two dashes; never one that turns the sense, never the main verb."""
    short = cut.breath(sentence, 30)
    if air is None:
        assert short == cut.Cut(text=sentence)
    else:
        assert air not in short.text
        assert short.text.startswith(LONG_START)
        assert short.text.endswith(".")


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("Nell Hart is a brilliant actor, who has been seen in bad plays about the sea.", "Nell Hart is a brilliant actor."),
        ("It is hard — arguably impossible — to say how much of the long third act is needed.",
         "It is hard to say how much of the long third act is needed."),
        ("The plot is about a ferry on a river in a far valley, which is wonderful and moving.", None),
        ("The plot is about a ferry on a river in a far valley, but nobody in the house minds it.", None),
        ("Nell Hart is a brilliant actor, who sings.", None),
    ],
)  # fmt: skip
def test_a_short_slot_cuts_what_is_only_added(sentence: str, left: str | None) -> None:
    """Where time is short an aside and a last relative clause go, unless the judgement is in them, or nothing is gained."""
    short = cut.terse(sentence, 12)
    assert short.text == (left or sentence)
    assert bool(short.out) is (left is not None)


def test_only_short_slots_are_terse() -> None:
    """A minute cuts more than a minute and a half, and a longer slot nothing."""
    assert [cut.terse_from(seconds) for seconds in (60.0, 90.0, 180.0, None)] == [18, 24, None, None]


def test_the_main_clause_can_be_found_by_the_title() -> None:
    """``With …, TITLE was …`` can begin at the title; another opening stays."""
    assert cut.lead("With one film behind her, Low Tide was a risk.", "Low Tide").text == "Low Tide was a risk."
    assert cut.lead("In it, Low Tide was a risk.", "Low Tide").out == ()
    assert cut.lead("With Low Tide, a risk was taken.", "Low Tide").out == ()


@pytest.mark.parametrize(
    ("page", "air"),
    [
        ("She is one to watch in the coming years.", "She is one to watch."),
        ("His change at the film's end is well done.", "His change is well done."),
        ("At the film's end she stays.", "She stays."),
    ],
)
def test_stale_phrases_and_pointers_to_the_ending_go(page: str, air: str) -> None:
    """What is true only this year, and where the ending is, is cut out; the sentence stays whole."""
    assert cut.phrases(page, spoilers=False).text == air


@pytest.mark.parametrize(
    ("page", "air"),
    [
        ("_Low Tide_ and **Marram** are *fine*.", "Low Tide and Marram are fine."),
        ("See [the site](https://example.org/a) or [[page|this one]].", "See the site or this one."),
        ("A ⭐⭐⭐ snake_case night—really — truly - yes -- no.", "A snake_case night — really — truly — yes — no."),
        ("The 2–3 o’clock show, #sandwiches", "The 2–3 o'clock show, sandwiches"),
        ("It is _Low Tide _again.", "It is Low Tide again."),
    ],
)
def test_markdown_is_only_dress(page: str, air: str) -> None:
    """Emphasis, links and emoji go; every word stays."""
    assert plain(page) == air


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("That's right.", "a reaction that needs the page"),
        ("No, really!", "a reaction that needs the page"),
        ("But don't stop reading — it gets better.", "print talk"),
        ("As you can see in the photo above, he is tall.", "print talk"),
        ("It runs until 23 September.", "a listing"),
        ("Tickets from £12 at the door.", "a listing"),
        ("Here is the list:", "broken off"),
        ("★★★★", "a list, not a sentence"),
        ("Nobody reads any more, and this film knows it.", None),
        ("The link between them is love.", None),
        ("He waits until the rain stops.", None),
    ],
)
def test_what_the_ear_cannot_use_is_left_out(sentence: str, reason: str | None) -> None:
    """Talk to a reader, reactions, listings and broken sentences are known; ordinary sentences are not taken for them."""
    assert why_not(sentence, last=False) == reason


@pytest.mark.parametrize("sentence", ["And it never", "The rest of the review continues on the next page and it…"])
def test_a_review_that_breaks_off_ends_before(sentence: str) -> None:
    """A last sentence without its end is not said."""
    assert why_not(sentence, last=True) == "broken off"


@pytest.mark.parametrize(
    ("paragraph", "listed"),
    [
        ("Melodrama; art film; boxing; people", True),
        ("Running time", True),
        ("> A line of a song that somebody quoted here.", True),
        ("The songs, in order of size:", True),
        ("A short one.", False),
        ("It forgot its stop but it is clearly a sentence of prose", False),
        ("Two sentences here; one of them odd; quite odd. The other forgot its stop", False),
    ],
)
def test_lists_are_told_from_prose(paragraph: str, listed: bool) -> None:
    """A list or label is never voiced; prose that lost its stop is."""
    assert is_list(paragraph) is listed


@pytest.mark.parametrize(
    ("story", "begins"),
    [
        ([["He goes."], ["In a spectacular conclusion, he falls.", "He gets up."]], (1, 0)),
        ([["He goes.", "It turns out that he is the king."], ["He reigns."]], (0, 1)),
        ([["He goes."], ["She stays."], ["Finally, they meet."]], (2, 0)),
        ([["He goes."], ["Finally, he eats."], ["She stays."]], None),
        ([["In the finale of the war, he is born."]], None),
        ([["One."], ["Two."], ["Three."], ["Four."]], (3, 0)),
    ],
)
def test_the_ending_is_found(story: list[list[str]], begins: tuple[int, int] | None) -> None:
    """An announced ending is kept back from where it is announced; the last paragraph of a long story is taken for one."""
    assert ending(story) == begins


def test_praise_of_an_ending_is_no_spoiler() -> None:
    """That the last minutes are good does not give them away."""
    assert not gives_away("The whole thing is gripping, and its final moments will leave you in a state of shock.")
    assert gives_away("The film ends with a wedding.")


@pytest.mark.parametrize(
    ("heading", "block"),
    [
        ("The premise", "story"),
        ("THE SKINNY", "verdict"),
        ("The Bottom Line:", "verdict"),
        ("Food & drinks", "food"),
        ("L’histoire", "story"),
        ("The genres", "list"),
        ("Up the creek", None),
    ],
)
def test_headings_are_known_by_what_is_under_them(heading: str, block: str | None) -> None:
    """The table knows the usual headings, in either language; it does not guess at others."""
    assert block_of(heading) == block


def test_chapter_titles_are_for_listeners() -> None:
    """Joined parts are named by the first and the last; background is not announced."""
    assert chapter_title(("maker", "verdict"), maker="director", work="film") == "The director, and the verdict"
    assert chapter_title(("background", "story"), maker="", work="film") == "The story"
    assert chapter_title(("",), maker="", work="album") == "The album"


@pytest.mark.parametrize(
    ("sentence", "needs_more"),
    [
        ("She steers.", True),
        ("But Nell stays.", True),
        ("It's not, and neither is Nell.", True),
        ("Like a fine cook, he tastes everything.", True),
        ("Watch her hands.", True),
        ("Nell steers, and she sings.", False),
        ("The neighbours bring their own chairs.", False),
        ("It's hard to say no.", False),
        ("Under the bridge, Nell waits until he comes.", False),
    ],
)
def test_a_sentence_that_leans_is_known(sentence: str, needs_more: bool) -> None:
    """Pronouns without a name before them, and connectives at the start, need the sentence before."""
    assert leans(sentence) is needs_more


def test_words_of_a_title_are_not_time_words() -> None:
    """“All Tomorrow's Parties” dates nothing; “opens tonight” does."""
    assert not time_bound("They play All Tomorrow's Parties twice.")
    assert time_bound("It opens tonight.")
    assert time_bound("Tonight it opens.")


@pytest.mark.parametrize(
    ("sentence", "with_stop"),
    [
        ("It is long", "It is long."),
        ("“It is long.”", "“It is long.”"),
        ("« C'est ici que tout commence. »", "« C'est ici que tout commence. »"),
        ("« Pourquoi\u00a0?\u00a0»", "« Pourquoi\u00a0?\u00a0»"),
    ],
)
def test_a_stop_is_set_only_where_there_is_none(sentence: str, with_stop: str) -> None:
    """A sentence that stops inside its quotation marks, French ones with their space too, gets no second stop."""
    assert stopped(sentence) == with_stop
