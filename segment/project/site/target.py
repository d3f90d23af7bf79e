"""Where a site goes to.

A target is a class with these members, in a file of its own:

- ``place``: what the user called it;
- ``same(file)``: whether the very bytes of ``file`` are there already;
- ``put(file)``: put it there whole, or raise and leave what was there;
- ``done()``: called once, after the last file.

Files come in the order in which they must arrive: the feed last. Whatever the machine or the network refuses is a
PublishError with the cause MACHINE; nothing is ever removed from a target.
"""

from __future__ import annotations

from typing import Protocol

from segment.project.site.contents import SiteFile


class Target(Protocol):
    """One place."""

    place: str

    def same(self, file: SiteFile) -> bool:
        """Whether it is there already."""

    def put(self, file: SiteFile) -> None:
        """Put it there."""

    def done(self) -> None:
        """Everything is there."""
