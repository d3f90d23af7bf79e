"""What an editor keeps of a review for a minute: pairs of a review and the sentences that are chosen from it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from segment.model.review import CastMember, Mark, Review, Section
from segment.script.judging import asks, fragment, happens, judgement, loosened, says_what_it_is, turns
from segment.script.leaning import leans
from segment.script.material import material
from segment.script.pool import pool

STORY = (
    "Ada and Ruben run the last ferry on the Lisse. She counts the money. He counts the days. "
    "The county wants a bridge. They have until the thaw. One of the surveyors, it turns out, went to school with Ada."
)
ACTING = (
    "Greta Holm is the best thing in it. She plays Ada like a locked drawer, and you lean in to hear the key. "
    "Her accent comes and goes. Otto Brand, as Ruben, has less to do. He does it with his back to us, mostly."
)
MAKER = "The director is a former diver. He likes long takes. But they are never idle. He has made four films about water."
VERDICT = "Is it slow? Of course it is slow. The Last Ferry is a film to be trusted: funny, stubborn and wise. Wrap up warm."


def film(*, marks: tuple[Mark, ...] = ()) -> Review:
    """A review with headings."""
    return Review(
        title="The Last Ferry",
        kind="film",
        cast=(CastMember(actor="Greta Holm", role="Ada"), CastMember(actor="Otto Brand", role="Ruben")),
        sections=(
            Section(heading="The story", paragraphs=(STORY,)),
            Section(heading="The performances", paragraphs=(ACTING,)),
            Section(heading="The director", paragraphs=(MAKER,)),
            Section(heading="The verdict", paragraphs=(VERDICT,)),
        ),
        marks=marks,
    )


def chosen(review: Review, budget: int) -> list[str]:
    """The sentences for so many words."""
    found = pool(material(review, spoilers=False), review, slot_s=60.0)
    return [candidate.text for candidate in found.choose(budget).said]


def test_a_minute_is_the_premise_the_best_judgement_with_its_reason_and_the_verdict() -> None:
    """Of four parts the short form takes three passages, each from its beginning."""
    assert chosen(film(), 58) == [
        "Ada and Ruben run the last ferry on the Lisse.",
        "She counts the money.",
        "He counts the days.",
        "Greta Holm is the best thing in it.",
        "She plays Ada like a locked drawer, and you lean in to hear the key.",
        "The Last Ferry is a film to be trusted: funny, stubborn and wise.",
        "Wrap up warm.",
    ]


@pytest.mark.parametrize("budget", range(20, 130, 5))
def test_no_length_leaves_a_sentence_without_what_it_leans_on(budget: int) -> None:
    """Whatever the length: no pronoun without its person, no answer without its question, no question without its answer."""
    said = chosen(film(), budget)
    every = [c.text for c in material(film(), spoilers=False).candidates]
    for sentence in said:
        at = every.index(sentence) if sentence in every else -1
        if at > 0 and leans(sentence):
            assert every[at - 1] in said, (sentence, said)
    assert ("Is it slow?" in said) == ("Of course it is slow." in said)
    assert not said or said[-1] != "Is it slow?"


@pytest.mark.parametrize("budget", range(30, 130, 5))
def test_every_length_ends_on_a_judgement(budget: int) -> None:
    """The last sentence is the verdict, or what follows from it, never a piece of the story."""
    assert chosen(film(), budget)[-1] in VERDICT


@pytest.mark.parametrize("budget", range(20, 130, 5))
def test_a_length_is_used_and_not_passed(budget: int) -> None:
    """A choice is never longer than was asked, and rarely much shorter."""
    words = sum(len(sentence.split()) for sentence in chosen(film(), budget))
    assert 0.75 * budget <= words <= budget


def test_a_marked_sentence_is_said_with_what_it_leans_on() -> None:
    """A producer's “keep” brings a sentence in, and the one that its pronoun stands for."""
    said = chosen(film(marks=(Mark(mark="keep", text="Her accent comes and goes."),)), 60)
    assert "Her accent comes and goes." in said
    assert "Greta Holm is the best thing in it." in said


