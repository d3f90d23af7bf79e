"""What a voice gets for each spoken line."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from segment.model.script import Script, Speech, Text
from segment.model.utterance import Phrase, SayWord, Silence, Utterance
from segment.script import parse, running_order, utterances
from segment.script.spoken.abbreviations import ALWAYS


def said(line: str, language: str = "en") -> Utterance:
    """The utterance of one line."""
    (utterance,) = utterances(running_order(parse(f"HOST: {line}\n").script), language=language)
    return utterance


def words(line: str, language: str = "en") -> list[SayWord]:
    """All words of one line."""
    return [word for piece in said(line, language).pieces if isinstance(piece, Phrase) for word in piece.words]


def test_sentences_and_breaks_make_phrases() -> None:
    """Each sentence is a phrase, a break splits a sentence and stands between as a silence."""
    pieces = said("Dr. No met J. Edgar in the U.S. of A. It was [300ms] odd. Really... odd?").pieces
    shown = [" ".join(w.display for w in p.words) if isinstance(p, Phrase) else p.seconds for p in pieces]
    assert shown == ["Dr. No met J. Edgar in the U.S. of A.", "It was", 0.3, "odd.", "Really… odd?"]


def test_a_line_of_silence_has_no_phrase() -> None:
    """A line that is only a break says nothing and keeps its place and id."""
    assert said("[1.5s]") == Utterance(id="host-1", role="host", pieces=(Silence(seconds=1.5),))


def test_display_is_what_was_written() -> None:
    """Captions show figures, symbols, dashes and quotation marks as written, without marks and pronouncers."""
    line = "In 2012 she won “8/10”—for Piaf (pee-AHF) & co., she +said+."
    assert said(line).display == "In 2012 she won “8/10”—for Piaf & co., she said."


def test_a_pronouncer_goes_to_its_words() -> None:
    """Each word of a pronouncer lands on one word, which is still there to be said without it."""
    assert [(w.display, w.say, w.respelling) for w in words("the Palme d’Or (pahlm DOR), twice")] == [
        ("the", "the", ""),
        ("Palme", "Palme", "pahlm"),
        ("d'Or,", "d'Or,", "DOR"),
        ("twice", "twice", ""),
    ]


def test_a_substitute_is_spoken_by_the_rules_too() -> None:
    """A substitute takes the place of its words, marks that cling to it kept, figures in it said as words."""
    assert [(w.display, w.say) for w in words('He paid (a lot)[sub:"$20 or so"], (then)[sub:"and"] left.')] == [
        ("He", "He"),
        ("paid", "paid"),
        ("a", "twenty dollars or so,"),
        ("lot,", ""),
        ("then", "and"),
        ("left.", "left."),
    ]


def test_say_ipa_lang_and_stress_reach_the_word() -> None:
    """Each mark sets its own field, also where only part of a word is marked."""
    got = words('(Cannes)[say:"KAN"]’s (mot juste)[lang:"fr"] is (Caen)[ipa:"kɑ̃"], +so+ ++there++ in (1984)[lang:"fr"]')
    assert got[0].respelling == "KAN"
    assert got[0].display == "Cannes's"
    assert [w.lang for w in got[1:3]] == ["fr", "fr"]
    assert got[4].ipa == "kɑ̃"
    assert [w.stress for w in got[5:7]] == [1, 2]
    assert got[8].say == "mille neuf cent quatre-vingt-quatre"


def test_a_respelling_of_another_length_goes_to_the_first_word() -> None:
    """Where a mark has more sounds than words, the first word says all of them and the others nothing."""
    got = words('(La vie en rose)[say:"lah VEE"]')
    assert [(w.say, w.respelling) for w in got] == [("La vie en rose", "lah VEE"), ("", ""), ("", ""), ("", "")]


def test_markup_is_never_obeyed() -> None:
    """SSML and phoneme brackets in a review become words, with no sign an engine could act on."""
    spoken = " ".join(w.say for w in words(r"Wait <break time='9999s'/> \[\[h@l'oU\]\] &lt;b&gt; {x} `rm` | done"))
    assert re.fullmatch(r"[A-Za-z' ,.-]+", spoken)
    assert "break time" in spoken


_MELODY = re.compile(r"[^\w]*$")


@settings(deadline=None, max_examples=250)
@given(st.text(min_size=1, max_size=60), st.sampled_from(["en", "en-us", "fr", "de"]))
def test_no_letter_is_lost_and_no_sign_reaches_the_voice(text: str, language: str) -> None:
    """For any text, the displays are the line as written but for hard spaces, and says hold letters and melody marks only."""
    single = " ".join(text.split())
    order = running_order(Script(items=(Speech(role="host", spans=(Text(text=single),)),)))
    (utterance,) = utterances(order, language=language)
    assert re.sub(r"\s+;", ";", " ".join(utterance.display.split())) == re.sub(r"\s+;", ";", single)
    for piece in utterance.pieces:
        assert isinstance(piece, Phrase)
        for word in piece.words:
            assert all(c.isalpha() or c in " '-,.?!" or _is_mark(c) for c in word.say), word
            if any(c.isalpha() for c in word.display):
                assert word.say, word


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


@settings(deadline=None, max_examples=150)
@given(st.lists(st.from_regex(r"[a-zé]{1,7}", fullmatch=True), min_size=1, max_size=8))
def test_plain_words_are_said_as_they_are(plain: list[str]) -> None:
    """Lower-case words are not touched, short forms of the table apart."""
    got = words(" ".join(plain))
    assert all(w.say in {w.display, ALWAYS["en"].get(w.display)} for w in got)
