"""Initialisms that a listener may not know, where nobody says what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_LETTERS = re.compile(r"(?<![\w-])([A-Z]{2,6})(?:s|['’]s)?(?![\w-])")
_KNOWN = frozenset(
    """UK US USA UN EU TV BBC CBC CBS NBC ABC CNN HBO ITV PBS NPR FBI CIA KGB NASA NATO OK DVD CD VHS DJ MC MP PM
    VIP PR HIV AIDS DNA
    IQ ID LA NY NYC DC PG AM FM PC AI VR CGI IMAX BAFTA BAFTAS GPS ATM SUV USSR FIFA NBA NFL NHL UFO RIP SOS
    POW LP EP MTV PTSD LGBT
    GCSE PHD CEO BA MA WWI WWII IRA RAF NHS NYPD LAPD IMF ER AA II III IV VI VII VIII IX XI XII XIII XIV XV XVI XX UNESCO UNICEF
    DIY RAM USB PDF FAQ HD ONU OTAN UE SNCF RATP TGV BD""".split()
)
_VOWELS = re.compile("[AEIOUY]")


def unexplained(text: str, whole: str) -> Iterator[str]:
    """Initialisms of ``text`` that ``whole``, all that the script says, does not spell out."""
    for match in _LETTERS.finditer(text):
        letters = match[1]
        if letters in _KNOWN or (len(letters) > 3 and _VOWELS.search(letters)) or _shouted(text, match.start(), match.end()):
            continue
        small = r"(?: (?:of|for|the|and|de|du|des|la|le|pour|et|à|on))*"
        if not re.search(rf"\b{f'{small} '.join(letter + chr(92) + 'w+' for letter in letters)}", whole):
            yield letters


def _shouted(text: str, start: int, stop: int) -> bool:
    """Whether a word in capitals stands beside another: a shout, or a title in capitals."""
    before, after = text[:start].split()[-1:], text[stop:].split()[:1]
    return any(len(word) > 3 and word.strip(",.!?“”").isupper() for word in (*before, *after))


def first_times(found: Iterable[str], told: set[str]) -> Iterator[str]:
    """Those that were not told yet; they are now."""
    for letters in found:
        if letters not in told:
            told.add(letters)
            yield letters
