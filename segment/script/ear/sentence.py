"""What the ear minds in one sentence: its length, its sounds, figures side by side, words that point back at a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from segment.script.ear import codes
from segment.script.ending import gives_away
from segment.script.leave_out import PRINT_TALK, time_bound
from segment.script.phrases import any_of

Remark = tuple[str, str, str]
"""Code, what was heard, what to do about it."""

_MOST = 40
"""Words of a sentence that a reader gets through."""
_ONE_BREATH = 30
"""Words between two places to breathe."""
_BREATHS = re.compile(r"[,;:…]|\s[—–-]\s|—")
_FORMER = any_of("""
    the (?:former|latter)
    (?:ce|cet|cette|ces) (?:dernier|dernière|derniers|dernières)
    celui-(?:ci|là)
    celle-(?:ci|là)
""")
_AIR_TALK = re.compile(r"\b(?:subscribe|newsletter)\b", re.IGNORECASE)
"""Print talk that podcasts have made their own."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SMALL = frozenset(
    """a an the and or of in on at to for by as is was are were be it its he she his her him they their with from that this but
    who not so le la les l' un une des de du et ou en à au aux est il elle qui que se sa son ses""".split()
)
_ALIKE = 4
"""Words in a row with one beginning that trip the tongue."""
_ENDS = re.compile(r"(?:sts|sks|sps|xts|xths|fths|cts|pts|lths|nths|ngths|sths|sms|thes)$")
_BEGINS = re.compile(r"s(?:[ctpkhlwmn]|th)|sh|th|z|str")
_THE = frozenset(["the", "that", "this", "they", "there"])
_COUNTS = """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand deux trois quatre cinq six sept huit neuf dix
    onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent mille""".split()
_NUMBER = re.compile(rf"^[$£€]?\d[\w.,:/%]*$|^(?:{'|'.join(_COUNTS)})$", re.IGNORECASE)
_ONE_THING = frozenset(
    """or to and by of out from times million billion thousand hundred percent per until through ou à et sur par de mille millions
    milliards stars étoiles minutes hours heures""".split()
)
"""Words between two numbers that make one thing of them."""
_MONTHS = any_of("""
    (?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october
    janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre
""")


def remarks(sentence: str, *, podcast: bool, spoilers: bool) -> Iterator[Remark]:
    """Everything about a sentence; ``podcast`` where it is heard later, ``spoilers`` where the ending may be told."""
    words = sentence.split()
    longest = max((len(piece.split()) for piece in _BREATHS.split(sentence)), default=0)
    if len(words) > _MOST or longest > _ONE_BREATH:
        yield (
            codes.BREATHLESS,
            f"A sentence of {len(words)} words, {longest} without a breath: {opening(sentence)}.",
            "Cut it in two.",
        )
    if (talk := PRINT_TALK.search(sentence)) and not _AIR_TALK.fullmatch(talk[0]):
        yield codes.PRINT_TALK, f"Print talk, {_shown(talk[0])}: {opening(sentence)}.", "Nobody holds a page; cut it."
    if twisted := twister(sentence):
        yield codes.TWISTER, f"Hard to say: {_shown(twisted)}.", "Say it aloud; change the order, or a word."
    if numbers := neighbours(words):
        yield (
            codes.TWO_NUMBERS,
            f"Two numbers close together: {_shown(numbers)}.",
            "The ear keeps one; part them, or leave one out.",
        )
    if former := _FORMER.search(sentence):
        yield codes.FORMER, f"{_shown(former[0])} has a listener look back: {opening(sentence)}.", "Say the name again."
    if podcast and time_bound(sentence):
        yield (
            codes.TIME_BOUND,
            f"True only for a while: {opening(sentence, 14)}.",
            "A podcast is heard later; [air] keeps it on air.",
        )
    if not spoilers and gives_away(sentence):
        yield codes.GIVES_AWAY, f"May give the ending away: {opening(sentence, 14)}.", "Cut it, or allow it."


def twister(sentence: str) -> str:
    """The words of a sentence that trip the tongue: four beginnings alike, or an end like *asks* before an s; else empty."""
    words = _WORD.findall(sentence)
    for one, other in pairwise(words):
        if _ENDS.search(one.lower()) and _BEGINS.match(other.lower()) and other.lower() not in _THE:
            return f"{one} {other}"
    run: list[str] = []
    for word in words:
        if word.lower() in _SMALL:
            continue
        if word[0].isupper():  # names are as they are
            run = []
            continue
        run = [*run, word] if run and _begins(word) == _begins(run[-1]) != "" else [word]
        if len(run) == _ALIKE:
            return " ".join(run)
    return ""


def _begins(word: str) -> str:
    """The consonants a word begins with, as far as they sound alike."""
    match = re.match(r"sch|sh|th|ch|ph|wh|kn|wr|[bcdfgjklmnpqrstvwz]", word.lower())
    if match is None:
        return ""
    return {"ph": "f", "wh": "w", "kn": "n", "wr": "r", "sch": "sh", "c": "k", "q": "k"}.get(match[0], match[0])


def neighbours(words: list[str]) -> str:
    """Two numbers with at most one word between them that are not one thing, such as a date or a range; or empty."""
    bare = [word.strip("“”\"'’().,;:!?—–").lower() for word in words]
    at = [place for place, word in enumerate(bare) if _NUMBER.match(word)]
    for one, other in pairwise(at):
        between = bare[one + 1 : other]
        if len(between) > 1 or any(word in _ONE_THING for word in between):
            continue
        dated = any(_MONTHS.fullmatch(word) for word in bare[max(0, one - 1) : other + 1])
        joined = not between and words[one][-1:].isalpha() and words[other][:1].isalpha()  # twenty five
        ended = words[one].endswith((".", "!", "?", ":", ";"))
        if not (dated or joined or ended):
            return " ".join(words[one : other + 1])
    return ""


def opening(text: str, words: int = 8) -> str:
    """The first words of a sentence, in quotation marks."""
    parts = text.strip().split()
    return _shown(f"{' '.join(parts[:words])}{'…' if len(parts) > words else ''}")


def _shown(text: str) -> str:
    return f"“{text.rstrip('.,;')}”"
