"""No fake critic: what a synthetic voice may not say, and who is told to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from segment.errors import MediaError, ProjectError, VoiceError
from segment.model.project import Project, Role
from segment.model.utterance import Phrase, SayWord, Silence, Utterance
from segment.project.casting import cast
from segment.project.claims import without_claims
from segment.project.house import house


def line(text: str, role: str = "critic") -> Utterance:
    """One spoken line of one sentence."""
    words = tuple(SayWord(display=word, say=word) for word in text.split())
    return Utterance(id=f"{role}-1", role=role, pieces=(Phrase(words=words), Silence(seconds=0.3)))


@pytest.mark.parametrize(
    "claim",
    [
        "I'm Marc Glassman.",
        "I’m Marc Glassman.",
        "I am Marc Glassman, and this was Rust and Bone.",
        "For Classical Radio, I'm Marc Glassman.",
        "This is Marc Glassman.",
        "My name is Marc Glassman.",
        "i'm marc glassman",
        "Je m'appelle Marc Glassman.",
    ],
)
def test_a_synthetic_voice_never_says_it_is_the_critic(claim: str) -> None:
    """The sentence is left out, and a note names the line and the person."""
    kept, notes = without_claims([line(claim)], {"critic"}, {"Marc Glassman"})
    assert not any(isinstance(piece, Phrase) for piece in kept[0].pieces)
    assert len(notes) == 1
    assert "Marc Glassman" in notes[0].message
    assert "critic-1" in notes[0].message


@pytest.mark.parametrize("claim", ["I'm Ann Other.", "And I'm Ann Other."])
def test_a_name_nobody_told_us_is_known_by_its_sign_off(claim: str) -> None:
    """A script without a review names a person we never heard of: the short sign-off is still left out."""
    kept, notes = without_claims([line(claim)], {"critic"}, set())
    assert notes
    assert not any(isinstance(piece, Phrase) for piece in kept[0].pieces)


@pytest.mark.parametrize(
    "text",
    [
        "I'm sure Marc Glassman would agree.",
        "I'm not going to tell you the ending.",
        "This is Rust and Bone.",
        "I am in Paris.",
        "Marc Glassman wrote this review.",
        "I'm Spartacus, he says, and the whole camp stands up with him and says it too.",
    ],
)
def test_other_sentences_stay(text: str) -> None:
    """A sentence that claims nobody's name is spoken as it stands."""
    utterances = (line(text),)
    assert without_claims(utterances, {"critic"}, {"Marc Glassman"}) == (utterances, ())


def test_a_person_may_say_who_he_is() -> None:
    """A recorded role keeps its sign-off."""
    utterances = (line("I'm Marc Glassman."),)
    assert without_claims(utterances, {"host"}, {"Marc Glassman"}) == (utterances, ())


def test_a_script_is_written_for_the_person_who_will_record_it() -> None:
    """A bound role without a take is not called synthetic in the script, one that is allowed to stay synthetic is."""
    scratch = Project(roles={"critic": Role(person="Marc Glassman")})
    allowed = Project(roles={"critic": Role(person="Marc Glassman", synthetic="allowed")})
    assert not house(scratch, (), "", None).critic.synthetic
    assert house(allowed, (), "", None).critic.synthetic
    assert not house(allowed, ("critic",), "", None).critic.synthetic
    assert house(Project(), (), "Marc Glassman", None).critic.person == "Marc Glassman"
    assert house(Project(), (), "Marc Glassman", None).critic.synthetic


def test_scratch_is_a_bound_role_without_a_take() -> None:
    """Only a role with a person, no recording and no permission is scratch."""
    project = Project(roles={"critic": Role(person="Marc Glassman")})
    assert cast(("host", "critic"), project, {}, {}).scratch == ("critic",)
    assert cast(("host", "critic"), project, {}, {"critic": Path("x.wav")}).scratch == ()
    allowed = Project(roles={"critic": Role(person="Marc Glassman", synthetic="allowed")})
    assert cast(("host", "critic"), allowed, {}, {}).scratch == ()


def test_host_and_critic_are_different_voices() -> None:
    """Without any setting the two roles do not share a voice, and another role has one too."""
    voices = cast(("host", "critic", "guest"), Project(), {}, {}).voices
    assert voices["host"].voice != voices["critic"].voice
    assert voices["guest"].voice


def test_a_voice_is_chosen_by_command_line_then_project(tmp_path: Path) -> None:
    """The command line wins over the project, the project over the role's name."""
    project = Project(roles={"critic": Role(voice="critic-gb")})
    assert cast(("critic",), project, {}, {}).voices["critic"].name == "critic-gb"
    assert cast(("critic",), project, {"critic": "host"}, {}).voices["critic"].name == "host"
    with pytest.raises(ProjectError, match="crtic"):
        cast(("critic",), project, {"critic": "crtic"}, {})
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / "bad.toml").write_text('voice = "en-us"\nrte = 3\n')
    with pytest.raises(VoiceError, match="rte"):
        cast(("critic",), Project(root=str(tmp_path)), {"critic": "bad"}, {})


def test_a_voice_profile_that_is_not_text_is_told(tmp_path: Path) -> None:
    """A profile saved in another encoding is a sentence with its file, not a traceback."""
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / "host.toml").write_bytes('sounds = "été"\n'.encode("latin-1"))
    with pytest.raises(MediaError, match="UTF-8"):
        cast(("host",), Project(root=str(tmp_path)), {}, {})


def test_a_recording_is_cleaned_as_the_roles_profile_says(tmp_path: Path) -> None:
    """The profile of the command line, else of the project, else the usual one says what may be done; no engine is needed."""
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / "booth.toml").write_text(
        'engine = "piper"\nvoice = "x.onnx"\n[take]\nnoise_db = 3\n', encoding="utf-8"
    )
    takes = {"critic": (Path("x.wav"),)}
    usual = cast(("critic",), Project(root=str(tmp_path)), {}, takes).presets["critic"]
    chosen = cast(("critic",), Project(root=str(tmp_path)), {"critic": "booth"}, takes).presets["critic"]
    named = cast(("critic",), Project(root=str(tmp_path), roles={"critic": Role(voice="booth")}), {}, takes).presets["critic"]
    assert (usual.allowed.noise_db, chosen.allowed.noise_db, named.allowed.noise_db) == (12, 3, 3)
    assert (usual.path.name, chosen.path.name) == ("critic.toml", "booth.toml")
