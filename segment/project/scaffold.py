"""A new show folder that builds at once: settings, an example story, and places for templates, voices and music."""

from __future__ import annotations

from pathlib import Path

from segment import review as reading
from segment.errors import Cause, ProjectError
from segment.library.places import built_in
from segment.media import files
from segment.project.story import STORIES, TAKES

EXAMPLE = "salt-in-the-piano"
"""The review that ships with the tool."""

_SETTINGS = """\
# The show's settings. Every line can go: what is not said here is the house's default.

[show]
name = "The Friday Review"
website = "our website"
language = "en"

# A person bound to a role is expected to record it: until there is a take, a synthetic voice stands in and the files are
# named SCRATCH. Write synthetic = "allowed" to let it stay.
# [roles.critic]
# person = "The critic's name"

[air]
host = "live"        # the host reads INTRO and TAG in the studio; the air file is the PIECE alone

# Your own music, with where it may be used:
# [beds.intro]
# file = "beds/theme.wav"
# rights = ["air", "podcast"]
"""

_NOTES = {
    "scripts/README.txt": "Script templates of this show (NAME.j2). One called review.j2 takes the place of the built-in.\n",
    "voices/README.txt": "Voice profiles of this show (NAME.toml). host.toml and critic.toml replace the built-in ones.\n",
    "episodes/README.txt": "Episodes of this show, a folder each: NAME/episode.toml names the segments in order, such as\n\n"
    f'title = "The first one"\n\n[[segments]]\nstory = "{EXAMPLE}"\n\n'
    "and segment episode NAME makes it.\n",
    "beds/README.txt": "Music of this show. Name each file in segment.toml under [beds.NAME].\n",
}


def scaffold(folder: Path, *, dry_run: bool = False) -> tuple[Path, ...]:
    """Write the folder; under ``dry_run`` only say what it would hold.

    Raises ProjectError where any of its files is there already: nothing is touched then.
    """
    page = built_in("examples") / EXAMPLE / "review.page.txt"
    review = reading.read(page.read_bytes(), name=page.name)
    story = f"{STORIES}/{EXAMPLE}"
    wanted = {
        "segment.toml": _SETTINGS,
        **_NOTES,
        f"{story}/review.md": reading.to_markdown(review),
        f"{story}/{TAKES}/README.txt": "Recordings, named after the role they replace: critic.wav, host.m4a.\n",
    }
    there = [folder / name for name in wanted if (folder / name).exists()]
    if there:
        raise ProjectError(f"{there[0]} is there already: nothing was written.", hint="Choose a new folder.", cause=Cause.USAGE)
    if dry_run:
        return tuple(folder / name for name in wanted)
    written = []
    for name, text in wanted.items():
        path = folder / name
        files.make_folder(path.parent)
        with files.replace(path) as part:
            part.write_bytes(text.encode())
        written.append(path)
    return tuple(written)
