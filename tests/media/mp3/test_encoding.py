"""A programme to MP3: exact length, the same sound as one encode, a stream without fault."""

from __future__ import annotations

import gc
import io
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from segment.errors import Cause, MediaError
from segment.media import mp3
from segment.media.mp3 import encoding, join, lame, plan
from segment.media.mp3.crc import crc16
from segment.media.mp3.stretch import Stretch
from segment.media.pcm import ReadPCM
from tests.media.conftest import PCM, Run, made_up, reader

SECONDS = 45
PROGRAMME = SECONDS * 44100 + 321


@pytest.fixture(scope="module")
def programme() -> PCM:
    """Long enough to be encoded in three stretches."""
    pcm = made_up(PROGRAMME)
    assert len(plan.starts(PROGRAMME)) == 3
    return pcm


@pytest.fixture(scope="module")
def made(programme: PCM) -> bytes:
    """The programme at 128 kbit/s."""
    return mp3.encode(reader(programme), PROGRAMME, 44100, 128)


def in_one_go(read: ReadPCM, frames: int, rate: int, kbps: int) -> bytes:
    """A plain encode of the whole, without a tag."""
    encoder = lame.encoder(lame.Form(rate=rate, kbps=kbps))
    return bytes(encoder.encode(read(0, frames).tobytes())) + bytes(encoder.flush())


def sound_of(stream: bytes) -> np.ndarray:
    """What libsndfile makes of a stream."""
    samples: np.ndarray = soundfile.read(io.BytesIO(stream), dtype="float32", always_2d=True)[0]
    return samples


