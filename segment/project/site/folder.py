"""A site in a folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from segment.errors import Cause, PublishError
from segment.media import files, refusal
from segment.project.site.contents import SiteFile
from segment.project.site.looked import Looked


class Folder:
    """A file is there when its length and its hash are right."""

    def __init__(self, folder: Path, looked: Looked) -> None:
        self.place = str(folder)
        self._folder, self._looked = folder, looked

    def same(self, file: SiteFile) -> bool:
        """Whether the file is there, byte for byte."""
        path = self._folder / file.name
        return path.is_file() and path.stat().st_size == file.bytes and self._looked.sha256(path) == file.sha256

    def put(self, file: SiteFile) -> None:
        """Copy it under a temporary name, then give it its own. Raises PublishError for a copy that is not whole."""
        path = self._folder / file.name
        files.make_folder(path.parent)
        with files.replace(path) as part:
            if file.source is None:
                part.write_bytes(file.data)
            else:
                try:
                    shutil.copyfile(file.source, part)
                except OSError as error:
                    raise refusal.writing(path, error) from error
            if files.sha256(part) != file.sha256:
                raise PublishError(
                    f"{file.name} was changed since it was made.", hint="Make the segment again.", cause=Cause.MATERIAL
                )

    def done(self) -> None:
        """Remember what is there."""
        self._looked.keep()
