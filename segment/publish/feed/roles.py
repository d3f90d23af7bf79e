"""What people do in a podcast: groups and roles of the podcast namespace (Podcast Taxonomy Project, version 1.0)."""

from __future__ import annotations

_TABLE = """
Creative Direction: Director, Assistant Director, Executive Producer, Senior Producer, Producer, Associate Producer, \
Development Producer, Creative Director
Cast: Host, Co-Host, Guest Host, Guest, Voice Actor, Narrator, Announcer, Reporter
Writing: Author, Editorial Director, Co-Writer, Writer, Songwriter, Guest Writer, Story Editor, Managing Editor, Script Editor, \
Script Coordinator, Researcher, Editor, Fact Checker, Translator, Transcriber, Logger
Audio Production: Studio Coordinator, Technical Director, Technical Manager, Audio Engineer, Remote Recording Engineer, \
Post Production Engineer
Audio Post-Production: Audio Editor, Sound Designer, Foley Artist, Composer, Theme Music, Music Production, Music Contributor
Administration: Production Coordinator, Booking Coordinator, Production Assistant, Content Manager, Marketing Manager, \
Sales Representative, Sales Manager
Visuals: Graphic Designer, Cover Art Designer
Community: Social Media Manager
Misc.: Consultant, Intern
Video Production: Camera Operator, Lighting Designer, Camera Grip, Assistant Camera
Video Post-Production: Editor, Assistant Editor
"""
ROLES: dict[str, tuple[str, ...]] = {
    group.lower(): tuple(role.strip().lower() for role in roles.split(","))
    for group, _, roles in (line.partition(":") for line in _TABLE.strip().splitlines())
}
"""The roles of each group, in lower case, as apps compare them."""
_OURS = {"critic": ("cast", "reporter"), "author": ("writing", "author")}
"""Roles of a show that the table calls otherwise."""


def place(role: str) -> tuple[str, str]:
    """Group and role for a role of a show, such as ``host`` or ``critic-2``; whoever is not in the table is a guest."""
    name = role.lower().rstrip("0123456789").rstrip("-_ ").replace("_", " ")
    spoken = {one.replace("-", " "): one for one in ROLES["cast"]}
    known = spoken.get(name.replace("-", " "))
    return _OURS.get(name) or ("cast", known or "guest")


def is_known(group: str, role: str) -> bool:
    """Whether a feed's group and role are in the table, whatever their case; no group is Cast, no role is Host."""
    return (role or "host").lower() in ROLES.get((group or "cast").lower(), ())
