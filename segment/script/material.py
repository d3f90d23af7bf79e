"""What a review holds for the ear: its sentences, cleaned and cut, each with what it is about; and what was left out, and why.

Nothing is chosen here for length: that is :mod:`segment.script.choose`. Nothing is rephrased anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from segment.model.review import Review
from segment.script import cut
from segment.script.ending import ending, gives_away
from segment.script.headings import Block, block_of
from segment.script.judging import judgement
from segment.script.kinds import kind
from segment.script.leaning import NAME, orphans
from segment.script.leave_out import Reason, is_list, stale, stopped, why_not
from segment.script.marked import marks_on, wanted
from segment.script.plain import plain
from segment.sentences import sentences

_VERDICT = 46
"""Words a sentence of the verdict may have before a clause of it is cut."""
_OWN = re.compile(r"(?<!\w)(?:I|me|my|I'm|I've|je|j'|moi|ma|mon)(?!\w)")
_SHOWN = 200
"""Characters of an unread paragraph that are kept for a note."""
_SHORT_ASIDE = 4
"""Words of an aside that can be a name."""
_MOST = 400
"""Sentences to choose from; a review with more is a book."""
_MOST_CHARACTERS = 200_000
"""What is read of a review, and its last paragraph: four hours of talk."""


class Candidate(Struct, frozen=True, kw_only=True):
    """A sentence that can be said."""

    text: str
    """What would be said."""
    written: str
    """The same sentence as the critic wrote it, without Markdown."""
    block: Block
    paragraph: int
    """Its paragraph, counted over the whole review."""
    out: tuple[str, ...] = ()
    """What was cut out of it."""
    keep: bool = False
    """True when the producer marked it to be said at this length."""

    @property
    def words(self) -> int:
        """Length in words."""
        return len(self.text.split())


class Silent(Struct, frozen=True, kw_only=True):
    """A sentence or paragraph that is not said."""

    text: str
    reason: Reason


class Material(Struct, frozen=True, kw_only=True):
    """A review, made ready to choose from."""

    candidates: tuple[Candidate, ...] = ()
    silent: tuple[Silent, ...] = ()
    ending_after: int = -1
    """The paragraph after which the ending was kept back, or −1."""

    @property
    def words(self) -> int:
        """Length in words of all that could be said."""
        return sum(candidate.words for candidate in self.candidates)


class _Paragraph(Struct, frozen=True, kw_only=True):
    block: Block
    sentences: tuple[str, ...]
    number: int
    last: bool


def material(
    review: Review,
    *,
    spoilers: bool,
    evergreen: bool = False,
    keeping: frozenset[str] = frozenset({"keep"}),
    longest: int | None = None,
) -> Material:
    """Everything of the review that could be said, in the order of the page; the verdict comes last.

    An ``evergreen`` leaves out what is only true for a while. ``keeping`` names the producer's marks that keep a sentence
    whatever it is: their word is above every rule here. What is only added to a sentence of more than ``longest`` words is cut.
    """
    marks = wanted(review.marks)
    paragraphs, silent = _paragraphs(review)
    named = _named_in_brackets(paragraphs, review)
    told = kind(review.kind).told and not spoilers
    kept_back: set[tuple[int, int]] = set()
    ending_after = -1
    if told:
        kept_back, ending_after = _ending(paragraphs)
    candidates: list[Candidate] = []
    said: set[str] = set()
    for paragraph in paragraphs:
        kept: list[Candidate] = []
        reasons: list[Reason | None] = []
        on = marks_on(paragraph.sentences, marks)
        for place, sentence in enumerate(paragraph.sentences):
            last = paragraph.last and place == len(paragraph.sentences) - 1
            found = _cleaned(sentence, paragraph, review.title, named, spoilers=not told, longest=longest)
            reason: Reason | None = "the ending" if (paragraph.number, place) in kept_back else why_not(sentence, last=last)
            reason = reason or _unsayable(found.text, said)
            reason = reason or ("true only for a while" if evergreen and stale(found.text) else None)
            said.add(found.text)
            if on[place]:
                found, reason = _as_marked(found, reason, on[place], spoilers=spoilers, keeping=keeping)
            if reason == "a reaction that needs the page":
                silent.append(Silent(text=sentence, reason=reason))
            else:
                kept.append(found)
                reasons.append(reason)
        for place in orphans([c.text for c in kept], [reason is None for reason in reasons]):
            if not kept[place].keep:
                reasons[place] = "leans on a sentence that is left out"
        for found, reason in zip(kept, reasons, strict=True):
            if reason is None and (found.keep or len(candidates) < _MOST):
                candidates.append(found)
            else:
                silent.append(Silent(text=found.written, reason=reason or "for time"))
    candidates.sort(key=lambda candidate: candidate.block == "verdict")
    return Material(candidates=tuple(candidates), silent=tuple(silent), ending_after=ending_after)


def _unsayable(text: str, said: set[str]) -> Reason | None:
    if text in said:
        return "said twice"
    return None if cut.sayable(text) else "too long to be said in a breath"


def _as_marked(
    found: Candidate, reason: Reason | None, on: frozenset[str], *, spoilers: bool, keeping: frozenset[str]
) -> tuple[Candidate, Reason | None]:
    """A sentence and why it is not said, once the producer's marks on it have been heard."""
    if "never" in on:
        return found, "marked never"
    if "spoiler" in on and not spoilers:
        return found, "marked as a spoiler"
    return (replace(found, keep=True), None) if on & keeping else (found, reason)


