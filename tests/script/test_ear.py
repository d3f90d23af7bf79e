"""Notes for the ear: each catches what it is for, lets good copy pass, and can be allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from segment.script import examine, heard
from segment.script.ear import codes

# A line of the piece that must be noted, and one much like it that must not.
PAIRS = {
    codes.BREATHLESS: [
        (
            "The man who lives in the house that stands on the hill that overlooks the harbour where the boats that his father "
            "built are left to rot in the winter rain has a daughter.",
            "The man lives in the house on the hill, over the harbour, where his father's boats are left to rot.",
        )
    ],
    codes.PRINT_TALK: [("But don't stop reading, it gets better.", "It gets better.")],
    codes.TWISTER: [
        ("The priests stare at the sea.", "The priest stares at the sea."),
        ("She sells several silver statues.", "She sells a few silver statues."),
        ("Big brown bears bring bad luck.", "Big bears, brown and hungry, come down."),
    ],
    codes.TWO_NUMBERS: [
        ("In 2012, 14 islanders left.", "In 2012, all of them left."),
        ("It has 11 songs, 49 minutes of them.", "It has 10 or 12 songs."),
        ("In 1962 three men came.", "On March 3, 2012 they came."),
        ("Il y a 11 chansons, 49 minutes.", "Il y a 10 ou 12 chansons."),
    ],
    codes.INITIALISM: [
        ("The NFT paid for it.", "The BBC paid for it."),
        ("She ran the RSC for years.", "She ran the Royal Shakespeare Company, the RSC, for years."),
    ],
    codes.FORMER: [
        ("Piet and Sam fight; the latter wins.", "Piet and Sam fight, and later Sam wins."),
        ("Paul aime Louis, mais celui-ci part.", "Paul aime Louis, mais Louis part."),
    ],
    codes.QUOTE: [
        ("“You have to leave in the morning” and the door shuts.", "She says, “You have to leave in the morning.”"),
        ("“A man who never comes home at all” and then nothing.", "“The Man Who Never Came Home” is a slow film."),
        ("« Il faut partir avant la nuit » et la porte se ferme.", "« Il faut partir avant la nuit », dit-elle."),
    ],
    codes.TIME_BOUND: [
        ("You can see it tonight.", "She can see the night coming."),
        ("Le film sort cette semaine.", "Le film dure une semaine."),
    ],
    codes.GIVES_AWAY: [("In a shocking twist, he is her brother.", "There is a twist, and it works.")],
    codes.REACTION: [("That's right.", "That's right on the coast."),
        ("C'est ça.", "C'est ça qu'elle veut."), ("Yes, really.", "Why? Yes.")],
}  # fmt: skip
CASES = [(code, *pair) for code, pairs in PAIRS.items() for pair in pairs]


def noted(*lines: str) -> list[str]:
    """The codes of the notes on a script."""
    return [finding.code for finding in heard(examine("\n".join(lines)))]


@pytest.mark.parametrize(("code", "wrong", "right"), CASES, ids=[f"{code} {wrong[:24]}" for code, wrong, _ in CASES])
def test_what_the_ear_minds_is_noted(code: str, wrong: str, right: str) -> None:
    """The line that is hard to hear or say gets the note and no other; the one that is put right gets none."""
    assert noted("PIECE:", f"CRITIC: {wrong}") == [code]
    assert noted("PIECE:", f"CRITIC: {right}") == []


def test_a_cue_does_not_say_what_the_piece_begins_with() -> None:
    """When the host's cue has the words of the piece's first sentence, that sentence is noted; another piece is not."""
    cue = ("INTRO:", "HOST: Stephanie trains whales at a marine park. Here's Hanna Birkett.", "PIECE:")
    assert noted(*cue, "CRITIC: Stephanie trains killer whales at a marine park.") == [codes.CUE_REPEATS]
    assert noted(*cue, "CRITIC: She has a devastating accident.") == []


def test_what_is_for_air_alone_may_say_tonight() -> None:
    """Time words are right on a line that only goes on air, but in an evergreen they never are."""
    assert noted("PIECE:", "HOST [air]: It opens tonight.") == []
    assert noted("FORMAT: evergreen", "PIECE:", "HOST [air]: It opens tonight.") == [codes.TIME_BOUND]


def test_an_initialism_is_noted_once() -> None:
    """Only the first mention of an initialism that nobody explains gets the note."""
    assert noted("PIECE:", "CRITIC: The NFT paid.", "CRITIC: The NFT did.") == [codes.INITIALISM]


def test_notes_have_the_line_they_are_about() -> None:
    """A note says which line of the file it is on."""
    (note,) = heard(examine("PIECE:\n\nCRITIC: It rained.\nCRITIC: It opens tonight."), file="script.txt")
    assert note.where is not None
    assert (note.where.file, note.where.line) == ("script.txt", 4)


def test_a_note_can_be_allowed() -> None:
    """A comment behind a line allows a code for it, one on a line of its own for the script, a setting for the show."""
    line = "CRITIC: It opens tonight."
    assert noted("PIECE:", f"{line} ; bridge, allow SC207") == []
    assert noted("PIECE:", f"{line} ; allow SC209", line) == [codes.TIME_BOUND] * 2
    assert noted("; allow SC209, SC207", "PIECE:", line, line) == []
    assert heard(examine(f"PIECE:\n{line}"), allow=frozenset({"SC207"})) == ()


def test_spoilers_that_are_asked_for_are_not_noted() -> None:
    """Where the ending may be told, a line that tells it is no note."""
    assert heard(examine("PIECE:\nCRITIC: In a shocking twist, he dies."), spoilers=True) == ()


def test_every_code_is_documented() -> None:
    """docs/notes.md has each note on scripts that a show may not want, and no other beside the mistakes, SC001 to SC008."""
    import re

    document = (Path(__file__).parents[2] / "docs" / "notes.md").read_text(encoding="utf-8")
    assert set(codes.ALLOWABLE) == set(re.findall(r"^\| (SC[1-9]\d{2}) \|", document, re.MULTILINE))
