"""Asks a speech server, piece by piece, again where that helps, and never longer than the profile allows."""

from __future__ import annotations

import queue
import re
import threading
import time
from contextlib import suppress
from urllib.parse import urlsplit

import numpy as np
import urllib3
from msgspec import Struct
from numpy.typing import NDArray
from urllib3.util.retry import Retry

from segment.dsp.resample import resample
from segment.errors import Cause, MediaError, VoiceError
from segment.media.private import private_folder
from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.engines import asked, http
from segment.voice.engines.foreign_sound import Heard, hear_bytes
from segment.voice.engines.http_answer import Answer, refusal, sound_in
from segment.voice.engines.pace import speaking_rate
from segment.voice.engines.recipe import Said
from segment.voice.engines.spelling import spelt

MOST_BYTES = 32_000_000
"""Of one answer."""
LONGEST_WAIT_S = 120.0
"""A server that asks for more patience is told as a failure."""

_BUSY = (429, 500, 502, 503, 504)
_BLOCK = 1 << 16
_ENDS = (re.compile(r"[.?!;:]\s"), re.compile(r",\s"), re.compile(r"\s"))
"""Where a text is divided: best at a sentence's end, else at a clause's, else between words."""


class HttpWorker:
    """See :class:`segment.voice.engines.recipe.Worker`."""

    def __init__(self) -> None:
        self._pool: urllib3.PoolManager | None = None
        self._closed = threading.Event()

    def say(self, words: tuple[SayWord, ...], profile: VoiceProfile) -> Said:
        """Speaks one sentence."""
        text, notes = spelt(words, profile.language)
        longest = int(asked.number(profile, "longest", 4000))
        try:
            with private_folder() as folder:
                heard = [hear_bytes(self._asked(piece, profile), named(profile), folder) for piece in divided(text, longest)]
        except MediaError as error:
            raise VoiceError(error.message, hint=error.hint, cause=error.cause) from error
        if not heard:
            raise VoiceError(f"There is nothing to say in {' '.join(word.display for word in words)!r}.")
        joined, rate = _joined(heard)
        return Said(samples=joined, rate=rate, marks=None, notes=notes, sent=text)

    def close(self) -> None:
        """Gives up what is being asked."""
        self._closed.set()
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.clear()

    def _asked(self, text: str, profile: VoiceProfile) -> bytes:
        """The sound of one piece."""
        request = _request(text, profile)
        tries = int(asked.number(profile, "tries", 3))
        retry = Retry(total=tries - 1, status_forcelist=_BUSY, allowed_methods=None, backoff_factor=0.5, backoff_max=8.0)
        while True:
            answer = self._once(request)
            if not answer.trouble and answer.status == 200:
                return sound_in(answer, named(profile), request.key, MOST_BYTES)
            again = bool(answer.trouble) or retry.is_retry("POST", answer.status, has_retry_after="Retry-After" in answer.headers)
            if not again or not retry.total:
                raise refusal(answer, named(profile), request.key, tries - int(retry.total or 0))
            reply = urllib3.HTTPResponse(headers=answer.headers, status=answer.status)
            retry = retry.increment("POST", request.url, response=reply)
            wait_s = _patience(retry, reply)
            if wait_s > LONGEST_WAIT_S:
                raise VoiceError(
                    f"{named(profile)} asks to wait {wait_s:.0f} s, which is too long.",
                    hint="Try again later.",
                    cause=Cause.MACHINE,
                )
            if self._closed.wait(wait_s):
                raise VoiceError("The voice has been ended.")

    def _once(self, request: Request) -> Answer:
        """One attempt, in a thread of its own: a server that sends a byte now and then outlasts every time-out of a socket."""
        if self._closed.is_set():
            raise VoiceError("The voice has been ended.")
        if self._pool is None:
            # Room for attempts that were given up and come back late: urllib3 would complain on standard error.
            self._pool = urllib3.PoolManager(retries=False, maxsize=16)
        pool, done = self._pool, queue.SimpleQueue[Answer]()
        given_up = threading.Event()
        threading.Thread(target=lambda: done.put(_exchanged(pool, request, given_up)), daemon=True).start()
        deadline = time.monotonic() + request.timeout_s
        try:
            while not self._closed.is_set():
                with suppress(queue.Empty):
                    return done.get(timeout=min(max(deadline - time.monotonic(), 0.0), 0.1))
                if time.monotonic() >= deadline:
                    return Answer(trouble=f"did not answer within {request.timeout_s:g} s")
        finally:
            given_up.set()
        raise VoiceError("The voice has been ended.")


