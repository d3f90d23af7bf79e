"""What deliverables must measure, with the documents that say so.

Loudness is the programme's on two channels: the same voice in a one-channel file reads 3 LU lower by BS.1770's channel sum.
``podcast-mono`` is the one figure for a one-channel file as it reads by itself. What is made here is held to ±0.1 LU; how far the
document lets a file be off is what ``segment check`` judges others' by.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from segment.errors import Cause, MasterError
from segment.model.loudness import Target
from segment.wording import did_you_mean, quoted

_CUSTOM = re.compile(r"([-−]?\d+(?:\.\d+)?)(?:/([-−]?\d+(?:\.\d+)?))?(?:/(\d+(?:\.\d+)?))?")
_LOUDEST, _QUIETEST = -5.0, -50.0
_CUSTOM_PEAK = -1.0


def _target(
    name: str, figures: tuple[float, float, float], source: str, *, channels: int = 2, samples: float | None = None
) -> Target:
    lufs, peak, allowed = figures
    return Target(
        name=name,
        integrated_lufs=lufs,
        true_peak_dbtp=peak,
        allowed_lu=allowed,
        channels=channels,
        sample_peak_dbfs=samples,
        source=source,
    )


TARGETS = MappingProxyType(
    {
        target.name: target
        for target in (
            _target("podcast", (-16.0, -1.0, 1.0), "Apple Podcasts audio requirements: −16 ±1 LKFS, −1 dBTP"),
            _target(
                "podcast-mono",
                (-19.0, -1.0, 1.0),
                "Apple Podcasts audio requirements, one channel: 3 LU below the same on two",
                channels=1,
            ),
            _target("air", (-24.0, -2.0, 2.0), "PRSS/NPR loudness standard: −24 ±2 LKFS, −2 dBTP"),
            _target("spotify", (-14.0, -1.0, 1.0), "Spotify loudness normalisation: plays at −14 LUFS, −1 dBTP"),
            _target("aes-speech", (-18.0, -1.0, 2.0), "AES TD1008: speech −18 ±2 LUFS, −1 dBTP"),
            _target("ebu-r128", (-23.0, -1.0, 0.5), "EBU R 128: −23 ±0.5 LUFS, −1 dBTP"),
            _target("bbc", (-23.0, -1.0, 0.5), "BBC technical requirements: −23 LUFS, −1 dBTP, 48 kHz 16 bit"),
            _target("atsc", (-24.0, -2.0, 2.0), "ATSC A/85: −24 ±2 LKFS, −2 dBTP"),
            _target(
                "prss", (-24.0, -2.0, 2.0), "PRSS/NPR loudness standard: −24 ±2 LKFS, −2 dBTP, samples −3 dBFS", samples=-3.0
            ),
            _target("cbc", (-24.0, -2.0, 1.0), "CBC/Radio-Canada delivery: −24 ±1 LKFS, −2 dBTP, 48 kHz 24 bit"),
        )
    }
)
"""By name; read-only."""


def target(name: str) -> Target:
    """The target of that name, or one's own figures: ``-18``, ``-18/-1.5`` (dBTP) or ``-18/-1.5/0.3`` (±LU).

    Raises MasterError (USAGE) for anything else.
    """
    if name in TARGETS:
        return TARGETS[name]
    match = _CUSTOM.fullmatch(name.strip())
    if match is None:
        hint = did_you_mean(name, TARGETS, f"There are {', '.join(TARGETS)}, and figures of your own: -18/-1 (LUFS/dBTP).")
        raise MasterError(f"{quoted(name)} is no target.", hint=hint, cause=Cause.USAGE)
    lufs, peak, allowed = (float(part.replace("−", "-")) if part else None for part in match.groups())
    assert lufs is not None  # the pattern has it
    peak = _CUSTOM_PEAK if peak is None else peak
    if not (_QUIETEST <= lufs <= _LOUDEST and _QUIETEST <= peak <= 0):
        raise MasterError(
            f"{quoted(name)} is no target.",
            hint=f"LUFS go from {_QUIETEST:g} to {_LOUDEST:g}, dBTP from {_QUIETEST:g} to 0.",
            cause=Cause.USAGE,
        )
    return Target(
        name="custom",
        integrated_lufs=lufs,
        true_peak_dbtp=peak,
        allowed_lu=0.5 if allowed is None else allowed,
        source="figures of your own",
    )
