"""MP3: encoded on two threads to the exact length, and decoded again for proof.

``encoding`` is the whole of the way there: ``plan`` says where the programme is divided, a ``stretch`` is one part on its
way through ``lame``, ``join`` finds where two of them agree, ``info`` writes the frame before the sound. ``frames`` knows what a
stream is made of. ``decoding`` is the way back, ``loss`` the level that LAME takes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from segment.media.mp3.decoding import decode as decode
    from segment.media.mp3.encoding import encode as encode
    from segment.media.mp3.encoding import write as write
    from segment.media.mp3.loss import loss_db as loss_db

_HOME = {"encode": "encoding", "write": "encoding", "decode": "decoding", "loss_db": "loss"}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
