"""Letters brought down to plainer ones."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.folding import slug, unaccented


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Rust and Bone", "rust-and-bone"),
        ("RUST-AND-BONE", "rust-and-bone"),
        ("Amélie & the Œuvre", "amelie-the-oeuvre"),
        ("Rust & Co’s Été", "rust-cos-ete"),
        ("Don't Look Now", "dont-look-now"),
        ("9 to 5", "9-to-5"),
        ("Ø", "o"),
        ("七人の侍", ""),
    ],
)
def test_a_title_becomes_plain_words(title: str, expected: str) -> None:
    """Accents fold, punctuation becomes a hyphen, apostrophes vanish; nothing is made of what has no ASCII."""
    assert slug(title) == expected


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=200))
def test_a_slug_is_always_safe(title: str) -> None:
    """Whatever the title, its slug is short, plain ASCII and neither starts nor ends with a hyphen."""
    name = slug(title)
    assert len(name) <= 60
    assert set(name) <= set(string.ascii_lowercase + string.digits + "-")
    assert name == name.strip("-")


def test_accents_go_and_letters_stay() -> None:
    """Marks that combine are taken off; letters with a stroke are letters of their own."""
    assert unaccented("Été à Tromsø") == "Ete a Tromsø"
