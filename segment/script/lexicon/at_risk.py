"""Names that a voice, or a host, may get wrong: in the cast, the credits or the text, in no list, spelled as English is not."""

from __future__ import annotations

import re

from msgspec import Struct

from segment.model.lexicon import Lexicon
from segment.model.review import Review
from segment.script.lexicon.finding import Index
from segment.script.spoken.rule import token

_PATTERNS = {
    "ga": r"(?:^|[aeiouáéíóú])(?:bh|mh|dh)[aoun]|aoi|eigh|^(?:niamh|siobh|caoi|saoirse|domhnall|eoin|aoife)|mhn",
    "cs": r"[řěůčšž]|ov[aá]$",
    "tr": r"[şğı]|ceylan|oğlu",
    "hu": r"[őű]|gy[aeio]|^sz|cs[aeio]",
    "pl": r"cz|sz[cy]|rz[ey]|[łąęśźżćń]|wski|wicz|[^aeiou]ska$|dzk|^krz",
    "sv": r"å|[lkq]vist$|ö[mnr]",
    "da": r"[øæ]|gaard|bjer|skj",
    "pt": r"ã|õ|lh[aeo]|nh[aeo]|^jo[aã]o$",
    "el": r"poulos$|poulou$|[ai]kis$|idis$|imos$|opoul",
    "ja": r"(?:zaki|saki|moto|mura|guchi|shita|kawa|sawa|gawa|yama|naka|shima|suke|hiro|hiko|taro)$",
    "zh": r"^x(?:i|u)|^zh|^qi",
    "nl": r"ij(?!a)|oen|aerts?$|(?<!^)aa[nrst]|uys|eij|^sch(?:oe|ou|ij|ip)|^van$|dijk",
    "fr": r"[éèêëçœîûù]|eaux?$|aux$|ieux?$|oux$|ouet|ouis$|(?:ll|i|u|oc)ard$|ault$|gny|ois$|ouil|ille$|ienne?$|ère|gain$|quet$|"
    r"^(?:jean|jacques|pierre|fran[cç]ois|guillaume|beno[iî]t|matt?hieu|thierry|luc|yves|gilles|denis|xavier|olivier)\b|ouan",
    "de": r"[öüß]|sch[lmnrw]|tsch|^sch[aeiou]|(?<!l)tz$|^j[uü]rgen$|^wolfgang$|heim$|bach$",
    "es": r"ñ|[áíóú]|[dgnrt]ez$|[ae]rr[ao]$|^(?:javier|jorge|jos[eé]|guillermo|alejandro|joaqu[ií]n|ignacio|pedro|carlos)$",
    "it": r"zz|cc[hio]|gli[ao]|gn[aoi]|[aeiou](?:ll|tt|n|r)in[io]$|[ae](?:ll|tt)[io]$|ucc|ghi|^(?:giov|gius|giu|luca$|paolo$)",
    "": r"[^\x00-\x7f’]|[aeiou]{4}|uu|ii$|kk|jj|^(?:n[gjdk]|mb|mw|dj|ts|sz|gb|sr|vl|dz|tch|ij|ej|hj)|[a-z]{3}['’][aeiou]$|q(?!u)",
}
"""What a language's names look like, in lower case; the last is foreign to English, and to no language that is known here."""
_COMPILED = {language: re.compile(pattern) for language, pattern in _PATTERNS.items()}
_AT_HOME = frozenset(
    """johnson richard howard bernard edward gerard leonard robert louis lewis charles francis denis dennis grace bruce maurice
    olivier luc xavier pedro carlos jorge jose francois pierre marie claire denise elaine lucille camille bobby lisa maria bach
    beethoven einstein schwartz schwarz schmidt schneider schumacher martinez gonzalez rodriguez hernandez lopez perez gomez
    sanchez ramirez rossi mozart villa isaac aaron savannah hannah sarah michael joshua noah elijah isaiah micah jonah patti
    """.split()
)
"""Names that English readers have long said their own way."""
_CAPITAL = r"[A-ZÀ-Ý][\w'’-]*[a-zà-ÿ]"
_NAMED = re.compile(
    rf"(?:(?<=[^\W\d_] )|(?<=[,;:] )|(?<=\())(?!The )(?<!The ){_CAPITAL}"
    rf"(?: (?:(?:de|van|von|der|la|le|di|da) )?{_CAPITAL}){{0,3}}"
)
_MOST = 50_000
"""Characters of a paragraph that are looked through."""
_MOST_NAMES = 200
_PARTICLES = frozenset("de du des la le van von der den di da del della dos das ter ten el al bin ibn y e".split())


class AtRisk(Struct, frozen=True, kw_only=True):
    """A name that may be said wrong."""

    name: str
    """As the review gives it."""
    words: tuple[str, ...]
    """Those of its words that are in no list and look foreign."""
    language: str
    """The language they look like, or empty."""
    field: str
    """``cast``, ``role``, ``credits`` or ``text``."""


def names_at_risk(review: Review, lexicon: Lexicon, language: str) -> tuple[AtRisk, ...]:
    """Names of the cast, their parts, the credits and the text that may be said wrong in a script of this language, each once."""
    index = Index(lexicon)
    named = [*((member.actor, "cast") for member in review.cast), *((member.role, "role") for member in review.cast)]
    named += [(credit.name, "credits") for credit in review.credits]
    named += [(name, "text") for name in _in_text(review)]
    found: dict[str, AtRisk] = {}
    told: set[str] = set()
    for name, field in named:
        written = name.split()
        listed = {at for hit in index.hits(written) for at in range(hit.start, hit.stop)}
        cores = [(token(word).core, at not in listed) for at, word in enumerate(written)]
        likely = _language([core for core, _ in cores])
        family = language.lower().partition("-")[0]
        risky = tuple(core for core, unlisted in cores if unlisted and core not in told and _foreign(core, family))
        if risky:
            found.setdefault(name, AtRisk(name=name, words=risky, language=likely, field=field))
            told.update(risky)
    return tuple(found.values())


def _in_text(review: Review) -> tuple[str, ...]:
    """Names in the running text: words in capitals that do not begin a sentence, at most four side by side."""
    found: dict[str, None] = {}
    for section in review.sections:
        for paragraph in section.paragraphs:
            for match in _NAMED.finditer(paragraph[:_MOST]):
                found.setdefault(re.sub(r"['’]s?$", "", match[0]))
    return tuple(found)[:_MOST_NAMES]


def _foreign(word: str, family: str) -> bool:
    lower = word.lower()
    if not word[:1].isupper() or len(word) < 3 or lower in _AT_HOME | _PARTICLES:
        return False
    if family in _COMPILED and _COMPILED[family].search(lower):
        return False
    return any(pattern.search(lower) for pattern in _COMPILED.values())


def _language(words: list[str]) -> str:
    """The language that most words of a name look like; the earlier of two in the table."""
    lowered = [word.lower() for word in words]
    votes = {language: sum(bool(pattern.search(word)) for word in lowered) for language, pattern in _COMPILED.items() if language}
    best = max(votes, key=lambda language: votes[language])
    return best if votes[best] else ""
