"""How fast ``segment make`` is beside what people use instead: one interleaved run, printed as a Markdown table.

    python tests/benchmarks/speed.py [--peers DIR] [--rounds N]

``--peers`` names a folder with make_beds.py, ffmpeg.sh, ffmpeg_fast.sh, pydub_script.py and sox.sh, each called as
``PEER TEXT BEDS OUT.mp3``; they need espeak-ng, ffmpeg, sox and lame. Without it, only our own figures, and lame and
espeak-ng alone where they are installed.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from material import page as benchmark_page
from material import spoken_text
from measure import Runs, in_turn

SEGMENT = Path(sys.executable).with_name("segment")
PEERS = {"ffmpeg.sh": "ffmpeg, two-pass loudnorm", "ffmpeg_fast.sh": "ffmpeg, ebur128 and limiter", "sox.sh": "sox and lame"}
EMPTY = "import click\n@click.group()\ndef main() -> None:\n    'Nothing.'\nif __name__ == '__main__':\n    main()\n"


def say(command: list[str | Path], where: Path) -> str:
    """Run a command that must work and return what it printed."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd=where, check=False)
    if done.returncode:
        sys.exit(f"{command} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def peers(folder: Path, text: Path, beds: Path, room: Path) -> dict[str, list[str]]:
    """The commands of the peers that can run here."""
    commands: dict[str, list[str]] = {}
    if shutil.which("ffmpeg") and shutil.which("espeak-ng"):
        for script, name in PEERS.items():
            if script != "sox.sh" or (shutil.which("sox") and shutil.which("lame")):
                commands[name] = ["sh", str(folder / script), str(text), str(beds), str(room / f"{script}.mp3")]
        commands["pyttsx3 and pydub"] = [
            sys.executable,
            str(folder / "pydub_script.py"),
            str(text),
            str(beds),
            str(room / "p.mp3"),
        ]
    return commands


def alone(wav: Path, text: Path, room: Path) -> dict[str, list[str]]:
    """The encoder and the voice by themselves."""
    commands: dict[str, list[str]] = {}
    if shutil.which("lame"):
        commands["lame -q 5 -b 128 alone"] = ["lame", "--quiet", "-q", "5", "-b", "128", str(wav), str(room / "lame.mp3")]
    if shutil.which("espeak-ng"):
        commands["espeak-ng alone"] = ["espeak-ng", "-v", "en-us", "-s", "160", "-f", str(text), "-w", str(room / "voice.wav")]
    return commands


def table(measured: dict[str, Runs], ours: str) -> str:
    """Medians and our wall time as a multiple of each."""
    lines = ["| | wall s | processor s | memory MB | ours ÷ this |", "| --- | --- | --- | --- | --- |"]
    reference = measured[ours].row()[0]
    for name, runs in measured.items():
        wall, cpu, rss = runs.row()
        lines.append(f"| {name} | {wall:.2f} | {cpu:.2f} | {rss:.0f} | {reference / wall:.2f} |")
    return "\n".join(lines)


def machine() -> str:
    """One line about where this was measured."""
    model = ""
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        model = next(
            (line.split(":")[1].strip() for line in cpuinfo.read_text().splitlines() if line.startswith("model name")), ""
        )
    return f"{os.cpu_count()} cores {model or platform.processor()}, {platform.system()}, Python {platform.python_version()}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, help="folder of the peers' scripts")
    parser.add_argument("--rounds", type=int, default=5, help="rounds that count [5]")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        page = room / "page.txt"
        page.write_text(benchmark_page(), encoding="utf-8")
        ours = [str(SEGMENT), "make", str(page), "-o", str(room / "out")]
        to_length = [str(SEGMENT), "make", str(page), "--slot", "5:10", "-o", str(room / "out to length")]
        made = json.loads(say([*ours, "--json"], room))
        mp3 = next(Path(a["path"]) for a in made["artifacts"] if a["path"].endswith(".mp3"))
        text = room / "text.txt"
        text.write_text(spoken_text(mp3.with_suffix(".vtt")), encoding="utf-8")
        wav = room / "programme.wav"
        decode = "import sys, soundfile as s; d, r = s.read(sys.argv[1], dtype='int16'); s.write(sys.argv[2], d, r)"
        say([sys.executable, "-c", decode, mp3, wav], room)
        cold, warm = room / "cold", room / "warm"  # shelves of spoken lines: emptied before each round, and kept
        commands = {
            "segment make": ["sh", "-c", f"rm -rf {cold}; exec env XDG_CACHE_HOME={cold} {shlex.join(ours)}"],
            "segment make, nothing changed": ["env", f"XDG_CACHE_HOME={warm}", *ours],
            "segment make --slot 5:10": ["sh", "-c", f"rm -rf {cold}; exec env XDG_CACHE_HOME={cold} {shlex.join(to_length)}"],
            **alone(wav, text, room),
        }
        if options.peers:
            beds = room / "beds"
            say([sys.executable, options.peers / "make_beds.py", beds], room)
            commands |= peers(options.peers, text, beds, room)
        measured = in_turn(commands, options.rounds, room / "log")
        empty = room / "empty.py"
        empty.write_text(EMPTY)
        help_commands = {
            "segment --help": [str(SEGMENT), "--help"],
            "an empty click program": [sys.executable, str(empty), "--help"],
        }
        helped = in_turn(help_commands, options.rounds * 4, room / "log")
        words = len(text.read_text(encoding="utf-8").split())
        loudness = made["loudness"]
        print(
            f"{machine()}; medians of {options.rounds} interleaved rounds; {words} words, {made['duration_s']:.0f} s programme;"
        )
        print(f"ours: {loudness['integrated_lufs']} LUFS, {loudness['true_peak_dbtp']} dBTP, decoded; WAV for air included.\n")
        print(table(measured, "segment make"), "\n")
        print(table(helped, "segment --help"))


if __name__ == "__main__":
    main()
