"""What writing a script hands back."""

from __future__ import annotations

from msgspec import Struct

from segment.errors import Where
from segment.model.finding import Finding


class Written(Struct, frozen=True, kw_only=True):
    """A script as text, and what was cut on the way to it."""

    text: str
    findings: tuple[Finding, ...] = ()
    templates: tuple[str, ...] = ()
    """Names of the template and of those it includes."""
    places: tuple[Where | None, ...] = ()
    """For each line of the text where in a template it was made; None for a blank line."""
