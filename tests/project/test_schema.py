"""JSON Schema of segment.toml, judged by a validator that nobody here wrote and held against our own check."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.project.check import flatten, mistakes
from segment.project.fields import FIELDS, Field
from segment.project.schema import schema

SCHEMA = schema()


def test_the_schema_is_one() -> None:
    """The schema itself is right by draft 7."""
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def values(field: Field) -> st.SearchStrategy[Any]:
    """Values a setting takes, and values it does not."""
    words = st.sampled_from(["", "x", "live", "3:00", "air", *map(str, field.allowed)])
    numbers = st.sampled_from([0, 1, -24.0, 48_000, 10**9, field.low or 0, field.high or 0, *(a for a in field.allowed)])
    return st.one_of(words, numbers, st.booleans(), st.lists(words, max_size=2))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([f for f in FIELDS if not f.length]).flatmap(lambda f: st.tuples(st.just(f), values(f))))
def test_an_editor_and_the_check_agree(case: tuple[Field, Any]) -> None:
    """What the schema refuses, segment check refuses, and the other way round."""
    field, value = case
    tree: Any = value
    for part in reversed(field.key.replace("*", "critic").split(".")):
        tree = {part: tree}
    refused = bool(mistakes(dict(flatten(tree))))
    assert refused == (not jsonschema.Draft7Validator(SCHEMA).is_valid(tree)), tree


@pytest.mark.parametrize("tree", [{"shw": {}}, {"show": {"nmae": "x"}}, {"roles": {"critic": {"persn": "x"}}}], ids=str)
def test_unknown_keys_are_refused(tree: dict[str, Any]) -> None:
    """A key that is no setting is marked in the editor."""
    assert not jsonschema.Draft7Validator(SCHEMA).is_valid(tree)
