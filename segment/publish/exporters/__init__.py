"""File formats by name. A new one is a file here with a class that follows the recipe in :mod:`.recipe`, and a line below."""

from __future__ import annotations

from segment.errors import Cause, PublishError
from segment.library.plugins import plugins
from segment.media.wav import F32, S16, S24
from segment.publish.exporters.flac import Flac
from segment.publish.exporters.m4a import M4a
from segment.publish.exporters.mp3 import Mp3, VariableMp3
from segment.publish.exporters.opus import Opus
from segment.publish.exporters.recipe import Exporter
from segment.publish.exporters.wav import Wav
from segment.wording import did_you_mean, quoted

GROUP = "segment.exporters"
"""The entry points of formats in other packages."""

EXPORTERS: dict[str, Exporter] = {
    "mp3": Mp3(),
    "mp3-vbr": VariableMp3(),
    "wav16": Wav(S16, "WAV of 16 bits, dithered; bext and cart chunks, RF64 from 4 GB on"),
    "wav24": Wav(S24, "WAV of 24 bits; otherwise as wav16"),
    "wav32f": Wav(F32, "WAV of 32-bit float; otherwise as wav16"),
    "flac": Flac(24, "FLAC of 24 bits; chapters, cover, transcript"),
    "flac16": Flac(16, "FLAC of 16 bits, dithered; otherwise as flac"),
    "m4a": M4a(),
    "opus": Opus(),
}


def known(name: str) -> Exporter | None:
    """The format of that name, ours or another package's, whether it can be made or not."""
    return EXPORTERS.get(name) or plugins(GROUP).get(name)


def names() -> tuple[str, ...]:
    """Every format that can be named, ours first."""
    return tuple(dict.fromkeys([*EXPORTERS, *plugins(GROUP)]))


def exporter(name: str) -> Exporter:
    """The format of that name, ready to work. Raises PublishError: USAGE when it is unknown, MISSING when it lacks something."""
    found = known(name)
    if found is None:
        hint = did_you_mean(name, names(), f"There are: {', '.join(names())}.")
        raise PublishError(f"{quoted(name)} is no file format.", hint=hint, cause=Cause.USAGE)
    if missing := found.missing():
        raise PublishError(missing, cause=Cause.MISSING)
    return found
