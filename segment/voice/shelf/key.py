"""What a spoken sentence is kept under: all that decides how it sounds, and nothing of the machine."""

from __future__ import annotations

from hashlib import sha256

import msgspec

from segment.model.utterance import SayWord

_FORM = 1
"""Raised when a sentence is cut out, checked or timed in another way, so that all are spoken anew."""


def key(words: tuple[SayWord, ...], engine: str, identity: str) -> str:
    """64 hexadecimal digits; ``identity`` is what the engine says of itself and the profile.

    The spelling for captions is not among what counts: the same sound may be written in several ways.
    """
    said = [(word.say, word.respelling, word.ipa, word.lang, word.stress) for word in words]
    return sha256(msgspec.json.encode([_FORM, engine, identity, said])).hexdigest()