def test_a_connective_goes_with_what_it_tied_to() -> None:
    """A sentence that is said without the one before loses its “But”, and no other word."""
    review = replace(
        film(),
        sections=(
            Section(paragraphs=("The band was good for years, and then for years it was not, as bands are wont to be.",)),
            Section(paragraphs=("Nobody asked for a ninth record of this, least of all the band, which said as much to me.",)),
            Section(paragraphs=("But The Last Ferry is a triumph, and the best thing they have done.",)),
        ),
        kind="album",
        cast=(),
    )
    assert chosen(review, 15) == ["The Last Ferry is a triumph, and the best thing they have done."]


def test_fragments_go_together() -> None:
    """A row of fragments is said whole, with the sentence that gathers it up, or not at all."""
    text = (
        "A patient director. Two splendid leads. A heron. It all adds up to a film that deserves a full house. "
        "The Last Ferry is one of the best films of the year."
    )
    review = replace(film(), sections=(*film().sections[:3], Section(heading="The verdict", paragraphs=(text,))))
    row = ["A patient director.", "Two splendid leads.", "A heron.", "It all adds up to a film that deserves a full house."]
    for budget in range(20, 120, 5):
        said = chosen(review, budget)
        assert [sentence in said for sentence in row] in ([True] * 4, [False] * 4), said


def test_the_end_of_the_page_is_no_verdict_where_it_judges_nothing() -> None:
    """A short form ends on the last judgement, and lets the page's parting remark go."""
    review = Review(
        title="Nonna's",
        kind="restaurant",
        sections=(
            Section(paragraphs=("We went to Nonna's on a wet Monday, and the queue was out of the door and round the corner.",)),
            Section(paragraphs=("The ravioli are delicious, and the broth under them is the best I have had in this town.",)),
            Section(paragraphs=("We came back the week after to look for an umbrella that somebody had left under a chair.",)),
        ),
    )
    assert chosen(review, 40)[-1].startswith("The ravioli are delicious")


def test_what_a_work_is_about_opens_before_what_was_said_of_it_for_months() -> None:
    """Where the page opens with old news, the sentence that tells what the work is about is the beginning."""
    review = Review(
        title="Nine Wells",
        kind="film",
        sections=(
            Section(paragraphs=("It was five months ago that Nine Wells won at Saint Oriel, and nobody has been quiet since.",)),
            Section(paragraphs=("Nine Wells tells the story of a digger who finds a voice in the ground. It asks for water.",)),
            Section(paragraphs=("It is a beautiful film, and a brave one.",)),
        ),
    )
    assert chosen(review, 32)[0].startswith("Nine Wells tells the story")


def test_a_short_form_tells_what_sets_the_story_going() -> None:
    """The accident is told, with what leads to it, before a further sentence of how they live."""
    story = (
        "Ada and Ruben run the last ferry on the Lisse. She counts the money and he counts the days until the thaw. "
        "They argue about the bridge until Ruben loses a hand in the winch. Ada keeps bees and bakes for the whole valley."
    )
    review = replace(film(), sections=(Section(heading="The story", paragraphs=(story,)), *film().sections[1:]))
    said = chosen(review, 75)
    assert "They argue about the bridge until Ruben loses a hand in the winch." in said
    assert happens("He loses a hand.")
    assert happens("Sa mère meurt un dimanche.")
    assert not happens("She counts the money.")


@pytest.mark.parametrize("budget", range(30, 110, 5))
def test_no_passage_is_one_plain_sentence_that_only_leads_over(budget: int) -> None:
    """A sentence that only leads from one paragraph to the next is said with the next one, or not at all."""
    review = Review(
        title="Low Bridge",
        kind="film",
        sections=(
            Section(paragraphs=("Low Bridge tells the story of a lock-keeper. It is beautifully shot, and never dull.",)),
            Section(paragraphs=("If you ask me, that's pretty much all there is to it. He waits, and a heron lands.",)),
            Section(paragraphs=("The first time around, it takes an hour for a boat to come. Nobody on it waves at all.",)),
            Section(paragraphs=("Low Bridge is one of the best films of the year, and the quietest of them all by far.",)),
        ),
    )
    said = chosen(review, budget)
    leads = "If you ask me, that's pretty much all there is to it."
    assert leads not in said or "He waits, and a heron lands." in said
    assert ("The first time around, it takes an hour for a boat to come." in said) <= ("Nobody on it waves at all." in said)


