"""The script that a review becomes: its parts, its words, what is kept from the air."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from segment.errors import ScriptError
from segment.model.house import House, Reader
from segment.model.review import Rating, Review, Section
from segment.model.script import Chapter, Music, Part, Speech, Sting
from segment.script import Written, estimate, parse, running_order

Write = Callable[..., Written]
KINDS = ["film", "album", "restaurant", "book", "theatre", "game", "kindless", "hostile"]
SYNTHETIC = House(critic=Reader(person="Hanna Birkett"))


def part(text: str, name: str) -> str:
    """What stands under ``INTRO:``, ``PIECE:`` or ``TAG:``."""
    return f"\n{text}".split(f"\n{name}:\n", 1)[1].split("\nPIECE:\n" if name == "INTRO" else "\nTAG:\n", 1)[0]


def spoken(text: str, role: str, *, bridges: bool) -> list[str]:
    """The lines of a role, those marked as bridges or the others, without marks."""
    lines = re.findall(rf"^{role}: (.*)$", text, re.MULTILINE)
    kept = [line for line in lines if line.endswith("; bridge") is bridges]
    return [re.sub(r"\[\d+ms\] ", "", line.removesuffix("; bridge")).strip() for line in kept]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("house", [SYNTHETIC, House(critic=Reader(synthetic=False), slot_s=60), House(show="Reel")], ids=str)
def test_every_kind_makes_a_script_that_reads_back(written: Write, reviews: dict[str, Review], kind: str, house: House) -> None:
    """Whatever is missing from a review, the script parses without a mistake and has its three parts in order."""
    parsed = parse(written(reviews[kind], house).text)
    assert [item.name for item in parsed.script.items if isinstance(item, Part)] == ["INTRO", "PIECE", "TAG"]
    assert not [finding for finding in parsed.findings if finding.level != "info"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_music_is_where_radio_wants_it(written: Write, reviews: dict[str, Review], kind: str) -> None:
    """The intro bed opens the INTRO and leaves with the PIECE; the outro comes in before the critic's last words; no stings."""
    text = written(reviews[kind]).text
    assert part(text, "INTRO").startswith("MUSIC: intro, establish 4s, under\nHOST: ")
    assert part(text, "PIECE").startswith("MUSIC: intro, sneak out\n")
    assert re.search(r"\nMUSIC: outro, sneak in, under, up full, out cold\n(CRITIC: [^\n]+\n){1,2}\nTAG:\n", text)
    items = parse(text).script.items
    assert not [item for item in items if isinstance(item, Sting)]
    assert len([item for item in items if isinstance(item, Music)]) == 3


def test_a_three_minute_piece_has_three_chapters_for_listeners(written: Write, reviews: dict[str, Review]) -> None:
    """Page headings become at most three titles that a listener would use."""
    text = written(longer(reviews["film"]), House(slot_s=180)).text
    titles = [item.title for item in parse(text).script.items if isinstance(item, Chapter)]
    assert titles == ["The story", "The performances", "The director, and the verdict"]


def test_a_minute_has_no_chapters(written: Write, reviews: dict[str, Review]) -> None:
    """A :60 is one stretch."""
    assert "CHAPTER" not in written(longer(reviews["film"]), House(slot_s=60)).text


@pytest.mark.parametrize("word", ["The buzz", "The genres", "The premise", "The skinny", "canals; marriage"])
def test_no_heading_or_genre_list_is_voiced(written: Write, reviews: dict[str, Review], word: str) -> None:
    """What was made for the eye is never said."""
    assert word not in written(reviews["film"]).text


@pytest.mark.parametrize(
    "gone",
    ["w/", "co-script", "(Adeyemi)", "(Tom Vasquez)", "last seen selling cars", "stop reading", "That's right", "You can also"],
)
def test_print_is_not_read_aloud(written: Write, reviews: dict[str, Review], gone: str) -> None:
    """Credit-line English, bracketed asides, print talk, orphan reactions and broken sentences do not reach the air."""
    assert gone not in written(reviews["film"]).text


def test_what_leaned_on_a_cut_sentence_goes_with_it(written: Write, reviews: dict[str, Review]) -> None:
    """“It really is.” is nothing without the sentence before it."""
    assert "It really is" not in written(reviews["film"]).text


