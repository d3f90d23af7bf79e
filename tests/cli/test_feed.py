"""``segment feed`` from the command line."""

from __future__ import annotations

import json
from pathlib import Path


def test_a_show_is_made_and_becomes_a_feed_that_passes(segment, tmp_path: Path) -> None:
    """From init to publish: the podcast's M4A is in the feed, the air programme's is not, and no rule is broken."""
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
