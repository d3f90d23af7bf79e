"""When each written word is heard, from an engine's marks and the sound itself."""

from __future__ import annotations

import numpy as np

from segment.model.utterance import SayWord
from segment.voice.energy import levels, sounding
from segment.voice.engines.recipe import Said
from segment.voice.gate import Heard
from segment.voice.syllables import syllables


def word_times(said: Said, words: tuple[SayWord, ...], heard: Heard) -> list[tuple[int, int]]:
    """(start, end) in frames of ``said.samples`` for every word, in order, inside the stretch that sounds.

    Words the engine merged into one mark share its time by their syllables. The silence of a comma belongs to no word. A word
    that is not said has no length and stands at the end of the word before it.
    """
    starts = _starts(said, words, heard)
    spoken = sorted(starts)
    level, hop = levels(said.samples, said.rate)
    loud = sounding(level)
    # For each hop the next one that sounds, itself included, and the last one that did.
    hops = np.arange(loud.size)
    following_sound = np.minimum.accumulate(np.where(loud, hops, loud.size)[::-1])[::-1].tolist()
    sound_before = np.maximum.accumulate(np.where(loud, hops, -1)).tolist()
    spans: dict[int, tuple[int, int]] = {}
    for index, following in zip(spoken, [*spoken[1:], None], strict=True):
        stop = heard.end if following is None else starts[following]
        spans[index] = _tight(starts[index], stop, following_sound, sound_before, hop)
    out: list[tuple[int, int]] = []
    at = heard.start
    for index in range(len(words)):
        start, end = spans.get(index, (at, at))
        start = max(start, at)
        at = max(end, start)
        out.append((start, at))
    return out


def _starts(said: Said, words: tuple[SayWord, ...], heard: Heard) -> dict[int, int]:
    """The start of each word that is said: marked, or interpolated by syllables between marks."""
    marks = {index: min(max(frame, heard.start), heard.end) for index, frame in said.marks or ()}
    spoken = [index for index, word in enumerate(words) if word.say]
    if spoken and spoken[0] not in marks:
        marks[spoken[0]] = heard.start
    starts: dict[int, int] = {}
    group: list[int] = []
    for index in spoken:
        if index in marks and group:
            _share(group, marks[group[0]], marks[index], words, starts)
            group = []
        group.append(index)
    if group:
        _share(group, marks[group[0]], heard.end, words, starts)
    return starts


def _share(group: list[int], start: int, stop: int, words: tuple[SayWord, ...], starts: dict[int, int]) -> None:
    weights = [max(syllables(words[index : index + 1]), 0.5) for index in group]
    done = 0.0
    for index, weight in zip(group, weights, strict=True):
        starts[index] = start + round((max(stop, start) - start) * done / sum(weights))
        done += weight


def _tight(start: int, stop: int, following_sound: list[int], sound_before: list[int], hop: int) -> tuple[int, int]:
    """A word's span without the silence around it."""
    # Whole hops only: one that straddles a border holds the neighbour's sound.
    first, last = -(-start // hop), min(stop // hop, len(sound_before))
    if first >= last or following_sound[first] >= last:
        return start, max(start, stop)
    leads, trails = following_sound[first], sound_before[last - 1]
    return leads * hop if leads > first else start, (trails + 1) * hop if trails < last - 1 else stop
