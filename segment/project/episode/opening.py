"""What a story's own script has the host say before the piece: the words a link is made of where nothing else is said."""

from __future__ import annotations

from pathlib import Path

from segment.errors import SegmentError
from segment.media import text
from segment.model.project import Project
from segment.model.script import Part, Script, Speech
from segment.project.drafts import LIMIT, roles_of
from segment.project.story import SCRIPT
from segment.script.parsing import examine
from segment.script.printing import to_text


def opening_lines(folder: Path, project: Project) -> tuple[str, ...]:
    """The host's lines of the INTRO in the script of a story's folder, with their marks and comments, without the greeting.

    None where the script cannot be read: the link is then made of the title.
    """
    try:
        script = examine(text.read(folder / SCRIPT, LIMIT), roles=roles_of(project)).script
        return tuple(_spoken(script, project.show.greeting))
    except SegmentError:
        return ()


def _spoken(script: Script, greeting: str) -> list[str]:
    part = ""
    lines = []
    for item in script.items:
        if isinstance(item, Part):
            part = item.name
        elif isinstance(item, Speech) and part == "INTRO" and item.role == "host" and item.only != "air":
            line = to_text(Script(items=(item,))).strip().partition(":")[2].strip()
            if line.partition(" ;")[0].strip() != greeting.strip() or not greeting:
                lines.append(line)
    return lines
