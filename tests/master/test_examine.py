"""Any sound measured, and judged against a target."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from segment.errors import MediaError
from segment.master.examine import examine
from segment.master.judge import judge
from segment.master.targets import TARGETS, target
from segment.model.sound_check import SoundCheck

RATE = 48_000


def tone(seconds: float, db: float, hz: float = 997, phase: float = 0.0) -> np.ndarray:
    """A sine of ``db`` dBFS peak: (frames,)."""
    at = np.arange(round(seconds * RATE)) / RATE
    return (10 ** (db / 20) * np.sin(2 * np.pi * hz * at + phase)).astype(np.float32)


def examined(*channels: np.ndarray) -> SoundCheck:
    """What is found in these channels."""

    def blocks() -> Iterator[np.ndarray]:
        sound = np.stack(channels, axis=1)
        yield from (sound[at : at + 30_000] for at in range(0, len(sound), 30_000))

    return examine(blocks(), RATE, len(channels))


def kinds(found: SoundCheck) -> list[str]:
    """Which faults its channels have."""
    return [fault.kind for fault in found.channel_faults]


def test_one_channel_reads_three_less_than_two() -> None:
    """A sine on one channel reads 3.01 LU less by itself than on both, and says what it is on both."""
    mono, stereo = examined(tone(5, -23)), examined(tone(5, -23), tone(5, -23))
    assert stereo.integrated_lufs == pytest.approx(-23, abs=0.05)
    assert mono.integrated_lufs == pytest.approx(stereo.integrated_lufs - 3.01, abs=0.01)
    assert mono.on_two_channels_lufs == pytest.approx(stereo.on_two_channels_lufs, abs=1e-4)
    assert mono.duration_s == 5


def test_a_channel_that_is_dead_is_named() -> None:
    """Nothing, or 60 dB less than the other, is dead; in 5.1 the low-frequency channel may be."""
    assert [f.message for f in examined(tone(2, -20), 0 * tone(2, 0)).channel_faults] == ["The right channel is dead."]
    assert kinds(examined(tone(2, -85), tone(2, -20))) == ["dead"]
    voice = [tone(2, -20, 300 + 50 * n) for n in range(6)]
    assert kinds(examined(*voice[:3], 0 * voice[3], *voice[4:])) == []
    assert [f.message for f in examined(*voice[:4], 0 * voice[4], voice[5]).channel_faults] == [
        "The left surround channel is dead."
    ]


def test_channels_that_cancel_are_out_of_phase() -> None:
    """One channel upside down is out of phase; a quarter of a period is not."""
    assert kinds(examined(tone(2, -20), -tone(2, -20))) == ["out-of-phase"]
    assert kinds(examined(tone(2, -20), tone(2, -20, phase=np.pi / 2))) == []


def test_the_same_on_both_sides_is_mono() -> None:
    """Two channels with the same samples are said to be mono, which is a note and no warning."""
    found = examined(tone(2, -20), tone(2, -20))
    assert kinds(found) == ["mono"]
    assert [(note.code, note.level) for note in judge(found, None)] == [("SD010", "info")]


def test_one_side_louder_is_told() -> None:
    """The same sound 6 dB louder on one side is told with its side; different sounds may lie further apart."""
    (fault,) = examined(tone(2, -20), tone(2, -26)).channel_faults
    assert fault.message == "The left channel is 6.0 dB louder than the right one."
    assert kinds(examined(tone(2, -20), tone(2, -26, 431))) == []
    assert kinds(examined(tone(2, -20), tone(2, -32, 431))) == ["level"]


def test_offset_clipping_and_silence_are_figures_and_notes() -> None:
    """DC per channel, samples in rows at full scale, and silences with their times."""
    left = tone(4, -10) + np.float32(0.02)
    left[RATE : RATE + 100] = 1.0
    left[2 * RATE : round(3.5 * RATE)] = 0
    right = tone(4, -10, 431)
    right[2 * RATE : round(3.5 * RATE)] = 0
    found = examined(left, right)
    assert found.dc == pytest.approx((0.0127, 0.0), abs=2e-3)
    assert found.clipped_samples == 100
    (silence,) = found.silences
    assert (silence.start_s, silence.end_s) == pytest.approx((2.0, 3.5), abs=0.011)
    assert {note.code for note in judge(found, None)} == {"SD011", "SD012", "SD013"}
    assert all(note.level != "error" for note in judge(found, None))


def test_a_target_is_held_against_it() -> None:
    """Too loud, too high a true peak and too high a sample peak are errors, each with by how much."""
    loud = examined(tone(5, -1.5), tone(5, -1.5))
    told = {note.code: note.message for note in judge(loud, TARGETS["prss"]) if note.level == "error"}
    assert told["SD001"] == "Loudness is 22.5 LU too high for prss (-24.0 ±2 LUFS)."
    assert told["SD002"] == "The true peak is 0.5 dB over prss's -2.0 dBTP."
    assert told["SD003"] == "The sample peak is 1.5 dB over prss's -3.0 dBFS."


@pytest.mark.parametrize(("db", "name", "ok"), [(-22.6, "ebu-r128", True), (-22.3, "ebu-r128", False), (-15.2, "podcast", True)])
def test_a_document_allows_what_it_allows(db: float, name: str, ok: bool) -> None:
    """EBU R 128 allows half a unit, Apple one."""
    errors = [note for note in judge(examined(tone(5, db), tone(5, db)), TARGETS[name]) if note.level == "error"]
    assert (not errors) is ok


def test_one_channel_meets_both_ways_of_saying_it() -> None:
    """A one-channel file of −19 by itself meets podcast-mono, and podcast, which is −16 on two channels."""
    found = examined(tone(5, -16))
    assert found.integrated_lufs == pytest.approx(-19, abs=0.05)
    for name in ("podcast", "podcast-mono", "-16/-1/0.1"):
        assert not [note for note in judge(found, target(name)) if note.level == "error"]


def test_silence_is_measured_too() -> None:
    """A silent file has the lowest figures, one long silence, and no fault of its channels."""
    found = examined(np.zeros(2 * RATE, np.float32), np.zeros(2 * RATE, np.float32))
    assert (found.integrated_lufs, found.true_peak_dbtp) == (-120, -120)
    assert (len(found.silences), found.channel_faults) == (1, ())


def test_what_cannot_be_measured_is_said() -> None:
    """Seven channels, a telephone's rate, nothing at all and samples that are no numbers are told in a sentence."""
    sound = np.zeros((4000, 7), np.float32)
    with pytest.raises(MediaError, match="7 channels"):
        examine(iter([sound]), RATE, 7)
    with pytest.raises(MediaError, match="4000 Hz"):
        examine(iter([sound[:, :2]]), 4000, 2)
    with pytest.raises(MediaError, match="no sound"):
        examine(iter([]), RATE, 2)
    with pytest.raises(MediaError, match="not numbers"):
        examine(iter([sound[:, :2] * np.nan]), RATE, 2)
