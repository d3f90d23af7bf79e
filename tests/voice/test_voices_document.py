"""docs/voices.md says what is so."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from segment.errors import Cause, VoiceError
from segment.voice import load_profile
from segment.voice.engines import ENGINES
from segment.voice.profile_fields import table

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "voices.md").read_text(encoding="utf-8")
NOTES = (ROOT / "docs" / "notes.md").read_text(encoding="utf-8")
PROFILES = [textwrap.dedent(block) for block in re.findall(r"(?:^    .*\n|^\n)+", DOCUMENT, re.MULTILINE) if "engine = " in block]


def wrong_with(text: str) -> list[str]:
    """The mistakes of a profile; none where it is right, or where only its engine is not here."""
    try:
        load_profile(text, name="shown", file="shown.toml", folder=".")
    except VoiceError as error:
        lines = [line.strip() for line in error.message.splitlines() if "mistakes" not in line]
        return [] if error.cause is Cause.MISSING else lines
    return []


def test_the_table_of_keys_is_the_readers_own() -> None:
    """Every key stands in the document with what it takes, as the reader knows it."""
    assert table() in DOCUMENT


@pytest.mark.parametrize("text", PROFILES, ids=lambda text: re.search(r'engine = "(\w+)"', text)[1])
def test_every_profile_shown_is_one(text: str) -> None:
    """The examples are right but for what only another machine has: files, programs and voices."""
    told = wrong_with(text)
    assert all(line.startswith(("voice: ", "options.model: ", "options.voices: ", "options.program: ")) for line in told), told


def test_every_engine_has_its_place() -> None:
    """Each engine stands in the table, and has an example."""
    assert {name for name in ENGINES if f"| `{name}`" in DOCUMENT} == set(ENGINES)
    shown = {re.search(r'engine = "(\w+)"', text)[1] for text in PROFILES}
    assert set(ENGINES) - shown <= {"say"}


def test_options_are_named_as_the_engines_have_them() -> None:
    """Every option that an engine takes is mentioned."""
    for name, engine in ENGINES.items():
        missing = [option.key for option in engine.options if f"{option.key}" not in DOCUMENT]
        assert not missing, name


def test_every_note_on_voices_is_documented() -> None:
    """docs/notes.md has each note that voices and their shelf can raise, with its levels, and no other."""
    raised: dict[str, set[str]] = {}
    named: set[str] = set()
    for path in (ROOT / "segment").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        named.update(re.findall(r"\bVO\d{3}\b", text))
        for code, level in re.findall(r'code="(VO\d{3})",\s*level="(\w+)"', text):
            raised.setdefault(code, set()).add(level)
    rows = re.findall(r"^\| (VO\d{3}) \| ([a-z, ]+) \| .+ \| .+ \|$", NOTES, re.MULTILINE)
    assert {code: set(levels.split(", ")) for code, levels in rows} == raised
    assert named == set(raised)
