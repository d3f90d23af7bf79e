"""A spoken sentence as a FLAC file: its sound, its word times and its notes in the comment, and a digest over all of it."""

from __future__ import annotations

from hashlib import sha256

import msgspec
import numpy as np
from msgspec import Struct

from segment.errors import MediaError
from segment.media.flac import Flac
from segment.model.finding import Finding
from segment.model.sound import Word
from segment.model.utterance import SayWord
from segment.voice.answer import Answer
from segment.voice.line import Stretch


class Comment(Struct, frozen=True, kw_only=True):
    """What stands in the file beside the sound."""

    frames: tuple[int, ...]
    """Of each stretch."""
    words: tuple[tuple[tuple[int, int], ...], ...]
    """(start, end) of each word of each stretch, in its frames."""
    notes: tuple[Finding, ...]
    sha256: str = ""


def packed(answer: Answer, bits: int, key: str) -> Flac:
    """The sentence as the file kept under ``key``; its samples stand on the grid of ``bits`` bits already."""
    # Exact: on the grid they are whole multiples, and a power of two costs float32 nothing.
    whole = np.concatenate([stretch.samples for stretch in answer.stretches]) * np.float32(2 ** (bits - 1))
    flac = Flac(
        samples=whole.astype(np.int16) if bits == 16 else whole.astype(np.int32),
        rate=answer.stretches[0].rate,
        bits=bits,
        comment="",
    )
    comment = Comment(
        frames=tuple(stretch.samples.size for stretch in answer.stretches),
        words=tuple(tuple((word.start, word.end) for word in stretch.words) for stretch in answer.stretches),
        notes=answer.notes,
    )
    signed = msgspec.structs.replace(comment, sha256=_digest(flac, comment, key))
    return msgspec.structs.replace(flac, comment=msgspec.json.encode(signed).decode())


def hold(flac: Flac, key: str) -> Comment:
    """What stands beside the sound, held against the digest. Raises MediaError when anything has changed, its place included."""
    try:
        signed = msgspec.json.decode(flac.comment.encode(), type=Comment)
    except msgspec.DecodeError as error:
        raise MediaError(f"The times of a kept sentence cannot be read: {error}.") from error
    comment = msgspec.structs.replace(signed, sha256="")
    if signed.sha256 != _digest(flac, comment, key):
        raise MediaError("A kept sentence is not as it was put there.")
    return comment


def unpacked(flac: Flac, words: tuple[SayWord, ...], key: str) -> Answer:
    """The sentence again, its words spelt as ``words`` has them. Raises MediaError as :func:`hold` does."""
    comment = hold(flac, key)
    if sum(len(times) for times in comment.words) != len(words):
        raise MediaError("A kept sentence has other words than it is kept under.")
    samples = flac.samples.astype(np.float32) / np.float32(2.0 ** (flac.bits - 1))
    stretches = []
    at = named = 0
    for frames, times in zip(comment.frames, comment.words, strict=True):
        spelt = words[named : named + len(times)]
        stretches.append(
            Stretch(
                samples=samples[at : at + frames],
                rate=flac.rate,
                words=tuple(Word(text=w.display, start=a, end=b) for w, (a, b) in zip(spelt, times, strict=True)),
            )
        )
        at, named = at + frames, named + len(times)
    return Answer(stretches=tuple(stretches), notes=comment.notes)


def _digest(flac: Flac, comment: Comment, key: str) -> str:
    digest = sha256(msgspec.json.encode([key, flac.rate, flac.bits, msgspec.to_builtins(comment)]))
    digest.update(np.ascontiguousarray(flac.samples, flac.samples.dtype.newbyteorder("<")).data)
    return digest.hexdigest()
