"""One function per verb: the stages called in order, and no other logic.

Every function raises a subclass of :class:`segment.errors.SegmentError` for what a user can cause.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from segment.model.made import Made
    from segment.model.stems import Stems
    from segment.model.why import Why
    from segment.pipeline.auditions import (
        check_voices,
        learn,
        names_at_risk,
        plan_try,
        play,
        say_word,
        try_voice,
        voice_shelf,
        voices,
    )
    from segment.pipeline.making import make, mix_script
    from segment.pipeline.publishing import (
        build_feed,
        check_feed,
        correct_in_feed,
        publish_show,
        refuse_withheld,
        restore_to_feed,
        serve,
        withdraw_from_feed,
    )
    from segment.pipeline.recordings import check_take, label_takes, list_takes, script_of_take
    from segment.pipeline.reviews import keep_review, read_review, read_works
    from segment.pipeline.scripts import (
        back_timed,
        compare_script,
        export_script,
        keep_script,
        read_script,
        script_length,
        script_notes,
        script_sources,
        write_script,
    )
    from segment.pipeline.showing import check_files, check_show, config, config_schema, new_story, set_config, stories, targets
    from segment.pipeline.templating import (
        check_templates,
        new_template,
        preview_template,
        show_template,
        template_fields,
        templates,
    )
    from segment.project.check_up import Check
    from segment.project.review_file import Kept


_HOMES = {
    "segment.model.made": ("Made",),
    "segment.pipeline.auditions": (
        "check_voices",
        "learn",
        "names_at_risk",
        "plan_try",
        "play",
        "say_word",
        "try_voice",
        "voice_shelf",
        "voices",
    ),
    "segment.pipeline.making": (
        "make",
        "mix_script",
    ),
    "segment.pipeline.publishing": (
        "build_feed",
        "check_feed",
        "correct_in_feed",
        "publish_show",
        "refuse_withheld",
        "restore_to_feed",
        "serve",
        "withdraw_from_feed",
    ),
    "segment.pipeline.recordings": (
        "check_take",
        "label_takes",
        "list_takes",
        "script_of_take",
    ),
    "segment.pipeline.reviews": (
        "keep_review",
        "read_review",
        "read_works",
    ),
    "segment.pipeline.scripts": (
        "back_timed",
        "compare_script",
        "export_script",
        "keep_script",
        "read_script",
        "script_length",
        "script_notes",
        "script_sources",
        "write_script",
    ),
    "segment.pipeline.showing": (
        "check_files",
        "check_show",
        "config",
        "config_schema",
        "new_story",
        "set_config",
        "stories",
        "targets",
    ),
    "segment.pipeline.templating": (
        "check_templates",
        "new_template",
        "preview_template",
        "show_template",
        "template_fields",
        "templates",
    ),
    "segment.project.review_file": ("Kept",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def init(folder: str | Path, *, dry_run: bool = False) -> tuple[Path, ...]:
    """Make a show folder that builds at once; returns the files written, or that would be. Nothing that is there is touched."""
    from segment.project.scaffold import scaffold

    return scaffold(Path(folder), dry_run=dry_run)


def why(out: str | Path) -> Why:
    """What a finished file (or its report, or a folder with one build) was made from, and what the last change made anew."""
    from segment.project.why import why as answer

    return answer(Path(out))


def stems(out: str | Path, deliverable: Literal["podcast", "air"] = "podcast") -> Stems:
    """Voice and music of a made segment, apart and before mastering; ``out`` as for :func:`why`.

    Raises ProjectError for what is not from this tool, and where the build store no longer has it.
    """
    from segment.project.kept_mix import kept_stems
    from segment.project.why import record_of

    return kept_stems(record_of(Path(out)), deliverable)


def doctor(folder: str | Path = ".") -> tuple[Check, ...]:
    """What is there, and what is missing, to make segments on this machine."""
    from segment.project.check_up import check_up

    return check_up(Path(folder))


__all__ = [
    "Kept",
    "Made",
    "back_timed",
    "build_feed",
    "check_feed",
    "check_files",
    "check_show",
    "check_take",
    "check_templates",
    "check_voices",
    "compare_script",
    "config",
    "config_schema",
    "correct_in_feed",
    "doctor",
    "export_script",
    "init",
    "keep_review",
    "keep_script",
    "label_takes",
    "learn",
    "list_takes",
    "make",
    "mix_script",
    "names_at_risk",
    "new_story",
    "new_template",
    "plan_try",
    "play",
    "preview_template",
    "publish_show",
    "read_review",
    "read_script",
    "read_works",
    "refuse_withheld",
    "restore_to_feed",
    "say_word",
    "script_length",
    "script_notes",
    "script_of_take",
    "script_sources",
    "serve",
    "set_config",
    "show_template",
    "stems",
    "stories",
    "targets",
    "template_fields",
    "templates",
    "try_voice",
    "voice_shelf",
    "voices",
    "why",
    "withdraw_from_feed",
    "write_script",
]


def __getattr__(name: str) -> Any:
    # A verb loads its own rooms and no other's: a look at a feed needs no array library.
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME_OF[name]), name)
