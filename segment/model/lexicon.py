"""How names are said: the pronunciations that the show, the user and the house have written down."""

from __future__ import annotations

from msgspec import Struct


class Pronunciation(Struct, frozen=True, kw_only=True):
    """One name, or words that belong together, and how they sound."""

    spelling: str
    """As it is written: ``Cotillard``, ``Palme d'Or``."""
    respelling: str = ""
    """As a wire service prints it, word for word: ``koh-tee-YAR``, ``pahlm DOR``; empty where there is none."""
    ipa: str = ""
    """The sounds in the International Phonetic Alphabet, word for word; empty where there are none."""
    language: str = ""
    """BCP 47 tag of the language it is from; alone it has the words read as that language reads them."""
    note: str = ""
    """For people: who or what it is."""
    origin: str = ""
    """``project``, ``user`` or ``built-in``; empty for one that a script holds."""


class Lexicon(Struct, frozen=True, kw_only=True):
    """All pronunciations of a show, each spelling once."""

    entries: tuple[Pronunciation, ...] = ()

    def over(self, other: Lexicon) -> Lexicon:
        """Both, where this one's word stands above the other's for the same spelling."""
        own = {folded(entry.spelling) for entry in self.entries}
        return Lexicon(entries=(*self.entries, *(entry for entry in other.entries if folded(entry.spelling) not in own)))


def folded(spelling: str) -> str:
    """A spelling as names are compared: straight apostrophes, single spaces; capitals count."""
    return " ".join(spelling.replace("’", "'").split())
