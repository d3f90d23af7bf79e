"""Names that may be said wrong are found, and ordinary ones are not."""

from __future__ import annotations

import pytest

from segment.model.lexicon import Lexicon, Pronunciation
from segment.model.review import CastMember, Credit, Review
from segment.script.lexicon.at_risk import names_at_risk

FOREIGN = """Émile Duquesne:fr Jacques Bouillard:fr Thomas Bidegain:fr Jürgen Vogel:de Heike Schnabel:de Begoña Núñez:es
    Gianni Bertolucci:it Matthias Schoenaerts:nl Gijs Naber:nl Krzysztof Kieślowski:pl Lars Lindqvist:sv Bjørn Floberg:da
    João Salles:pt Çağan Irmak:tr Jiří Menzel:cs Siobhán McSweeney:ga Yorgos Lanthimos:el Hayao Miyazaki:ja Zhang Ziyi:zh"""
HOME = """Ruth Adams|Tom Hanks|Daniel Day Lewis|Kelly Reilly|Chris O'Dowd|Brendan Gleeson|Sally Field|Tommy Lee Jones|
    Richard Howard|Robert Leonard|Grace Kelly|Isaac Aaronson|James Spader|John Hawkes|Dylan Moran|Patti Smith|Bruce Willis|
    Louis Armstrong|Steven Spielberg|Tony Kushner|Doris Kearns Goodwin|Lou Reed|Sterling Morrison|Maureen Tucker|Shaun Evans"""


def review(*names: str) -> Review:
    """A film with a cast."""
    return Review(title="Ash", kind="film", cast=tuple(CastMember(actor=name) for name in names))


@pytest.mark.parametrize("case", [" ".join(FOREIGN.split()[i : i + 2]) for i in range(0, len(FOREIGN.split()), 2)])
def test_a_foreign_name_is_at_risk(case: str) -> None:
    """A name that English does not spell is found, with the language that it looks like."""
    name, _, language = case.partition(":")
    (found,) = names_at_risk(review(name), Lexicon(), "en")
    assert (found.name, found.language, found.field) == (name, language, "cast")


def test_ordinary_names_are_not() -> None:
    """None of these names, which any host can read, is listed."""
    names = [" ".join(name.split()) for name in HOME.split("|")]
    assert [found.name for found in names_at_risk(review(*names), Lexicon(), "en")] == []


def test_what_is_in_the_list_is_not_at_risk() -> None:
    """A word that the lexicon knows is left out, and a name whose every risky word it knows is."""
    known = Lexicon(entries=(Pronunciation(spelling="Bouillard", respelling="boo-YAR"),))
    (found,) = names_at_risk(review("Jacques Bouillard", "Ann Bouillard"), known, "en")
    assert found.words == ("Jacques",)


def test_a_show_reads_its_own_language() -> None:
    """In a French show French names are nothing, and Polish ones are."""
    found = names_at_risk(review("Émile Bouillard", "Krzysztof Zanussi"), Lexicon(), "fr")
    assert [name.name for name in found] == ["Krzysztof Zanussi"]


def test_parts_and_credits_count_and_each_word_once() -> None:
    """Parts that are played and people of the credits are looked at too; a word that was listed is not listed again."""
    work = Review(
        title="Ash",
        cast=(CastMember(actor="Ann Lee", role="Séverine"), CastMember(actor="Jo Lee", role="Séverine")),
        credits=(Credit(name="Anaïs Lee", as_given="Anaïs Lee", roles=("director",)),),
    )
    found = names_at_risk(work, Lexicon(), "en")
    assert [(name.words, name.field) for name in found] == [
        (("Séverine",), "role"),
        (("Anaïs",), "credits"),
    ]