def without_tag(data: bytes) -> bytes:
    """The stream behind the Info frame, as a file without one."""
    return data[144000 * 128 // 44100 :]


def test_the_stretches_sound_like_one_encode_to_the_last_bit(programme: PCM, made: bytes) -> None:
    """Decoded, the joined stream is the single encode, sample for sample: at the joins, around them and everywhere."""
    assert np.array_equal(sound_of(without_tag(made)), sound_of(in_one_go(reader(programme), PROGRAMME, 44100, 128)))


@pytest.mark.parametrize(("rate", "kbps"), [(44100, 64), (44100, 192), (48000, 128), (32000, 96), (48000, 320)])
def test_every_rate_and_bit_rate_joins(rate: int, kbps: int) -> None:
    """Also where padding and reservoir differ, the joined stream decodes as the single encode does."""
    pcm = made_up(26 * rate, rate)
    data = mp3.encode(reader(pcm), len(pcm), rate, kbps)
    assert len(plan.starts(len(pcm))) > 1 or rate == 32000
    tag = 144000 * kbps // rate
    assert np.array_equal(sound_of(data[tag:]), sound_of(in_one_go(reader(pcm), len(pcm), rate, kbps)))
    assert sum(map(len, mp3.decode(data))) == len(pcm)


@pytest.mark.parametrize("kind", ["silence", "dither", "tone", "square", "noise", "clicks"])
def test_hard_material_joins_too(kind: str) -> None:
    """Silence, dither, tones, noise and clicks do not keep two streams from agreeing."""
    n = 22 * 44100
    time = np.arange(n) / 44100
    random = np.random.default_rng(3)
    mono = {
        "silence": np.zeros(n),
        "dither": (random.random(n) - random.random(n)) / 32768,
        "tone": 0.5 * np.sin(2 * np.pi * 997 * time),
        "square": np.sign(np.sin(2 * np.pi * 441 * time)),
        "noise": random.uniform(-1, 1, n),
        "clicks": (np.arange(n) % 5000 == 0) * 0.9,
    }[kind]
    pcm = np.rint(np.stack([mono, mono], axis=1) * 32767).astype(np.int16)
    data = mp3.encode(reader(pcm), n, 44100, 128)
    single = sound_of(in_one_go(reader(pcm), n, 44100, 128))
    error = sound_of(without_tag(data)) - single
    power = np.add.reduceat(np.square(error).sum(axis=1), np.arange(0, len(error), 4410))
    full = np.add.reduceat(np.square(single).sum(axis=1), np.arange(0, len(error), 4410))
    assert np.all(power <= full * 10**-4.5)


def test_streams_that_never_agree_are_encoded_in_one_go(programme: PCM, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no join is found, the whole is one stream, and no less right."""
    monkeypatch.setattr(join, "AGREEING", 10**6)
    data = mp3.encode(reader(programme), PROGRAMME, 44100, 128)
    assert without_tag(data) == in_one_go(reader(programme), PROGRAMME, 44100, 128)


def test_the_bytes_depend_on_the_programme_alone(programme: PCM, made: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """One thread or four, the same bytes come out."""
    for threads in (1, 4):
        monkeypatch.setattr(encoding, "_THREADS", threads)
        assert mp3.encode(reader(programme), PROGRAMME, 44100, 128) == made


def test_what_is_written_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While five minutes are encoded, a few of their eleven stretches are in memory: not the stream of all."""
    monkeypatch.setattr(encoding, "_THREADS", 1)  # of two, one may be kept waiting, and what follows it waits, too
    frames = 300 * 44100
    silence = np.zeros((44100 * 30, 2), np.int16)
    alive: list[int] = []

    def read(start: int, stop: int) -> PCM:
        alive.append(sum(len(one.stream) for one in gc.get_objects() if isinstance(one, Stretch)))
        return silence[: stop - start]

    mp3.write(tmp_path / "a.mp3", b"", read, frames, 44100, 128)
    assert len(plan.starts(frames)) == 11
    # What other tests still hold is no part of it.
    assert max(alive) - alive[0] < (tmp_path / "a.mp3").stat().st_size / 3


def test_how_much_is_encoded_at_a_time_changes_nothing(programme: PCM) -> None:
    """A stream grown in small steps is the stream grown in one."""
    small, large = (Stretch(reader(programme), 0, 200_000, lame.Form(rate=44100, kbps=128)) for _ in range(2))
    while not small.ended:
        small.grow(1)
    large.grow(1000)
    assert small.stream == large.stream


@pytest.mark.parametrize("frames", [1, 2, 575, 1151, 1152, 1153, 2256, 44100, 44147, 100_003])
def test_the_decoded_length_is_exact(frames: int) -> None:
    """Whatever the length, decoding gives back exactly as many frames, and the last sample among them."""
    pcm = made_up(frames)
    pcm[-1] = 20000
    decoded = np.concatenate(list(mp3.decode(mp3.encode(reader(pcm), frames, 44100, 192))))
    assert decoded.shape == (frames, 2)
    assert np.abs(decoded[-1]).max() > 0.1


def test_the_decoded_sound_lies_where_it_was(programme: PCM, made: bytes) -> None:
    """The decoded programme is neither early nor late by a sample: shifted by one it fits worse."""
    decoded = np.concatenate(list(mp3.decode(made)))[:, 0]
    wanted = programme[:, 0] / np.float32(32768)
    errors = [np.square(np.roll(decoded, shift) - wanted)[10:-10].mean() for shift in (-1, 0, 1)]
    assert np.argmin(errors) == 1


def test_the_tag_says_what_is_there(made: bytes) -> None:
    """Frames, bytes, delay, padding, encoder and both checksums of the LAME tag are true of the file."""
    name, flags, frames, size = struct.unpack(">4s3I", made[36:52])
    assert (name, flags, size) == (b"Info", 15, len(made))
    tag = made[156:192]
    assert tag[:9].rstrip(b"\0") == lame.name().encode()
    assert b"LAME" in made[192 + 400 :], "the library names itself in spare bytes"
    delay_padding = int.from_bytes(tag[21:24], "big")
    assert delay_padding >> 12 == 576
    assert frames * 1152 - 576 - (delay_padding & 0xFFF) == PROGRAMME
    assert struct.unpack(">I", tag[28:32])[0] == len(made)
    assert struct.unpack(">H", tag[32:34])[0] == crc16(without_tag(made))
    assert struct.unpack(">H", tag[34:36])[0] == crc16(made[:190])
    assert frames == round(len(without_tag(made)) / (417 + 47 / 49))  # 47 of 49 frames at 128 kbit/s and 44.1 kHz are padded


def test_the_seek_points_lead_to_their_times(made: bytes) -> None:
    """Each of the hundred points is within half a per cent of where a constant bit rate puts it, and none goes back."""
    points = made[52:152]
    assert list(points) == sorted(points)
    assert all(abs(point - 256 * percent / 100) <= 1.28 for percent, point in enumerate(points))


def test_what_mp3_cannot_be_is_refused(programme: PCM) -> None:
    """A sampling rate or bit rate that MP3 does not have is a fault of the setting, and so is no programme at all."""
    with pytest.raises(MediaError, match="cannot have 22050 Hz; it can have 32000, 44100 or 48000") as caught:
        mp3.encode(reader(programme), 100, 22050, 128)
    assert caught.value.cause is Cause.USAGE
    with pytest.raises(MediaError, match="cannot have 100 kbit/s"):
        mp3.encode(reader(programme), 100, 44100, 100)
    with pytest.raises(MediaError, match="the programme is empty"):
        mp3.encode(reader(programme), 0, 44100, 128)


@pytest.mark.parametrize("trouble", [MediaError("The disk is gone."), KeyboardInterrupt()])
def test_trouble_in_reading_ends_the_encode(programme: PCM, trouble: BaseException) -> None:
    """What goes wrong while the programme is read, Ctrl-C included, comes out as it is, and soon."""
    reads = []

    def read(start: int, stop: int) -> PCM:
        reads.append(start)
        if len(reads) > 3:
            raise trouble
        return programme[start:stop]

    with pytest.raises(type(trouble)):
        mp3.encode(read, PROGRAMME, 44100, 128)
    assert len(reads) < 8


@pytest.mark.tools
@pytest.mark.parametrize("kbps", [64, 128, 320])
def test_outside_tools_find_no_fault(programme: PCM, tmp_path: Path, tool: Run, kbps: int) -> None:
    """mp3val, mpg123, ffmpeg, lame and mediainfo take the file without a warning, and agree on its exact length."""
    path = tmp_path / "a.mp3"
    path.write_bytes(mp3.encode(reader(programme), PROGRAMME, 44100, kbps))
    faults = [line for line in tool("mp3val", path).stdout.splitlines() if "WARNING" in line and "No supported tags" not in line]
    assert faults == []
    assert "arning" not in tool("mpg123", "-t", path).stderr
    tool("mpg123", "-q", "-w", tmp_path / "mpg123.wav", path)
    assert tool("ffmpeg", "-v", "error", "-xerror", "-i", path, tmp_path / "ffmpeg.wav").stderr == ""
    tool("lame", "--quiet", "--decode", path, tmp_path / "lame.wav")
    lengths = {name: soundfile.info(tmp_path / f"{name}.wav").frames for name in ("mpg123", "ffmpeg", "lame")}
    assert set(lengths.values()) == {PROGRAMME}, lengths
    seen = tool("mediainfo", path).stdout
    assert "Bit rate mode                            : Constant" in seen
    assert f": {kbps}" in seen
    assert lame.name() in seen


@pytest.mark.tools
def test_a_tag_of_lames_own_has_the_checksums_we_reckon(programme: PCM, tmp_path: Path, tool: Run) -> None:
    """Over a file of the lame program our checksums are the ones it wrote."""
    soundfile.write(tmp_path / "a.wav", programme[:100_000], 44100, subtype="PCM_16")
    tool("lame", "--quiet", "-b", "128", tmp_path / "a.wav", tmp_path / "a.mp3")
    data = (tmp_path / "a.mp3").read_bytes()
    assert struct.unpack(">2H", data[188:192]) == (crc16(without_tag(data)), crc16(data[:190]))


def speech(samples: Path) -> PCM:
    """Forty seconds of a real reader."""
    parts = [soundfile.read(path, dtype="int16")[0] for path in sorted((samples / "speech" / "ljspeech").glob("*.wav"))[:7]]
    mono = np.repeat(np.concatenate(parts), 2)  # 22.05 kHz held for two samples each: full of overtones, which is no easier
    return np.stack([mono, mono], axis=1)


def music(samples: Path) -> PCM:
    """A real orchestra in stereo."""
    pcm: PCM = soundfile.read(next((samples / "music").glob("brahms*")), dtype="int16", always_2d=True)[0]
    return pcm


@pytest.mark.parametrize("material", [speech, music])
@pytest.mark.parametrize("kbps", [64, 128])
def test_real_material_joins_without_a_trace(samples: Path, material: Callable[[Path], PCM], kbps: int) -> None:
    """Real speech and music come out of the joined stream exactly as out of one encode."""
    pcm = material(samples)
    assert len(plan.starts(len(pcm))) > 1
    data = mp3.encode(reader(pcm), len(pcm), 44100, kbps)
    single = sound_of(in_one_go(reader(pcm), len(pcm), 44100, kbps))
    assert np.array_equal(sound_of(data[144000 * kbps // 44100 :]), single)
