"""The space French has before « ? : ; » is kept from the page to what people read, and no line ends at it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from segment.model.house import House
from segment.model.lexicon import Lexicon, Pronunciation
from segment.model.review import Review, Section
from segment.model.script import Speech
from segment.model.utterance import Phrase
from segment.script import Written, parse, running_order, utterances
from segment.script.formats.shown import pieces, word_text, words

HARD = "\u00a0"


def displays(script: str, language: str) -> list[str]:
    """The written words of a script, as captions get them."""
    found = utterances(running_order(parse(script).script), language=language)
    return [word.display for line in found for piece in line.pieces if isinstance(piece, Phrase) for word in piece.words]


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
@pytest.mark.parametrize(
    ("line", "language", "shown"),
    [
        ("Est-ce vrai{s}? Non.", "fr", ["Est-ce", "vrai_?", "Non."]),
        ("Quel film{s}!", "fr", ["Quel", "film_!"]),
        ("On entend tout{s}: le vent.", "fr", ["On", "entend", "tout_:", "le", "vent."]),
        ("Il a dit «{s}oui{s}» deux fois.", "fr", ["Il", "a", "dit", "«_oui_»", "deux", "fois."]),
        ("Il a dit «{s}oui, peut-être{s}».", "fr", ["Il", "a", "dit", "«_oui,", "peut-être_».", ]),
        ("En deux heures; il en dure six.", "fr", ["En", "deux", "heures_;", "il", "en", "dure", "six."]),
        ("En deux heures; il en dure six.", "fr-CA", ["En", "deux", "heures;", "il", "en", "dure", "six."]),
        ("Two hours; it runs to six.", "en", ["Two", "hours;", "it", "runs", "to", "six."]),
        ("À 20:30, au +Rex+{s}!", "fr", ["À", "20:30,", "au", "Rex_!"]),
    ],
)  # fmt: skip
def test_a_mark_stays_with_its_word(line: str, language: str, shown: list[str], space: str) -> None:
    """Whatever space was typed, the word and its mark are one written word with a hard space, in captions and on pages."""
    script = f"CRITIC: {line.format(s=space)}\n"
    shown = [word.replace("_", HARD) for word in shown]
    assert displays(script, language) == shown
    spoken = next(item for item in parse(script).script.items if isinstance(item, Speech))
    assert [word_text(word) for word in words(pieces(spoken), language)] == shown


def test_a_mark_is_said_as_melody_and_not_in_the_way_of_a_name() -> None:
    """``Kerouédan ?`` is asked, and said as the lexicon says it."""
    lexicon = Lexicon(entries=(Pronunciation(spelling="Kerouédan", respelling="keh-roo-eh-DAHN"),))
    order = running_order(parse("CRITIC: Qui joue Kerouédan ?\n").script)
    (phrase,) = utterances(order, language="fr", lexicon=lexicon)[0].pieces
    assert isinstance(phrase, Phrase)
    assert phrase.words[-1].say.endswith("?")
    assert phrase.words[-1].respelling == "keh-roo-eh-DAHN"


def test_a_script_keeps_what_the_critic_wrote(written: Callable[..., Written]) -> None:
    """From the page to the script ``?`` and ``:`` keep their space, and a semicolon does not begin a comment."""
    page = "Est-ce un grand roman\u00a0? Ce n'est pas sûr. "
    page += "On l'entend\u202f: il parle\u00a0; nous écoutons. C'est un livre superbe\u00a0!"
    review = Review(title="Marais", kind="book", language="fr", sections=(Section(paragraphs=(page,)),))
    text = written(review, House(language="fr")).text
    assert "grand roman ? " in text
    assert "l'entend : il parle; nous" in text
    assert "superbe !" in text
