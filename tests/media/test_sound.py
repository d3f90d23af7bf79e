"""Sound files in and FLAC out."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from fractions import Fraction
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
import soundfile

from segment.errors import Cause, MediaError
from segment.media import mp3, sound
from segment.model.sound import Sound
from tests.media.conftest import Run, made_up, reader

Spoil = Callable[[Path], object]

FullDisk = Callable[[], AbstractContextManager[None]]


def coded(path: Path, codec: str, pcm: np.ndarray, rate: int) -> Path:
    """Writes ``pcm`` with libav, as phones and other programs would."""
    import av

    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate, layout="stereo")
        assert isinstance(stream, av.AudioStream)
        stream.bit_rate = 192_000
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(pcm.reshape(1, -1)), format="s16", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
        for packet in (*stream.encode(frame), *stream.encode(None)):
            container.mux(packet)
    return path


def picture_only(path: Path) -> None:
    """A film of one frame without sound."""
    import av

    with av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=25)
        stream.width = stream.height = 64
        stream.pix_fmt = "yuv420p"
        frame = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")
        for packet in (*stream.encode(frame), *stream.encode(None)):
            container.mux(packet)


@pytest.mark.parametrize("subtype", ["PCM_16", "PCM_24", "FLOAT", "PCM_U8"])
@pytest.mark.parametrize("channels", [1, 2])
def test_a_wav_is_read_sample_for_sample(tmp_path: Path, subtype: str, channels: int) -> None:
    """WAV of every usual depth gives float32 of full scale 1.0, mono staying mono, with the file's own fingerprint."""
    samples = np.round(made_up(5000)[:, :channels] / 256) / 128
    soundfile.write(tmp_path / "a.wav", samples, 22050, subtype=subtype)
    got = sound.read(tmp_path / "a.wav")
    assert got.samples.dtype == np.float32
    assert np.array_equal(got.samples, samples.astype(np.float32))
    assert got.rate == 22050
    assert got.fingerprint == hashlib.sha256((tmp_path / "a.wav").read_bytes()).hexdigest()
    assert got.samples.flags.c_contiguous
    assert not got.samples.flags.writeable


@pytest.mark.parametrize(("name", "codec", "rate"), [("a.m4a", "aac", 44100), ("a.opus", "libopus", 48000)])
def test_what_phones_record_is_read(tmp_path: Path, name: str, codec: str, rate: int) -> None:
    """M4A and Opus come out as long as they went in, give or take a codec frame at the end, and sound the same."""
    pcm = made_up(rate * 2, rate)
    got = sound.read(coded(tmp_path / name, codec, pcm, rate))
    assert got.rate == rate
    assert got.samples.shape[1] == 2
    assert abs(got.frames - len(pcm)) <= 2048
    n = min(got.frames, len(pcm))
    error = got.samples[:n] - pcm[:n] / 32768
    assert np.mean(error**2) < 0.05 * np.mean((pcm / 32768) ** 2)


def test_an_mp3_is_read_to_its_exact_length(tmp_path: Path) -> None:
    """An MP3 with a LAME tag comes out without the encoder's padding."""
    pcm = made_up(50_000)
    (tmp_path / "a.mp3").write_bytes(mp3.encode(reader(pcm), len(pcm), 44100, 128))
    assert sound.read(tmp_path / "a.mp3").frames == 50_000


@pytest.mark.tools
def test_an_mp3_of_variable_rate_without_a_header_is_read_to_its_end(tmp_path: Path, tool: Run) -> None:
    """Without a Xing header no length is promised, and still nothing of the file is lost."""
    pcm = made_up(44100 * 6)
    pcm[: 44100 * 3] = 0  # a quiet start, from which the length would be guessed wrong
    soundfile.write(tmp_path / "a.wav", pcm, 44100)
    tool("lame", "--quiet", "-V", "2", "-t", tmp_path / "a.wav", tmp_path / "a.mp3")
    assert len(pcm) <= sound.read(tmp_path / "a.mp3").frames <= len(pcm) + 3 * 1152


def test_rubbish_after_the_end_is_forgiven(tmp_path: Path) -> None:
    """A tag of another program behind the sound does not make a file unreadable."""
    pcm = made_up(50_000)
    (tmp_path / "a.mp3").write_bytes(mp3.encode(reader(pcm), len(pcm), 44100, 128) + b"TAG" + bytes(125))
    assert sound.read(tmp_path / "a.mp3").frames == 50_000


def test_a_wav_from_a_pipe_needs_no_true_size(tmp_path: Path) -> None:
    """A header that leaves the length open, as programs write to a pipe, is not a broken file."""
    soundfile.write(tmp_path / "a.wav", made_up(1000), 44100)
    data = bytearray((tmp_path / "a.wav").read_bytes())
    data[4:8] = data[40:44] = b"\xff\xff\xff\xff"
    (tmp_path / "a.wav").write_bytes(data)
    assert sound.read(tmp_path / "a.wav").frames == 1000


