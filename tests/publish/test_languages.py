"""Language codes."""

from __future__ import annotations

import pytest

from segment.publish.languages import ISO_639_2, iso_639_2


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "eng"), ("en-CA", "eng"), ("fr_CA", "fra"), ("ZH-Hant-TW", "zho"), ("haw", "haw"), ("", "und"), ("x-klingon", "und")],
)
def test_bcp_47_to_iso_639_2(tag, code):
    """The language of a BCP 47 tag becomes its three-letter code; what is unknown is undetermined."""
    assert iso_639_2(tag) == code


def test_the_table_is_a_table_of_codes():
    """Two letters to three, no code twice, all of ISO 639-1 there."""
    assert len(ISO_639_2) == len(set(ISO_639_2.values())) == 184
    assert all(len(two) == 2 and len(three) == 3 and (two + three).isalpha() for two, three in ISO_639_2.items())