def test_the_ending_is_kept_back_and_said_so(written: Write, reviews: dict[str, Review]) -> None:
    """The story stops before its ending, with a bridge in its place and a note for the producer; spoilers tells all."""
    film = longer(reviews["film"])
    made = written(film)
    assert "wrong gate" not in made.text
    assert "finally says" not in made.text
    assert "CRITIC: I won't give away the ending. ; bridge" in made.text
    note = next(finding.message for finding in made.findings if finding.code == "SC201")
    assert note.startswith("Kept back the ending (2 sentences")
    told = written(film, House(spoilers=True))
    assert "wrong gate" in told.text
    assert "give away" not in told.text


def test_the_intro_does_not_say_the_first_line_of_the_piece(written: Write, reviews: dict[str, Review]) -> None:
    """What the host takes from the review the critic does not say again."""
    for review in reviews.values():
        text = written(review).text
        host = " ".join(spoken(text, "HOST", bridges=False))
        first = spoken(text, "CRITIC", bridges=False)[0]
        assert not host or first.split(".")[0] not in host


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("synthetic", [True, False])
def test_the_intro_is_short_enough(written: Write, reviews: dict[str, Review], kind: str, synthetic: bool) -> None:
    """The host has one to four sentences and about 22 seconds at 160 words a minute."""
    text = written(reviews[kind], House(critic=Reader(synthetic=synthetic))).text
    said = " ".join(re.findall(r"^HOST: (.*?)(?: ; bridge)?$", part(text, "INTRO"), re.MULTILINE))
    assert 3 <= len(said.split()) <= 60


def test_the_host_opens_with_a_fact_of_the_review(written: Write, reviews: dict[str, Review]) -> None:
    """The main clause of the background is the host's first line, cut down to what can be said."""
    intro = part(written(reviews["film"]).text, "INTRO")
    assert "HOST: The Long Lock was eagerly anticipated at the Harbour Festival, where it won the first prize.\n" in intro
    assert re.search(
        r"Odile Marchetti directs,? (and )?Ruth Adeyemi and Tom Vasquez.* [Oo]ur film critic, Hanna Birkett[.,].* ; bridge", intro
    )


def test_a_person_signs_off_by_name(written: Write, reviews: dict[str, Review]) -> None:
    """The critic's own voice says who it is, for the show where it has a name."""
    assert (
        "\nCRITIC: For Reel, I'm Hanna Birkett. ; bridge\n"
        in written(reviews["film"], House(show="Reel", critic=Reader(synthetic=False))).text
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_synthetic_voice_is_called_one_and_claims_no_name(written: Write, reviews: dict[str, Review], kind: str) -> None:
    """The host says who wrote the review and that a synthetic voice reads it; that voice never says that it is somebody."""
    review = reviews[kind]
    text = written(review, House(show="Reel", critic=Reader(person=review.reviewer))).text
    assert "synthetic voice" in part(text, "INTRO")
    critic = " ".join(line for line in text.splitlines() if line.startswith("CRITIC:"))
    assert "I'm " not in critic or kind == "hostile"
    if review.reviewer and kind != "hostile":
        assert review.reviewer in part(text, "INTRO")


def test_another_reader_is_named_as_reader(written: Write, reviews: dict[str, Review]) -> None:
    """Where somebody else reads, the host says who wrote and who reads, and nobody signs off."""
    text = written(reviews["film"], House(critic=Reader(person="Max Oduya", synthetic=False))).text
    assert "Our film critic, Hanna Birkett, wrote this review. Max Oduya reads it." in text
    assert "I'm " not in text


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("album", "Low Tide is the first record that The Saltmen made without a drummer."),
        ("restaurant", "Here's our restaurant critic."),
        ("book", "A Field Guide to Fog is a book by Lena Straub. Our book critic, J. P. Orr, has the review."),
        ("theatre", "The Understudy's Wife returns to the stage where it was first booed."),
        ("game", "The game is called Lamplighter. Our games critic, Ola Reyes, has the review."),
        ("kindless", "Here's our critic."),
    ],
)
def test_the_intro_suits_the_kind(written: Write, reviews: dict[str, Review], kind: str, said: str) -> None:
    """Each kind is introduced in its own words, by its own critic."""
    assert said in part(written(reviews[kind]).text, "INTRO")


