"""Scripts are told from reviews by what stands in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segment.script.told_apart import is_script
from tests.contracts.test_script_forms import SCRIPT

_ROLES = ("host", "critic")


@pytest.mark.parametrize(
    "text",
    [
        SCRIPT,
        "SLUG: X\nHost: Hello.\n",
        "INTRO:\nHOST: Hello.\n",
        "Piece:\nMUSIC: intro, under\nCritic: Hello.\n",
        "﻿; cut\nTAG: ; now\nHOST: Hi.\n",
    ],
)
def test_a_script_is_known(text: str) -> None:
    """A line of somebody's and a part, a cue or a slug make a script, in Word's spelling too."""
    assert is_script(text, _ROLES)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The Lake Dog\n\nCritic: Ann Roe\n\nIntro:\nThe dog of the title swims out.\n",
        "HOST: So how was it?\nCRITIC: It was long.\n",
        "Title: The Lake Dog\nCritic: Ann Roe\nMusic: Jan Novak\n",
        "---\ntitle: The Lake Dog\n---\n\nThe piece: a dog swims.\n",
    ],
)
def test_a_review_is_none(text: str) -> None:
    """Facts and headings of a review, and an interview that is printed, are no script."""
    assert not is_script(text, _ROLES)


@given(st.text())
def test_asking_never_fails(text: str) -> None:
    """Any text gets an answer."""
    assert is_script(text, _ROLES) in {True, False}