def _cleaned(
    sentence: str, paragraph: _Paragraph, title: str, named: frozenset[str], *, spoilers: bool, longest: int | None
) -> Candidate:
    bare = cut.brackets(stopped(sentence), named)
    fresh = cut.phrases(bare.text, spoilers=spoilers or paragraph.block == "story")
    led = cut.lead(fresh.text, title) if len(fresh.text.split()) > cut.LONG else cut.Cut(text=fresh.text)
    short = cut.breath(led.text, _VERDICT if paragraph.block == "verdict" else cut.LONG)
    tight = cut.terse(short.text, longest) if longest is not None else cut.Cut(text=short.text)
    return Candidate(
        text=tight.text,
        written=sentence,
        block=paragraph.block,
        paragraph=paragraph.number,
        out=(*bare.out, *fresh.out, *led.out, *short.out, *tight.out),
    )


def _paragraphs(review: Review) -> tuple[list[_Paragraph], list[Silent]]:
    """The paragraphs of prose, each with what it is about; lists and labels apart."""
    found: list[_Paragraph] = []
    silent: list[Silent] = []
    block: Block = ""
    introduced = False
    left = _MOST_CHARACTERS
    final = [section.paragraphs[-1:] for section in review.sections][-1:]
    for section in review.sections:
        named = block_of(section.heading)
        goes_on = named is None and block != "list" and not (section.heading and block in {"verdict", "background"})
        block = block if goes_on else named or ""
        for raw in section.paragraphs:
            left -= len(raw)
            if left < 0 and (raw,) not in final:
                silent.append(Silent(text=raw[:_SHOWN], reason="for time"))
                continue
            text = plain(raw[:_MOST_CHARACTERS])
            set_apart = raw.lstrip().startswith(">") or (introduced and text[-1:] not in ".!?…\"”'")
            introduced = text.endswith(":")
            if block == "list" or set_apart or is_list(text):
                if text:
                    silent.append(Silent(text=text, reason="a list, not a sentence"))
                continue
            said = sentences(text)
            about: Block = "" if block == "background" and any(map(_opinion, said)) else block
            found.append(_Paragraph(block=about, sentences=said, number=len(found), last=False))
    if found:
        found[-1] = replace(found[-1], last=True)
    if all(paragraph.block == "" for paragraph in found):
        found = _sorted_by_content(found, review)
    return found, silent


def _opinion(sentence: str) -> bool:
    """Whether the critic speaks of what it was like to be there, which is no background, whatever the page calls it."""
    return bool(_OWN.search(sentence)) and judgement(sentence) > 0


def _sorted_by_content(paragraphs: list[_Paragraph], review: Review) -> list[_Paragraph]:
    """A review without headings: the last paragraph is the verdict, and one run of paragraphs may be about the performers."""
    blocks: list[Block] = [""] * len(paragraphs)
    said = [p.number for p in paragraphs if any(why_not(sentence, last=False) is None for sentence in p.sentences)]
    if len(said) > 1:
        for number in range(said[-1], len(paragraphs)):
            blocks[number] = "verdict"
    names = {member.actor.split()[-1] for member in review.cast if member.actor.split()}
    # The performers make a chapter only where it runs up to the verdict: what came after would be about the work again.
    for number in reversed(said[1:-1]):
        if not _on_actors(paragraphs[number].sentences, names):
            break
        blocks[number] = "acting"
    return [replace(paragraph, block=block) for paragraph, block in zip(paragraphs, blocks, strict=True)]


def _named_in_brackets(paragraphs: Sequence[_Paragraph], review: Review) -> frozenset[str]:
    """Names that a bracket introduces and the text goes on to use, and that no cast or credit line has told the listener."""
    told = {name for member in review.cast for name in NAME.findall(f"{member.actor} {member.role}")}
    told |= {name for credit in review.credits for name in NAME.findall(credit.name)}
    told |= set(NAME.findall(review.title))
    bracketed: set[str] = set()
    wanted: set[str] = set()
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            outside = set(NAME.findall(cut.brackets(sentence).text))
            wanted |= outside & bracketed
            told |= outside - bracketed
            inside = [piece for piece in re.findall(r"\(([^()]{1,60})\)", sentence) if len(piece.split()) <= _SHORT_ASIDE]
            bracketed |= {name for piece in inside for name in NAME.findall(piece)} - told
    return frozenset(wanted)


def _on_actors(said: Iterable[str], names: set[str]) -> bool:
    said = tuple(said)
    naming = sum(1 for sentence in said if any(name in sentence for name in names))
    acting = ("performance", "play", "acting", "actor", "actress", "cast", "role", "portray")
    return naming * 2 >= len(said) and any(word in sentence.lower() for sentence in said for word in acting)


def _ending(paragraphs: Sequence[_Paragraph]) -> tuple[set[tuple[int, int]], int]:
    """The sentences that tell the ending, and the paragraph before them (−1 when nothing is kept back)."""
    story = [paragraph for paragraph in paragraphs if paragraph.block == "story"]
    if story:
        begins = ending([paragraph.sentences for paragraph in story])
        if begins is None:
            return set(), -1
        number, place = begins
        gone = {(story[number].number, later) for later in range(place, len(story[number].sentences))}
        gone |= {(p.number, s) for p in story[number + 1 :] for s in range(len(p.sentences))}
        return gone, story[number].number if place else story[number - 1].number
    for paragraph in paragraphs[:-1]:
        for place, sentence in enumerate(paragraph.sentences):
            if gives_away(sentence) and (paragraph.number, place) != (0, 0):
                gone = {(paragraph.number, later) for later in range(place, len(paragraph.sentences))}
                return gone, paragraph.number
    return set(), -1
