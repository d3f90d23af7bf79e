"""A script as JSON: its value, and beside each spoken line what else is known of it."""

from __future__ import annotations

from typing import Any

import msgspec

from segment.model.script import Header, Item, Script
from segment.script.formats.clock import timed
from segment.script.formats.exporter import Sheet

SCHEMA = 1


class JsonForm:
    """Headers and items as :mod:`segment.model.script` has them; lines with their id, part and estimated seconds."""

    suffix = ".json"
    media_type = "application/json"
    what = "for programs"

    def export(self, sheet: Sheet) -> bytes:
        """One JSON document, indented."""
        beside = {
            id(found.entry.item): {
                "part": found.entry.part,
                "runs_s": round(found.seconds, 3),
                **({"id": found.entry.line_id} if found.entry.line_id else {}),
            }
            for found in timed(sheet)
        }
        document: dict[str, Any] = {
            "schema": SCHEMA,
            "kind": "script",
            "language": sheet.language,
            "roles": [{"role": role, "person": sheet.people.get(role, ""), "wpm": sheet.rate(role)} for role in sheet.roles],
            "headers": msgspec.to_builtins(sheet.script.headers),
            "items": [{**msgspec.to_builtins(item), **beside.get(id(item), {})} for item in sheet.script.items],
        }
        return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def from_json(data: bytes) -> Script:
    """The script in a document that :class:`JsonForm` made. Raises msgspec.ValidationError for another."""
    read = msgspec.json.decode(data, type=_Document)
    return Script(headers=read.headers, items=read.items)


class _Document(msgspec.Struct, frozen=True, kw_only=True):
    headers: tuple[Header, ...] = ()
    items: tuple[Item, ...] = ()
