"""What a script template is told of the show and of who reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from segment.errors import SegmentError
from segment.model.house import House, Reader
from segment.model.pace import Pace
from segment.model.project import Project
from segment.project.template_source import source_of
from segment.script.head import head
from segment.units import parse_span

Length = tuple[float, float] | float | None
"""Seconds, or the least and the most of a range."""


def lengths(slot_s: Length, cart_s: Length, template: str, project: Project) -> tuple[Length, Length]:
    """What was asked for, else the show's own slot and cart, which are those of the show's own template, else the template's."""
    if slot_s is not None or cart_s is not None:
        return slot_s, cart_s
    if template in {"", project.script.template} and (project.script.slot or project.script.cart):
        slot, cart = (parse_span(words) if words else None for words in (project.script.slot, project.script.cart))
        return slot, cart
    return _own_length(template or project.script.template, project.root), None


def _own_length(template: str, root: str) -> Length:
    """What a template says it is written for; None where it is not to be had: whoever writes with it says why."""
    try:
        own = head(template, source_of(root))
    except SegmentError:
        return None
    return None if own.length_s is None else (own.least_s or own.length_s, own.length_s)


def _span(length: Length) -> tuple[float | None, float | None]:
    """The least and the most of a length."""
    return length if isinstance(length, tuple) else (length, length)


def house(
    project: Project,
    takes: Iterable[str],
    reviewer: str,
    slot_s: Length,
    *,
    spoilers: bool = False,
    cart_s: Length = None,
    aim_s: float | None = None,
    paces: Mapping[str, Pace] | None = None,
) -> House:
    """What a template is told.

    A script for a person who has yet to record it is written for that person; where a synthetic voice stays, the script
    says so. ``spoilers`` lets the ending be told, as the project's own setting does; ``aim_s`` is what to write
    for where it was found out, and ``paces`` are those of the voices that will speak.
    """
    taken = frozenset(takes)

    def reader(role: str, fallback: str) -> Reader:
        bound = project.role(role)
        will_record = bool(bound.person) and bound.synthetic == "scratch"
        return Reader(person=bound.person or fallback, synthetic=role not in taken and not will_record)

    return House(
        show=project.show.name,
        website=project.show.website,
        language=project.show.language,
        host=reader("host", ""),
        critic=reader("critic", reviewer),
        greeting=project.show.greeting,
        sign_off=project.show.sign_off,
        out_cue=project.show.out_cue,
        words=project.words,
        spoilers=spoilers or project.script.spoilers,
        slot_s=_span(slot_s)[1],
        slot_least_s=_span(slot_s)[0],
        cart_s=_span(cart_s)[1],
        cart_least_s=_span(cart_s)[0],
        aim_s=aim_s,
        paces=dict(paces or {}),
    )
