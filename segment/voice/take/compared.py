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
COSTS: Final = Costs(stay=0.18, skip=0.14, jump=4.0, anywhere=8.0, ease=3.0, strange=0.72, torn=4.0)
LIKE, UNLIKE = 0.5, 0.8
"""Unlikeness of what is surely the word, and of what is surely not."""
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
        cepstra[:, 0] *= np.float32(0.4)
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
        return Moments(rows=np.zeros((0, 26), np.float32), at_s=np.zeros(0), paused=np.zeros(0, bool))
    return Moments(rows=np.concatenate(rows).astype(np.float32), at_s=np.concatenate(at), paused=np.concatenate(paused))


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


def spots(sound: Moments, known: Measure, tokens: Sequence[Token]) -> tuple[Spot, ...]:
    """The words of a recording in their places."""
    if not len(sound.rows) or not len(known.moments.rows):
        return ()
    path, unlike = followed(sound.rows, known.moments.rows, known.begins, known.breaks, sound.paused, COSTS)
    return tuple(_spots(path, unlike, sound, known, tokens))


def _spots(path: NDArray[np.intp], unlike: F32, sound: Moments, known: Measure, tokens: Sequence[Token]) -> Iterator[Spot]:
    lengths = np.bincount(known.words, minlength=len(tokens))
    word = np.where(path >= 0, known.words[path], -1)
    # A word ends where the next begins, where the path goes back, and where nothing answers.
    edges = np.flatnonzero((np.diff(word) != 0) | (np.diff(path) < 0)) + 1
    for a, b in pairwise([0, *edges.tolist(), len(path)]):
        start, end = float(sound.at_s[a]), float(sound.at_s[b - 1]) + STEP * HOP_S
        position = int(word[a])
        if position < 0:
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
