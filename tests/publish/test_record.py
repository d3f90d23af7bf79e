"""The build record."""

from __future__ import annotations

import json

import msgspec
import pytest

from segment.errors import Cause, PublishError
from segment.model.finding import Finding
from segment.model.loudness import Loudness
from segment.model.report import BuildRecord, DeliverableRecord, Input, LineRecord, Output
from segment.publish.record import read_record, record_json

LOUD = Loudness(
    integrated_lufs=-16.0,
    true_peak_dbtp=-1.25,
    lra_lu=4.0,
    short_term_max_lufs=-14.0,
    momentary_max_lufs=-12.0,
    sample_peak_dbfs=-1.5,
)
RECORD = BuildRecord(
    tool="radio-segment 0.1.0",
    inputs=(
        Input(role="script", path="../script.txt", sha256="b"),
        Input(role="bed:intro", path="builtin:intro", sha256="c"),
        Input(role="review", path="../été.md", sha256="a"),
    ),
    outputs=(
        Output(path="x.vtt", sha256="2", bytes=2, media_type="text/vtt"),
        Output(path="x.mp3", sha256="1", bytes=1, media_type="audio/mpeg"),
    ),
    settings={"zeta": 1, "alpha": {"y": 2, "b": 0.25}},
    deliverables=(
        DeliverableRecord(
            name="podcast",
            duration_s=181.0,
            loudness=LOUD,
            gain_db=4.05,
            limited_s=0.5,
            lines=(LineRecord(id="host-1", start_s=1.0, end_s=2.5, voice="host", speech_over_bed_db=20.125),),
        ),
    ),
    findings=(Finding(code="MX001", level="info", message="Second."), Finding(code="MA001", level="info", message="First.")),
)


def test_it_reads_back():
    """Written and read, a record is equal to itself in its stable order."""
    again = read_record(record_json(RECORD))
    assert record_json(again) == record_json(RECORD)
    assert again.deliverables == RECORD.deliverables
    assert again.findings == RECORD.findings
    assert set(again.inputs) == set(RECORD.inputs)


def test_order_does_not_matter():
    """The order in which files were gathered, and of keys in settings, does not change a byte."""
    shuffled = msgspec.structs.replace(
        RECORD, inputs=RECORD.inputs[::-1], outputs=RECORD.outputs[::-1], settings={"alpha": {"b": 0.25, "y": 2}, "zeta": 1}
    )
    assert record_json(shuffled) == record_json(RECORD)


def test_keys_are_sorted_and_text_is_text():
    """Every object's keys are in alphabetical order; non-ASCII text is written as itself; the file ends with a line end."""
    text = record_json(RECORD)

    def check(pairs: list[tuple[str, object]]) -> dict[str, object]:
        assert [key for key, _ in pairs] == sorted(key for key, _ in pairs)
        return dict(pairs)

    json.loads(text, object_pairs_hook=check)
    assert "../été.md" in text
    assert text.endswith("}\n")


def test_machines_differ_below_a_millionth():
    """What two machines' arithmetic may differ by does not show, and no number is written as -0."""
    near = msgspec.structs.replace(LOUD, integrated_lufs=-16.0 + 1e-9, lra_lu=-1e-12)
    records = [
        msgspec.structs.replace(RECORD, deliverables=(msgspec.structs.replace(RECORD.deliverables[0], loudness=loud),))
        for loud in (near, msgspec.structs.replace(LOUD, lra_lu=0.0))
    ]
    assert record_json(records[0]) == record_json(records[1])


@pytest.mark.parametrize("path", ["/home/x/review.md", "C:\\show\\review.md", "\\\\server\\show"])
def test_paths_are_relative(path):
    """A path that means something on one machine only is a bug."""
    with pytest.raises(PublishError) as caught:
        record_json(msgspec.structs.replace(RECORD, inputs=(Input(role="review", path=path, sha256="a"),)))
    assert caught.value.cause == Cause.BUG


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": 3}', "\ud800"])
def test_what_is_no_record_is_refused(text):
    """A file of another kind is refused in a sentence."""
    with pytest.raises(PublishError, match="not a build record"):
        read_record(text)
