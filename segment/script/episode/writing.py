"""An episode's brief and a template become the script of its links."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from segment.errors import Cause, ScriptError, Where
from segment.model.lexicon import Lexicon
from segment.script.episode.brief import EpisodeBrief
from segment.script.head import head
from segment.script.lexicon.printing import with_pronouncers
from segment.script.sandbox import file_of
from segment.script.uttering import NOBODY
from segment.script.writing import Renderer


class WrittenEpisode(NamedTuple):
    """A script, and what it was made by."""

    text: str
    templates: tuple[str, ...]
    """Names of the templates that were read."""
    places: tuple[Where | None, ...]
    """For each line of the script where it was made."""


def write_episode(
    brief: EpisodeBrief, *, template: str, source: Callable[[str], str], name: str = "", lexicon: Lexicon = NOBODY
) -> WrittenEpisode:
    """The script of an episode's links; ``source`` and ``name`` as in :func:`segment.script.writing.write`.

    Raises ScriptError for a template that fails, and for one that writes reviews.
    """
    read: dict[str, str] = {}

    def remembered(asked: str) -> str:
        read[asked] = source(asked)
        return read[asked]

    if head(template, remembered).writes != "episodes":
        raise ScriptError(
            f"The template {template} writes the script of a review, not of an episode.",
            where=Where(file=name or file_of(template)),
            hint="One for episodes says “for: episodes” in its first comment.",
            cause=Cause.USAGE,
        )
    language = "fr" if brief.french else "en"
    renderer = Renderer(template=template, source=remembered, name=name, language=language)
    text = with_pronouncers(renderer.render(brief), lexicon, language)
    return WrittenEpisode(text, tuple(read), renderer.places)
