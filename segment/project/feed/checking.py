"""``segment feed check``: the lint over a file or an address."""

from __future__ import annotations

import urllib.error
import urllib.request
from pathlib import Path

from segment.errors import Cause, PublishError, Where
from segment.media import files
from segment.model.finding import Finding
from segment.publish.feed.lint import lint
from segment.publish.feed.reading import MOST_BYTES, is_address

_WAIT_S = 30
_WEB = ("https://", "http://")


def check(place: str) -> tuple[Finding, ...]:
    """Every broken rule of the feed in a file, or at an address, which alone opens a connection.

    Raises MediaError for a file, PublishError for an address that cannot be read.
    """
    if not place.startswith(_WEB):
        return lint(files.read_bytes(Path(place), MOST_BYTES), place)
    if not is_address(place):
        raise PublishError(f"{place} is no whole address.", cause=Cause.USAGE)
    request = urllib.request.Request(place, headers={"User-Agent": "radio-segment feed check"})
    try:
        with urllib.request.urlopen(request, timeout=_WAIT_S) as answer:
            data = answer.read(MOST_BYTES + 1)
    except (OSError, ValueError, urllib.error.URLError) as error:
        reason = str(getattr(error, "reason", error)).rstrip(".")
        hint = "Look at the address, or save the feed and check the file."
        raise PublishError(
            f"The feed cannot be fetched: {reason}.", where=Where(file=place), hint=hint, cause=Cause.MACHINE
        ) from error
    if len(data) > MOST_BYTES:
        raise PublishError(f"The feed has more than {MOST_BYTES // 1_000_000} MB.", where=Where(file=place))
    return lint(data, place, place)
