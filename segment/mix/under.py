"""Beds under talk: which stretches of each are heard, and how deep each goes, solved for the difference that is asked for.

The depth under a line follows from two mean powers, the line's and the bed's in the clear over the same time, so it is computed
and not searched. Only where two beds sound together is it corrected once or twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from segment.mix.assets import Assets
from segment.mix.bed import Bed
from segment.mix.curve import FLAT, Curve, points, power_in, power_out, total
from segment.mix.ducking import HOLD_S, Held, ducking
from segment.mix.levels import Bus
from segment.mix.loops import Piece, established, pinned, straight
from segment.model.finding import Finding, Level
from segment.model.mix_settings import MixSettings
from segment.model.timeline import Played
from segment.units import frames

F64 = NDArray[np.float64]

_JOIN_S = 0.08
"""Crossfade where music jumps: short enough not to hear two bars at once, long enough not to click."""
_SOFT_S = 0.02
"""Fade-in of music that starts in its middle without any other."""
_MARGIN_DB = 0.02
"""Aimed for beyond the target, so that rounding never falls short of it."""
_ROUNDS = 4


class Talk(NamedTuple):
    """Everything that beds give way to."""

    spans: tuple[tuple[int, int], ...]
    """First word to last word of each line, each sting and each clip, in order of time; programme frames."""
    bus: Bus
    """Their energy."""


class _Layer(NamedTuple):
    """One bed, cut and joined."""

    bed: Bed
    pieces: tuple[tuple[Piece, Curve], ...]
    clear_db: float
    clear: Bus
    """Its energy before fades and ducking."""
    fade: Curve


def beds_under(
    beds: Sequence[Bed], talk: Talk, assets: Assets, rate: int, settings: MixSettings
) -> tuple[tuple[Played, ...], tuple[Finding, ...]]:
    """Every bed as it is played, with its whole gain curve."""
    findings: list[Finding] = []
    made = (_layer(bed, talk, assets, rate, settings.music_lufs, findings) for bed in beds)
    layers = [layer for layer in made if layer.pieces]
    depths = [_depths(layer, talk, settings.speech_over_bed_db, rate) for layer in layers]
    for _ in range(_ROUNDS):
        curves = [ducking([Held(*talk.spans[i], depth) for i, depth in sorted(own.items())], rate) for own in depths]
        missing = _missing(layers, curves, talk, settings.speech_over_bed_db)
        if not missing:
            break
        for own in depths:
            own.update({i: own[i] - db for i, db in missing.items() if i in own})
    played = [piece for layer, curve in zip(layers, curves, strict=True) for piece in _played(layer, curve)] if layers else []
    return tuple(played), tuple(findings)


def _layer(bed: Bed, talk: Talk, assets: Assets, rate: int, lufs: float, findings: list[Finding]) -> _Layer:
    energy = assets.energy(bed.asset)
    music = assets.music(bed.asset)
    start, end = bed.start or 0, bed.end if bed.end is not None else (bed.start or 0) + music.frames
    if bed.pin is None:
        pieces = straight(music, start, end)
    elif bed.established:
        pieces = established(music, start, end, bed.pin, _hidden(talk, start, end))
    else:
        pieces = pinned(music, start, end, bed.pin)
    pieces = tuple(piece for piece in pieces if piece.end > piece.start)
    name, seconds = bed.asset, music.frames / rate
    if len(pieces) > 1:
        how = "repeated" if (end - start) > music.frames else "cut"
        findings.append(_note("MX030", f"Bed {name} ({seconds:.0f} s) is {how} to fit {(end - start) / rate:.0f} s.", "info"))
    over = pieces[-1].end if pieces else start
    if over < end - rate // 10:
        findings.append(_note("MX031", f"Bed {name} ends by itself {(end - over) / rate:.1f} s early.", "warning"))
    if pieces and pieces[0].start > start:
        findings.append(
            _note("MX032", f"Bed {name} begins {(pieces[0].start - start) / rate:.1f} s late: it is too short.", "warning")
        )
    gain = assets.music_gain(name, lufs)
    blended = tuple(_blended(pieces, rate))
    clear = talk.bus.empty()
    for piece, blend in blended:
        clear.add(energy, piece.start, piece.end, piece.offset, (blend.at, blend.db + gain))
    cut_in = pieces and pieces[0].offset > 0 and len(bed.fades) == 1
    soft = power_in(pieces[0].start, frames(_SOFT_S, rate)) if cut_in else FLAT
    return _Layer(bed, blended, gain, clear, total(bed.fade, soft))


def bed_alone(bed: Bed, pieces: Sequence[Piece], rate: int) -> tuple[Played, ...]:
    """A bed as its pieces are heard where nobody speaks, as loud as its file."""
    layer = _Layer(bed, tuple(_blended(pieces, rate)), 0.0, Bus(0, rate), bed.fade)
    return tuple(_played(layer, FLAT))


def _hidden(talk: Talk, start: int, end: int) -> tuple[int, int]:
    """From the first word to the last of the talk that is wholly over a bed; nothing where there is none."""
    over = [span for span in talk.spans if span[0] >= start and span[1] <= end]
    return (over[0][0], over[-1][1]) if over else (start, start)


def _blended(pieces: Sequence[Piece], rate: int) -> Iterator[tuple[Piece, Curve]]:
    """The pieces overlapping at their joins, each with its crossfades."""
    half = frames(_JOIN_S / 2, rate)
    for i, piece in enumerate(pieces):
        before, after = (half if i else 0), (half if i + 1 < len(pieces) else 0)
        longer = Piece(piece.start - before, piece.end + after, piece.offset - before)
        ins = power_in(longer.start, 2 * half, piece.alike) if before else FLAT
        outs = power_out(longer.end - 2 * half, 2 * half, pieces[i + 1].alike) if after else FLAT
        yield longer, total(ins, outs)


def _depths(layer: _Layer, talk: Talk, over_db: float, rate: int) -> dict[int, float]:
    """For each span of talk that the bed touches, how far it must go down."""
    start, end = layer.pieces[0][0].start, layer.pieces[-1][0].end
    depths: dict[int, float] = {}
    for i, (first, last) in enumerate(talk.spans):
        low, high = max(first, start), min(last, end)
        if low >= high:
            continue
        bed = layer.clear.mean(low, high)
        # Where a bed comes or goes inside a line, the line's level at that place counts if it is the lower.
        voice = min(talk.bus.mean(first, last), talk.bus.mean(low, high))
        depths[i] = min(0.0, _db(voice / bed) - over_db - _MARGIN_DB) if bed > 0 and voice > 0 else -over_db
        if end < last and i - 1 in depths and first - talk.spans[i - 1][1] < HOLD_S * rate:
            depths[i] = min(depths[i], depths[i - 1])  # what is on its way out does not come up first
    return depths


def _missing(layers: Sequence[_Layer], curves: Sequence[Curve], talk: Talk, over_db: float) -> dict[int, float]:
    """By how many dB each span falls short of the target when all beds sound together."""
    bus = talk.bus.empty()
    middles = (bus.edges[:-1] + bus.edges[1:]) / 2
    for layer, curve in zip(layers, curves, strict=True):
        bus.energies += layer.clear.energies * 10 ** (total(layer.fade, curve).value(middles) / 10)
    missing: dict[int, float] = {}
    for i, (first, last) in enumerate(talk.spans):
        bed, voice = bus.mean(first, last), talk.bus.mean(first, last)
        short = over_db + _MARGIN_DB / 2 - _db(voice / bed) if bed > 0 and voice > 0 else 0.0
        if short > 0:
            missing[i] = short + _MARGIN_DB
    return missing


def _played(layer: _Layer, curve: Curve) -> Iterator[Played]:
    for piece, blend in layer.pieces:
        yield Played(
            kind="bed",
            asset=layer.bed.asset,
            start=piece.start,
            end=piece.end,
            offset=piece.offset,
            envelope=points(total(curve, layer.fade, blend), piece.start, piece.end, layer.clear_db),
        )


def _db(ratio: float) -> float:
    return float(10 * np.log10(ratio))


def _note(code: str, message: str, level: Level) -> Finding:
    return Finding(code=code, level=level, message=message)
