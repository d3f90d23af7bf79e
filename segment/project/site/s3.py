"""A site in a bucket that speaks S3: Amazon's, or any other under its own address.

Names and keys come from the environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY), never from a file of the show.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
from pathlib import Path
from typing import Any

import msgspec

from segment.errors import Cause, ProjectError, PublishError
from segment.media import files, remade
from segment.project.site.contents import SiteFile

_AMAZON = "https://s3.amazonaws.com"
_PART = 1 << 30
"""Bytes that go in one piece, so that the tag a server gives a file is the MD5 of all of it."""
_HINT = "What is there is whole, and the feed comes last: run it again to go on."


class Sums:
    """MD5s of files by their SHA-256, which the records have: what was read once for a bucket is not read again."""

    def __init__(self, path: Path) -> None:
        """``path`` is where they are kept; what is there and cannot be read is forgotten."""
        self._path = path
        try:
            self._known = msgspec.msgpack.decode(path.read_bytes(), type=dict[str, str])
        except (OSError, msgspec.DecodeError):
            self._known = {}
        self._seen: dict[str, str] = {}

    def md5(self, file: SiteFile) -> str:
        """Of a file as its record has it; the sending itself finds out one that was changed since. Raises MediaError."""
        digest = self._known.get(file.sha256) or hashlib.md5(_bytes(file), usedforsecurity=False).hexdigest()
        self._seen[file.sha256] = digest
        return digest

    def keep(self) -> None:
        """Remember what this publication asked for."""
        if self._seen != self._known:
            with contextlib.suppress(OSError):
                remade.folder(self._path.parent)
                files.put(self._path, msgspec.msgpack.encode(self._seen))


class S3:
    """``s3://bucket/prefix``."""

    def __init__(self, place: str, endpoint: str, sums: Sums) -> None:
        self._sums = sums
        try:
            from minio import Minio
        except ImportError as error:
            raise ProjectError(
                "Publishing to S3 needs a library that is not installed.",
                hint="pip install 'radio-segment[s3]'",
                cause=Cause.MISSING,
            ) from error
        self.place = place
        self._bucket, _, prefix = place.removeprefix("s3://").partition("/")
        self._prefix = f"{prefix.strip('/')}/" if prefix.strip("/") else ""
        address = endpoint or _AMAZON
        key, secret = os.environ.get("AWS_ACCESS_KEY_ID", ""), os.environ.get("AWS_SECRET_ACCESS_KEY", "")
        if not key or not secret:
            raise ProjectError(
                "The keys of the bucket are not in the environment.",
                hint="Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
                cause=Cause.USAGE,
            )
        host = address.partition("://")[2] or address
        region = os.environ.get("AWS_REGION") or None
        try:
            self._client: Any = Minio(
                host.rstrip("/"), access_key=key, secret_key=secret, secure=not address.startswith("http://"), region=region
            )
        except ValueError as error:
            raise ProjectError(
                f"The address of the bucket's server cannot be {endpoint!r}.", hint="publish.endpoint has it."
            ) from error
        self._there: dict[str, str] | None = None

    def same(self, file: SiteFile) -> bool:
        """Whether the bucket has it: lists the bucket once, and compares MD5s."""
        if self._there is None:
            listed = self._asked(
                lambda: [*self._client.list_objects(self._bucket, prefix=self._prefix, recursive=True)],
                f"look into {self._bucket}",
            )
            self._there = {one.object_name: (one.etag or "").strip('"') for one in listed}
        tag = self._there.get(self._prefix + file.name)
        return tag is not None and tag == self._sums.md5(file)

    def put(self, file: SiteFile) -> None:
        """Send it whole; a server shows nothing of it before."""
        data = _bytes(file)
        if hashlib.sha256(data).hexdigest() != file.sha256:
            raise PublishError(
                f"{file.name} was changed since it was made.", hint="Make the segment again.", cause=Cause.MATERIAL
            )
        self._asked(
            lambda: self._client.put_object(
                self._bucket, self._prefix + file.name, io.BytesIO(data), len(data), content_type=file.media_type, part_size=_PART
            ),
            f"send {file.name}",
        )

    def done(self) -> None:
        """Remember the sums."""
        self._sums.keep()

    def _asked(self, ask: Any, what: str) -> Any:
        from minio.error import MinioException
        from urllib3.exceptions import HTTPError

        try:
            return ask()
        except (MinioException, HTTPError, OSError, ValueError) as error:
            reason = (
                "it cannot be reached" if isinstance(error, HTTPError | OSError) else getattr(error, "code", "") or str(error)
            )
            raise PublishError(f"The server would not {what}: {reason.rstrip('.')}.", hint=_HINT, cause=Cause.MACHINE) from error


def _bytes(file: SiteFile) -> bytes:
    return file.data if file.source is None else files.read_bytes(file.source, _PART)