@pytest.mark.parametrize(
    ("website", "said"),
    [
        ("", "on our website"),
        ("https://www.example.org/", "at example.org"),
        ("our blog", "on our blog"),
        ("at the box office", "at the box office"),
    ],
)
def test_the_tag_says_where_the_review_is(written: Write, reviews: dict[str, Review], website: str, said: str) -> None:
    """The TAG names the website as a host would, and holds no time words."""
    tag = part(written(reviews["film"], House(website=website, critic=Reader(synthetic=False))).text, "TAG")
    assert tag == f"HOST: Hanna's full review of The Long Lock is {said}. ; bridge\n"


def test_the_tag_gives_the_rating_in_words(written: Write, reviews: dict[str, Review]) -> None:
    """Stars and points are said, not shown."""
    assert "Ada gives Low Tide four stars out of five." in written(reviews["album"]).text
    assert "Ola gives Lamplighter eight and a half out of ten." in written(reviews["game"]).text


def test_a_name_in_brackets_that_is_used_later_is_kept(written: Write, reviews: dict[str, Review]) -> None:
    """A performer whom only a bracket names is introduced before the text speaks of him."""
    assert "A nervous tenor — Karl Obi — loses his voice" in written(reviews["theatre"]).text


def test_a_listing_is_not_the_critics_line(written: Write, reviews: dict[str, Review]) -> None:
    """Dates of a run are left for the host, with a note."""
    made = written(reviews["theatre"])
    assert "23 September" not in made.text
    assert any("a listing" in finding.message for finding in made.findings)


@pytest.mark.parametrize("kind", KINDS[:-1])
def test_the_critic_says_only_the_critics_words(written: Write, reviews: dict[str, Review], kind: str) -> None:
    """Every sentence of the piece is one sentence of the review with at most four cuts: no word added, none moved."""
    for house in (House(), House(slot_s=60), House(slot_s=180, spoilers=True)):
        text = written(reviews[kind], house).text
        source = [plain(p) for section in reviews[kind].sections for p in section.paragraphs]
        for line in spoken(text, "CRITIC", bridges=False) + spoken(text, "HOST", bridges=False):
            for sentence in re.split(r"(?<=[.!?”]) (?=[“A-Z])", line.replace("\\", "")):
                assert any(pieces(plain(sentence), paragraph) <= 5 for paragraph in source), sentence


def test_each_bridge_is_marked(written: Write, reviews: dict[str, Review]) -> None:
    """A line that is not the review's says so; a line that is says nothing."""
    parsed = parse(written(reviews["film"]).text)
    comments = [item.comment for item in parsed.script.items if isinstance(item, Speech)]
    assert set(comments) == {"", "bridge"}
    assert comments[-1] == "bridge"


@pytest.mark.parametrize("slot", [45, 60, 90, 120, 180])
def test_a_slot_is_hit(written: Write, reviews: dict[str, Review], slot: int) -> None:
    """INTRO, PIECE and TAG together land within a tenth of the slot, and SLOT says what was asked for."""
    made = written(longer(reviews["film"]), House(slot_s=slot))
    script = parse(made.text).script
    runs = estimate(running_order(script), 160)
    assert slot * 0.9 <= runs <= slot * 1.1
    assert running_order(script).slot_s == slot
    assert any(finding.code == "SC205" for finding in made.findings)


def test_a_slot_that_cannot_be_filled_is_a_note(written: Write, reviews: dict[str, Review]) -> None:
    """A short review in a long slot is said, with the difference."""
    notes = [finding for finding in written(reviews["album"], House(slot_s=180)).findings if finding.code == "SC206"]
    assert len(notes) == 1
    assert "under the slot of 3:00" in notes[0].message


def test_the_verdict_is_last(written: Write, reviews: dict[str, Review]) -> None:
    """A page that begins with its verdict still ends with it on air."""
    film = reviews["film"]
    moved = replace(film, sections=(film.sections[-1], *film.sections[:-1]))
    assert spoken(written(moved).text, "CRITIC", bridges=False)[-1].endswith("it is quietly inspired.")


