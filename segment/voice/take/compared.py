"""The words of a recording in their places, without an acoustic model: held against the embedded voice reading the same script.

First coarsely and with jumps, over what sounds in both; then each stretch that is used for the times of its
words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.dsp.jumping import Costs, followed
from segment.dsp.mfcc import HOP_S, mfcc
from segment.dsp.resample import resample
from segment.model.sound import Spoken
from segment.model.take import Choice, Heard, Piece, Sentence
from segment.model.utterance import SayWord
from segment.voice.aligning import aligned
from segment.voice.engines.recipe import Said
from segment.voice.take.readings import Spot
from segment.voice.take.stretches import stretches
from segment.voice.take.tokens import Token

F32 = NDArray[np.float32]

RATE: Final = 16000
STEP: Final = 5
"""Frames of 10 ms in one moment of the coarse way."""
PAUSE_S: Final = 0.25
STRANGE: Final = (0.79, 0.83, 0.87)
"""What a moment costs that is nowhere, in turn, until enough of the script is found: other voices and rooms are less alike."""
COSTS: Final = Costs(stay=0.18, skip=0.14, leave=4.0, ease=3.0, strange=STRANGE[0], torn=4.0)
TO_START, ANYWHERE, TO_ASIDE = 4.0, 8.0, 5.5
"""What it costs to go to the start of a sentence, to elsewhere in one, and to an aside: these are rarer than sentences."""
LEAST_WORDS: Final = 3
"""Of a sentence, or what is left of one, that is looked for once more between those that were found."""
AS_LONG: Final = 0.5
"""At least so long, against the reference, is the stretch in which it may be."""
LOST: Final = 0.95
"""What a moment costs there that is nowhere."""
UNLIKELIEST: Final = 0.86
"""Of what is found there after all."""
ENOUGH: Final = 0.9
"""Share of the script's words."""
LEVEL_WEIGHT: Final = 0.4
LIKE, UNLIKE = 0.53, 0.83
"""Unlikeness of what is surely the word, and of what is surely not."""
SLIP_S: Final = 0.25
HEARD: Final = 0.5
"""Share of a word that must be heard for it to be there."""


class Moments(Struct, frozen=True, kw_only=True, eq=False):
    """What sounds in a recording, in steps of 50 ms."""

    rows: F32
    """(moments, traits)."""
    at_s: NDArray[np.float64]
    """(moments,) where in the recording each begins."""
    paused: NDArray[np.bool_]
    """(moments,) before which there was a pause."""


class Measure(Struct, frozen=True, kw_only=True, eq=False):
    """The script as the embedded voice reads it."""

    lines: tuple[Spoken, ...]
    """One for each sentence."""
    moments: Moments
    words: NDArray[np.intp]
    """(moments,) the token that each belongs to."""
    begins: NDArray[np.bool_]
    """(moments,) where a sentence begins."""
    breaks: NDArray[np.bool_]
    """(moments,) where a word begins."""


def tokens_by_word(sentences: Sequence[Sentence]) -> tuple[Token, ...]:
    """Every written word that is said."""
    return tuple(
        Token(text=word.say.casefold(), sentence=index, word=nth)
        for index, sentence in enumerate(sentences)
        for nth, word in enumerate(sentence.words)
        if word.say
    )


