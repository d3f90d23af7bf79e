"""A speech server on this machine, as OpenAI's is from outside, that answers as a test tells it to."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.voice.stand_ins import tones

Reply = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    protocol_version = "HTTP/1.1"
    body: dict[str, Any]

    def do_POST(self) -> None:
        """Notes the question and answers as it is told, with speech when it is told nothing."""
        self.body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, dict(self.headers.items()), self.body))
        reply = self.server.replies.pop(0) if self.server.replies else speech
        with contextlib.suppress(OSError):
            reply(self)

    def answer(self, status: int, body: bytes, kind: str = "audio/wav", **headers: str) -> None:
        """A whole answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Keeps quiet."""


class Server(ThreadingHTTPServer):
    """Serves until it is closed."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.replies: list[Reply] = []
        """What to answer next; speech after that."""
        self.asked: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.released = threading.Event()
        """Ends what hangs."""

    @property
    def url(self) -> str:
        """Of its end point."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1/audio/speech"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no news."""


def speech(asked: Asked) -> None:
    """The words, in tones, at 170 words a minute at speed 1."""
    asked.answer(200, tones.wav(tones.spoken(asked.body["input"], 170 * asked.body["speed"])))


@contextlib.contextmanager
def serving() -> Iterator[Server]:
    """A server at work."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
