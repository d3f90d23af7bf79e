"""How fast an hour is spoken, beside the espeak-ng program on the same text; and again, from the shelf.

    python tests/benchmarks/voices.py [--rounds N] [--minutes M]

One interleaved run, printed as a Markdown table. ``espeak-ng`` (the program) is compared where it is installed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from material import hour
from measure import in_turn
from speed import machine

SPEAK = """
import sys
from pathlib import Path
from segment.model.utterance import Phrase, SayWord, Utterance
from segment.voice import Shelf, load_profile, speak

text, profile, shelf = map(Path, sys.argv[1:4])
sentences = text.read_text(encoding="utf-8").splitlines()


def phrase(sentence):
    return Phrase(words=tuple(SayWord(display=word, say=word) for word in sentence.split()))


lines = [
    Utterance(id=f"critic-{n}", role="critic", pieces=tuple(map(phrase, sentences[n : n + 4])))
    for n in range(0, len(sentences), 4)
]
voice = load_profile(profile.read_text(encoding="utf-8"), name=profile.stem, file=str(profile))
kept = Shelf(shelf, 10**10) if shelf.name != "none" else None
seconds = sum(line.sound.seconds for line in speak(lines, {"critic": voice}, shelf=kept))
print(f"{seconds:.0f} s")
"""
EMPTY_FIRST = (
    "import runpy, shutil, sys; shutil.rmtree(sys.argv[4], ignore_errors=True);"
    "sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0])"
)
PROFILE = Path(__file__).resolve().parents[2] / "voices" / "critic.toml"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="rounds that count [5]")
    parser.add_argument("--minutes", type=float, default=60.0, help="length of the long text [60]")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        program = room / "say.py"
        program.write_text(SPEAK)
        long, short = room / "long.txt", room / "short.txt"
        sentences = hour(round(options.minutes * 162))
        long.write_text("\n".join(sentences) + "\n", encoding="utf-8")
        short.write_text("\n".join(sentences[: len(sentences) // 10]) + "\n", encoding="utf-8")
        cold, warm = room / "cold", room / "warm"
        python = [sys.executable]
        run = lambda text, shelf: [*python, str(program), str(text), str(PROFILE), str(shelf)]  # noqa: E731
        commands = {
            "spoken, nothing kept": run(long, "none"),
            "spoken and put on the shelf": [*python, "-c", EMPTY_FIRST, *run(long, cold)[1:]],
            "again, from the shelf": run(long, warm),
            "a tenth of it, nothing kept": run(short, "none"),
        }
        if shutil.which("espeak-ng"):
            wav = str(room / "voice.wav")
            commands["espeak-ng alone"] = ["espeak-ng", "-v", "en-us+m7", "-s", "160", "-f", str(long), "-w", wav]
        measured = in_turn(commands, options.rounds, room / "log")
    reference = measured.get("espeak-ng alone")
    print(f"{machine()}; medians of {options.rounds} interleaved rounds; {sum(len(s.split()) for s in sentences)} words.\n")
    print("| | wall s | processor s | memory MB | ÷ espeak-ng alone |\n| --- | --- | --- | --- | --- |")
    for name, runs in measured.items():
        wall, cpu, rss = runs.row()
        against = f"{wall / reference.row()[0]:.2f}" if reference else ""
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {rss:.0f} | {against} |")


if __name__ == "__main__":
    main()
