"""When a segment is out."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from segment.errors import ProjectError
from segment.model.feed import FeedSettings
from segment.units import clock_time

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def zone(settings: FeedSettings) -> ZoneInfo:
    """The show's time zone. Raises ProjectError for a name that is none."""
    try:
        return ZoneInfo(settings.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        hint = "It takes a name such as America/Toronto or Europe/London, or UTC."
        raise ProjectError(f"The time zone (feed.zone) cannot be {settings.zone!r}.", hint=hint) from error


def scheduled(date: str, settings: FeedSettings) -> datetime | None:
    """The moment at which something dated is out; None for what has no day. Raises ProjectError for a wrong ``feed.time``."""
    where = zone(settings)
    if not _DAY.fullmatch(date):
        return None
    try:
        at = clock_time(settings.time)
    except ValueError as error:
        raise ProjectError(
            f"The time of day (feed.time) cannot be {settings.time!r}.", hint="It takes a time such as 06:00."
        ) from error
    try:
        day = datetime.fromisoformat(date)
    except ValueError:
        return None
    return datetime.combine(day, time(at // 3600, at // 60 % 60, at % 60), where)


def first_out(now: datetime, taken: list[str]) -> datetime:
    """The moment for something without a date: now, or just behind the newest where the clock went backwards."""
    newest = max((datetime.fromisoformat(one) for one in taken), default=now)
    return max(now, newest + timedelta(seconds=1)).replace(microsecond=0)
