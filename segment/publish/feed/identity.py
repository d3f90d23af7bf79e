"""The feed's own id (podcast namespace, "guid") and the RFC 2822 form of a date."""

from __future__ import annotations

import hashlib
from datetime import datetime
from email.utils import format_datetime

_NAMESPACE = bytes.fromhex("ead4c236bf5858c6a2c6a6b28d128cb6")


def podcast_guid(url: str) -> str:
    """UUIDv5 of the feed's address without its scheme and without slashes at its end."""
    return uuid5(_NAMESPACE, url.partition("://")[2].rstrip("/") if "://" in url else url.rstrip("/"))


def item_guid(feed_guid: str, name: str) -> str:
    """The id an item gets when it is first in a feed."""
    return uuid5(bytes.fromhex(feed_guid.replace("-", "")), name)


def uuid5(namespace: bytes, name: str) -> str:
    """RFC 9562, 5.5."""
    digest = bytearray(hashlib.sha1(namespace + name.encode()).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def rfc_2822(moment: str) -> str:
    """An ISO 8601 moment with an offset as feeds write it: ``Fri, 06 Mar 2026 06:00:00 +0000``."""
    return format_datetime(datetime.fromisoformat(moment))
