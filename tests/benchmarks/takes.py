"""How well a studio recording full of flubs comes out: word times, retakes, asides, lost words, speed and memory.

    python tests/benchmarks/takes.py [--words N] [--voice NAME,NAME] [--by pocketsphinx|voice] [--straight] [--speech DIR]

Recordings are made here from voices that tell when each word begins, with repeated sentences, broken-off and restarted ones,
asides, coughs and chatter planted, then noise, reverberation and hum. Rates are printed with their 95 % Wilson interval.
``--speech DIR`` takes the sentences of a real reader (DIR/ljspeech: WAV files and transcripts.tsv), and plants the same flubs.
Nobody knows when each of those words begins, so only what is heard and what is not is counted.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from material import hour
from speed import machine

from segment.voice.take.editing import edited
from tests.voice.take import readers, recordings
from tests.voice.take.recordings import Recording
from tests.voice.take.scoring import Score, score

CONDITIONS: dict[str, Callable[[Recording], Recording]] = {
    "clean": lambda made: recordings.noisy(made, 50),
    "30 dB": lambda made: recordings.noisy(made, 30),
    "20 dB and reverb": lambda made: recordings.noisy(recordings.in_a_room(made), 20),
    "12 dB": lambda made: recordings.noisy(made, 12),
    "hum": lambda made: recordings.noisy(recordings.humming(made), 50),
}
REPEATED = 8
"""Times that real sentences are read, each with other flubs."""
TOGETHER = 24
"""Sentences of one recording: about three minutes."""


def wilson(hits: int, of: int) -> str:
    """A share and its 95 % interval in percent."""
    if not of:
        return "–"
    z, share = 1.96, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * np.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{hits}/{of} {100 * share:.1f} % [{100 * (middle - half):.1f}–{min(100 * (middle + half), 100):.1f}]"


def row(name: str, scores: list[Score], speed: float) -> str:
    """One line of the table."""
    errors = np.array([e for s in scores for e in s.errors_ms] or [np.nan])
    total = {
        key: sum(getattr(s, key) for s in scores)
        for key in ("removed", "flubs", "asides_removed", "asides", "lost", "words", "untimed")
    }
    cells = [
        name,
        f"{errors.mean():.0f} / {np.median(errors):.0f} / {np.percentile(errors, 95):.0f}",
        wilson(total["removed"], total["flubs"]),
        wilson(total["asides_removed"], total["asides"]),
        wilson(total["lost"], total["words"]),
        str(total["untimed"]),
        f"{speed:.0f} ×",
    ]
    return "| " + " | ".join(cells) + " |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=5000, help="least words of good readings a condition [5000]")
    parser.add_argument("--voice", default="festival", help=f"with commas between: {', '.join(readers.VOICES)} [festival]")
    parser.add_argument("--speech", type=Path, help="a folder with recordings of real readers")
    parser.add_argument("--by", choices=("pocketsphinx", "voice"), default="pocketsphinx", help="who listens [pocketsphinx]")
    parser.add_argument("--conditions", default=",".join(CONDITIONS), help="with commas between")
    parser.add_argument("--straight", action="store_true", help="no flubs: any retake found is false")
    parser.add_argument("--misses", action="store_true", help="say what went wrong")
    options = parser.parse_args()
    make = recordings.straight if options.straight else recordings.flubbed
    sentences = hour(options.words + 200)
    made: list[tuple[list[str], Recording]] = []
    if options.speech:
        texts, spoken = readers.real(options.speech)
        for seed in range(REPEATED):
            laid = recordings.laid_straight(spoken, seed) if options.straight else recordings.laid_flubbed(spoken, {}, seed)
            made.append((texts, laid))
        options.voice = "a real reader; word starts cannot be judged"
    voices = [] if options.speech else options.voice.split(",")
    for seed, at in enumerate(range(0, len(sentences), TOGETHER) if voices else ()):
        texts = sentences[at : at + TOGETHER]
        made.append((texts, make(texts, readers.VOICES[voices[seed % len(voices)]], seed=seed)))
    minutes = sum(r.samples.size for _, r in made) / readers.RATE / 60
    print(f"{machine()}; voice: {options.voice}; {len(made)} recordings, {minutes:.0f} minutes.\n")
    print("| | word starts, ms: mean / median / p95 | flubs removed | asides removed | words lost | untimed | speed |")
    print("| --- | --- | --- | --- | --- | --- | --- |", flush=True)
    for name in options.conditions.split(","):
        scores: list[Score] = []
        spent = heard = 0.0
        for texts, recording in made:
            worse = CONDITIONS[name](recording)
            begun = time.process_time()
            edit = edited(readers.lines(texts), worse.samples, readers.RATE, by=options.by)
            spent += time.process_time() - begun
            heard += edit.seconds
            scores.append(score(edit, worse))
        print(row(name, scores, heard / spent), flush=True)
        if options.misses:
            print(*(f"    {miss}" for s in scores for miss in s.missed), sep="\n", flush=True)
    print(f"\nLargest memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB.")


if __name__ == "__main__":
    main()
