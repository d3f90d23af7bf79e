"""Proof of a finished file: what misses is corrected and encoded anew, or is no file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import numpy as np
import pytest

from segment.errors import MasterError
from segment.master.master import measure
from segment.master.targets import TARGETS
from segment.media.spool import Spool
from segment.model.label import Cut, Label
from segment.model.loudness import Loudness
from segment.model.tags import Tags
from segment.model.timeline import Timeline
from segment.project.copies import Copy
from segment.project.finish import Finished, encode, mastered, proven
from segment.project.gauge import Gauge
from segment.publish.exporters.recipe import Form, Mistake, Programme
from segment.steps import silent

RATE = 48_000
FRAMES = 6 * RATE


class Liar:
    """A format whose encoder takes ``takes_db`` from the level and says nothing of it; ``drops`` frames get lost."""

    ending, media_type, what, rate = ".raw", "audio/raw", "a test", RATE

    def __init__(self, takes_db: float, drops: int = 0) -> None:
        self.takes_db, self.drops, self.encodes = takes_db, drops, 0
        self.noted: list[Loudness] = []
        self._sound = np.zeros((0, 2), np.float32)

    def missing(self) -> str:
        return ""

    def mistakes(self, form: Form) -> tuple[Mistake, ...]:
        return ()

    def loss_db(self, form: Form) -> float:
        return 0.0

    def headroom_db(self, form: Form) -> float:
        return 0.05

    def encode(self, path: Path, programme: Programme, form: Form, label: Label) -> None:
        self.encodes += 1
        sound = programme.floats(0, programme.frames)[: programme.frames - self.drops, : form.channels]
        self._sound = sound * np.float32(10 ** (-self.takes_db / 20))
        path.write_bytes(self._sound.tobytes())

    def decode(self, path: Path) -> Iterator[np.ndarray]:
        yield self._sound

    def note(self, path: Path, loudness: Loudness) -> None:
        self.noted.append(loudness)

    def listed(self, path: Path, label: Label) -> tuple[str, ...]:
        return (f"title {label.tags.title}",)


def finished(liar: Liar, folder: Path, *, target: str = "podcast", channels: int = 2) -> Finished:
    """A tone with loud clicks in it, mastered, encoded and proven."""
    at = np.arange(FRAMES) / RATE
    tone = 0.1 * np.sin(2 * np.pi * 440 * at) * (1 + 0.5 * np.sin(2 * np.pi * 0.7 * at))
    tone[RATE // 2 :: RATE] += 0.8
    form = Form(rate=RATE, channels=1 if channels == 1 else 2)
    copy = Copy(name="test", use="podcast", file=".raw", exporter=liar, form=form, target=TARGETS[target])
    label = Label(tags=Tags(title="x"), timeline=Timeline(deliverable="podcast", rate=RATE, frames=FRAMES), cut=Cut(id="x"))
    with Spool(folder) as spool:
        programme = mastered(measure(iter([tone.astype(np.float32)[:, None]]), RATE, spool), copy)
        gauge = Gauge(silent, "master", "", frames=FRAMES)
        encode(programme, copy, folder / "a.raw", label, gauge)
        return proven(programme, copy, folder / "a.raw", label, Event(), gauge)


def test_what_is_right_is_encoded_once(tmp_path: Path) -> None:
    """A file on its target is made once, and its loudness noted in it."""
    liar = Liar(0.0)
    done = finished(liar, tmp_path)
    assert (liar.encodes, done.mastering.passes) == (1, 1)
    assert liar.noted == [done.proof.loudness]
    assert done.tags == ("title x",)


@pytest.mark.parametrize("takes_db", [0.4, -0.4])
def test_what_is_off_is_corrected_and_encoded_again(takes_db: float, tmp_path: Path) -> None:
    """An encoder that takes or adds 0.4 dB unasked is found out: the second file is within 0.1 LU and under the peak."""
    liar = Liar(takes_db)
    done = finished(liar, tmp_path)
    assert 2 <= liar.encodes == done.mastering.passes <= 4
    assert done.proof.loudness.integrated_lufs == pytest.approx(-16, abs=0.1)
    assert done.proof.loudness.true_peak_dbtp <= -1
    assert len(liar.noted) == 1


def test_a_file_of_the_wrong_length_is_none(tmp_path: Path) -> None:
    """One frame too few ends with 4, and says how many there are."""
    with pytest.raises(MasterError, match=f"over {FRAMES - 1} frames.*over {FRAMES} frames") as caught:
        finished(Liar(0.0, drops=1), tmp_path)
    assert caught.value.exit_code == 4


def test_one_channel_is_noted_as_it_reads_by_itself(tmp_path: Path) -> None:
    """A mono file at podcast-mono measures −16 on two channels, and −19 is what is written into it."""
    liar = Liar(0.0)
    done = finished(liar, tmp_path, target="podcast-mono", channels=1)
    assert done.proof.loudness.integrated_lufs == pytest.approx(-16, abs=0.1)
    assert liar.noted[0].integrated_lufs == pytest.approx(-19, abs=0.1)


def test_a_sample_peak_is_held_too(tmp_path: Path) -> None:
    """Where the document limits the samples themselves, the file keeps to it."""
    assert finished(Liar(0.0), tmp_path, target="prss").proof.loudness.sample_peak_dbfs <= -3
