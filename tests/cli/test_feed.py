"""``segment feed`` from the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path


def test_a_show_is_made_and_becomes_a_feed_that_passes(segment, tmp_path: Path) -> None:
    """From init to publish: the podcast's M4A is in the feed, the air programme's is not, and no rule is broken; made again and
    corrected it goes out as -r2 under its old id, and it can be withdrawn and taken back."""
    show = tmp_path / "show"
    segment("init", show, cwd=tmp_path)
    with (show / "segment.toml").open("a", encoding="utf-8") as file:
        file.write('\n[feed]\nurl = "https://example.org/friday/feed.xml"\nauthor = "Radio"\ndescription = "Reviews."\n')
        file.write('[deliverables.app]\nformat = "m4a"\n[deliverables.desk]\nformat = "m4a"\nprogramme = "air"\n')
    story = show / "stories" / "short"
    story.mkdir()
    (story / "script.txt").write_text(
        "SLUG: SHORT\nTITLE: Short\n\nINTRO:\nHOST: A film.\n\n"
        "PIECE:\nMUSIC: intro, establish 1s, sneak out\nCRITIC: I liked it.\n",
        encoding="utf-8",
    )
    done = segment("mix", "stories/short/script.txt", "--formats", "all", cwd=show)
    assert done.returncode == 0, done.stderr
    done = segment("feed", "build", "--json", cwd=show)
    assert done.returncode == 0, done.stderr + done.stdout
    assert json.loads(done.stdout)["items"] == 1
    text = (show / "feed.xml").read_text(encoding="utf-8")
    assert text.count("<podcast:transcript ") == 4
    assert '<podcast:txt purpose="ai-content">true</podcast:txt>' in text
    assert text.count("<podcast:alternateEnclosure ") == 2
    assert 'short/short.app.m4a"' in text
    assert "desk" not in text
    done = segment("feed", "check", cwd=show)
    assert done.returncode == 0, done.stdout
    done = segment("publish", cwd=show)
    assert done.stdout.splitlines()[:2] == ["short/short.mp3", "short/short.app.m4a"]
    first = (show / "site" / "short" / "short.mp3").read_bytes()
    record = json.loads((story / "out" / "short.report.json").read_text(encoding="utf-8"))
    guid = re.search("<guid[^>]*>(.*)</guid>", text)
    assert guid
    assert f"TGID {guid[1]}" in record["tags"]

    script = (story / "script.txt").read_text(encoding="utf-8")
    (story / "script.txt").write_text(script.replace("I liked it.", "I did not like it."), encoding="utf-8")
    done = segment("mix", "stories/short/script.txt", "--formats", "all", "--correct", "He did not.", cwd=show)
    assert done.returncode == 0, done.stderr
    done = segment("publish", cwd=show)
    assert done.stdout.splitlines()[:2] == ["short/short-r2.mp3", "short/short-r2.app.m4a"]
    again = (show / "site" / "feed.xml").read_text(encoding="utf-8")
    assert guid[0] in again
    assert ": He did not." in again
    assert (show / "site" / "short" / "short.mp3").read_bytes() == first

    assert segment("feed", "withdraw", "short", "--reason", "He is sorry.", cwd=show).returncode == 0
    segment("publish", cwd=show)
    assert "<item>" not in (show / "site" / "feed.xml").read_text(encoding="utf-8")
    assert "He is sorry." in (show / "site" / "short" / "index.html").read_text(encoding="utf-8")
    assert segment("feed", "restore", "short", cwd=show).returncode == 0
    segment("publish", cwd=show)
    assert (show / "site" / "feed.xml").read_text(encoding="utf-8") == again
    for words in (["feed", "restore", "short"], ["feed", "withdraw", "shirt"], ["publish", "--correct", "short"]):
        assert segment(*words, cwd=show).returncode == 2


def test_a_wrong_feed_ends_with_four(segment, tmp_path: Path) -> None:
    """Each broken rule is printed with file, line and code, and the exit code is 4."""
    (tmp_path / "feed.xml").write_text('<rss version="2.0"><channel>\n<item/>\n</channel></rss>', encoding="utf-8")
    done = segment("feed", "check", cwd=tmp_path)
    assert done.returncode == 4
    assert "feed.xml:2: FD030 error" in done.stdout
    done = segment("feed", "check", "feed.xml", "--json", cwd=tmp_path)
    assert done.returncode == 4
    assert json.loads(done.stdout)["errors"] >= 5


def test_outside_a_show_there_is_no_feed(segment, tmp_path: Path) -> None:
    """Without a show the hint says how to make one."""
    done = segment("feed", "build", cwd=tmp_path)
    assert done.returncode == 2
    assert "segment init" in done.stderr
