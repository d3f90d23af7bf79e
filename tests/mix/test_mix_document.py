"""docs/mix.md says what the mix does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from segment.cli.mix import command
from segment.mix import ducking, joins, phrases, rider
from segment.model.mix_settings import MixSettings
from segment.script import parse

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "mix.md").read_text(encoding="utf-8")
WORDS = " ".join(DOCUMENT.split())


@pytest.mark.parametrize("script", re.findall(r"```script\n(.*?)```", DOCUMENT, re.DOTALL))
def test_the_examples_are_scripts(script: str) -> None:
    """Each parses, with nothing to be said about it."""
    assert parse(script).findings == ()


def test_every_option_of_the_examples_exists() -> None:
    """``segment mix --help`` knows the options that the document shows."""
    shown = CliRunner().invoke(command, ["--help"]).output
    for option in re.findall(r"segment mix script\.txt (-[-\w]+)", DOCUMENT):
        assert option in shown, option


def test_the_figures_are_those_of_the_code() -> None:
    """Times and levels that the document names are the constants of the mix."""
    house = MixSettings()
    for figure in (
        f"down {ducking.LEAD_S * 1000:.0f} ms before the first word",
        f"at most {ducking.DOWN_DB_S:.0f} dB a second",
        f"back {ducking.LINGER_S * 1000:.0f} ms after the last",
        f"at most {ducking.UP_DB_S:.0f} dB a second",
        f"shorter than {ducking.HOLD_S} s it stays down",
        f"lasted {phrases.LONG_S:.0f} s",
        f"{house.speech_over_bed_db:.0f} dB over the bed",
        f"brings it to −{-house.voice_lufs:.0f} LUFS",
        f"pauses of {rider.PAUSE_S} s",
        f"by {rider.MOST_DB:.0f} dB at most",
        f"moved by {joins.MOST_OFF_S * 1000:.0f} ms at most",
        f"The last {joins.OWN_ENDING_S:.0f} s before its ending",
    ):
        assert figure in WORDS, figure


def test_every_note_of_the_mix_is_in_the_table() -> None:
    """No code that the mix can give is missing."""
    codes = {
        code for path in (ROOT / "segment" / "mix").glob("*.py") for code in re.findall(r'"(MX\d{3})"', path.read_text("utf-8"))
    }
    named = set(re.findall(r"MX\d{3}", DOCUMENT[DOCUMENT.index("## Notes") :])) | {f"MX{n:03}" for n in range(1, 8)}
    assert codes <= named