def test_the_same_review_makes_the_same_script(written: Write, reviews: dict[str, Review]) -> None:
    """Nothing but the review and the house decides."""
    assert written(reviews["film"]) == written(reviews["film"])


def test_a_review_without_a_sentence_is_refused(written: Write) -> None:
    """Nothing to say is an error in a sentence, not an empty script."""
    with pytest.raises(ScriptError, match="no sentence in this review"):
        written(Review(title="Nothing", sections=(Section(heading="The genres", paragraphs=("Drama; sea",)),)))


def test_a_rating_without_a_scale_is_not_guessed(written: Write, reviews: dict[str, Review]) -> None:
    """A bare figure is not said."""
    bare = replace(reviews["game"], rating=(Rating(as_given="8", value=8.0, scale=None),))
    assert "gives" not in written(bare).text


def longer(film: Review) -> Review:
    """The film review with enough story, acting and verdict for three minutes."""
    more = (
        "A cousin turns up with a goat and a plan. The goat is the better sailor of the two, and the plan is "
        "never heard of again. "
        "Nell signs a paper that she has not read.",
        "The winter comes early. Ducks freeze where they sit, and Nell feeds them with a spoon. The stove eats "
        "the last of the chairs.",
        "Piet writes letters that he does not send. The lock-keeper reads them all, and answers one. Nobody "
        "says who paid for the stamp.",
    )
    actors = (
        "There are three boats in this film, and one of them is a metaphor. I liked the other two. Nobody drowns, nobody "
        "marries, and the weather is left to do the shouting. I have seen louder films about bread.",
        "Ruth Adeyemi was a dancer once, and it tells in every step along the rail. Tom Vasquez lets her have "
        "each scene, and takes "
        "it back with one look. The two of them argue like people who have rehearsed for twenty years.",
        "The lock-keeper has four lines. Each of them gets a laugh, and the last of them gets a silence that I "
        "will not forget soon.",
    )
    verdict = (
        "The middle hour is slow, and it means to be. There is a joke about a heron that I did not understand, "
        "and then on the way "
        "home I did. Take a friend who owns a boat, or one who has just sold it.",
    )
    story, acting, verdict_ = (film.sections[at] for at in (2, 3, 5))
    return replace(
        film,
        sections=(
            *film.sections[:2],
            replace(story, paragraphs=(*story.paragraphs[:-1], *more, story.paragraphs[-1])),
            replace(acting, paragraphs=(*acting.paragraphs, *actors)),
            film.sections[4],
            replace(verdict_, paragraphs=(*verdict, *verdict_.paragraphs)),
        ),
    )


def plain(text: str) -> list[str]:
    """Words in lower case without punctuation; an apostrophe is a straight one."""
    return re.findall(r"[\w£$.]*\w'?\w*", text.lower().replace("’", "'"))


def pieces(sentence: list[str], paragraph: list[str]) -> int:
    """In how many unbroken runs the sentence lies in the paragraph, in order; 99 when it does not."""
    best = 99
    for start in [at for at, word in enumerate(paragraph) if sentence and word == sentence[0]]:
        at, runs = start, 1
        for word in sentence[1:]:
            if at + 1 < len(paragraph) and paragraph[at + 1] == word:
                at += 1
            elif word in paragraph[at + 1 :]:
                at, runs = paragraph.index(word, at + 1), runs + 1
            else:
                runs = 99
                break
        best = min(best, runs)
    return best


@pytest.mark.parametrize(
    "unit", ["Anna meets Bob and she leaves. ", "()", "_a *b ", "— — ", "[a](", "a, which b, who c ", "“Ha. ", "x"]
)
def test_a_monster_of_a_review_is_written_in_time(written: Write, unit: str) -> None:
    """Two million characters of anything become a script in seconds."""
    text = unit * (200_000 // len(unit))
    review = Review(
        title="Big", kind="film", sections=(Section(heading="The story", paragraphs=(text,) * 10 + ("It is long.",)),)
    )
    began = time.process_time()
    made = written(review, House(slot_s=60))
    assert time.process_time() - began < 6
    assert len(made.text) < 5_000
