"""The lines cut out of a recording, and what they sound like at their joins."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from segment.errors import Cause, VoiceError
from segment.model.cleaning import USUAL
from segment.model.sound import Sound, Spoken
from segment.model.take import Edit
from segment.voice.take.checking import checked
from segment.voice.take.cutting import cut as cut_out
from segment.voice.take.taking import Recording as Taken
from segment.voice.take.taking import lines as cut_lines
from segment.voice.take.taking import recording
from tests.voice.take import joins
from tests.voice.take.conftest import TEXTS
from tests.voice.take.readers import RATE, lines
from tests.voice.take.recordings import Recording

UTTERANCES = lines(TEXTS)


def taken(made: Recording) -> Taken:
    """The recording as one file."""
    return recording("critic", [("friday.wav", sound(made))], UTTERANCES)


def sound(made: Recording) -> Sound:
    """The recording as it is read from a file."""
    return Sound(samples=made.samples.reshape(-1, 1), rate=RATE, fingerprint="f")


@pytest.fixture
def cut(flubbed: Recording, edit: Edit) -> tuple[Spoken, ...]:
    """The lines of the flubbed recording."""
    return cut_lines(taken(flubbed), edit, UTTERANCES)[0]


def test_each_line_holds_its_words_in_order(cut: tuple[Spoken, ...]) -> None:
    """Every line of the script is there, its words are those of the script and inside the sound, and none is synthetic."""
    assert [line.id for line in cut] == [utterance.id for utterance in UTTERANCES]
    for line, utterance in zip(cut, UTTERANCES, strict=True):
        assert " ".join(word.text for word in line.words) == utterance.display
        starts = [word.start for word in line.words]
        assert starts == sorted(starts)
        assert line.words[-1].end <= line.sound.frames
        assert not line.synthetic


def test_only_the_good_readings_are_left(cut: tuple[Spoken, ...], flubbed: Recording) -> None:
    """The lines together last as long as the good readings with the reader's pauses between them."""
    good = sum(mark.end_s - mark.start_s for mark in flubbed.marks if mark.kind == "kept")
    heard = sum((line.words[-1].end - line.words[0].start) / line.sound.rate for line in cut)
    pauses = len(TEXTS) - len(UTTERANCES)
    assert good + 0.2 * pauses - 0.5 < heard < good + 1.0 * pauses


def test_nothing_is_louder_or_steeper_than_in_the_recording(cut: tuple[Spoken, ...], flubbed: Recording) -> None:
    """No join clicks: no sample-to-sample step in a line is larger than the largest of the recording."""
    steepest = float(np.abs(np.diff(taken(flubbed).samples)).max())
    for line in cut:
        assert float(np.abs(np.diff(line.sound.samples[:, 0])).max()) <= 1.05 * steepest


def test_pauses_are_filled_with_the_room(cut: tuple[Spoken, ...], flubbed: Recording) -> None:
    """No stretch of a line is quieter than the room of the recording."""
    hop = RATE // 20

    def quietest(samples: np.ndarray) -> float:
        blocks = samples[: samples.size // hop * hop].reshape(-1, hop)
        return float(np.sqrt((blocks**2).mean(axis=1)).min())

    room = quietest(taken(flubbed).samples)
    for line in cut:
        assert quietest(line.sound.samples[hop:-hop, 0]) > 0.6 * room


def test_the_wrong_recording_stops_the_build(flubbed: Recording, edit: Edit) -> None:
    """Where too little of the script was found, the sentence says how much."""
    with pytest.raises(VoiceError, match="12 % of the script") as caught:
        cut_lines(taken(flubbed), replace(edit, found=0.12), UTTERANCES)
    assert caught.value.cause == Cause.MATERIAL


def test_a_sentence_that_is_not_there_is_told(flubbed: Recording, edit: Edit) -> None:
    """A missing sentence is not heard, and the note quotes it and says what to do."""
    without = replace(edit, choices=tuple(replace(c, readings=(), used=-1) if n == 2 else c for n, c in enumerate(edit.choices)))
    made, notes = cut_lines(taken(flubbed), without, UTTERANCES)
    assert TEXTS[2] not in " ".join(word.text for line in made for word in line.words)
    assert [note.code for note in notes if TEXTS[2] in note.message] == ["TK011"]


def test_a_second_file_comes_to_the_level_of_the_first(straight: Recording) -> None:
    """Two sessions are laid end to end, the quieter one raised."""
    quiet = Sound(samples=(straight.samples * np.float32(0.4)).reshape(-1, 1), rate=RATE, fingerprint="g")
    both = recording("critic", [("one.wav", sound(straight)), ("two.wav", quiet)], UTTERANCES)
    middle = straight.samples.size
    first, second = (float(np.sqrt((part**2).mean())) for part in (both.samples[:middle], both.samples[middle:]))
    assert second == pytest.approx(first, rel=0.05)
    assert both.ends == (middle / RATE,)


def test_what_is_cleaned_moves_no_word(flubbed: Recording, edit: Edit) -> None:
    """Hum is gone from what is cut, but not from what is held against the script; the note and the check say what was done."""
    t = np.arange(flubbed.samples.size) / RATE
    dirty = replace(flubbed, samples=(flubbed.samples + 0.01 * np.sin(2 * np.pi * 50 * t)).astype(np.float32))
    files = [("friday.wav", sound(dirty))]
    made = recording("critic", files, UTTERANCES)
    untouched = recording("critic", files, UTTERANCES, replace(USUAL, hum=False, high_pass_hz=0))
    assert np.array_equal(made.heard, untouched.heard)
    assert made.samples.size == untouched.samples.size
    assert float(np.std(made.samples - dirty.samples)) > 0.005
    assert [note.code for note in cut_lines(made, edit, UTTERANCES)[1] if "hum" in note.message] == ["TK020"]
    told = checked("critic", made, edit)
    assert [one.file for one in told.cleaned] == ["friday.wav"]
    assert told.cleaned[0].plan.hum[0].hz == pytest.approx(50, abs=0.05)
    assert checked("critic", untouched, edit).cleaned == ()


def test_at_a_join_nothing_changes_more_than_in_the_take(flubbed: Recording, edit: Edit) -> None:
    """Level, spectrum and the bend of the wave change less about every join than at the busiest hundredth of the recording."""
    made = taken(flubbed)
    result = cut_out(UTTERANCES, edit, made.samples, RATE, edit.heard)
    assert len(result.joins) >= 4
    assert joins.beyond(result, made.samples, RATE, 99) == []


def test_the_measure_of_joins_hears_a_click(flubbed: Recording, edit: Edit) -> None:
    """A hard cut into a word is told."""
    made = taken(flubbed)
    result = cut_out(UTTERANCES, edit, made.samples, RATE, edit.heard)
    key, join = result.joins[0]
    broken = []
    for line in result.lines:
        samples = line.sound.samples.copy()
        if line.id == key:
            samples[round(join.at_s * RATE) :] += np.float32(0.3)
        broken.append(replace(line, sound=replace(line.sound, samples=samples)))
    assert joins.beyond(replace(result, lines=tuple(broken)), made.samples, RATE, 99)
