"""``segment take check``."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say, say_json
from segment.units import radio_time


@click.command("check")
@options.recordings
@click.argument("script", type=click.Path(path_type=Path))
@options.role
@options.as_json
def command(recordings: tuple[str, ...], script: Path, role: str, as_json: bool) -> None:
    """Say what of SCRIPT was found in each RECORDING: where every sentence is, how sure that is, and where else it was read.

    \b
    segment take check friday.m4a out/rust-and-bone.script.txt
    segment take check monday.wav friday.wav script.txt --role host
    """
    from segment import pipeline

    told = pipeline.check_take(recordings, script, role=role)
    if as_json:
        say_json(told)
        return
    for one in told.sentences:
        where = one.place or ("voice or none" if one.listed else "not found")
        say(f"{where:20}  {'listed' if one.listed else f'{100 * one.confidence:4.0f} %'}  {one.text}")
        if one.place and not one.complete:
            say(f"{'':28}incomplete: play it, and type in the script what was said")
        for other in one.otherwise:
            said = f" {other.heard}" if other.heard else ""
            say(f"{'':28}{other.kind} at {other.place} ({100 * other.confidence:.0f} %): “{other.script}”{said and ':' + said}")
        if one.others:
            say(f"{'':28}also read at {', '.join(one.others)}")
    for each in told.cleaned:
        say(f"{each.file} needs cleaning, which a build does: {'; '.join(each.steps)}.")
    if told.asked_s is not None:
        over = told.runs_s - told.asked_s
        against = f"{over:.1f} s over" if over > 0 else "within"
        say(f"It runs about {radio_time(told.runs_s)}, {against} {radio_time(told.asked_s)}.")
    if told.cuts:
        say(
            "Nothing is cut. To cut a sentence, take it out of the script or put ; before its line, the safest and longest first:"
        )
    for saving in told.cuts:
        say(f"{'':5}{saving.seconds:5.1f} s, then {radio_time(saving.leaves_s)}: {saving.text}")
    say(f"{100 * told.found:.0f} % of the script was found in {', '.join(told.files)}.")
