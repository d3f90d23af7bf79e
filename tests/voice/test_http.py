"""Speech servers: a real one on this machine, which may answer in any way."""

from __future__ import annotations

import io
import json
import struct
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
import soundfile
from msgspec.structs import replace

from segment.errors import Cause, VoiceError
from segment.model.utterance import SayWord, Utterance
from segment.model.voice import VoiceProfile
from segment.voice import load_profile, speak
from segment.voice.engines import http_worker
from segment.voice.engines.http import Http
from segment.voice.engines.http_worker import HttpWorker, divided
from segment.voice.engines.recipe import Said
from tests.voice.conftest import taken
from tests.voice.stand_ins import tones
from tests.voice.stand_ins.speech_server import Asked, Reply, Server, serving

Words = Callable[..., tuple[SayWord, ...]]

KEY = "sk-proj-0123456789abcdefXYZ"


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    """A server for these tests."""
    with serving() as server:
        yield server


@pytest.fixture
def server(running: Server) -> Server:
    """The server, told nothing yet."""
    running.replies.clear()
    running.asked.clear()
    return running


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for real: back-off is counted and not sat out, but for what a server asks for."""
    monkeypatch.setattr("urllib3.util.retry.Retry.get_backoff_time", lambda retry: 0.01)


def profile(server: Server, **options: Any) -> VoiceProfile:
    """A voice of the server."""
    return VoiceProfile(engine="http", voice="alloy", options={"url": server.url, **options})


def said(words: tuple[SayWord, ...], voice: VoiceProfile) -> Said:
    """What a fresh worker says."""
    worker = Http().start()
    try:
        return worker.say(words, voice)
    finally:
        worker.close()


def replies(status: int, body: bytes | dict[str, Any], kind: str = "application/json", **headers: str) -> Reply:
    """A reply that is always the same."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return lambda asked: asked.answer(status, content, kind, **headers)


def told(voice: VoiceProfile) -> list[str]:
    """The mistakes, in short."""
    return [f"{m.key}: {m.found}" for m in Http().mistakes(voice)]


