"""A speech server that answers as OpenAI's does: ``POST …/v1/audio/speech`` with model, input, voice and speed, sound in return.

The key is taken from an environment variable and from nowhere else, and appears in no message, note, record or identity.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from ipaddress import ip_address
from urllib.parse import parse_qsl, urlsplit

from segment.model.voice import VoiceProfile
from segment.voice.engines import asked
from segment.voice.engines.pace import pitch_mistakes, rate_mistakes
from segment.voice.engines.recipe import Caps, Mistake, Option, Worker
from segment.wording import quoted

SLOWEST, FASTEST = 0.25, 4.0
"""The speeds such a server takes."""
_PACE = 170.0

_ENVIRONMENT = re.compile(r"[A-Z_][A-Z0-9_]{0,63}")
"""Names in capitals: most keys have small letters in them, and so a key put there by mistake is found out."""
_SECRET = re.compile(r"key|token|secret|password|auth", re.IGNORECASE)


class Http:
    """See :class:`segment.voice.engines.recipe.Engine`."""

    caps = Caps(word_marks=False, respelling=True, ipa=True, lang=False, stress=False, deterministic=False, offline=False)
    untried = "run against a server of the tests only"
    options: tuple[Option, ...] = (
        Option(key="url", type=str, needed=True, help="The address of the server's speech end point, …/v1/audio/speech."),
        Option(key="model", type=str, help="The server's name for the model; tts-1 without it."),
        Option(key="key_env", type=str, help="The environment variable that holds the key; no key is sent without it."),
        Option(key="timeout_s", type=float, low=0.1, high=600.0, help="Seconds an answer may take; 60 without it."),
        Option(key="tries", type=int, low=1, high=10, help="How often a server that is busy or away is asked; 3 without it."),
        Option(key="longest", type=int, low=50, high=100_000, help="Characters sent in one go; 4000 without it."),
        Option(key="pace", type=float, low=60.0, high=400.0, help="Words a minute the voice reads at speed 1; 170 without it."),
    )

    def missing(self) -> str:
        """The package that speaks HTTP."""
        if find_spec("urllib3"):
            return ""
        return "the engine http lacks urllib3: pip install 'radio-segment[http]'"

    def mistakes(self, profile: VoiceProfile) -> tuple[Mistake, ...]:
        """An address that is none, a secret in the file, a key that would travel in the open, a rate beyond the speeds."""
        its_pace = pace(profile)
        found = [*_address(asked.text(profile, "url")), *_key(profile)]
        if not profile.voice.strip():
            found.append(Mistake(key="voice", found="nothing", allowed="the server's name for the voice"))
        found += rate_mistakes(profile, round(SLOWEST * its_pace), round(0.8 * FASTEST * its_pace))
        return (*found, *pitch_mistakes(profile, reaches=False, why="since such a server has no pitch"))

    def identity(self, profile: VoiceProfile) -> str:
        """The server by a digest of its address, and the model; whether either changes, only the server knows."""
        address = sha256(asked.text(profile, "url").encode()).hexdigest()[:12]
        return f"http {address}, {model(profile)}: {profile.voice}, {asked.manner(profile, 'pace')}"

    def start(self) -> Worker:
        """Opens no connection: the first sentence does."""
        from segment.voice.engines.http_worker import HttpWorker

        return HttpWorker()


def model(profile: VoiceProfile) -> str:
    """The model the profile asks for."""
    return asked.text(profile, "model", "tts-1")


def pace(profile: VoiceProfile) -> float:
    """Words a minute at speed 1."""
    return asked.number(profile, "pace", _PACE)


def key(profile: VoiceProfile) -> str | None:
    """The key from the environment; empty when the profile names no variable, None when that variable is not set."""
    name = asked.text(profile, "key_env")
    return (os.environ.get(name, "").strip() or None) if name else ""


def _address(url: str) -> Iterator[Mistake]:
    allowed = "an address such as http://127.0.0.1:8000/v1/audio/speech"
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        yield Mistake(key="options.url", found="not an address", allowed=allowed)
        return
    if parts.username is not None or parts.password is not None or _SECRET.search(" ".join(k for k, _ in parse_qsl(parts.query))):
        # Not shown: a message may be read by others.
        yield Mistake(key="options.url", found="a secret in the address", allowed="the address alone, and key_env for the key")
    elif parts.scheme not in {"http", "https"} or not host or not url.isprintable() or " " in url:
        yield Mistake(key="options.url", found=quoted(url) if url else "nothing", allowed=allowed)


def _key(profile: VoiceProfile) -> Iterator[Mistake]:
    name = asked.text(profile, "key_env")
    if not name:
        return
    if not _ENVIRONMENT.fullmatch(name):
        allowed = "the name of an environment variable in capitals, such as OPENAI_API_KEY; the key itself stands in no file"
        yield Mistake(key="options.key_env", found="no such name", allowed=allowed)
    elif not _private(asked.text(profile, "url")):
        yield Mistake(key="options.url", found="http:// to another machine", allowed="https:// where a key is sent")


def _private(url: str) -> bool:
    """Whether what is sent there can be read by nobody on the way."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        return parts.scheme != "http" or host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
