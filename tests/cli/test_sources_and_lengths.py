"""``--sources``, the length band and learned paces, from the outside."""

from __future__ import annotations

import json
import re
from pathlib import Path

import soundfile

from segment.sentences import sentences
from segment.units import parse_span, parse_time
from tests.cli.conftest import EXAMPLE, PAGE, SHORT, Segment
from tests.voice.take import readers, recordings

SAID = [
    text.replace("[300ms] ", "")
    for line in SHORT.splitlines()
    if line.startswith("CRITIC: ")
    for text in sentences(line.partition(": ")[2])
]
SHOW = '[roles.critic]\nperson = "Ann Roe"\n'


def test_every_spoken_sentence_is_shown_with_its_source(segment: Segment, tmp_path: Path) -> None:
    """Of a review each sentence of the critic's has the one of the page it came from, and the host's are bridges."""
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    told = json.loads(segment("script", "page.md", "--sources", "--json", cwd=tmp_path).stdout)["sources"]
    critic = [one for one in told if one["role"] == "critic"]
    assert len(critic) >= 3
    assert all(one["source"]["text"] in PAGE for one in critic)
    assert all(one["bridge"] for one in told if one["role"] == "host")
    shown = segment("script", "page.md", "--sources", cwd=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.count("← ") == len(told)


def test_a_sentence_from_nowhere_is_seen_in_a_story(segment: Segment, tmp_path: Path) -> None:
    """In a story's folder an edited script is held against its review; outside a story that cannot be."""
    story = tmp_path / "stories" / "short"
    story.mkdir(parents=True)
    (tmp_path / "segment.toml").write_text("", encoding="utf-8")
    (story / "review.md").write_text(PAGE, encoding="utf-8")
    script = "SLUG: X\n\nPIECE:\nCRITIC: The sea is in every picture. Nobody asked the goats about the tax on hay.\n"
    (story / "script.txt").write_text(script, encoding="utf-8")
    told = json.loads(segment("script", "stories/short", "--sources", "--json", cwd=tmp_path).stdout)["sources"]
    assert [bool(one["source"]) for one in told] == [True, False]
    (tmp_path / "alone.txt").write_text(SHORT, encoding="utf-8")
    alone = segment("script", "alone.txt", "--sources", cwd=tmp_path)
    assert alone.returncode == 1
    assert "story of a show" in alone.stderr


def test_the_band_holds_what_is_made(segment: Segment, tmp_path: Path) -> None:
    """A script is printed with where its length lies; what is made of it lies there, but for the music behind the last word."""
    written = segment("script", EXAMPLE, cwd=tmp_path)
    (tmp_path / "s.txt").write_text(written.stdout, encoding="utf-8")
    runs = re.search(r"^Runs (\S+?)\.?$", written.stderr, re.MULTILINE)
    assert runs is not None
    shortest, longest = parse_span(runs[1])
    assert shortest < longest
    assert segment("mix", "s.txt", "-o", "out", cwd=tmp_path).returncode == 0
    record = json.loads(next((tmp_path / "out").glob("*.report.json")).read_text(encoding="utf-8"))
    podcast = next(made for made in record["deliverables"] if made["name"] == "podcast")
    assert shortest - 1 <= podcast["lines"][-1]["end_s"] <= longest + 1


def test_the_pace_of_a_person_is_learned_and_printed(segment: Segment, tmp_path: Path) -> None:
    """Once a person's reading was mixed, his copy is printed at his pace, and says from how much it was learned."""
    (tmp_path / "segment.toml").write_text(SHOW, encoding="utf-8")
    (tmp_path / "script.txt").write_text(SHORT, encoding="utf-8")
    made = recordings.flubbed(SAID, readers.EMBEDDED, every=99)
    soundfile.write(tmp_path / "friday.flac", made.samples, readers.RATE)

    def copy() -> str:
        return segment("script", "script.txt", "--format", "reader", "--for", "critic", cwd=tmp_path).stdout

    assert "160 words a minute" in copy()
    assert segment("mix", "script.txt", "--take", "critic=friday.flac", cwd=tmp_path).returncode == 0
    learned = re.search(r"For Ann Roe: (\S+) to read at (\d+) words a minute, as learned from (\S+) of reading", copy())
    assert learned is not None
    words = sum(len(text.split()) for text in SAID)
    assert abs(words * 60 / int(learned[2]) - parse_time(learned[1])) <= 1
    assert abs(parse_time(learned[1]) - parse_time(learned[3])) <= 3
