"""``segment templates``: what there is, a copy to change, what it makes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import PAGE, Segment


@pytest.fixture
def show(tmp_path: Path) -> Path:
    """A show with one story whose script was written."""
    story = tmp_path / "stories" / "short"
    story.mkdir(parents=True)
    (tmp_path / "segment.toml").write_text("", encoding="utf-8")
    (story / "review.md").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_every_template_is_listed_and_shown(segment: Segment, show: Path) -> None:
    """The list says what each is for and how long; show prints the text."""
    found = {entry["name"]: entry for entry in json.loads(segment("templates", "list", "--json", cwd=show).stdout)["templates"]}
    assert found["review-60"]["length_s"] == 60
    assert found["evergreen"]["evergreen"]
    assert all(entry["about"] and not entry["wrong"] for entry in found.values())
    assert '{% extends "review.j2" %}' in segment("templates", "show", "review-60", cwd=show).stdout


def test_a_copy_teaches_and_makes_the_same_script(segment: Segment, show: Path) -> None:
    """The copy has comments, makes what the original makes, and is never written over."""
    made = segment("templates", "new", "friday", cwd=show)
    path = show / "scripts" / "friday.j2"
    assert made.stdout.strip() == str(path)
    assert path.read_text(encoding="utf-8").count("{#") > 6
    story = "stories/short/review.md"
    texts = [segment("script", story, "-t", name, cwd=show).stdout for name in ("friday", "review")]
    assert texts[0] == texts[1] != ""
    path.write_text("mine", encoding="utf-8")
    again = segment("templates", "new", "friday", cwd=show)
    assert (again.returncode, path.read_text(encoding="utf-8")) == (2, "mine")


def test_fields_have_values_and_what_the_show_lacks(segment: Segment, show: Path) -> None:
    """Every field is there with its value, and with how many reviews of the show have none."""
    told = json.loads(segment("templates", "fields", "stories/short/review.md", "--json", cwd=show).stdout)
    fields = {entry["name"]: entry for entry in told["fields"]}
    assert told["reviews"] == 1
    assert fields["work.title"]["value"] == "The Short One"
    assert (fields["work.rating"]["value"], fields["work.rating"]["lacking"]) == ("", 1)
    assert fields["house.out_cue"]["help"]


def test_check_names_the_line_and_what_it_made(segment: Segment, show: Path) -> None:
    """A mistake is shown at its line of the .j2 with the line of the script; a cue that cannot come out is found; exit 1."""
    (show / "scripts").mkdir()
    text = "PIECE:\nMUSIC: intro, sneek out\n{% if false %}\nPAUSE: 2s\n{% endif %}\nCRITIC: {{ say }}\n"
    bad = show / "scripts" / "bad.j2"
    bad.write_text(text.replace("{{ say }}", "Look 🎬 here."), encoding="utf-8")
    told = segment("templates", "check", "bad", "--json", cwd=show)
    assert told.returncode == 1
    found = {note["code"]: note for note in json.loads(told.stdout)["templates"][0]["findings"]}
    assert found["ST002"]["where"]["line"] == 2
    assert "MUSIC: intro, sneek out" in found["ST002"]["message"]
    assert found["ST003"]["where"]["line"] == 4
    assert found["ST004"]["where"]["line"] == 6
    bad.write_text(text, encoding="utf-8")
    found = {
        note["code"]: note
        for note in json.loads(segment("templates", "check", "bad", "--json", cwd=show).stdout)["templates"][0]["findings"]
    }
    assert set(found) == {"ST001"}
    assert found["ST001"]["where"]["line"] == 6


def test_past_stories_are_held_against_a_template(segment: Segment, show: Path) -> None:
    """What a template would write now is shown line by line against what stands there, and nothing is changed."""
    story = show / "stories" / "short"
    script = segment("script", "stories/short/review.md", cwd=show).stdout
    (story / "script.txt").write_text(script, encoding="utf-8")
    same = json.loads(segment("templates", "check", "review", "--against", "stories", "--json", cwd=show).stdout)
    assert same["differences"] == [{"story": "short", "template": "review", "lines": [], "wrong": ""}]
    edited = script.replace("PIECE:", "PIECE:\nCRITIC: A line of mine.")
    (story / "script.txt").write_text(edited, encoding="utf-8")
    told = segment("templates", "check", "review", "--against", "stories", cwd=show)
    assert "short, review: 1 lines differ" in told.stdout
    assert "- CRITIC: A line of mine." in told.stdout
    assert (story / "script.txt").read_text(encoding="utf-8") == edited


def test_a_preview_is_script_notes_and_length(segment: Segment, show: Path) -> None:
    """Nothing is written; a mistake of the script is shown where the template made it."""
    told = json.loads(segment("templates", "preview", "review-60", "stories/short/review.md", "--json", cwd=show).stdout)
    assert told["text"].startswith("SLUG: THE-SHORT-ONE\n")
    assert 10 < told["length_s"] < 60
    assert any(path.endswith("review.md") for path in told["watched"])
    assert sorted(path.name for path in (show / "stories" / "short").iterdir()) == ["review.md"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("show", "reviev"), 3, "Did you mean review?"),
        (("new", "../mine"), 2, "no name for a template"),
        (("new", "mine", "--from", "nosuch"), 3, "no template called"),
        (("check", "--against", "nowhere"), 2, "no folder"),
        (("preview", "review", "nowhere.txt"), 1, "nowhere.txt"),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_a_sentence(
    segment: Segment, show: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    """Mistakes end with their exit code and a sentence, never a traceback."""
    done = segment("templates", *arguments, cwd=show)
    assert done.returncode == code, done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_template_that_stands_on_none_says_where(segment: Segment, tmp_path: Path) -> None:
    """A parent or a length that is none is told with the file and line it is written in, and no script is said to be made."""
    (tmp_path / "segment.toml").write_text("")
    template = tmp_path / "scripts" / "friday.j2"
    template.parent.mkdir()
    for text, told in (
        ('{# For Friday. #}\n\n{% extends "revue.j2" %}\n', "friday.j2:3: There is no template called “revue.j2”."),
        (
            '{# For Friday.\n   length: soon #}\n{% extends "review.j2" %}\n',
            "friday.j2:2: The template's length is",
        ),
    ):
        template.write_text(text, encoding="utf-8")
        done = segment("templates", "check", "friday", cwd=tmp_path)
        assert done.returncode == 1
        assert done.stdout.startswith("friday: no script, 1 error, 0 notes\n")
        assert told in done.stdout
