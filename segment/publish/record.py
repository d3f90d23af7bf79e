"""The build record as JSON: the same record gives the same bytes, on every machine."""

from __future__ import annotations

import math
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

import msgspec

from segment.errors import Cause, PublishError
from segment.model.report import BuildRecord

DECIMALS = 6
"""Of every number that is not whole: a microsecond or a millionth of a decibel, far above where machines differ."""


def record_json(record: BuildRecord) -> str:
    """``<slug>.report.json``: keys in alphabetical order, inputs and outputs by role and path, numbers rounded.

    Raises PublishError (a bug of the caller's) for a path that is not relative: a record must mean the same wherever its
    folder is moved.
    """
    outputs = (*record.outputs, *record.earlier)
    for path in [*(entry.path for entry in record.inputs), *(entry.path for entry in outputs)]:
        if PurePosixPath(path).is_absolute() or PureWindowsPath(path).anchor:
            raise PublishError(f"The build record needs a relative path, not {path}.", cause=Cause.BUG)
    stable = msgspec.structs.replace(
        record,
        inputs=tuple(sorted(record.inputs, key=lambda entry: (entry.role, entry.path))),
        outputs=tuple(sorted(record.outputs, key=lambda entry: entry.path)),
    )
    encoded = msgspec.json.encode(_rounded(msgspec.to_builtins(stable)), order="sorted")
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def read_record(text: str) -> BuildRecord:
    """The record that ``record_json`` wrote.

    Raises PublishError for anything else.
    """
    try:
        return msgspec.json.decode(text.encode(), type=BuildRecord)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise PublishError(f"This is not a build record: {error}.") from error


def _rounded(value: Any) -> Any:
    """``value`` with every float rounded; one that is not finite becomes null, because JSON has no other word for it."""
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(item) for item in value]
    if isinstance(value, float):
        return round(value, DECIMALS) + 0.0 if math.isfinite(value) else None
    return value