def playlist(path: Path) -> None:
    """A list that names a good file beside it."""
    good = coded(path.with_name("good.m4a"), "aac", made_up(44100), 44100)
    path.write_text(f"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{good}\n#EXT-X-ENDLIST\n")


def damaged(path: Path) -> None:
    """A recording with two thousand bytes lost in the middle."""
    data = bytearray(coded(path, "aac", made_up(4 * 44100), 44100).read_bytes())
    data[20_000:22_000] = bytes(2_000)
    path.write_bytes(data)


def cut(path: Path) -> None:
    """The first third of a good file."""
    pcm = made_up(4 * 44100)
    if path.suffix == ".m4a":
        coded(path, "aac", pcm, 44100)
    else:
        soundfile.write(path, pcm, 44100)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])


NOISE = np.random.default_rng(1).bytes(20_000)

SPOILT: dict[str, tuple[Spoil, str]] = {
    "empty.wav": (lambda path: path.touch(), "the file is empty"),
    "text.wav": (lambda path: path.write_text("Once upon a time, at the pictures."), "it is damaged or not a sound file"),
    "noise.mp3": (lambda path: path.write_bytes(NOISE), "it is damaged or not a sound file"),
    "noise.raw": (lambda path: path.write_bytes(b"RIFF" + NOISE), ""),
    "page.html": (lambda path: path.write_text("<!doctype html><p>Not a sound."), "it is damaged or not a sound file"),
    "playlist.m3u8": (playlist, ""),
    "film.mp4": (picture_only, "there is no sound in it"),
    "no-frames.wav": (lambda path: soundfile.write(path, np.zeros((0, 2)), 44100), "it holds no sound"),
    "not-numbers.wav": (
        lambda path: soundfile.write(path, np.full((100, 1), np.nan, np.float32), 44100, subtype="FLOAT"),
        "some of its samples are not numbers",
    ),
    "nine.wav": (lambda path: soundfile.write(path, np.zeros((100, 9)), 44100), "it has 9 channels"),
    "cut.wav": (cut, "it breaks off"),
    "cut.flac": (cut, "it breaks off"),
    "cut.m4a": (cut, "it is damaged or not a sound file"),
    "damaged.m4a": (damaged, "it is damaged at"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_is_no_sound_is_a_sentence(tmp_path: Path, name: str) -> None:
    """A file that cannot be decoded is named with the reason, as a fault of the material."""
    spoil, reason = SPOILT[name]
    path = tmp_path / name
    spoil(path)
    with pytest.raises(MediaError) as caught:
        sound.read(path)
    assert caught.value.message.startswith(f"{path} cannot be read as sound: {reason}")
    assert caught.value.cause is Cause.MATERIAL


def test_a_missing_file_and_a_folder_are_sentences(tmp_path: Path) -> None:
    """What is not a file at all is said so."""
    with pytest.raises(MediaError, match=r"nowhere\.wav does not exist"):
        sound.read(tmp_path / "nowhere.wav")
    with pytest.raises(MediaError, match="is a folder, not a file"):
        sound.read(tmp_path)


@pytest.mark.parametrize(("bits", "step"), [(16, 1 << 15), (24, 1 << 23)])
def test_flac_brings_quantised_sound_back_exactly(tmp_path: Path, bits: Literal[16, 24], step: int) -> None:
    """Samples on the grid of 16 or 24 bits, full scale included, survive writing and reading bit for bit."""
    grid = np.random.default_rng(1).integers(-step, step, (4000, 1))
    grid[:2, 0] = -step, step - 1
    samples = (grid / step).astype(np.float32)
    sound.write_flac(tmp_path / "a.flac", Sound(samples=samples, rate=22050, fingerprint=""), bits)
    assert np.array_equal(sound.read(tmp_path / "a.flac").samples, samples)
    assert soundfile.info(tmp_path / "a.flac").subtype == f"PCM_{bits}"


def test_flac_on_a_full_disk_is_the_machines_fault(full_disk: FullDisk, tmp_path: Path, quantised: Sound) -> None:
    """No room on the disk is a sentence, and no silence."""
    with pytest.raises(MediaError, match="the disk is full") as caught, full_disk():
        sound.write_flac(tmp_path / "a.flac", quantised, 16)
    assert caught.value.cause is Cause.MACHINE


def test_libav_is_loaded_only_when_needed(tmp_path: Path) -> None:
    """Reading a WAV does not cost the start of PyAV."""
    soundfile.write(tmp_path / "a.wav", made_up(100), 44100)
    code = (
        "import sys; from pathlib import Path; from segment.media import sound\n"
        "sound.read(Path(sys.argv[1])); print('av' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path / "a.wav"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_real_material_is_read(samples: Path) -> None:
    """Every real recording at hand is read, none silent, all within full scale."""
    files = [path for path in samples.rglob("*") if path.suffix in {".wav", ".flac", ".ogg", ".mp3"}]
    assert len(files) > 20
    for path in files:
        got = sound.read(path)
        assert 0.0001 < np.abs(got.samples).max() <= 1.1, path