def test_the_question_is_openais(server: Server, words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    """Model, input, voice, format and speed are sent as that interface wants them, and the key as a bearer's."""
    monkeypatch.setenv("SPEECH_KEY", f" {KEY}\n")
    heard = said(words("Go on, then."), replace(profile(server, model="kokoro", key_env="SPEECH_KEY", pace=200.0), rate=160.0))
    ((path, headers, body),) = server.asked
    assert path == "/v1/audio/speech"
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert headers["Content-Type"] == "application/json"
    speed = body.pop("speed")
    assert body == {"model": "kokoro", "input": "Go on, then.", "voice": "alloy", "response_format": "wav"}
    assert speed == pytest.approx(0.89, abs=0.01)
    assert heard.rate == tones.HZ
    assert heard.samples.size == pytest.approx(len(tones.spoken("Go on, then.", 170 * speed)), abs=2)


def test_nothing_is_sent_before_the_first_sentence(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a profile, naming it and starting its engine open no connection; without a key_env no key is sent."""
    opened: list[str] = []
    monkeypatch.setattr("socket.socket.connect", lambda *given: opened.append("connect"))
    monkeypatch.setattr("socket.getaddrinfo", lambda *given, **more: opened.append("look up"))
    text = f'engine = "http"\nvoice = "alloy"\n[options]\nurl = "{server.url}"\n'
    voice = load_profile(text, name="cloud", file="cloud.toml")
    assert Http().identity(voice)
    Http().start().close()
    assert opened == []


def test_a_busy_server_is_asked_again_when_it_says_so(server: Server, words: Words) -> None:
    """After 429 with Retry-After the same question comes again, not before that time."""
    server.replies.append(replies(429, {"error": {"message": "slow down"}}, Retry_After="1"))
    began = time.monotonic()
    assert said(words("Hello."), profile(server)).samples.size
    assert time.monotonic() - began >= 1.0
    assert [body["input"] for _, _, body in server.asked] == ["Hello."] * 2


@pytest.mark.parametrize(
    ("reply", "message", "cause", "asked"),
    [
        (replies(500, b"<h1>Oops</h1>", "text/html"), r"refused \(500\), asked 3 times\.$", Cause.MACHINE, 3),
        (replies(503, {"detail": "model\nis \x1b[1mloading"}), r"\(503\), asked 3 times: model is loading\.$", Cause.MACHINE, 3),
        (replies(400, {"error": {"message": "no voice"}}), r"refused \(400\): no voice\.$", Cause.MACHINE, 1),
        (replies(401, {"error": {"message": f"bad key {KEY}!"}}), r"refused \(401\): bad key \[key\]!\n", Cause.MISSING, 1),
        (replies(422, {"detail": [{"loc": 1}]}), r"refused \(422\)\.$", Cause.MACHINE, 1),
        (replies(404, b"[" * 100_000), r"refused \(404\)", Cause.MACHINE, 1),
        (replies(429, {}, Retry_After="3600"), r"asks to wait 3600 s, which is too long", Cause.MACHINE, 1),
        (replies(307, b"", Location="http://other.example/v1"), r"sends on to http://other\.example/v1\.\n", Cause.USAGE, 1),
    ],
    ids=["500", "503", "400", "401", "422", "404", "429", "307"],
)
def test_a_refusal_is_a_sentence(
    reply: Reply, message: str, cause: Cause, asked: int, server: Server, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a server says stands in one line without the key; only what may pass is asked again, and no redirect is followed."""
    monkeypatch.setenv("SPEECH_KEY", KEY)
    server.replies.extend([reply] * 3)
    with pytest.raises(VoiceError, match=message) as caught:
        said(words("Hello."), profile(server, key_env="SPEECH_KEY"))
    assert caught.value.message.startswith("The speech server 127.0.0.1 ")
    assert caught.value.message.isprintable()
    assert KEY not in str(caught.value)
    assert (caught.value.cause, len(server.asked)) == (cause, asked)


def hangs(asked: Asked) -> None:
    """Says nothing."""
    asked.server.released.wait(20)


def trickles(asked: Asked) -> None:
    """Sends a byte now and then, so that no time-out of a socket ends it."""
    asked.send_response(200)
    asked.send_header("Content-Length", "1000000")
    asked.end_headers()
    while not asked.server.released.wait(0.05):
        asked.wfile.write(b"R")
        asked.wfile.flush()


def cut_off(asked: Asked) -> None:
    """Promises more than it sends."""
    sound = tones.wav(tones.spoken("Hello."))
    asked.send_response(200)
    asked.send_header("Content-Length", str(len(sound)))
    asked.end_headers()
    asked.wfile.write(sound[: len(sound) // 2])
    asked.close_connection = True


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (hangs, r"did not answer (within 0\.5 s|in time), asked 2 times"),
        (trickles, r"did not answer within 0\.5 s, asked 2 times"),
        (cut_off, "broke the connection off, asked 2 times"),
    ],
)
def test_a_connection_that_fails_is_tried_again_and_told(reply: Reply, message: str, server: Server, words: Words) -> None:
    """Hanging, trickling and broken connections end in time with a sentence; what comes right the second time is no failure."""
    voice = profile(server, timeout_s=0.5, tries=2)
    server.replies.extend([reply] * 2)
    began = time.monotonic()
    with pytest.raises(VoiceError, match=message) as caught:
        said(words("Hello."), voice)
    assert time.monotonic() - began < 5
    assert caught.value.cause is Cause.MACHINE
    server.replies.append(reply)
    assert said(
        words("Hello."), replace(voice, options={**voice.options, "timeout_s": 5.0 if reply is cut_off else 1.0})
    ).samples.size


def test_a_server_that_is_not_there(words: Words) -> None:
    """A closed port and an unknown name are sentences without addresses of objects."""
    with serving() as gone:
        url = gone.url
    for address, message in ((url, "cannot be reached"), ("http://no-such-host.invalid/v1", r"cannot be (found|reached)")):
        with pytest.raises(VoiceError, match=message) as caught:
            said(words("Hello."), VoiceProfile(engine="http", voice="a", options={"url": address, "tries": 1}))
        assert "0x" not in caught.value.message


def sound(form: str, rate: int = 24000) -> bytes:
    """Half a second in a format."""
    file = io.BytesIO()
    soundfile.write(file, np.sin(np.arange(rate // 2) * 0.05) * 0.4, rate, format=form)
    return file.getvalue()


def test_a_stream_with_a_wrong_length_is_read(server: Server, words: Words) -> None:
    """The header of a server that streams says 0xFFFFFFFF; all of the sound is there, also when it comes in chunks."""

    def streams(asked: Asked) -> None:
        whole = bytearray(tones.wav(tones.spoken("Hello.")))
        whole[4:8] = whole[40:44] = struct.pack("<I", 0xFFFFFFFF)
        asked.send_response(200)
        asked.send_header("Content-Type", "audio/wav")
        asked.send_header("Transfer-Encoding", "chunked")
        asked.end_headers()
        for at in range(0, len(whole), 5000):
            block = bytes(whole[at : at + 5000])
            asked.wfile.write(f"{len(block):x}\r\n".encode() + block + b"\r\n")
        asked.wfile.write(b"0\r\n\r\n")

    server.replies.append(streams)
    assert said(words("Hello."), profile(server)).samples.size == len(tones.spoken("Hello."))


@pytest.mark.parametrize("form", ["FLAC", "MP3", "OGG"])
def test_other_formats_are_taken(form: str, server: Server, words: Words) -> None:
    """A server that does not do WAV may send what it can."""
    server.replies.append(replies(200, sound(form), "audio/any"))
    heard = said(words("Hello."), profile(server))
    assert heard.samples.size / heard.rate == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (replies(200, b"<html><p>Log in</p></html>", "text/html; charset=utf-8"), r"sent text/html and no sound\.$"),
        (replies(200, {"error": {"message": "quota"}}), r"sent application/json and no sound: quota\.$"),
        (replies(200, b"<html>", "audio/wav"), "sent no sound that can be read"),
        (replies(200, b"", "audio/wav"), "sent no sound"),
        (replies(200, tones.wav(tones.spoken("abc"))[:2000], "audio/wav"), "breaks off"),
        (replies(200, tones.wav(tones.spoken("abc"), 4000), "audio/wav"), "sound at 4000 Hz"),
        (replies(200, bytes(3_000_000), "audio/wav"), "sent more than 2 MB and was stopped"),
    ],
    ids=["HTML", "JSON", "not WAV", "nothing", "cut off", "4000 Hz", "much"],
)
def test_what_is_no_sound_is_refused(
    reply: Reply, message: str, server: Server, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages, error objects, empty, broken, odd and huge answers are a VoiceError, and the next sentence is spoken."""
    monkeypatch.setattr(http_worker, "MOST_BYTES", 2_000_000)
    server.replies.append(reply)
    worker = Http().start()
    with pytest.raises(VoiceError, match=message):
        worker.say(words("Hello."), profile(server))
    assert worker.say(words("Hello."), profile(server)).samples.size
    worker.close()


def test_silence_does_not_pass_the_check(server: Server, utterance: Callable[..., Utterance]) -> None:
    """A server that sends silence fails the line, which is named."""
    server.replies.extend([replies(200, tones.wav(tones.spoken("        ")), "audio/wav")] * 3)
    with pytest.raises(VoiceError, match=r"critic-1: .*it is silent") as caught:
        list(speak([utterance("Hello there.")], {"critic": profile(server)}))
    assert caught.value.cause is Cause.GATE


def test_a_refusal_ends_the_work_at_once(server: Server, utterance: Callable[..., Utterance]) -> None:
    """A line is not tried in other splits when the server has no answer for it, and the cause says whose trouble it is."""
    server.replies.extend([replies(400, {"error": {"message": "no voice"}})] * 9)
    with pytest.raises(VoiceError, match="no voice") as caught:
        list(speak([utterance("Hello there.")], {"critic": profile(server)}))
    assert (caught.value.cause, len(server.asked)) == (Cause.MACHINE, 1)


def test_lines_are_spoken_whole(server: Server, utterance: Callable[..., Utterance], copy: list[str]) -> None:
    """At the pace the profile states, whole lines come with a time for every word."""
    for rate in (130.0, 160.0, 200.0):
        lines = [utterance(text, number=n) for n, text in enumerate(copy[:6])]
        spoken, _ = taken(lines, {"critic": replace(profile(server), rate=rate)})
        assert all(word.end > word.start for line in spoken for word in line.words)


def test_long_text_is_sent_in_pieces(server: Server, words: Words) -> None:
    """Beyond ``longest`` a text is divided at sentences, else at commas, else between words, and joined again."""
    text = "One is here. Two, which is longer than the others by far, is here too. " + "w" * 70
    heard = said(words(text), profile(server, longest=50))
    sent = [body["input"] for _, _, body in server.asked]
    assert sent == ["One is here.", "Two, which is longer than the others by far,", "is here too.", "w" * 50, "w" * 20]
    assert heard.samples.size == sum(len(tones.spoken(piece, 170 * server.asked[0][2]["speed"])) for piece in sent)
    assert divided(" ", 50) == []
    assert all(len(piece) <= 60 for piece in divided("a, b. " * 500, 60))


def test_pieces_of_several_rates_are_joined_at_the_first(server: Server, words: Words) -> None:
    """A server that changes its rate half-way is brought back to the first."""
    server.replies += [replies(200, sound("WAV", rate), "audio/wav") for rate in (24000, 16000)]
    heard = said(words("One sentence is just long enough to be sent. And a second one follows it."), profile(server, longest=50))
    assert (heard.rate, heard.samples.size) == (24000, 24000)


@pytest.mark.parametrize(
    ("options", "mistakes"),
    [
        ({"url": "ftp://a/b"}, ["options.url: “ftp://a/b”"]),
        ({"url": "file:///etc/passwd"}, ["options.url: “file:///etc/passwd”"]),
        ({"url": "speech"}, ["options.url: “speech”"]),
        ({"url": ""}, ["options.url: nothing"]),
        ({"url": "http://[::1/x"}, ["options.url: not an address"]),
        ({"url": f"https://me:{KEY}@a.example/v1"}, ["options.url: a secret in the address"]),
        ({"url": f"https://a.example/v1?api_key={KEY}"}, ["options.url: a secret in the address"]),
        ({"url": "https://a.example/v1?api-version=2"}, []),
        ({"url": "https://a.example/v1", "key_env": KEY}, ["options.key_env: no such name"]),
        ({"url": "https://a.example/v1", "key_env": "gsk0123456789abcdef"}, ["options.key_env: no such name"]),
        ({"url": "https://a.example/v1", "key_env": "OPENAI_API_KEY"}, []),
        ({"url": "http://a.example/v1"}, []),
        ({"url": "http://a.example/v1", "key_env": "A_KEY"}, ["options.url: http:// to another machine"]),
        ({"url": "http://[::1]:80/v1", "key_env": "A_KEY"}, []),
        ({"url": "http://localhost/v1", "key_env": "A_KEY"}, []),
        ({"url": "http://127.0.0.1/v1", "pace": 400.0}, []),
    ],
)
def test_mistakes_in_a_profile(options: dict[str, Any], mistakes: list[str]) -> None:
    """Addresses that are none, secrets in the file and keys in the open are refused, and no secret is shown."""
    voice = VoiceProfile(engine="http", voice="alloy", options=options)
    assert told(voice) == mistakes
    assert KEY not in str(Http().mistakes(voice))
    assert KEY not in Http().identity(voice)


def test_a_key_in_the_file_is_refused_and_not_shown() -> None:
    """``key = …`` is no option, and what stands there is not repeated; neither is a pitch or an empty voice taken."""
    text = f'engine = "http"\nvoice = ""\npitch = 60\n[options]\nurl = "https://a.example/v1"\nkey = "{KEY}"\n'
    with pytest.raises(VoiceError, match=r"(?s)options\.key: unknown key.*key_env.*voice: nothing.*pitch: 60") as caught:
        load_profile(text, name="cloud", file="cloud.toml")
    assert KEY not in str(caught.value)


def test_without_its_key_a_voice_is_missing(server: Server, words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment variable that is not set, and one that holds no key, are told before anything is sent."""
    monkeypatch.delenv("SPEECH_KEY", raising=False)
    for value, message in ((None, "SPEECH_KEY.* is not set"), ("", "is not set"), ("a\nb", "characters that no key has")):
        if value is not None:
            monkeypatch.setenv("SPEECH_KEY", value)
        with pytest.raises(VoiceError, match=message) as caught:
            said(words("Hello."), profile(server, key_env="SPEECH_KEY"))
        assert caught.value.cause is Cause.MISSING
    assert server.asked == []


def test_closing_gives_up_what_is_being_asked(server: Server, words: Words) -> None:
    """Another thread can end it at once, while it waits for an answer and while it waits to ask again."""
    for reply in (hangs, replies(429, {}, Retry_After="60")):
        server.replies.append(reply)
        worker = HttpWorker()
        threading.Timer(0.4, worker.close).start()
        began = time.monotonic()
        with pytest.raises(VoiceError, match="ended"):
            worker.say(words("Hello."), profile(server))
        assert time.monotonic() - began < 3


def test_without_urllib3_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence has the command."""
    monkeypatch.setattr("segment.voice.engines.http.find_spec", lambda name: None)
    assert Http().missing() == "the engine http lacks urllib3: pip install 'radio-segment[http]'"
