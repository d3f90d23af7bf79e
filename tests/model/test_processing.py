"""The table of what may be done to a voice."""

from __future__ import annotations

from types import UnionType
from typing import get_args

import msgspec

from segment.model.processing import ALLOWED, Band, Compressor, DeEsser, Processing


def test_every_number_has_its_range() -> None:
    """Each number of the table stands once among the ranges, and each default lies within its own."""
    numbers = {"high_pass_hz": None}
    for table, struct in (("eq", Band), ("de_esser", DeEsser), ("compressor", Compressor)):
        fields = msgspec.structs.fields(struct)
        numbers |= {f"{table}.{field.name}": field.default for field in fields if field.type is float}
    assert [allowed.key for allowed in ALLOWED] == list(numbers)
    for allowed in ALLOWED:
        assert allowed.lowest < allowed.highest
        default = numbers[allowed.key]
        assert not isinstance(default, float) or allowed.lowest <= default <= allowed.highest


def test_nothing_is_done_unless_asked() -> None:
    """An empty table asks for nothing, and each effect can be left out."""
    assert msgspec.convert({}, Processing) == Processing()
    for field in msgspec.structs.fields(Processing):
        assert not field.default
        assert field.name == "eq" or type(None) in get_args(field.type) or isinstance(field.type, UnionType)


def test_the_table_reads_as_it_is_written_in_toml() -> None:
    """A profile's table becomes the value, whole numbers included."""
    table = {
        "high_pass_hz": 90,
        "de_esser": {"hz": 5500, "over_db": 2, "deepest_db": 8},
        "compressor": {"over_db": 3, "ratio": 2.5, "attack_ms": 8, "release_ms": 90},
        "eq": [{"kind": "bell", "hz": 300, "db": -3}],
    }
    made = msgspec.convert(table, Processing)
    assert made.eq == (Band(kind="bell", hz=300.0, db=-3.0, q=0.7),)
    assert made.de_esser == DeEsser(hz=5500, over_db=2, deepest_db=8)
    assert made.compressor == Compressor(over_db=3, ratio=2.5, attack_ms=8, release_ms=90)
