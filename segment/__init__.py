"""radio-segment: a written review becomes a radio segment.

The pipeline, one room each:

1. ``review``   READ     page text, Markdown, structured form → Review
2. ``script``   WRITE    Review + template → on-air script
3. ``voice``    SPEAK    script + voices or recordings → spoken lines
4. ``mix``      MIX      spoken lines + music → timeline → programme
5. ``master``   MASTER   loudness, true peak, proof after encoding
6. ``publish``  PUBLISH  tags, chapters, captions, build record

``pipeline`` has one function per verb; ``project`` knows folders and settings; ``cli`` is the command line. Below the
stages: ``library`` (look-up), ``media`` (files, codecs, child processes), ``dsp`` (signal functions), ``model`` (values).

The verbs are functions here:

- ``read_review``, ``write_script``, ``read_script``, ``export_script``, ``compare_script``,
  ``make``, ``mix_script``, ``plan_make``, ``plan_mix``, ``plan_batch``, ``plan_watch``, ``stems``, ``why``;
- for shows ``init``, ``doctor``, ``check_show``, ``config``, ``set_config``, ``config_schema``, ``new_story``, ``stories``,
  ``batch``, ``cluster``, ``watch``; for files ``check_files``;
- for episodes ``make_episode``, ``plan_episode``, ``episode_status``;
- for recordings ``check_take``, ``list_takes``, ``label_takes``, ``script_of_take``;
- for voices ``voices``, ``try_voice``, ``say_word``, ``plan_try``, ``learn``, ``names_at_risk``, ``check_voices``,
  ``voice_shelf``, ``play``;
- for templates ``templates``, ``show_template``, ``new_template``, ``template_fields``, ``check_templates``,
  ``preview_template``;
- for listeners ``build_feed``, ``check_feed``, ``correct_in_feed``, ``withdraw_from_feed``, ``restore_to_feed``,
  ``publish_show``, ``serve``;
- to exchange sound with pydub ``to_audiosegment`` and ``from_audiosegment``.

Importing this package imports nothing else: each name loads its room when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from segment.errors import (
        Cause,
        MasterError,
        MediaError,
        ProjectError,
        PublishError,
        ReviewError,
        ScriptError,
        SegmentError,
        VoiceError,
    )
    from segment.media.exchange import from_audiosegment, to_audiosegment
    from segment.model.made import Made
    from segment.model.review import Review
    from segment.model.sound import Sound
    from segment.pipeline import (
        build_feed,
        check_feed,
        check_files,
        check_show,
        check_take,
        check_templates,
        check_voices,
        compare_script,
        config,
        config_schema,
        correct_in_feed,
        doctor,
        export_script,
        init,
        label_takes,
        learn,
        list_takes,
        make,
        mix_script,
        names_at_risk,
        new_story,
        new_template,
        plan_try,
        play,
        preview_template,
        publish_show,
        read_review,
        read_script,
        read_works,
        restore_to_feed,
        say_word,
        script_of_take,
        serve,
        set_config,
        show_template,
        stems,
        stories,
        template_fields,
        templates,
        try_voice,
        voice_shelf,
        voices,
        why,
        withdraw_from_feed,
        write_script,
    )
    from segment.pipeline.batches import batch, plan_batch
    from segment.pipeline.cluster import cluster
    from segment.pipeline.episodes import episode_status, make_episode, plan_episode
    from segment.pipeline.planning import plan_make, plan_mix
    from segment.pipeline.watching import plan_watch, watch


_HOMES = {
    "segment.pipeline": (
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
        "label_takes",
        "learn",
        "list_takes",
        "make",
        "mix_script",
        "names_at_risk",
        "new_story",
        "new_template",
        "play",
        "preview_template",
        "publish_show",
        "read_review",
        "read_script",
        "read_works",
        "restore_to_feed",
        "say_word",
        "script_of_take",
        "serve",
        "set_config",
        "show_template",
        "stems",
        "stories",
        "template_fields",
        "templates",
        "plan_try",
        "try_voice",
        "voice_shelf",
        "voices",
        "why",
        "withdraw_from_feed",
        "write_script",
    ),
    "segment.pipeline.batches": ("batch", "plan_batch"),
    "segment.pipeline.cluster": ("cluster",),
    "segment.pipeline.episodes": ("episode_status", "make_episode", "plan_episode"),
    "segment.pipeline.planning": ("plan_make", "plan_mix"),
    "segment.pipeline.watching": ("plan_watch", "watch"),
    "segment.media.exchange": ("from_audiosegment", "to_audiosegment"),
    "segment.model.made": ("Made",),
    "segment.model.review": ("Review",),
    "segment.model.sound": ("Sound",),
    "segment.errors": (
        "Cause",
        "MasterError",
        "MediaError",
        "ProjectError",
        "PublishError",
        "ReviewError",
        "ScriptError",
        "SegmentError",
        "VoiceError",
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Cause",
    "Made",
    "MasterError",
    "MediaError",
    "ProjectError",
    "PublishError",
    "Review",
    "ReviewError",
    "ScriptError",
    "SegmentError",
    "Sound",
    "VoiceError",
    "batch",
    "build_feed",
    "check_feed",
    "check_files",
    "check_show",
    "check_take",
    "check_templates",
    "check_voices",
    "cluster",
    "compare_script",
    "config",
    "config_schema",
    "correct_in_feed",
    "doctor",
    "episode_status",
    "export_script",
    "from_audiosegment",
    "init",
    "label_takes",
    "learn",
    "list_takes",
    "make",
    "make_episode",
    "mix_script",
    "names_at_risk",
    "new_story",
    "new_template",
    "plan_batch",
    "plan_episode",
    "plan_make",
    "plan_mix",
    "plan_try",
    "plan_watch",
    "play",
    "preview_template",
    "publish_show",
    "read_review",
    "read_script",
    "read_works",
    "restore_to_feed",
    "say_word",
    "script_of_take",
    "serve",
    "set_config",
    "show_template",
    "stems",
    "stories",
    "template_fields",
    "templates",
    "to_audiosegment",
    "try_voice",
    "voice_shelf",
    "voices",
    "watch",
    "why",
    "withdraw_from_feed",
    "write_script",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'segment' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return __all__
