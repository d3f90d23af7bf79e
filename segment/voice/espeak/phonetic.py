"""Sentences in IPA, for engines that take phonemes: pronouncers, languages and all, read by the embedded espeak-ng."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from segment.model.utterance import SayWord
from segment.voice.espeak.catalogue import Base, data_folder, installed
from segment.voice.espeak.compose import Part
from segment.voice.espeak.parts import parts
from segment.voice.kept_child import KeptChild

_TIMEOUT_S = 20.0
_SWITCH = re.compile(r"\([a-z0-9-]+\)")
_STRESS = str.maketrans("", "", "ˈˌ")
_MARKS = {mark: mark for mark in ",.;:?!"} | {"—": ",", "–": ",", "…": "."}
"""Punctuation that is heard, and how voices that learnt from espeak-ng's readings know it."""


class Phonetic(Struct, frozen=True, kw_only=True):
    """A sentence as it sounds."""

    tokens: tuple[str, ...]
    """What stands between spaces: IPA as espeak-ng writes it, with the punctuation mark that follows. espeak-ng may join two
    words in one, or read one as several."""
    starts: tuple[tuple[int, int], ...]
    """(index of the word, index of the token it begins), ascending in both; words that begin inside a token are left out."""
    notes: tuple[str, ...]
    """As in :class:`segment.voice.engines.recipe.Said`."""


class _Clause(Struct, frozen=True, kw_only=True):
    """What espeak-ng reads in one go."""

    words: tuple[int, ...]
    parts: tuple[Part, ...]
    mark: str


class Phoneticist:
    """A child process that writes sentences in IPA. Not for two threads at once."""

    def __init__(self) -> None:
        self._child = KeptChild("segment.voice.espeak.phonetic_child", name="The reading process", timeout_s=_TIMEOUT_S)

    def write(self, words: Sequence[SayWord], base: Base) -> Phonetic:
        """The words in IPA, read by the voice ``base``. Raises VoiceError when espeak-ng fails; the next call works again."""
        made, notes = parts(words, base, installed())
        clauses = _clauses(made)
        read = self._ask([clause.parts for clause in clauses], base)
        tokens: list[str] = []
        starts: list[tuple[int, int]] = []
        for clause, ipa in zip(clauses, read, strict=True):
            found = ipa.split()
            if found:
                starts += [(word, len(tokens) + at) for word, at in self._starts(clause, found, base)]
                tokens += [*found[:-1], found[-1] + clause.mark]
        return Phonetic(tokens=tuple(tokens), starts=tuple(starts), notes=notes)

    def _starts(self, clause: _Clause, tokens: list[str], base: Base) -> list[tuple[int, int]]:
        sizes = [len(body.split()) for _, body, *_ in clause.parts]
        if sum(sizes) == len(tokens):
            return [(word, sum(sizes[:nth])) for nth, word in enumerate(clause.words)]
        alone = self._ask([(part,) for part in clause.parts], base)
        return aligned(clause.words, alone, tokens)

    def _ask(self, clauses: list[tuple[Part, ...]], base: Base) -> list[str]:
        import espeakng_loader

        request = {
            "library": espeakng_loader.get_library_path(),
            "data": str(data_folder().parent),
            "voice": base.id,
            "table": base.table,
            "clauses": clauses,
        }
        header, _ = self._child.ask(request)
        return [_SWITCH.sub("", ipa) for ipa in header["clauses"]]

    def close(self) -> None:
        """Ends the child."""
        self._child.close()


def _clauses(made: Sequence[Part]) -> list[_Clause]:
    """The parts up to each punctuation mark that is heard. Stress and the mark itself are not espeak-ng's to read here."""
    clauses: list[_Clause] = []
    words: list[int] = []
    now: list[Part] = []
    for index, (kind, body, tail, _, voice, table) in enumerate(made):
        if body.strip():
            words.append(index)
            now.append((kind, body, "", 0, voice, table))
        mark = next((_MARKS[c] for c in tail if c in _MARKS), "")
        if now and (mark or index == len(made) - 1):
            clauses.append(_Clause(words=tuple(words), parts=tuple(now), mark=mark))
            words, now = [], []
    if now:
        clauses.append(_Clause(words=tuple(words), parts=tuple(now), mark=""))
    return clauses


def aligned(words: Sequence[int], alone: Sequence[str], tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Which word begins which token, by what each word sounds like ``alone``; only what is certain."""
    ours, theirs = [ipa.translate(_STRESS).replace(" ", "") for ipa in alone], [token.translate(_STRESS) for token in tokens]
    begins = {sum(map(len, theirs[:nth])): nth for nth in range(len(theirs))}
    blocks = SequenceMatcher(None, "".join(ours), "".join(theirs), autojunk=False).get_matching_blocks()
    found: list[tuple[int, int]] = []
    at = 0
    for word, ipa in zip(words, ours, strict=True):
        there = next((block.b + at - block.a for block in blocks if block.a <= at < block.a + block.size), -1)
        nth = 0 if not found else begins.get(there)
        if ipa and nth is not None and (not found or nth > found[-1][1]):
            found.append((word, nth))
        at += len(ipa)
    return found
