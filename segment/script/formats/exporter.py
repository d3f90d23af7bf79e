"""The shape of a form that scripts go out in, and all that it is given."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from segment.model.pace import Pace
from segment.model.script import Script, Speech
from segment.model.voice import WORDS_PER_MINUTE


class Sheet(Struct, frozen=True, kw_only=True):
    """A script, with what the show knows of those who read it."""

    script: Script
    language: str = "en"
    """BCP 47 tag of the words."""
    people: dict[str, str] = {}
    """Who speaks a role, by the role in lower case; a role without a person goes by its own name."""
    rates: dict[str, float] = {}
    """Words a minute by role; the house's rate where there is none."""
    paces: dict[str, Pace] = {}
    """How each role reads, learned from what it has read, by role; where there is none, its words a minute."""
    voices: dict[str, str] = {}
    """Voice profiles by role."""
    show: str = ""
    date: str = ""
    """The date given, as it is to be printed; empty for the script's own DATE."""
    role: str = ""
    """The reader it is for, in lower case; empty for everybody."""
    mirror: bool = False
    """True for a prompter that is read in a glass."""

    @property
    def roles(self) -> tuple[str, ...]:
        """Roles that speak, in the order of their first line."""
        return tuple(dict.fromkeys(item.role for item in self.script.items if isinstance(item, Speech)))

    @property
    def title(self) -> str:
        """The script's title, else its slug."""
        return self.script.header("TITLE") or self.script.header("SLUG") or "Script"

    @property
    def dated(self) -> str:
        """The date given, or that of the script's headers, or empty."""
        return self.date or self.script.header("AIR DATE") or self.script.header("DATE")

    def person(self, role: str) -> str:
        """The name on the sheet for a role."""
        return self.people.get(role) or role.upper()

    def rate(self, role: str) -> float:
        """Words a minute of a role."""
        return self.rates.get(role) or WORDS_PER_MINUTE


class Exporter(Protocol):
    """One form. To add one: a module here with a class of this shape, a line in ``table.EXPORTERS``, an example in
    ``tests/contracts/test_script_forms.py`` and a section in ``docs/script-format.md``; another package offers an object of this
    shape under the entry point ``segment.script_forms``.
    """

    suffix: str
    """Of the file's name, such as ``.html``."""
    media_type: str
    what: str
    """A few words for the list of forms."""

    def export(self, sheet: Sheet) -> bytes:
        """The whole file: the same bytes for the same sheet. Text from the script is never markup in it."""
        ...
