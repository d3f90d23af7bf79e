"""The table of fields as JSON Schema (draft 7, json-schema.org), which editors use to complete and check a segment.toml."""

from __future__ import annotations

from typing import Any

from segment.project.fields import FIELDS, Field

_KINDS = {str: "string", int: "integer", float: "number", bool: "boolean", list: "array"}


def schema() -> dict[str, Any]:
    """The whole of segment.toml; a group allows the keys of the table and no others."""
    whole = _group("Settings of a radio-segment show")
    for field in FIELDS:
        *groups, name = field.key.split(".")
        branch = whole
        for group in groups:
            branch = _child(branch, group, _group(""))
        _child(branch, name, _value(field))
        if field.needed:
            branch.setdefault("required", []).append(name)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **whole}


def _group(title: str) -> dict[str, Any]:
    named = {"title": title} if title else {}
    return {**named, "type": "object", "additionalProperties": False, "properties": {}}


def _child(branch: dict[str, Any], name: str, new: dict[str, Any]) -> dict[str, Any]:
    """The branch of a name; ``*`` stands for any, which a schema calls additional."""
    if name != "*":
        child: dict[str, Any] = branch["properties"].setdefault(name, new)
        return child
    if not branch["additionalProperties"]:
        branch["additionalProperties"] = new
    anything: dict[str, Any] = branch["additionalProperties"]
    return anything


def _value(field: Field) -> dict[str, Any]:
    allowed = field.names() if field.names else field.allowed
    found: dict[str, Any] = {"type": _KINDS[field.type], "description": f"{field.help} {_measured(field)}".strip()}
    if field.type is list:
        found["items"] = {"type": "string", **({"enum": list(allowed)} if allowed else {})}
    elif allowed:
        found["enum"] = list(allowed)
    if field.low is not None and field.high is not None:
        found |= {"minimum": field.low, "maximum": field.high}
    if field.default not in ("", ()):
        found["default"] = list(field.default) if isinstance(field.default, tuple) else field.default
    return found


def _measured(field: Field) -> str:
    return f"({field.unit})" if field.unit else ""