def moments(samples: F32, ends: Sequence[float] = ()) -> Moments:
    """Of mono ``samples`` (frames,) at RATE; each file, parted at ``ends`` (seconds), is freed of its own colour."""
    rows: list[F32] = []
    at: list[NDArray[np.float64]] = []
    paused: list[NDArray[np.bool_]] = []
    for first, stop in pairwise([0, *(round(end * RATE) for end in ends), samples.size]):
        part = samples[first:stop]
        cepstra = mfcc(part, RATE)
        spans = [(round(a / RATE / HOP_S), round(b / RATE / HOP_S)) for a, b in stretches(part, RATE)]
        if not spans:
            continue
        sounding = np.concatenate([cepstra[a:b] for a, b in spans])
        mean, spread = sounding.mean(axis=0), max(float(sounding.std()), 1e-6)
        cepstra = (cepstra - mean) / np.float32(spread)
        cepstra[:, 0] *= np.float32(LEVEL_WEIGHT)
        cepstra = np.concatenate([cepstra, _slopes(cepstra)], axis=1)
        for a, b in spans:
            count = (b - a) // STEP
            if not count:
                continue
            own = cepstra[a : a + count * STEP].reshape(count, STEP, -1)
            # Both halves of a moment, so that its direction counts as well.
            rows.append(np.concatenate([own[:, : STEP // 2 + 1].mean(axis=1), own[:, STEP // 2 :].mean(axis=1)], axis=1))
            at.append(first / RATE + np.asarray((a + np.arange(count) * STEP) * HOP_S, np.float64))
            paused.append(np.arange(count) == 0)
    if not rows:
        return Moments(rows=np.zeros((0, 52), np.float32), at_s=np.zeros(0), paused=np.zeros(0, bool))
    return Moments(rows=np.concatenate(rows).astype(np.float32), at_s=np.concatenate(at), paused=np.concatenate(paused))


def _slopes(cepstra: F32) -> F32:
    """How each trait changes about each frame, over 60 ms: what sounds turn into tells them apart in any voice and room."""
    wide = np.pad(cepstra, ((3, 3), (0, 0)), mode="edge")
    return np.float32(0.5) * (wide[6:] - wide[:-6]) + np.float32(0.3) * (wide[5:-1] - wide[1:-5])


def measure(lines: Sequence[Spoken], tokens: Sequence[Token]) -> Measure:
    """The embedded voice's reading of the sentences, made ready to be compared."""
    blocks, starts, at = [], [], 0.0
    for line in lines:
        samples = resample(line.sound.samples, line.sound.rate, RATE)[:, 0]
        blocks.append(np.concatenate((samples, np.zeros(round(0.4 * RATE), np.float32))))
        starts.append(at)
        at += blocks[-1].size / RATE
    own = moments(np.concatenate(blocks))
    begun = np.array([starts[t.sentence] + lines[t.sentence].words[t.word].start / lines[t.sentence].sound.rate for t in tokens])
    words = np.maximum(np.searchsorted(begun, own.at_s + STEP * HOP_S / 2, side="right") - 1, 0)
    sentence = np.array([token.sentence for token in tokens])[words]
    return Measure(
        lines=tuple(lines),
        moments=own,
        words=words,
        begins=np.diff(sentence, prepend=-1) > 0,
        breaks=np.diff(words, prepend=-1) > 0,
    )


def spots(sound: Moments, known: Measure, count: int) -> tuple[Spot, ...]:
    """The words of a recording in their places. Of the tokens of the measure, ``count`` are the script's, the rest asides."""
    found: tuple[Spot, ...] = ()
    if not len(sound.rows) or not len(known.moments.rows):
        return found
    for strange in STRANGE:
        costs = replace(COSTS, strange=strange)
        path, unlike = followed(sound.rows, known.moments.rows, _entry(known, count), known.breaks, sound.paused, costs)
        found = tuple(_without_slips(tuple(_spots(path, unlike, sound, known, count)), known))
        if len({spot.position for spot in found if spot.position >= 0}) >= ENOUGH * count:
            break
    return _with_lost(found, sound, known, count)


def _entry(known: Measure, count: int) -> F32:
    entry = np.where(known.begins, np.float32(TO_START), np.float32(ANYWHERE))
    entry[known.begins & (known.words >= count)] = TO_ASIDE
    return entry


def _with_lost(found: tuple[Spot, ...], sound: Moments, known: Measure, count: int) -> tuple[Spot, ...]:
    """With what is missing of the script between two words that were found, in the stretch of sound that lies between them.

    A reader went on there, so that it is no question whether he read it, but only where.
    """
    have = {spot.position for spot in found}
    own = [spot for spot in found if spot.position >= 0]
    ends = [(-1, 0.0), *((spot.position, spot.end_s) for spot in own)]
    starts = [*((spot.position, spot.start_s) for spot in own), (count, np.inf)]
    more: list[Spot] = []
    for (before, end), (after, start) in zip(ends, starts, strict=True):
        first, stop = before + 1, after
        moments = np.flatnonzero((sound.at_s >= end - 1e-6) & (sound.at_s < start - 1e-6))
        wanted = np.flatnonzero((known.words >= first) & (known.words < stop))
        if stop - first < LEAST_WORDS or have & set(range(first, stop)) or moments.size < max(AS_LONG * wanted.size, 2):
            continue
        low, high = int(wanted[0]), int(wanted[-1]) + 1
        entry = np.full(high - low, ANYWHERE, np.float32)
        entry[0] = 0
        rows, paused = sound.rows[moments], sound.paused[moments]
        costs = replace(COSTS, strange=LOST, leave=0.0)
        path, unlike = followed(rows, known.moments.rows[low:high], entry, known.breaks[low:high], paused, costs)
        heard = path >= 0
        if not heard.any() or float(unlike[heard].mean()) > UNLIKELIEST:
            continue
        part = Moments(rows=rows, at_s=sound.at_s[moments], paused=paused)
        more += _spots(np.where(heard, path + low, -1), unlike, part, known, count)
    if not more:
        return found
    spans = [(spot.start_s, spot.end_s) for spot in more]
    kept = [s for s in found if s.position >= 0 or not any(s.start_s < b and a < s.end_s for a, b in spans)]
    return tuple(sorted((*kept, *more), key=lambda spot: spot.start_s))


def _without_slips(spots: Sequence[Spot], known: Measure) -> Iterator[Spot]:
    """Less the moment before a sentence that is begun again, where the way there led over the end of the one before it."""
    starts = set(known.words[known.begins].tolist())
    for n, spot in enumerate(spots):
        came_from = spots[n - 1].position if n else -1
        goes_to = spots[n + 1].position if n + 1 < len(spots) else -1
        slip = spot.position >= 0 and goes_to == spot.position + 1 and goes_to in starts and spot.position not in starts
        if not (slip and came_from != spot.position - 1 and spot.end_s - spot.start_s <= SLIP_S):
            yield spot


def _spots(path: NDArray[np.intp], unlike: F32, sound: Moments, known: Measure, count: int) -> Iterator[Spot]:
    lengths = np.bincount(known.words)
    word = np.where(path >= 0, known.words[path], -1)
    # A word ends where the next begins, where the path goes back, and where nothing answers.
    edges = np.flatnonzero((np.diff(word) != 0) | (np.diff(path) < 0)) + 1
    for a, b in pairwise([0, *edges.tolist(), len(path)]):
        start, end = float(sound.at_s[a]), float(sound.at_s[b - 1]) + STEP * HOP_S
        position = int(word[a])
        if position < 0 or position >= count:
            yield Spot(position=-1, start_s=start, end_s=end, confidence=0.0)
            continue
        covered = (int(path[b - 1]) - int(path[a]) + 1) / max(int(lengths[position]), 1)
        if covered < HEARD:
            continue
        sure = (UNLIKE - float(unlike[a:b].mean())) / (UNLIKE - LIKE)
        yield Spot(position=position, start_s=start, end_s=end, confidence=round(min(max(sure, 0.0), 1.0), 3))


def timed(choice: Choice, index: int, samples: F32, known: Measure, borders: Sequence[float]) -> Choice:
    """The choice with the words of its used reading timed moment by moment; ``index`` is the sentence's."""
    reading = choice.reading
    if reading is None:
        return choice
    words = list(reading.words)
    pieces: list[Piece] = []
    at = np.asarray(borders)
    for piece in reading.pieces:
        if piece.stop <= piece.first:
            pieces.append(piece)
            continue
        before, after = at[at <= piece.start_s - 0.02], at[at >= piece.end_s + 0.02]
        low = max(piece.start_s - 0.15, float(before[-1]) if before.size else 0.0)
        high = min(piece.end_s + 0.2, float(after[0]) if after.size else np.inf)
        if piece.exact:
            low, high = piece.start_s, piece.end_s
        part = samples[round(low * RATE) : round(high * RATE)]
        for word, start in _moments_of(piece, choice.sentence.words, known.lines[index], part):
            heard = words[word]
            words[word] = Heard(start_s=low + start, end_s=low + start, confidence=heard.confidence if heard else 0.0)
        _with_ends(words, piece, min(high, piece.end_s))
        own = [] if piece.exact else [w for w in words[piece.first : piece.stop] if w is not None]
        pieces.append(replace(piece, start_s=own[0].start_s, end_s=own[-1].end_s) if own else piece)
    better = replace(reading, words=tuple(words), pieces=tuple(pieces))
    return replace(choice, readings=tuple(better if r is reading else r for r in choice.readings))


def _moments_of(piece: Piece, words: Sequence[SayWord], line: Spoken, part: F32) -> Iterator[tuple[int, float]]:
    own = line.words[piece.first : piece.stop]
    base = own[0].start if piece.first else 0
    stop = own[-1].end if piece.stop < len(line.words) else line.sound.frames
    marks = tuple((n, word.start - base) for n, word in enumerate(own) if words[piece.first + n].say)
    said = Said(samples=np.ascontiguousarray(line.sound.samples[base:stop, 0]), rate=line.sound.rate, marks=marks)
    for n, frame in aligned(part, RATE, tuple(words[piece.first : piece.stop]), said):
        yield piece.first + n, frame / RATE


def _with_ends(words: list[Heard | None], piece: Piece, end_s: float) -> None:
    """A word ends where the next one begins."""
    following = end_s
    for n in range(piece.stop - 1, piece.first - 1, -1):
        word = words[n]
        if word is not None:
            words[n] = replace(word, end_s=max(following, word.start_s))
            following = word.start_s
