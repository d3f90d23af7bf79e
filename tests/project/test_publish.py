"""A show goes out: to a folder, a bucket, through a command; whole, in order, and again without harm."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from segment.errors import Cause, PublishError, SegmentError
from segment.media import files
from segment.project.load import load
from segment.project.site.folder import Folder
from segment.project.site.publishing import publish
from segment.project.site.s3 import S3
from segment.steps import silent

NOW = datetime(2026, 3, 6, 12, tzinfo=UTC)
Story = Callable[..., Path]


def go(root: Path, to: str = "", **options):
    """Publish the show."""
    return publish(load(root, {}), to, silent, dry_run=options.get("dry_run", False), force=options.get("force", False), now=NOW)


def free_port() -> int:
    """A port nobody has now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def answering(address: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until a server answers, whatever it says."""
    for _ in range(300):
        assert process.poll() is None, process.stderr.read() if process.stderr else ""
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not come up")


def test_sound_goes_first_and_the_feed_last(root: Path, story: Story) -> None:
    """Whatever a feed points at is there before it."""
    story("one")
    story("two")
    done = go(root)
    assert done.sent[:2] == ("one/one.mp3", "two/two.mp3") or set(done.sent[:2]) == {"one/one.mp3", "two/two.mp3"}
    assert done.sent[-1] == "feed.xml"
    site = root / "site"
    assert {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} == set(done.sent)
    assert all(name.isascii() for name in done.sent)


def test_the_second_time_nothing_goes(root: Path, story: Story) -> None:
    """Only what changed goes out, and a page that somebody damaged is put right."""
    story("one")
    go(root)
    assert go(root).sent == ()
    (root / "site" / "one" / "index.html").write_text("?")
    assert go(root).sent == ("one/index.html",)


def test_what_nothing_has_touched_is_not_read_again(root: Path, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a show of years only what is new is read; a file of the site that somebody touched is, and is put right."""
    monkeypatch.setattr("segment.project.site.looked._FRESH_NS", 0)
    story("one")
    go(root)
    go(root)
    read: list[str] = []
    hashed = files.sha256
    monkeypatch.setattr(files, "sha256", lambda path: read.append(path.name) or hashed(path))
    assert go(root).sent == ()
    assert read == []
    mp3 = root / "site" / "one" / "one.mp3"
    mp3.write_bytes(mp3.read_bytes()[::-1])
    assert go(root).sent == ("one/one.mp3",)
    assert read[0] == "one.mp3"


def test_a_dry_run_writes_nothing(root: Path, story: Story) -> None:
    """It lists what would go, and neither the place nor the ids are touched."""
    story("one")
    done = go(root, dry_run=True)
    assert "feed.xml" in done.sent
    assert not (root / "site").exists()
    assert not (root / "feed.guids.toml").exists()


def test_an_upload_that_is_cut_off_goes_on(root: Path, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old feed stays until all is there; the next run sends the rest alone."""
    story("one")
    go(root)
    before = (root / "site" / "feed.xml").read_bytes()
    story("two", date="2026-03-05")
    put = Folder.put

    def breaks(self: Folder, file) -> None:
        if file.name.endswith("index.html"):
            raise PublishError("The line is dead.", cause=Cause.MACHINE)
        put(self, file)

    monkeypatch.setattr(Folder, "put", breaks)
    with pytest.raises(PublishError, match="dead"):
        go(root)
    assert (root / "site" / "feed.xml").read_bytes() == before
    assert (root / "site" / "two" / "two.mp3").is_file()
    monkeypatch.setattr(Folder, "put", put)
    done = go(root)
    assert "two/two.mp3" not in done.sent
    assert done.sent[-1] == "feed.xml"


def test_what_waits_is_not_put_out(root: Path, story: Story) -> None:
    """Neither the feed nor a file of what is scheduled for later can be found by guessing."""
    story("later", date="2026-03-07")
    story("bad-SCRATCH", withheld=("A synthetic voice stands in.",))
    done = go(root)
    assert (done.feed.waiting, set(done.feed.withheld)) == (("later",), {"bad-SCRATCH"})
    assert not [name for name in done.sent if "later" in name or "SCRATCH" in name]


def test_a_feed_of_another_program_stops_it(root: Path, story: Story) -> None:
    """A folder that holds somebody else's feed is left as it is, with exit code 2."""
    story("one")
    (root / "site").mkdir()
    (root / "site" / "feed.xml").write_text("<rss/>")
    with pytest.raises(SegmentError, match="another program") as caught:
        go(root)
    assert caught.value.exit_code == 2
    assert [path.name for path in (root / "site").iterdir()] == ["feed.xml"]


def test_a_page_shows_words_as_words(root: Path, story: Story) -> None:
    """Markup in a chapter, a title or a caption is text on the page; chapters and captions carry their times."""
    story("one", title='"><script>alert(1)</script> Rust')
    go(root)
    page = (root / "site" / "one" / "index.html").read_text(encoding="utf-8")
    assert "<script>" not in page
    link = '<a href="https://example.org/&quot;whales">&lt;i&gt;Part 1</a>'
    assert f'<span>{link}</span><img src="one.chapter-1.png" alt="" loading="lazy">' in page
    assert "javascript:" not in page
    assert (root / "site" / "one" / "one.chapter-1.png").is_file()
    button = '<button type="button" data-at="60.000" aria-label="Play from 1:00: &lt;i&gt;Part 1">1:00</button>'
    assert button in page
    assert 'aria-label="Play from 0:01: Host">0:01</button> <cite>Host</cite>' in page
    assert '<span data-at="1.000" data-to="3.500">Hello &amp; welcome.</span>' in page
    assert 'src="one.mp3"' in page


COPY = """
import pathlib, shutil, sys
source, target = map(pathlib.Path, sys.argv[1:])
shutil.copytree(source, target, dirs_exist_ok=True)
with (target.parent / "log").open("a") as log:
    log.write(("with" if (source / "feed.xml").is_file() else "without") + "\\n")
if (target.parent / "fail").exists():
    sys.exit("the line is dead")
"""


def test_a_command_runs_without_and_then_with_the_feed(root: Path, story: Story, tmp_path: Path) -> None:
    """The user's own command takes the site away twice, the feed the second time; where it fails the feed does not go."""
    story("one")
    program = tmp_path / "copy.py"
    program.write_text(COPY)
    target = tmp_path / "server" / "www"
    project = load(root, {})
    words = (sys.executable, str(program), "{folder}", str(target))
    project = replace(project, publish=replace(project.publish, command=words))
    publish(project, "", silent, dry_run=False, force=False, now=NOW)
    assert (target.parent / "log").read_text().split() == ["without", "with"]
    assert (target / "feed.xml").is_file()
    (target.parent / "fail").touch()
    with pytest.raises(PublishError, match="the line is dead"):
        publish(project, "", silent, dry_run=False, force=False, now=NOW)
    assert (target.parent / "log").read_text().split()[2:] == ["without"]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A server that speaks S3 over HTTP, with an empty bucket; its address, and its process."""
    pytest.importorskip("moto")
    pytest.importorskip("minio")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        answering(f"{address}/", process)
        urllib.request.urlopen(urllib.request.Request(f"{address}/shows", method="PUT"), timeout=30).close()
        yield address, process
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def bucket(server: tuple[str, subprocess.Popen[bytes]]) -> str:
    """Its address alone."""
    return server[0]


@pytest.mark.slow
def test_a_server_that_goes_away_is_told(
    root: Path, story: Story, server: tuple[str, subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sound is there when the server dies: exit code 5 says so, and that nothing is lost."""
    story("one")
    address, process = server
    project = load(root, {})
    project = replace(project, publish=replace(project.publish, endpoint=address))
    put = S3.put
    sent: list[str] = []

    def dies(self: S3, file) -> None:
        if file.name == "one/index.html":
            process.kill()
            process.wait()
        put(self, file)
        sent.append(file.name)

    monkeypatch.setattr(S3, "put", dies)
    with pytest.raises(PublishError, match=r"would not send one/index\.html: it cannot be reached") as caught:
        publish(project, "s3://shows/friday", silent, dry_run=False, force=False, now=NOW)
    assert caught.value.exit_code == 5
    assert "run it again" in caught.value.hint
    assert sent[0] == "one/one.mp3"
    assert "feed.xml" not in sent


@pytest.mark.slow
def test_a_bucket_gets_what_changed(root: Path, story: Story, bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over real HTTP: everything arrives with its type, nothing goes twice, a new page goes alone, and a wrong bucket is told."""
    from minio import Minio

    story("one")
    project = load(root, {})
    project = replace(project, publish=replace(project.publish, endpoint=bucket))
    done = publish(project, "s3://shows/friday", silent, dry_run=False, force=False, now=NOW)
    assert done.sent[-1] == "feed.xml"
    reader = Minio(bucket.partition("://")[2], access_key="key", secret_key="secret", secure=False)
    answer = reader.get_object("shows", "friday/feed.xml")
    assert answer.headers["Content-Type"].startswith("application/rss+xml")
    assert b"<title>One</title>" in answer.read()
    answer.close()
    assert publish(project, "s3://shows/friday", silent, dry_run=False, force=False, now=NOW).sent == ()
    with monkeypatch.context() as away:
        away.setattr("segment.project.site.s3._bytes", lambda file: pytest.fail(f"{file.name} is read again"))
        assert publish(project, "s3://shows/friday", silent, dry_run=False, force=False, now=NOW).sent == ()
    story("two")
    again = publish(project, "s3://shows/friday", silent, dry_run=False, force=False, now=NOW)
    names = ("two.mp3", "two.vtt", "two.chapter-1.png", "index.html")
    assert set(again.sent) == {*(f"two/{name}" for name in names), "index.html", "feed.xml"}
    with pytest.raises(PublishError, match="NoSuchBucket") as caught:
        publish(project, "s3://nobody/friday", silent, dry_run=False, force=False, now=NOW)
    assert caught.value.exit_code == 5
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    with pytest.raises(SegmentError, match="not in the environment"):
        publish(project, "s3://shows/friday", silent, dry_run=False, force=False, now=NOW)


def test_serve_answers_head_and_ranges_on_this_machine_alone(tmp_path: Path) -> None:
    """HEAD says the length, a range is answered with 206 and its bytes, and nothing above the folder can be had."""
    pytest.importorskip("uvicorn")
    (tmp_path / "site").mkdir()
    (tmp_path / "secret").write_text("no")
    (tmp_path / "site" / "a.mp3").write_bytes(bytes(range(256)))
    port = free_port()
    command = [sys.executable, "-m", "segment.cli.main", "serve", str(tmp_path / "site"), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        address = f"http://127.0.0.1:{port}/a.mp3"
        answering(address, process)
        with urllib.request.urlopen(urllib.request.Request(address, method="HEAD"), timeout=10) as answer:
            assert (answer.status, answer.headers["Content-Length"], answer.headers["Content-Type"]) == (200, "256", "audio/mpeg")
        ranged = urllib.request.Request(address, headers={"Range": "bytes=10-19"})
        with urllib.request.urlopen(ranged, timeout=10) as answer:
            assert (answer.status, answer.read()) == (206, bytes(range(10, 20)))
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/%2e%2e/secret", timeout=10)
        with socket.socket() as other, pytest.raises(OSError, match="refused"):
            other.connect(("127.0.0.2", port))
    finally:
        process.kill()
        process.wait()
        if process.stderr:
            process.stderr.close()
