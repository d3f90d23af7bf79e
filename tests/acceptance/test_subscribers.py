"""Programs that listeners use subscribe to a show over loopback and download an episode."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.tools

SCRIPT = """\
SLUG: SHORT
TITLE: A short one

PIECE:
MUSIC: intro, establish 1s, sneak out
CRITIC: I liked it very much. So will you.
"""


def run(show: Path, *words: str) -> None:
    """The command in the show's folder; it must succeed."""
    command = [sys.executable, "-m", "segment.cli.main", *words]
    done = subprocess.run(command, cwd=show, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A show with a segment, made, published and served by the command: the feed's address, and the MP3."""
    show = tmp_path_factory.mktemp("published") / "show"
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    (show / "stories" / "short").mkdir(parents=True)
    (show / "stories" / "short" / "script.txt").write_text(SCRIPT, encoding="utf-8")
    url = f"http://127.0.0.1:{port}/feed.xml"
    (show / "segment.toml").write_text(
        f'[show]\nname = "Friday"\nauthor = "Radio"\n[podcast]\nformats = ["all"]\n'
        f'[feed]\nurl = "{url}"\ndescription = "Reviews."\n',
        encoding="utf-8",
    )
    run(show, "mix", "stories/short/script.txt")
    run(show, "publish")
    command = [sys.executable, "-m", "segment.cli.main", "serve", "--port", str(port)]
    server = subprocess.Popen(command, cwd=show, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(url, timeout=2).close()
                break
            except OSError:
                time.sleep(0.1)
        yield url, show / "site" / "short" / "short.mp3"
    finally:
        server.kill()
        server.wait()


def needs(name: str) -> None:
    """Skip without a program, or fail where all are asked for."""
    if shutil.which(name) is None:
        if os.environ.get("SEGMENT_REQUIRE_TOOLS") == "1":
            pytest.fail(f"{name} is required and not installed")
        pytest.skip(f"{name} is not installed")


def test_gpodder_subscribes_and_downloads(site: tuple[str, Path], tmp_path: Path) -> None:
    """gPodder's command line takes the feed and downloads the very bytes of the MP3."""
    needs("gpo")
    url, mp3 = site
    around = {**os.environ, "GPODDER_HOME": str(tmp_path), "GPODDER_DOWNLOAD_DIR": str(tmp_path / "got")}
    for words in (["subscribe", url], ["download", url]):
        done = subprocess.run(["gpo", *words], env=around, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    got = [*(tmp_path / "got").rglob("*.mp3")]
    assert [path.read_bytes() for path in got] == [mp3.read_bytes()]


def test_newsboat_subscribes_and_podboat_downloads(site: tuple[str, Path], tmp_path: Path) -> None:
    """newsboat reads the feed and queues the enclosure, and its podboat downloads the very bytes."""
    needs("newsboat")
    needs("podboat")
    url, mp3 = site
    home = tmp_path / "home"
    (home / ".newsboat").mkdir(parents=True)
    (home / ".newsboat" / "urls").write_text(f"{url}\n")
    got = tmp_path / "got"
    (home / ".newsboat" / "config").write_text(f'podcast-auto-enqueue yes\ndownload-path "{got}/"\n')
    around = {**os.environ, "HOME": str(home), "TERM": "xterm"}
    done = subprocess.run(
        ["newsboat", "-x", "reload", "print-unread"], env=around, capture_output=True, text=True, timeout=120, check=False
    )
    assert "1 unread" in done.stdout
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe("podboat", ["podboat", "-a"], around)
    try:
        # It draws on a terminal and never ends by itself.
        os.set_blocking(terminal, False)
        for _ in range(300):
            with contextlib.suppress(OSError):
                os.read(terminal, 65536)
            found = [*got.rglob("*.mp3")]
            if found and found[0].stat().st_size == mp3.stat().st_size:
                break
            time.sleep(0.1)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
    assert [path.read_bytes() for path in got.rglob("*.mp3")] == [mp3.read_bytes()]


def test_a_correction_is_no_new_episode_and_its_sound_is_fetched(site: tuple[str, Path], tmp_path: Path) -> None:
    """gPodder, subscribed before, sees the same one episode after a correction, and downloads the corrected file."""
    needs("gpo")
    url, mp3 = site
    show = mp3.parents[2]
    around = {**os.environ, "GPODDER_HOME": str(tmp_path), "GPODDER_DOWNLOAD_DIR": str(tmp_path / "got")}

    def gpo(*words: str) -> str:
        done = subprocess.run(["gpo", *words], env=around, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def guids() -> list[str]:
        return re.findall(r"[0-9a-f]{8}-[0-9a-f-]{27}", gpo("episodes", "--guid", url))

    gpo("subscribe", url)
    before = guids()
    script = show / "stories" / "short" / "script.txt"
    script.write_text(SCRIPT.replace("very much", "a little"), encoding="utf-8")
    run(show, "mix", "stories/short/script.txt", "--correct", "He liked it a little.")
    run(show, "publish")
    gpo("update")
    assert guids() == before
    assert len(before) == 1
    gpo("download", url)
    corrected = mp3.with_name("short-r2.mp3")
    assert [path.read_bytes() for path in (tmp_path / "got").rglob("*.mp3")] == [corrected.read_bytes()]
    assert corrected.read_bytes() != mp3.read_bytes()
