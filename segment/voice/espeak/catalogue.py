"""The voices and variants that the embedded espeak-ng has, read from its data.

espeak-ng accepts unknown variants in silence and does not find every language by its tag, so names are settled here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct


class Base(Struct, frozen=True, kw_only=True):
    """A language's voice."""

    id: str
    """The name espeak-ng is given, such as ``gmw/en-US``."""
    table: str
    """Its phoneme table, such as ``en-us``."""
    languages: tuple[str, ...]
    """BCP 47 tags it says it speaks, lower case, the best first."""


class Catalogue(Struct, frozen=True, kw_only=True):
    """All of them."""

    bases: dict[str, Base]
    """By short name in lower case, such as ``en-us``."""
    variants: dict[str, str]
    """Exact names by lower-case name."""

    def base(self, name: str) -> Base | None:
        """The voice of a short name (``en-us``), an id (``gmw/en-US``) or a language tag (``en-gb``, ``fr-CA``)."""
        asked = name.strip().lower()
        short = asked.rpartition("/")[2]
        if found := self.bases.get(short):
            return found if "/" not in asked or asked == found.id.lower() else None
        return next((base for base in self.bases.values() if asked in base.languages), None)

    def language(self, tag: str) -> Base | None:
        """The nearest voice for a language tag: the tag itself, else its language alone (``fr-CA`` → ``fr``)."""
        return self.base(tag) or self.base(tag.partition("-")[0])

    def split(self, voice: str) -> tuple[Base | None, str | None]:
        """``voice+variant`` as base and exact variant name (empty without one); None for what is unknown."""
        name, plus, variant = voice.partition("+")
        return self.base(name), (self.variants.get(variant.strip().lower()) if plus else "")


def data_folder() -> Path:
    """The folder ``espeak-ng-data``."""
    import espeakng_loader

    return Path(espeakng_loader.get_data_path())


@cache
def installed() -> Catalogue:
    """What is on this machine."""
    data = data_folder()
    bases = {}
    for path in sorted(data.glob("lang/**/*")):
        if path.is_file():
            bases[path.name.lower()] = _base(path, f"{path.parent.name}/{path.name}" if path.parent.name != "lang" else path.name)
    variants = {path.name.lower(): path.name for path in sorted(data.glob("voices/!v/*"))}
    return Catalogue(bases=bases, variants=variants)


def _base(path: Path, voice_id: str) -> Base:
    languages = []
    table = ""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        key, _, rest = line.partition(" ")
        if key == "language" and rest.split():
            languages.append(rest.split()[0].lower())
        elif key == "phonemes" and rest.split():
            table = rest.split()[0].lower()
    # Without a line of its own a voice uses the table named like its language file's first part.
    return Base(id=voice_id, table=table or path.name.lower().partition("-")[0], languages=tuple(languages))
