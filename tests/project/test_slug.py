"""Names for files."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.project.slug import slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Rust and Bone", "rust-and-bone"),
        ("RUST-AND-BONE", "rust-and-bone"),
        ("Amélie & the Œuvre", "amelie-the-oeuvre"),
        ("Don't Look Now", "dont-look-now"),
        ("Ø", "o"),
    ],
)
def test_a_title_becomes_plain_words(title: str, expected: str) -> None:
    """Accents fold, punctuation becomes a hyphen, apostrophes vanish."""
    assert slug(title) == expected


def test_a_title_with_nothing_to_keep_still_has_a_name() -> None:
    """A title in another script gets a name from the content, the same each time and different for other content."""
    assert slug("七人の侍", b"a").startswith("segment-")
    assert len(slug("七人の侍", b"a")) == len("segment-") + 8
    assert slug("七人の侍", b"a") == slug("七人の侍", b"a") != slug("七人の侍", b"b")


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=200))
def test_a_slug_is_always_a_safe_file_name(title: str) -> None:
    """Whatever the title, the name is short, plain ASCII and does not start or end with a hyphen."""
    name = slug(title)
    assert 0 < len(name) <= 60
    assert set(name) <= set(string.ascii_lowercase + string.digits + "-")
    assert not name.startswith("-")
    assert not name.endswith("-")
