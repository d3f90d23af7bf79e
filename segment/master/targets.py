"""What deliverables must measure, with the documents that say so.

Loudness is the programme's on two channels: the same voice in a one-channel file reads 3 LU lower by BS.1770's channel sum.
Tolerances are those held to here; where the document allows more, its own is named in the source.
"""

from __future__ import annotations

from types import MappingProxyType

from segment.model.loudness import Target


def _target(name: str, integrated_lufs: float, true_peak_dbtp: float, source: str) -> Target:
    return Target(name=name, integrated_lufs=integrated_lufs, true_peak_dbtp=true_peak_dbtp, source=source)


TARGETS = MappingProxyType(
    {
        target.name: target
        for target in (
            _target("podcast", -16.0, -1.0, "Apple Podcasts audio requirements: −16 ±1 LKFS, −1 dBTP"),
            _target("air", -24.0, -2.0, "PRSS/NPR loudness standard: −24 ±2 LKFS, −2 dBTP"),
            _target("spotify", -14.0, -1.0, "Spotify loudness normalisation: plays at −14 LUFS, −1 dBTP"),
            _target("aes-speech", -18.0, -1.0, "AES TD1008: speech −18 ±2 LUFS, −1 dBTP"),
            _target("ebu-r128", -23.0, -1.0, "EBU R 128: −23 ±0.5 LUFS, −1 dBTP"),
            _target("bbc", -23.0, -1.0, "BBC technical requirements: −23 LUFS, −1 dBTP, 48 kHz 16 bit"),
            _target("atsc", -24.0, -2.0, "ATSC A/85: −24 ±2 LKFS, −2 dBTP"),
            _target("prss", -24.0, -2.0, "PRSS/NPR loudness standard: −24 ±2 LKFS, −2 dBTP"),
            _target("cbc", -24.0, -2.0, "CBC/Radio-Canada delivery: −24 ±1 LKFS, −2 dBTP, 48 kHz 24 bit"),
        )
    }
)
"""By name; read-only."""
