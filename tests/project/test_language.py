"""The language of a show."""

from __future__ import annotations

import pytest

from segment.model.project import Project, Role, Show
from segment.project.casting import cast
from segment.project.language import language_notes


@pytest.mark.parametrize(
    ("language", "voices"),
    [
        ("en", {"host": "host", "critic": "critic", "guest": "host"}),
        ("fr", {"host": "host-fr", "critic": "critic-fr", "guest": "host-fr"}),
        ("fr-CA", {"host": "host-fr", "critic": "critic-fr", "guest": "host-fr"}),
        ("en-GB", {"host": "host-gb", "critic": "critic-gb", "guest": "host-gb"}),
        ("en-CA", {"host": "host-ca", "critic": "critic-ca", "guest": "host-ca"}),
        ("pt", {"host": "host", "critic": "critic", "guest": "host"}),
    ],
)
def test_a_show_is_spoken_by_voices_of_its_language(language: str, voices: dict[str, str]) -> None:
    """Nobody has to choose voices for a language that the house has voices for."""
    spoken = cast(("host", "critic", "guest"), Project(show=Show(language=language)), {}, {}).voices
    assert {role: profile.name for role, profile in spoken.items()} == voices


def test_a_chosen_voice_is_not_overruled_by_the_language() -> None:
    """A voice named on the command line or in the settings speaks, whatever the language."""
    project = Project(show=Show(language="fr"), roles={"host": Role(voice="host-gb")})
    spoken = cast(("host", "critic"), project, {"critic": "critic"}, {}).voices
    assert {role: profile.name for role, profile in spoken.items()} == {"host": "host-gb", "critic": "critic"}


@pytest.mark.parametrize(("review", "show", "notes"), [("fr", "en", 1), ("en", "en-GB", 0), ("fr-CA", "fr", 0), ("", "en", 0)])
def test_a_review_in_another_language_is_never_spoken_in_silence(review: str, show: str, notes: int) -> None:
    """A note names both languages and the setting, and comes only where they differ."""
    found = language_notes(review, show)
    assert len(found) == notes
    assert all('show.language = "fr"' in note.hint for note in found)