class Request(Struct, frozen=True, kw_only=True):
    """One question."""

    url: str
    key: str
    fields: dict[str, str | float]
    timeout_s: float


def _request(text: str, profile: VoiceProfile) -> Request:
    key = http.key(profile)
    if key is None:
        name = asked.text(profile, "key_env")
        raise VoiceError(
            f"The environment variable {name}, which should hold the server's key, is not set.",
            hint=f"Set it first: export {name}=…",
            cause=Cause.MISSING,
        )
    if not key.isascii() or not key.isprintable() or " " in key:
        raise VoiceError("The key in the environment holds characters that no key has.", cause=Cause.MISSING)
    speed = speaking_rate(profile) / http.pace(profile)
    return Request(
        url=asked.text(profile, "url"),
        key=key,
        fields={
            "model": http.model(profile),
            "input": text,
            "voice": profile.voice,
            "response_format": "wav",
            "speed": round(min(max(speed, http.SLOWEST), http.FASTEST), 3),
        },
        timeout_s=asked.number(profile, "timeout_s", 60.0),
    )


def _exchanged(pool: urllib3.PoolManager, request: Request, given_up: threading.Event) -> Answer:
    """Sends the question and reads the answer, at most MOST_BYTES of it."""
    headers = {"Authorization": f"Bearer {request.key}"} if request.key else {}
    timeout = urllib3.Timeout(connect=min(request.timeout_s, 10.0), read=request.timeout_s)
    try:
        # Redirects are not followed: the key must not reach another host.
        reply = pool.request(
            "POST", request.url, json=request.fields, headers=headers, timeout=timeout, redirect=False, retries=False,
            preload_content=False,
        )  # fmt: skip
    except (urllib3.exceptions.HTTPError, ValueError, OSError) as error:
        return Answer(trouble=_why(error))
    body = bytearray()
    try:
        for block in reply.stream(_BLOCK, decode_content=False):
            body += block
            if given_up.is_set() or len(body) > MOST_BYTES:
                reply.close()
                break
    except (urllib3.exceptions.HTTPError, ValueError, OSError) as error:
        reply.close()
        return Answer(trouble=_why(error))
    reply.release_conn()
    headers_in = {name: reply.headers[name] for name in ("Retry-After", "Content-Type", "Location") if name in reply.headers}
    return Answer(status=reply.status, headers=headers_in, body=bytes(body))


def _why(error: Exception) -> str:
    """What happened to the connection, as the end of a sentence; urllib3's own words hold addresses of objects."""
    match error:
        case urllib3.exceptions.NameResolutionError():
            return "cannot be found: its name is not known"
        case urllib3.exceptions.NewConnectionError():
            return "cannot be reached"
        case urllib3.exceptions.ConnectTimeoutError() | urllib3.exceptions.ReadTimeoutError():
            return "did not answer in time"
        case urllib3.exceptions.SSLError():
            return "cannot be trusted: its certificate is not in order"
        case urllib3.exceptions.ProtocolError():
            return "broke the connection off"
        case _:
            return "sent an answer that cannot be read"


def _patience(retry: Retry, reply: urllib3.HTTPResponse) -> float:
    """Seconds to wait: what the server asks for, else a little longer each time."""
    try:
        asked_for = retry.get_retry_after(reply)
    except urllib3.exceptions.InvalidHeader:
        asked_for = None
    return retry.get_backoff_time() if asked_for is None else max(asked_for, 0.0)


def named(profile: VoiceProfile) -> str:
    """The server, for the head of a sentence."""
    return f"The speech server {urlsplit(asked.text(profile, 'url')).hostname}"


def _joined(heard: list[Heard]) -> tuple[NDArray[np.float32], int]:
    """All of it at the rate of the first."""
    rate = heard[0].rate
    samples = [
        piece.samples if piece.rate == rate else resample(piece.samples[:, None], piece.rate, rate)[:, 0] for piece in heard
    ]
    return (samples[0] if len(samples) == 1 else np.concatenate(samples)), rate


def divided(text: str, longest: int) -> list[str]:
    """The text in pieces of at most ``longest`` characters, none of them empty."""
    pieces = []
    rest = text.strip()
    while len(rest) > longest:
        # One character more: a space right behind the limit is as good a place.
        head = rest[: longest + 1]
        cuts = (max((match.end() for match in end.finditer(head)), default=0) for end in _ENDS)
        cut = next((cut for cut in cuts if cut > longest // 4), longest)
        pieces.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    return [piece for piece in [*pieces, rest] if piece]
