"""Sound to and from pydub."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from segment.media.exchange import from_audiosegment, to_audiosegment
from segment.model.sound import Sound


@settings(deadline=None, max_examples=40)
@given(
    pcm=arrays.arrays(np.int16, st.tuples(st.integers(0, 50), st.sampled_from([1, 2]))),
    rate=st.sampled_from([8000, 22050, 44100, 48000]),
)
def test_sixteen_bit_sound_survives_the_round_trip(pcm: np.ndarray, rate: int) -> None:
    """16-bit material comes back from pydub sample for sample, with its rate and channels."""
    sound = Sound(samples=(pcm / 32768).astype(np.float32), rate=rate, fingerprint="")
    segment = to_audiosegment(sound)
    assert (segment.frame_rate, segment.channels, segment.sample_width) == (rate, pcm.shape[1], 2)
    assert segment.raw_data == pcm.astype("<i2").tobytes()
    back = from_audiosegment(segment)
    assert np.array_equal(back.samples, sound.samples)
    assert back.rate == rate


def test_what_exceeds_full_scale_is_clipped_not_wrapped() -> None:
    """Samples over full scale become the loudest there are."""
    sound = Sound(samples=np.array([[1.5], [-1.5], [1.0]], np.float32), rate=44100, fingerprint="")
    assert list(to_audiosegment(sound).get_array_of_samples()) == [32767, -32768, 32767]


@pytest.mark.parametrize("width", [1, 2, 4])
def test_every_depth_of_pydub_has_the_same_full_scale(width: int) -> None:
    """Half of full scale is 0.5, whatever number of bits pydub holds it in."""
    from segment.media.exchange import _pydub

    half = (1 << (8 * width - 2)).to_bytes(width, "little")
    segment = _pydub().AudioSegment(data=half * 4, sample_width=width, frame_rate=44100, channels=2)
    assert from_audiosegment(segment).samples.tolist() == [[0.5, 0.5], [0.5, 0.5]]


def test_equal_sound_has_equal_fingerprints(quantised: Sound) -> None:
    """The same samples from pydub are the same Sound, different ones are not."""
    segment = to_audiosegment(quantised)
    assert from_audiosegment(segment) == from_audiosegment(segment)
    assert from_audiosegment(segment) != from_audiosegment(segment - 6)


def test_pydub_is_loaded_late_and_without_a_warning() -> None:
    """The adapter loads pydub at the first use only, and its warnings do not reach the user."""
    code = (
        "import sys, numpy as np\n"
        "from segment.media.exchange import to_audiosegment\n"
        "from segment.model.sound import Sound\n"
        "print('pydub' in sys.modules)\n"
        "to_audiosegment(Sound(samples=np.zeros((4, 1), np.float32), rate=44100, fingerprint=''))\n"
        "print('pydub' in sys.modules)\n"
    )
    env = {"PATH": "", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False, env=env)
    assert (done.stdout.split(), done.stderr) == (["False", "True"], "")