def test_a_preface_of_opinions_is_no_background() -> None:
    """What the page calls a preface and the critic fills with a judgement is worth what it is worth elsewhere."""
    preface = "I enjoyed maybe ten minutes of it. It felt like rain on a tin hut."
    review = Review(title="Tin", kind="album", sections=(Section(heading="Preface", paragraphs=(preface,)),))
    assert [candidate.block for candidate in material(review, spoilers=False).candidates] == ["", ""]
    told = Review(title="Tin", kind="album", sections=(Section(heading="Preface", paragraphs=("It won a prize in 1962.",)),))
    assert material(told, spoilers=False).candidates[0].block == "background"


@pytest.mark.parametrize("budget", range(20, 90, 5))
def test_what_is_pointed_at_has_been_said(budget: int) -> None:
    """A sentence with “this Charter” is said only where the Charter has been spoken of; “this film” can stand anywhere."""
    review = Review(
        title="The Moot",
        kind="film",
        sections=(
            Section(paragraphs=("The Moot follows a town clerk who forged the old Charter. Nobody thanked her for a thing.",)),
            Section(paragraphs=("Hans Veld is superb when he reads this Charter to the geese. He is a marvellous bore.",)),
            Section(paragraphs=("I loved this film, and I would see it again tomorrow if they let me.",)),
        ),
    )
    said = chosen(review, budget)
    points = any("this Charter" in sentence for sentence in said)
    assert not points or any("old Charter" in sentence for sentence in said)


@pytest.mark.parametrize(
    ("sentence", "leaning"),
    [
        ("Having to win, it's not enough to be right.", True),
        ("The second song has the same structure.", True),
        ("The second song has the same structure as the first.", False),
        ("If you only know them from the wireless, start here.", True),
        ("If Anna says she will come, wait.", False),
        ("Ada, her mother and the dog cross the river.", False),
        ("Nothing could be clearer in the script.", True),
        ("Director Peter Roe likewise knows the house.", True),
        ("The joke it tells is old.", True),
        ("Waiting for the silent Vane, they meet a stranger.", True),
        ("Perhaps this is too harsh.", True),
        ("After a few minutes, I put it down.", True),
        ("There is also a goat.", True),
        ("He is a diver.", True),
        ("Anna and Paul meet, and they marry.", False),
        ("The visuals are stark.", False),
        ("There's a heron in it.", False),
        ("Sa sœur ne vient pas.", True),
        ("Cette scène est la plus belle.", True),
        ("Anne Delorme revient avec un roman.", False),
    ],
)
def test_leaning_is_heard_beyond_the_first_word(sentence: str, leaning: bool) -> None:
    """A connective or a pronoun behind the first words ties a sentence as one at its head does."""
    assert leans(sentence) is leaning


def test_what_a_sentence_does_is_known_by_its_words() -> None:
    """Judging, telling what the work is, turning, asking and breaking off are told apart."""
    assert judgement("It is a superb film, because nobody hurries.") > judgement("It is a superb film.") > 0
    assert judgement("The ferry leaves at nine.") == 0
    assert says_what_it_is("It follows three sisters who inherit a mill.")
    assert says_what_it_is("Le roman raconte trois sœurs.")
    assert turns("But it never drags.")
    assert turns("Pourtant, on ne s'ennuie pas.")
    assert asks("The only problem?")
    assert asks("That's not all.")
    assert fragment("A gifted director.")
    assert not fragment("She steers.")
    assert loosened("However, it works.") == "It works."
    assert loosened("Butter is cheap.") == "Butter is cheap."
