"""``--slot``, ``--cart``, ``--out-at`` and SLOT, from the outside: files that are as long as they were asked to be."""

from __future__ import annotations

import json
from pathlib import Path

import soundfile

from tests.cli.conftest import EXAMPLE, Segment


def test_a_slot_is_hit_to_the_frame(segment: Segment, tmp_path: Path) -> None:
    """The podcast decodes to exactly a minute; the air file is the rest of the clock, 0–2 s under, its last word 3 s before."""
    done = segment("make", EXAMPLE, "--slot", ":60", "-o", tmp_path, "--out-at", "8:58:30", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert soundfile.info(next(tmp_path.glob("*.mp3"))).frames == 60 * 44_100
    clock = next(line for line in done.stderr.splitlines() if "SC110" in line)
    cart = int(clock.partition("cart :")[2][:2])
    length = soundfile.info(next(tmp_path.glob("*.wav"))).frames / 48_000
    assert cart - 2 <= length <= cart
    record = json.loads(next(tmp_path.glob("*.report.json")).read_text(encoding="utf-8"))
    air = next(d for d in record["deliverables"] if d["name"] == "air")
    assert air["lines"][-1]["end_s"] <= length - 2.9
    assert done.stdout.rstrip().endswith("8:58:30  out")


def test_a_script_too_long_is_not_touched(segment: Segment, tmp_path: Path) -> None:
    """It stops with exit 4, the seconds and words, and cuts to choose from; the script stays as it was and nothing is made."""
    said = segment("script", EXAMPLE, "--slot", ":60", cwd=tmp_path).stdout.replace("SLOT: 1:00", "SLOT: :35")
    script = tmp_path / "s.txt"
    script.write_text(said, encoding="utf-8")
    done = segment("mix", script, "-o", tmp_path / "out", cwd=tmp_path)
    assert done.returncode == 4
    assert "s over, about" in done.stderr
    assert "Cuts to choose from" in done.stderr
    assert script.read_text(encoding="utf-8") == said
    assert not list(tmp_path.glob("out/*.mp3"))


def test_a_cart_sets_the_air_file_alone(segment: Segment, tmp_path: Path) -> None:
    """With ``--cart`` the air file is that long, the script says so, and the podcast is as long as it is."""
    done = segment("make", EXAMPLE, "--cart", ":45", "-o", tmp_path, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert 43 <= soundfile.info(next(tmp_path.glob("*.wav"))).duration <= 45
    assert "\nCART: :45\n" in next(tmp_path.glob("*.script.txt")).read_text(encoding="utf-8")


def test_a_length_that_is_none_is_refused(segment: Segment, tmp_path: Path) -> None:
    """A range that ends before it begins, and a time of day that is none, are mistakes of usage."""
    for arguments in (("--slot", "3:00-2:00"), ("--cart", "soon"), ("--out-at", "25:00")):
        done = segment("make", EXAMPLE, *arguments, cwd=tmp_path)
        assert done.returncode == 2
        assert "is not a" in done.stderr
