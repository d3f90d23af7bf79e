"""Names are said as the lexicon says, at every mention, and printed with a pronouncer at the first."""

from __future__ import annotations

from segment.model.lexicon import Lexicon, Pronunciation
from segment.model.utterance import Phrase, SayWord
from segment.script import parse, running_order, utterances
from segment.script.lexicon.printing import with_pronouncers
from segment.script.typography import even

NAMES = Lexicon(
    entries=(
        Pronunciation(spelling="Cotillard", respelling="koh-tee-YAR", language="fr", origin="built-in"),
        Pronunciation(spelling="Palme d'Or", respelling="pahlm DOR"),
        Pronunciation(spelling="Björk", respelling="BYERK"),
        Pronunciation(spelling="Alma", ipa="ˈalma", language="es"),
        Pronunciation(spelling="Rhône", language="fr"),
        Pronunciation(spelling="Marsh", respelling="MAR-sh"),
    )
)


def words(script: str, lexicon: Lexicon = NAMES, language: str = "en") -> list[SayWord]:
    """All words of a script."""
    said = utterances(running_order(parse(script).script), language=language, lexicon=lexicon)
    return [w for line in said for p in line.pieces if isinstance(p, Phrase) for w in p.words]


def test_every_mention_is_said_by_the_list() -> None:
    """A name without a bracket gets its respelling at each mention, with marks, curly apostrophes and as a possessive."""
    said = [
        (w.display, w.respelling)
        for w in words("HOST: “Cotillard” won the Palme d’Or. It was Cotillard’s second!\nHOST: Cotillard.")
    ]
    assert [pair for pair in said if pair[1]] == [
        ("“Cotillard”", "koh-tee-YAR"),
        ("Palme", "pahlm"),
        ("d'Or.", "DOR"),
        ("Cotillard's", "koh-tee-YARZ"),
        ("Cotillard.", "koh-tee-YAR"),
    ]


def test_ipa_and_a_language_reach_the_voice() -> None:
    """IPA comes with its language; a language alone has the name read as that language reads it."""
    assert [(w.ipa, w.lang) for w in words("HOST: Alma, Rhône.")] == [("ˈalma", "es"), ("", "fr")]


def test_the_script_is_above_the_list() -> None:
    """A pronouncer in the script counts for every mention of the name, and of its words, whatever the list says."""
    said = words("HOST: Marion Cotillard (mah-ree-OHN koh-ti-LARD) came.\nHOST: Cotillard left. Marion, too.")
    assert [w.respelling for w in said if w.respelling] == ["mah-ree-OHN", "koh-ti-LARD", "koh-ti-LARD", "mah-ree-OHN"]


def test_a_mark_in_the_script_is_kept() -> None:
    """A name that the script marks with a language of its own is left alone."""
    (word,) = words('HOST: (Cotillard)[lang:"fr"]')
    assert (word.respelling, word.lang) == ("", "fr")


def test_a_name_needs_its_whole_spelling() -> None:
    """Other capitals, parts of words and names across a comma are not taken for a name of the list."""
    assert not any(w.respelling for w in words("HOST: cotillard, Cotillards, Palme, d'Or, Marshall."))


def test_a_voice_reads_its_own_language() -> None:
    """In a French script a built-in English respelling of a French name is neither said nor printed; a show's own is."""
    assert not any(w.respelling for w in words("HOST: Cotillard.", language="fr-CA"))
    assert "(" not in with_pronouncers("HOST: Cotillard arrive.", NAMES, "fr")
    own = Lexicon(entries=(Pronunciation(spelling="Broglie", respelling="BRUH-ee", language="fr", origin="project"),))
    assert with_pronouncers("HOST: Broglie arrive.", own, "fr") == "HOST: Broglie (BRUH-ee) arrive."


def test_a_possessive_keeps_its_s() -> None:
    """The s of a possessive is heard as English has it: s, z, or a syllable of its own, and a bare vowel keeps its sound."""
    from segment.script.lexicon.owning import respelled, sounded

    names = ["koh-tee-YAR", "SKOO-narts", "pee-AHF", "GOY-a", "see-FROH-ne", "NAHSH"]
    assert [respelled(name) for name in names] == [
        "koh-tee-YARZ", "SKOO-narts-iz", "pee-AHFS", "GOY-ahz", "see-FROH-neez", "NAHSH-iz",
    ]  # fmt: skip
    assert (sounded("piaf"), sounded("odjaʁ"), sounded("naʃ")) == ("piafs", "odjaʁz", "naʃiz")


def test_pronouncers_are_printed_at_the_first_mention_only() -> None:
    """The bracket comes behind the first spoken mention, in any line; cues, headers, comments and other mentions stay."""
    script = (
        "TITLE: Cotillard\n\nINTRO:\nMUSIC: Cotillard, under\nHOST: Here is Marion Cotillard. ; Cotillard\n; Cotillard\n"
        "PIECE:\nCRITIC: Cotillard wins the Palme d’Or.\n"
    )
    made = with_pronouncers(script, NAMES, "en")
    assert made == script.replace("Marion Cotillard.", "Marion Cotillard (koh-tee-YAR).").replace("d’Or.", "d’Or (pahlm DOR).")
    assert with_pronouncers(made, NAMES, "en") == made


def test_what_the_script_explains_is_not_explained_again() -> None:
    """A first mention that has a pronouncer or a mark already is left as it is, and so are the later ones."""
    for script in ("HOST: Cotillard (koh-TEE-yar). Cotillard.", 'HOST: (Cotillard)[say:"koh-TEE-yar"]. Cotillard.'):
        assert with_pronouncers(script, NAMES, "en") == script


def test_a_lone_syllable_is_said_and_not_printed() -> None:
    """A respelling without a hyphen would read as a shouted word in brackets: voices get it, the page does not."""
    assert with_pronouncers("HOST: Björk sings.", NAMES, "en") == "HOST: Björk sings."
    assert words("HOST: Björk sings.")[0].respelling == "BYERK"


def test_displays_are_as_written() -> None:
    """Captions and transcripts show no pronunciation, whatever the list holds."""
    line = "HOST: Cotillard’s Palme d’Or (2012), says Alma."
    said = utterances(running_order(parse(line).script), language="en", lexicon=NAMES)
    assert said[0].display == even(line.removeprefix("HOST: "))
