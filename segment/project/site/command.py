"""A site that a command of the user's takes away: rsync, scp, rclone, lftp for SFTP …

The site is put together in a folder first. The command runs twice: without the feed, and when that went well, with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from segment.errors import Cause, MediaError, ProjectError, PublishError
from segment.media.programs import Programs
from segment.project.site.contents import SiteFile
from segment.project.site.folder import Folder
from segment.project.site.looked import Looked

_HOURS_6 = 6 * 3600.0
_MOST_SAID = 10_000_000
_WHERE = "{folder}"


class Command:
    """``{folder}`` in the command stands for the folder; ``feed`` is the name of the file that goes last."""

    def __init__(self, command: Sequence[str], folder: Path, feed: str, looked: Looked) -> None:
        if not any(_WHERE in word for word in command):
            raise ProjectError(
                "The command (publish.command) does not say {folder}.",
                hint='Such as ["rsync", "-a", "{folder}/", "me@example.org:/var/www/friday/"].',
            )
        self.place = " ".join(command)
        self._command, self._root, self._feed = command, folder, feed
        self._folder = Folder(folder, looked)
        self._last: SiteFile | None = None

    def same(self, file: SiteFile) -> bool:
        """Of the feed nobody knows whether it arrived; the command itself copies only what changed."""
        return file.name != self._feed and self._folder.same(file)

    def put(self, file: SiteFile) -> None:
        """Put it into the folder; the feed waits."""
        if file.name == self._feed:
            self._last = file
        else:
            self._folder.put(file)

    def done(self) -> None:
        """Run the command for everything but the feed, then with it. Raises PublishError where it fails."""
        (self._root / self._feed).unlink(missing_ok=True)
        self._run()
        if self._last is not None:
            self._folder.put(self._last)
            self._run()
        self._folder.done()

    def _run(self) -> None:
        words = [word.replace(_WHERE, str(self._root)) for word in self._command]
        try:
            Programs().run(words, name=words[0], timeout_s=_HOURS_6, most_bytes=_MOST_SAID)
        except MediaError as error:
            cause = error.cause if error.cause is Cause.MISSING else Cause.MACHINE
            raise PublishError(
                error.message, hint="The feed that is out there is untouched; run it again.", cause=cause
            ) from error
