"""A synthetic voice in a person's recording: only where it is asked for and allowed, and never unsaid."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace

from segment.model.project import Project, Role
from segment.model.sound import Sound, Spoken, Word
from segment.model.take import Edit
from segment.model.timeline import Timeline, Voiced
from segment.model.utterance import Utterance
from segment.project.stand_ins import StoodIn, stood_in
from segment.project.views import is_synthetic
from segment.voice.take.editing import edited
from segment.voice.take.list_reading import read_list
from segment.voice.take.list_text import list_text
from segment.voice.take.obeying import obeyed
from segment.voice.take.taking import Recording, recording
from tests.voice.take.conftest import TEXTS
from tests.voice.take.readers import EMBEDDED, RATE, lines
from tests.voice.take.recordings import noisy, straight

CLAIM = "I'm Ann Example."


def speak(asked: Sequence[Utterance]) -> list[Spoken]:
    """A second of noise for each line."""
    rng = np.random.default_rng(1)
    out = []
    for line in asked:
        samples = (0.1 * rng.normal(size=(RATE, 1))).astype(np.float32)
        count = len(line.display.split())
        words = tuple(
            Word(text=word, start=n * RATE // count, end=(n + 1) * RATE // count) for n, word in enumerate(line.display.split())
        )
        sound = Sound(samples=samples, rate=RATE, fingerprint=line.id)
        out.append(Spoken(id=line.id, role=line.role, voice="other", sound=sound, words=words))
    return out


def taken(missing: str) -> tuple[Recording, Edit]:
    """Two sentences that were read, one that was not, and a list that wants a voice for it."""
    script = lines([*TEXTS[:2], missing])
    read = noisy(straight(TEXTS[:2], EMBEDDED), 45)
    made = recording(
        "critic", [("friday.wav", Sound(samples=read.samples.reshape(-1, 1), rate=RATE, fingerprint="a" * 64))], script
    )
    edit = edited(script, made.samples, made.rate, by="voice")
    edit = replace(edit, choices=(*edit.choices[:2], replace(edit.choices[2], readings=(), used=-1)))
    text = list_text("critic", made.parts, edit)
    asked = text[: text.index("; not found")] + "* voice" + text[text.index("\n", text.index("; not found")) :]
    return made, obeyed(edit, read_list(asked), made.parts).edit


def done(missing: str, project: Project) -> StoodIn:
    """What became of it."""
    made, edit = taken(missing)
    assert edit.choices[2].stand_in
    return stood_in("critic", made, edit, project, frozenset({"Ann Example"}), speak)


def test_a_voice_stands_in_where_nobody_is_bound_to_the_role() -> None:
    """It is heard behind the recording's end, and told as a warning with the sentence and the voice."""
    answer = done(TEXTS[2], Project())
    assert answer.edit.choices[2].reading is not None
    assert answer.edit.choices[2].stand_in
    assert [note.code for note in answer.notes] == ["TK019"]
    assert TEXTS[2] in answer.notes[0].message
    assert "(other)" in answer.notes[0].message


def test_nobody_stands_in_for_a_person_unless_the_show_allows_it() -> None:
    """A role bound to a person refuses, with the setting that would allow it; allowed, it does not."""
    bound = Role(person="Ann Example")
    refused = done(TEXTS[2], Project(roles={"critic": bound}))
    assert refused.edit.choices[2].reading is None
    assert "for Ann Example" in refused.notes[0].message
    assert "synthetic" in refused.notes[0].hint
    allowed = done(TEXTS[2], Project(roles={"critic": replace(bound, synthetic="allowed")}))
    assert allowed.edit.choices[2].reading is not None


def test_it_never_says_that_it_is_the_person() -> None:
    """A sentence with the person's name as the speaker's own is left out, and told."""
    answer = done(CLAIM, Project(roles={"critic": Role(person="Ann Example", synthetic="allowed")}))
    assert answer.edit.choices[2].reading is None
    assert [note.code for note in answer.notes] == ["PJ010"]


def test_listeners_are_told() -> None:
    """A programme in which a synthetic voice says some of a person's line is marked as such: tags, sheet and feed follow it."""
    voiced = Voiced(
        id="critic-1", role="critic", voice="take", part="PIECE", text="", start=0, end=1, gain_db=0, words=(), synthetic=False
    )
    alone = Timeline(deliverable="podcast", rate=48000, frames=1, voiced=(voiced,))
    assert not is_synthetic(alone)
    assert is_synthetic(replace(alone, voiced=(replace(voiced, stood_in=True),)))
