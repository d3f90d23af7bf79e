"""Cutting inside one sentence: what the eye takes in and the ear does not.

Every cut takes words out and puts none in: what is left is the critic's own, in the critic's order, and still a whole sentence.
A cut that could change what is meant is not made: nothing that begins with *but*, *not*, *though* or the like is ever cut off,
and a clause is cut off the end only where nothing follows it.
"""

from __future__ import annotations

import re

from msgspec import Struct

from segment.script.judging import judgement

LONG = 32
"""Words beyond which a sentence is too long for a breath, and a clause may go."""
_TERSE = ((75.0, 18), (100.0, 24))
"""Slots up to so many seconds, and the words beyond which a sentence loses what is only added to it."""
_SHORTEST = 6
"""Words that must be left."""
_SAYABLE = 50
"""Words beyond which a sentence cannot be said, unless it falls into short pieces."""
_SAYABLE_IN_PIECES = 66
_HOPELESS = 150
"""Words of a sentence that no cut will save."""
_PIECE = 16
"""Words of a short piece, between two commas or dashes."""

_TIME = re.compile(r",? in the coming (?:days|weeks|months|years)(?=[.!?])")
_WORK = "(?:film|movie|play|book|novel|story|show|game|series|opera)"
_ENDING = re.compile(
    rf" (?:at|by|towards|near) the (?:{_WORK}'s (?:very )?(?:end|close|conclusion)|(?:end|close) of the {_WORK})\b"
)
_ENDING_FIRST = re.compile(rf"^(?:At|By|Towards|Near) the {_WORK}'s (?:very )?(?:end|close|conclusion),? ")
_EDITORIAL = re.compile(r"\[(?!sic\])[^\W\d_][^\W\d_' -]*(?: [^\W\d_]+)*\]")
"""Words a quotation was mended with, such as ``[the film]``: they belong to the sentence."""
_TAIL = re.compile(r", (?:which|who|whose|whom|where|(?:and|so) (?:he|she|it|they|we|there|I)\b)|(?:, | )(?=— )| — ")
_ADDED = re.compile(r", (?:who|whom|whose|which|where|qui|dont|où|ce qui)\b")
_KEEPS_THE_SENSE = re.compile(
    r"(?:— |, )?(?:but|not|though|although|except|unless|yet|however|if|only|or|nor|hardly|barely|rather|instead|even|"
    r"mais|sauf|sinon|ou|pas|même)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"(?:when|while|although|though|if|after|as|because|once|unless|since|until|where|whereas|despite|with|not only|both|either|"
    r"quand|si|bien que|lorsque|après|comme|puisque|même)\b",
    re.IGNORECASE,
)
_LEAD_VERB = r"(?:is|was|has|had|are|were|does|did|returns|comes|tells|follows|marks|won|stars|opens|takes|finds)\b"


class Cut(Struct, frozen=True, kw_only=True):
    """What became of a sentence."""

    text: str
    """What is left to say."""
    out: tuple[str, ...] = ()
    """The pieces that were taken out, as they stood."""


def brackets(sentence: str, keep: frozenset[str] = frozenset()) -> Cut:
    """The sentence without its bracketed asides; brackets that are part of a word (``(re)made``) only lose their marks.

    An aside that holds a word of ``keep``, a name the listener needs, is said: between dashes when it is a name, else between
    commas.
    """
    left: list[str] = []
    out: list[str] = []
    at = 0
    for start, end in _bracketed(sentence):
        before, after = sentence[start - 1 : start], sentence[end + 1 : end + 2]
        left.append(sentence[at:start])
        if before.isalnum() or after.isalnum() or _EDITORIAL.fullmatch(sentence, start, end + 1):
            left.append(sentence[start + 1 : end])
        elif keep & set(re.findall(r"[\w-]+", sentence[start:end])):
            inside = sentence[start + 1 : end].strip()
            sign = "," if inside[:1].islower() else " —"
            left += [f"{left.pop().rstrip()}{sign} {inside}", "" if after in {".", "!", "?", ",", ";", ":"} else sign]
        else:
            out.append(sentence[start : end + 1])
            left[-1] = left[-1].rstrip() if after and not after.isspace() else left[-1]
        at = end + 1
    left.append(sentence[at:])
    return Cut(text=_tidy(re.sub(r"[()\[\]]", "", "".join(left))), out=tuple(out))


def phrases(sentence: str, *, spoilers: bool) -> Cut:
    """The sentence without the phrases that go stale on air (``in the coming months``) or point at the ending."""
    out: list[str] = []
    for pattern in (_TIME,) if spoilers else (_TIME, _ENDING, _ENDING_FIRST):
        out += (match[0].strip() for match in pattern.finditer(sentence))
        sentence = pattern.sub("", sentence)
    return Cut(text=_tidy(sentence[:1].upper() + sentence[1:] if out else sentence), out=tuple(out))


def breath(sentence: str, longest: int = LONG) -> Cut:
    """The sentence brought down towards ``longest`` words, or as it was where no safe cut comes near.

    First an aside between two dashes goes, then the last clause, one after the other. A sentence that falls into short pieces
    gives breath enough and stays whole; so does one that would lose a clause and still be long.
    """
    words = len(sentence.split())
    if words > _HOPELESS or (words <= _SAYABLE and _longest_piece(sentence) <= _PIECE):
        return Cut(text=sentence)
    out: list[str] = []
    text = sentence
    while len(text.split()) > longest:
        cut = _aside(text) or _tail(text)
        if cut is None:
            break
        text = cut.text
        out += cut.out
    if len(text.split()) > longest + longest // 4 and sayable(sentence):
        return Cut(text=sentence)
    return Cut(text=text, out=tuple(out))


def terse_from(slot_s: float | None) -> int | None:
    """Words beyond which a sentence is cut by :func:`terse` in a slot of so many seconds; None in a longer one."""
    return next((words for most, words in _TERSE if slot_s is not None and slot_s <= most), None)


def terse(sentence: str, longest: int) -> Cut:
    """A sentence of more than ``longest`` words without what is only added to it: an aside, a last clause with *who* or *which*.

    What judges more than the rest of the sentence is no addition, and stays.
    """
    if len(sentence.split()) <= longest:
        return Cut(text=sentence)
    aside = _aside(sentence)
    bare = aside if aside is not None and judgement(aside.out[0]) <= judgement(aside.text) else Cut(text=sentence)
    tail = _tail(bare.text, _ADDED)
    if tail is None or judgement(tail.out[0]) > judgement(tail.text):
        return bare
    return Cut(text=tail.text, out=(*bare.out, *tail.out))


def sayable(sentence: str) -> bool:
    """Whether a reader gets through a sentence: it is not too long, or it falls into pieces with a breath between them."""
    words = len(sentence.split())
    if words <= _SAYABLE:
        return True
    return words <= _SAYABLE_IN_PIECES and _longest_piece(sentence) <= _PIECE


def _longest_piece(sentence: str) -> int:
    return max(len(piece.split()) for piece in re.split(r"[,;:] | — ", sentence))


def lead(sentence: str, title: str) -> Cut:
    """The sentence from its main clause on, where that begins with the work's title: ``With …, TITLE was …``."""
    if not title:
        return Cut(text=sentence)
    match = re.search(
        rf", (?=(?:(?:the )?(?:film|album|book|play|novel|game|opera) )?{re.escape(title)},? {_LEAD_VERB})", sentence
    )
    if match is None or not re.match(r"(?:With|After|Following|Based|Despite|Since|Now|Nominated|Named|Hailed)\b", sentence):
        return Cut(text=sentence)
    rest = sentence[match.end() :]
    return Cut(text=rest[0].upper() + rest[1:], out=(sentence[: match.start() + 1],))


def _bracketed(text: str) -> list[tuple[int, int]]:
    """The outermost pairs of round or square brackets."""
    pairs: list[tuple[int, int]] = []
    waiting: list[int] = []
    for at, mark in enumerate(text):
        if mark in "([":
            waiting.append(at)
        elif mark in ")]" and waiting:
            pairs.append((waiting.pop(), at))
    outer: list[tuple[int, int]] = []
    for start, end in sorted(pairs):
        if not outer or start > outer[-1][1]:
            outer.append((start, end))
    return outer


def _aside(sentence: str) -> Cut | None:
    """Without what stands between two dashes, when there are exactly two and it is not a list or a turn."""
    parts = sentence.split(" — ")
    if len(parts) != 3 or len(parts[1].split()) > 16 or _KEEPS_THE_SENSE.match(parts[1]):
        return None
    if not parts[2] or not (parts[2][0].islower() or parts[2][0].isdigit()) or _quoted(sentence, len(parts[0])):
        return None
    return Cut(text=_tidy(f"{parts[0]} {parts[2]}"), out=(f"— {parts[1]} —",))


def _tail(sentence: str, begins: re.Pattern[str] = _TAIL) -> Cut | None:
    """Without the last clause, one that ``begins`` so, where it can go."""
    stop = sentence[len(sentence.rstrip(".!?…\"”'")) :] or "."
    for match in reversed(list(begins.finditer(sentence))):
        kept, gone = sentence[: match.start()], sentence[match.start() :]
        dashed = "—" in match[0] or gone.startswith(" — ")
        if _KEEPS_THE_SENSE.match(gone.lstrip(" ,—")):
            return None
        if any(mark in gone[3:] for mark in (",", "—", ":", ";")) and not (dashed and "—" not in gone[3:]):
            return None
        if len(kept.split()) < _SHORTEST or _quoted(sentence, match.start()):
            continue
        if dashed and "—" in kept:
            return None
        if _SUBORDINATE.match(kept) and "," not in kept:
            return None
        return Cut(text=kept + _end(stop), out=(gone.strip(" ,").rstrip(".!?…"),))
    return None


def _end(stop: str) -> str:
    return next((mark for mark in stop if mark in ".!?"), ".")


def _quoted(text: str, at: int) -> bool:
    """Whether a place lies inside quotation marks."""
    before = text[:at]
    return before.count("“") > before.count("”") or before.count("«") > before.count("»") or before.count('"') % 2 == 1


def _tidy(text: str) -> str:
    text = re.sub(r" +([.,;…])", r"\1", " ".join(text.split()))
    return re.sub(r"([,;:])(?:[,;:])+", r"\1", text).strip()
