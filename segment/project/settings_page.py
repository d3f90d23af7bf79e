"""docs/configuration.md, made of the table of fields: ``python -m segment.project.settings_page > docs/configuration.md``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import groupby

from segment.project.fields import FIELDS, Field
from segment.wording import one_of

_BEFORE = """\
# Settings

<!-- Made by python -m segment.project.settings_page from the table of fields in segment/project/fields.py. -->

A show's settings stand in `segment.toml`, at the top of its folder. Every line can go: what is not said there is the house's
default. The file is found from anywhere inside the folder.

What holds is, in this order: a flag of the command (`--slot`, `--voice` …), a variable of the environment, the show's
`segment.toml`, your own `segment.toml` for all of your shows (`segment config --user`), what is built in. The variable of
`air.lufs` is `SEGMENT_AIR_LUFS`; lists are written with commas; keys with a `*` have none.

```sh
segment check                          # every mistake at once, and what the settings name that is not there
segment config --origin                # what holds, and who says so
segment config air.lufs                # one of them
segment config air.lufs -23            # write it; comments and everything else in the file stay as they are
segment config --user show.author "Ann Example"
segment config --schema > segment.schema.json
```

An editor that knows JSON Schema completes and checks the file: name the schema in its first line,
`#:schema ./segment.schema.json` (Even Better TOML, Taplo and tombi read that).

A `*` stands for a name of your own: a role, a bed, a heading of your publication, a word of your templates. A file that is named
is looked for from the folder of `segment.toml`.
"""

_GROUPS = {
    "format": "The file",
    "show": "The show",
    "roles": "People and roles",
    "beds": "Music and rights",
    "headings": "Heading aliases",
    "words": "Words for templates",
    "script": "Scripts and slots",
    "speech": "Speech",
    "notes": "Notes",
    "shelf": "The shelf",
    "mix": "The mix",
    "air": "The air file",
    "podcast": "The podcast",
    "deliverables": "Further deliverables",
}

_AFTER = """
## Notes on settings

`segment check` ends with 2 where there is an error, else with 0.

| code | level | what it says | what to do |
| --- | --- | --- | --- |
| PJ001 | error | A key that is not a setting. | Did you mean another? |
| PJ002 | error | A value that the setting does not take. | It says what it takes. |
| PJ003 | error | A file that a setting names is not there. | Put it there, or name another. |
| PJ004 | error | A voice or template that a setting names is not there, or has mistakes. | Choose one that is listed. |
| PJ005 | warning | Nothing says where a bed may be used. | Say `rights`. |
| PJ006 | warning | A file that a setting names lies outside the show's folder. | Copy it into the show. |
"""


def page() -> str:
    """The whole document."""
    return _BEFORE + "".join(_section(group, list(fields)) for group, fields in groupby(FIELDS, _group_of)) + _AFTER


def _group_of(field: Field) -> str:
    return field.key.partition(".")[0]


def _section(group: str, fields: list[Field]) -> str:
    title = _GROUPS.get(group, f"`[{group}]`")
    rows = "\n".join(f"| `{field.key}` | {field.help} | {takes(field)} | {_default(field)} |" for field in fields)
    return f"\n## {title}\n\n| key | what it is | takes | default |\n| --- | --- | --- | --- |\n{rows}\n"


def takes(field: Field) -> str:
    """What a setting takes, in a few words."""
    if field.length:
        return f"a length, {field.unit}"
    if field.names:
        return one_of(field.names())
    if field.allowed:
        known = one_of(field.allowed) if len(field.allowed) < 20 else f"{field.allowed[0]} to {field.allowed[-1]}"
        return f"{'any of ' if field.type is list else ''}{known} {field.unit}".rstrip()
    if field.low is not None and field.high is not None:
        span = f"{field.low:g} to {field.high:g}" if field.low != field.high else f"{field.low:g}"
        return f"{span} {field.unit}".rstrip()
    return {str: "words in quotes", bool: "true or false", list: "a list of words in quotes"}.get(field.type, "a number")


def _default(field: Field) -> str:
    return "".join(_shown(field.default))


def _shown(value: object) -> Iterator[str]:
    if isinstance(value, bool):
        yield f"`{str(value).lower()}`"
    elif isinstance(value, int | float):
        yield f"`{value}`"
    elif isinstance(value, tuple) and value:
        yield f"`{json.dumps(value)}`"
    elif isinstance(value, str) and value:
        yield f'`"{value}"`'


if __name__ == "__main__":
    sys.stdout.write(page())
