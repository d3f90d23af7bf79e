"""The files of sound that a build makes: the podcast, the air file, and what the show asks for beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from segment.errors import MasterError
from segment.master.targets import target
from segment.model.asset import Right
from segment.model.finding import Finding
from segment.model.loudness import Target
from segment.model.project import FurtherCopy, Project
from segment.model.script import Script
from segment.publish import exporters
from segment.publish.cut import iso_date
from segment.publish.exporters.recipe import Exporter, Form
from segment.wording import quoted

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OWN = ("podcast", "air")


class Copy(Struct, frozen=True, kw_only=True):
    """One file of sound."""

    name: str
    """``podcast``, ``air``, or as the show calls it."""
    use: Right
    """Whose lines and music it has."""
    file: str
    """Its name behind the build's own, such as ``.air.wav``."""
    exporter: Exporter
    form: Form
    target: Target


def copies(project: Project) -> tuple[Copy, ...]:
    """Every file of sound: the podcast first, then the air file, then the show's own in the order of segment.toml.

    Raises PublishError for a format that cannot be made here.
    """
    podcast, air = project.podcast, project.air
    own = (
        Copy(
            name="podcast",
            use="podcast",
            file=".mp3",
            exporter=exporters.exporter("mp3"),
            form=Form(rate=podcast.rate, channels=1 if podcast.channels == "mono" else 2, kbps=podcast.kbps),
            target=podcast.target,
        ),
        Copy(
            name="air",
            use="air",
            file=".air.wav",
            exporter=exporters.exporter(air.format),
            form=Form(rate=air.rate, cart=air.cart),
            target=air.target,
        ),
    )
    return (*own, *(_further(name, asked, project) for name, asked in project.deliverables.items()))


def _further(name: str, asked: FurtherCopy, project: Project) -> Copy:
    made = exporters.exporter(asked.format)
    usual = project.podcast.target if asked.programme == "podcast" else project.air.target
    return Copy(
        name=name,
        use=asked.programme,
        file=f".{name}{made.ending}",
        exporter=made,
        form=_form(asked, made),
        target=target(asked.target) if asked.target else usual,
    )


def _form(asked: FurtherCopy, made: Exporter) -> Form:
    return Form(
        rate=asked.rate or made.rate,
        channels=1 if asked.channels == "mono" else 2,
        kbps=asked.kbps,
        quality=asked.quality,
        cart=asked.cart,
    )


def undated(script: Script) -> Iterator[Finding]:
    """Notes on dates of the script that the files cannot say."""
    for header in ("AIR DATE", "DATE", "KILL DATE"):
        given = script.header(header)
        if given and not iso_date(given):
            yield Finding(
                code="PJ050",
                level="info",
                message=f"The files do not say the script's {header}, {quoted(given)}.",
                hint="Written 2026-11-27, it goes into the bext and cart chunks.",
            )


def mistakes(settings: Mapping[str, Any]) -> Iterator[Finding]:
    """What is wrong with the show's own copies beyond what the table of fields sees; ``settings`` by dotted key."""
    groups: dict[str, dict[str, Any]] = {}
    for key, value in settings.items():
        first, *rest = key.split(".")
        if first == "deliverables" and len(rest) == 2:
            groups.setdefault(rest[0], {})[rest[1]] = value
    for name, given in groups.items():
        yield from _wrong(name, given)


def _wrong(name: str, given: dict[str, Any]) -> Iterator[Finding]:
    key = f"deliverables.{name}"
    if name in _OWN or not _NAME.fullmatch(name):
        hint = "Take another: small letters, figures and hyphens; podcast and air are there already."
        yield _mistake(f"{key} cannot be the name of a deliverable.", hint)
    if "format" not in given:
        yield _mistake(f"{key} does not say which format it has.", f"Write format = one of {', '.join(exporters.names())}.")
        return
    if given.get("target"):
        try:
            target(str(given["target"]))
        except MasterError as error:
            yield _mistake(f"{key}.target cannot be {given['target']!r}.", error.hint)
    made = exporters.known(str(given["format"]))
    if made is None:
        return  # the table of fields has said so
    try:
        asked = msgspec.convert(given, FurtherCopy)
    except msgspec.ValidationError:
        return  # the same
    for wrong in made.mistakes(_form(asked, made)):
        yield _mistake(f"{key}.{wrong.key} cannot be {wrong.found} in {given['format']}.", wrong.allowed)


def _mistake(message: str, hint: str) -> Finding:
    return Finding(code="PJ002", level="error", message=message, hint=hint)
