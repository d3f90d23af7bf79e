"""The K-weighting filter of ITU-R BS.1770-4 (Annex 1, tables 1 and 2) at any sample rate.

The recommendation prints coefficients for 48 kHz only. They are a bilinear transform of the analogue prototypes below (found
by inverting it), so that the same prototypes give the filter at every other rate.
"""

from __future__ import annotations

import math

from segment.dsp.biquad import Section

# Stage 1, a high shelf: the head as a rigid sphere.
_SHELF_HZ = 1681.974450955533
_SHELF_DB = 3.999843853973347
_SHELF_Q = 0.7071752369554196
_SHELF_BAND = 0.4996667741545416  # exponent of the band-pass term

# Stage 2, the revised low-frequency B curve: a high-pass whose gain the recommendation leaves above 1.
_PASS_HZ = 38.13547087602444
_PASS_Q = 0.5003270373238773


def k_weighting(rate: float) -> tuple[Section, Section]:
    """Both stages for ``rate`` Hz. Raises ValueError at rates that cannot hold them (below 4 kHz)."""
    if rate < 4000:
        raise ValueError(f"loudness is not defined at a sample rate of {rate:g} Hz")
    return _shelf(rate), _pass(rate)


def _shelf(rate: float) -> Section:
    k = math.tan(math.pi * _SHELF_HZ / rate)
    high = 10 ** (_SHELF_DB / 20)
    band = high**_SHELF_BAND
    a0 = 1 + k / _SHELF_Q + k * k
    return Section(
        (high + band * k / _SHELF_Q + k * k) / a0,
        2 * (k * k - high) / a0,
        (high - band * k / _SHELF_Q + k * k) / a0,
        2 * (k * k - 1) / a0,
        (1 - k / _SHELF_Q + k * k) / a0,
    )


def _pass(rate: float) -> Section:
    k = math.tan(math.pi * _PASS_HZ / rate)
    a0 = 1 + k / _PASS_Q + k * k
    return Section(1.0, -2.0, 1.0, 2 * (k * k - 1) / a0, (1 - k / _PASS_Q + k * k) / a0)
