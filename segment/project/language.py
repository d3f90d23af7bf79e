"""The language of a show: whose voices speak it, and a note where a review is in another."""

from __future__ import annotations

from collections.abc import Collection

from segment.model.finding import Finding

_OWN_VOICE = frozenset({"host", "critic"})


def usual_voice(role: str, language: str, names: Collection[str]) -> str:
    """The profile that speaks a role when nobody chose one: ``critic-fr`` in a French show, ``critic-gb`` in a British one.

    A role without voices of its own has the host's. A name that bears a country alone is an English voice: ``host-ca`` speaks in
    an English show from Canada, ``host-fr`` (or a ``host-fr-ca``, where somebody made one) in a French one. ``names`` are the
    profiles there are.
    """
    voice = role if role in _OWN_VOICE else "host"
    tag = language.lower().replace("_", "-")
    primary, _, rest = tag.partition("-")
    countries = rest.split("-")[::-1] if primary == "en" else []
    return next((name for name in (f"{voice}-{end}" for end in (tag, *countries, primary)) if name in names), voice)


def language_notes(review: str, show: str) -> tuple[Finding, ...]:
    """A note where the review's language is not the show's; an unknown one is let be."""
    if not review or _primary(review) == _primary(show):
        return ()
    note = Finding(
        code="PJ012",
        level="warning",
        message=f"The review is in “{review}”, the show in “{show}”: it is written up, and numbers are said, as in “{show}”.",
        hint=f'Say show.language = "{review}" in segment.toml if it is to be heard in its own language.',
    )
    return (note,)


def _primary(language: str) -> str:
    return language.lower().replace("_", "-").partition("-")[0]
