"""Names for files."""

from __future__ import annotations

from segment.project.slug import slug


def test_a_title_names_its_files() -> None:
    """A title that has plain words is its own name."""
    assert slug("Rust and Bone", b"anything") == "rust-and-bone"


def test_a_title_with_nothing_to_keep_still_has_a_name() -> None:
    """A title in another script gets a name from the content, the same each time and different for other content."""
    assert slug("七人の侍", b"a").startswith("segment-")
    assert len(slug("七人の侍", b"a")) == len("segment-") + 8
    assert slug("七人の侍", b"a") == slug("七人の侍", b"a") != slug("七人の侍", b"b")
