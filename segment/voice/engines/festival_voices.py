"""The voices festival has here, and how each of them speaks."""

from __future__ import annotations

import shutil
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from segment.errors import MediaError
from segment.media.programs import Programs
from segment.voice.engines import festival_scheme

NAME = "The program festival"
# A small heap: the usual one takes half a second to fill, a sentence needs a fraction of it.
COMMAND = ("festival", "--heap", "1000000", "--pipe")
STRETCHES = (0.4, 2.5)
"""How far a voice is brought from its usual pace, as a factor to its length."""

_TIMEOUT_S = 60.0
_LIST_BYTES = 1_000_000
_SAMPLE = (
    "the second act loses its way among smugglers and solicitors, but the last twenty minutes are worth the price of the ticket "
)
"""Said as fast as whole pages of reviews are, within 2 % with the two voices that were measured."""
_USUAL_WORD = 5.6
"""Characters of a word with its space, in radio copy."""


class Installed(Struct, frozen=True, kw_only=True):
    """What is on this machine."""

    version: str
    folders: dict[str, str]
    """Of each voice."""


class Described(Struct, frozen=True, kw_only=True):
    """A voice."""

    phones: str
    has_pitch: bool
    pace: float
    """Words of the usual length a minute, when nothing is stretched."""


def installed() -> Installed:
    """festival and its voices. Raises MediaError when it cannot be asked."""
    program = shutil.which("festival") or ""
    return _installed(program)


@lru_cache(maxsize=4)
def _installed(program: str) -> Installed:
    output = _ask(festival_scheme.list_voices())
    version = " ".join(word for line in festival_scheme.answers(output, "VERSION") for word in line)
    listed = festival_scheme.answers(output, "VOICE")
    return Installed(version=version, folders={name: " ".join(folder).strip('"') for name, *folder in sorted(listed)})


@lru_cache(maxsize=32)
def described(voice: str) -> Described:
    """A voice that is listed, and its pace as measured. Raises MediaError when it does not speak."""
    output = _ask(festival_scheme.describe(voice, _SAMPLE))
    words = festival_scheme.answers(output, "WORD")
    if not words:
        raise MediaError(f"The festival voice {voice} does not speak.")
    seconds = float(words[-1][2]) - float(words[0][1])
    kinds = {kind: " ".join(*festival_scheme.answers(output, kind)) for kind in ("PHONES", "METHOD")}
    return Described(
        phones=kinds["PHONES"],
        has_pitch=kinds["METHOD"] == "UniSyn",
        pace=60.0 * len(_SAMPLE) / _USUAL_WORD / max(seconds, 0.1),
    )


def _ask(scheme: str) -> bytes:
    return Programs().run(COMMAND, name=NAME, timeout_s=_TIMEOUT_S, most_bytes=_LIST_BYTES, stdin=scheme.encode("latin-1"))


def digest(folder: str) -> str:
    """A voice's folder, by the names and sizes of its files."""
    root = Path(folder)
    found = sorted(f"{path.relative_to(root).as_posix()} {path.stat().st_size}" for path in root.rglob("*") if path.is_file())
    return sha256("\n".join(found).encode()).hexdigest()[:12] if folder else "unknown"
