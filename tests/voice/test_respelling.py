"""Pronouncers as radio scripts print them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.voice.espeak.respelling import mnemonics

Run = Callable[..., subprocess.CompletedProcess[str]]

TABLE = {
    "koh-tee-YAR": "koUt2i:j'A@",
    "SKOO-narts": "sk'u:nA@t2s",
    "oh-dee-AR": "oUdi:'A@",
    "pee-AHF": "pi:'A:f",
    "jee-BOOT-ee": "dZi:b'u:t2i:",
    "pahlm DOR": "p,A:lm d'O@",
    "ZHAHK": "Z'A:k",
    "fran-SWAH": "fransw'A:",
    "STINE": "st2'aIn",
    "LAKE": "l'eIk",
    "kuh-LAH": "k@l'A:",
    "SUR-shuh ROH-nun": "s'3:S@ r'oUn@n",
    "kee-AHN-oo": "ki:'A:nu:",
    "GAIL": "g'eIl",
    "nyoo": "nj'u:",
    "NEW": "nj'u:",
    "DREW": "dr'u:",
    "ool-REEK": "u:lr'i:k",
    "eye-YAY": "aIj'eI",
    "MAR-ee-a": "m'A@i:@",
    "dhay": "D'eI",
    "THIN": "T'In",
    "bakh": "b'ax",
    "SING-ing": "s'ININ",
    "mee-shell": "m'i:SEl",
    "Ó-na": "'oUn@",
    "oh-D’OWD": "oUd'aUd",
}


@pytest.mark.parametrize(("respelling", "expected"), TABLE.items())
def test_respellings_of_the_wire_services(respelling: str, expected: str) -> None:
    """Each newspaper syllable becomes its English sound, stress on the syllable in capitals."""
    assert mnemonics(respelling) == expected


@pytest.mark.parametrize("text", ["", "-", "12-BAR", "[[x]]", "<b>", "кот-YAR"])
def test_what_is_no_respelling_is_refused(text: str) -> None:
    """Digits, markup and other alphabets are a ValueError that quotes them, never passed to the engine."""
    with pytest.raises(ValueError, match=re.escape(repr(text))):
        mnemonics(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=6), min_size=1, max_size=4), st.integers(0, 3))
def test_any_syllables_give_mnemonics(syllables: list[str], stressed: int) -> None:
    """Any letters at all give something espeak-ng can take: no brackets, no spaces, at most one main stress."""
    loud = [s.upper() if i == stressed else s for i, s in enumerate(syllables)]
    made = mnemonics("-".join(loud))
    assert not set(made) & set("[] \x01")
    assert made.count("'") <= 1


@pytest.mark.tools
def test_espeak_knows_every_sound_we_write(tool: Run) -> None:
    """The espeak-ng program reads each of our mnemonics as the phonemes we meant."""
    said = tool("espeak-ng", "-v", "en-us", "-q", "-x", "\n\n".join(f"[[{m}]]." for m in TABLE.values())).stdout.split("\n")
    heard = [line.strip() for line in said if line.strip()]
    # Stress marks, glides and linking r are espeak-ng's own affair.
    own = {r"[,'%;]|r-": "", "A@r": "A@", "3 ": "@ "}
    for pattern, plain in own.items():
        heard = [re.sub(pattern, plain, h) for h in heard]
    assert heard == [re.sub(r"[,']", "", m) for m in TABLE.values()]
