"""Copies of whole scripts that Word, Outlook and other mail programs have damaged read as the clean ones."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.script import parse, running_order, to_text, utterances
from segment.script.typography import even

CLEAN = """\
SLUG: SALT-ROAD
TITLE: The Tailor's "Salt Road"
SLOT: 2:00

INTRO:
MUSIC: first-light, establish 4s, under
HOST [podcast]: It's late. [500ms] "Who goes there?" said the tailor - and nobody did... Not one.

PIECE:
MUSIC: first-light, sneak out
CHAPTER: The tailor's story
CRITIC: Ingrid Solheim (SOHL-hime) doesn't (badly)[sub:"rather badly"] sew. +Nobody's+ perfect. [1000ms] It runs 90 minutes.
; CRITIC: This one's cut.
CLIP: ferry-horn.wav, in 0:12.5, out 0:21, out-cue "all's well"
CRITIC: And then... it's over - the 'end', as they say. ; bridge, the editor's
PAUSE: 1.5s

TAG:
HOST: That's all.
"""


def smart_quotes(text: str) -> str:
    """As Word sets them while somebody types: by what stands before."""
    text = re.sub(r"(^|[\s(\[{:])'", r"\1‘", text, flags=re.MULTILINE).replace("'", "’")
    return re.sub(r'(^|[\s(\[{:])"', r"\1“", text, flags=re.MULTILINE).replace('"', "”")


def wrapped(text: str) -> str:
    """As a plain-text mail wraps at 72 characters; comments and what has a line of its own are short enough."""
    made = []
    for line in text.splitlines():
        long = line if ";" in line else re.sub(r"(.{20,60}?) ", r"\1\n", line) if line.startswith(("HOST", "CRITIC")) else line
        made.append(long)
    return "\n".join(made) + "\n"


def capitals_gone(text: str) -> str:
    """As a spelling checker writes sources that somebody retyped."""
    return re.sub(
        r"^(HOST|CRITIC|MUSIC|PIECE|INTRO|TAG|CLIP|PAUSE|CHAPTER|TITLE)\b", lambda m: m[1].title(), text, flags=re.MULTILINE
    )


DAMAGE: dict[str, Callable[[str], str]] = {
    "curly quotation marks": smart_quotes,
    "curly quotation marks, all closing": lambda t: t.replace('"', "”").replace("'", "’"),
    "German quotation marks": lambda t: re.sub(r'(^|[\s(:])"', r"\1„", t).replace('"', "“"),
    "no-break spaces": lambda t: t.replace(" ", "\u00a0"),
    "narrow no-break spaces": lambda t: t.replace(". ", ".\u202f"),
    "en dashes": lambda t: t.replace(" - ", " – "),
    "two hyphens": lambda t: t.replace(" - ", " -- "),
    "no-break hyphens": lambda t: re.sub(r"(?<=\w)-(?=\w)", "\u2011", t),
    "one character for three stops": lambda t: t.replace("...", "…"),
    "hard wraps": wrapped,
    "sources in mixed case": capitals_gone,
    "beats in words": lambda t: t.replace("[500ms]", "(beat)").replace("[1000ms]", "(Pause.)"),
    "beats in square brackets": lambda t: t.replace("[500ms]", "[Beat]").replace("[1000ms]", "[pause]"),
    "CR LF": lambda t: t.replace("\n", "\r\n"),
    "a byte order mark": lambda t: f"\ufeff{t}",
    "two spaces behind a stop": lambda t: t.replace(". ", ".  "),
    "white space at the ends": lambda t: "".join(f"  {line}\t\n" for line in t.splitlines()),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_script_reads_as_the_clean_one(damage: str) -> None:
    """One kind of damage everywhere in a whole script changes nothing of its value, and so nothing that is heard."""
    damaged = DAMAGE[damage](CLEAN)
    assert damaged != CLEAN
    assert parse(damaged).script == parse(CLEAN).script


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(sorted(DAMAGE)), min_size=1, max_size=5, unique=True))
def test_damage_adds_up_to_nothing(kinds: list[str]) -> None:
    """Several kinds of damage one after the other change nothing either."""
    damaged = CLEAN
    for kind in sorted(kinds, key=lambda kind: kind in {"no-break spaces", "CR LF", "a byte order mark"}):
        damaged = DAMAGE[kind](damaged)
    assert parse(damaged).script == parse(CLEAN).script


_WORDS = 'it\'s Ann\'s "Go" - ... wait... (so) don\'t "Who? me" tea-time \'quiet\' ten "A B"'
_WORD = st.sampled_from(_WORDS.split())


@settings(deadline=None, max_examples=100)
@given(st.lists(st.lists(_WORD, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=5), st.sampled_from(sorted(DAMAGE)))
def test_any_words_survive_a_word_processor(lines: list[str], damage: str) -> None:
    """Whatever the lines say, the damaged copy is the same script and prints as the same text."""
    clean = "PIECE:\n" + "".join(f"HOST: {line}\n" for line in lines)
    damaged = DAMAGE[damage](clean)
    assert parse(damaged).script == parse(clean).script
    assert to_text(parse(damaged).script) == to_text(parse(clean).script)


@pytest.mark.parametrize("kind", ["beat", "a beat", "Beat.", "BEAT", "pause", "long pause", "Long Pause."])
def test_a_beat_is_silence_and_never_a_word(kind: str) -> None:
    """What people type for a silence is one, and no voice says it."""
    said = utterances(running_order(parse(f"HOST: Well ({kind}) then.\n").script), language="en")
    assert said[0].display == "Well then."
    assert len(said[0].pieces) == 3


@settings(deadline=None, max_examples=200)
@given(st.text("ab \"'’‘“”„–-.…([", max_size=20))
def test_even_is_even(text: str) -> None:
    """What was made even stays as it is."""
    assert even(even(text)) == even(text)


def test_a_back_slash_keeps_a_mark() -> None:
    """A curly apostrophe that is to stay stands behind a back-slash, and is printed so again."""
    script = parse('HOST: It\\’s \\"so\\" it is.\n').script
    assert 'It’s "so"' in str(script)
    assert parse(to_text(script)).script == script
