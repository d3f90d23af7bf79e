"""``segment check``: a show's settings judged as a whole, or any file by what it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from segment.cli import options
from segment.cli.terminal import say, say_json

if TYPE_CHECKING:
    from segment.model.sound_check import Judged, SoundCheck

_DECIMALS = 2


@click.command("check")
@click.argument("files", nargs=-1, metavar="[SHOW | FILE…]", type=click.Path(path_type=Path))
@click.option("--target", default="", metavar="T", help="Hold sound files against a target: a name, or LUFS/dBTP such as -18/-1.")
@click.option("--targets", "list_targets", is_flag=True, help="List the targets with their figures and sources.")
@options.as_json
def command(files: tuple[Path, ...], target: str, list_targets: bool, as_json: bool) -> None:
    """Judge a show's settings, or files: sounds, scripts, reviews, voices, episodes.

    Without a FILE, or for a show's folder or segment.toml: every mistake in the settings, and everything they name that is not
    there (exit 2 where there is an error). A sound file of any kind is measured: loudness, peaks, offset, clipping, silences,
    faults of its channels; outside --target it ends with 4. Scripts and reviews are read and noted on, a voice's profile is
    looked through.

    \b
    segment check
    segment check friday-review --json
    segment check out/*.mp3 --target podcast
    segment check theirs.wav --target -23/-1 --json
    segment check --targets
    """
    from segment import pipeline

    if list_targets:
        _targets(as_json=as_json)
        return
    folders = [path for path in files if path.is_dir() or path.name == "segment.toml"]
    if not files or (len(files) == 1 and folders):
        if target:
            raise click.UsageError("--target is for sound files: name one.")
        _show(files[0] if files else Path(), as_json=as_json)
        return
    if any(path.is_dir() for path in files):
        raise click.UsageError("A show is checked by itself: name one folder, or files.")
    judged = pipeline.check_files(files, target=target)
    if as_json:
        say_json({"ok": not any(one.exit_code for one in judged), "files": [_json(one) for one in judged]})
    else:
        for one in judged:
            _print(one)
    if code := max(one.exit_code for one in judged):
        raise click.exceptions.Exit(code)


def _show(show: Path, *, as_json: bool) -> None:
    from segment import pipeline
    from segment.cli.show import notes
    from segment.errors import Cause

    found = pipeline.check_show(show if show.is_dir() else show.parent)
    if as_json:
        say_json({"ok": found.is_sound, "path": str(found.path), "findings": found.findings})
    else:
        errors = sum(note.level == "error" for note in found.findings)
        say(f"{found.path}: {'no mistake' if not errors else f'{errors} mistake' + ('s' if errors > 1 else '')}")
        notes(found.findings)
    if not found.is_sound:
        raise click.exceptions.Exit(int(Cause.USAGE))


def _targets(*, as_json: bool) -> None:
    from segment import pipeline

    found = pipeline.targets()
    if as_json:
        say_json({"targets": found})
        return
    for one in found:
        say(f"{one.name:13}{one.integrated_lufs:6.1f} LUFS ±{one.allowed_lu:<4g}{one.true_peak_dbtp:5.1f} dBTP  {one.source}")


def _json(one: Judged) -> dict[str, Any]:
    """The shape that ``--json`` promises: a sound's figures stand beside its path."""
    import msgspec

    shape: dict[str, Any] = {"path": one.path, "kind": one.kind, "ok": not one.exit_code}
    if one.sound is not None:
        shape |= {"target": one.target, **_rounded(msgspec.to_builtins(one.sound))}
    return shape | {"findings": msgspec.to_builtins(one.findings)}


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: [round(part, 6) for part in item] if key == "dc" else round(item, 6) if key.endswith("_s") else _rounded(item)
            for key, item in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [_rounded(item) for item in value]
    return round(value, _DECIMALS) if isinstance(value, float) else value


def _print(one: Judged) -> None:
    from segment.cli.show import notes

    errors = sum(note.level == "error" for note in one.findings)
    state = f"{errors} mistake{'s' if errors > 1 else ''}" if errors else "no mistake"
    say(f"{one.path}: {one.kind}, {f'{state} against {one.target}' if one.target else state}")
    if one.sound is not None:
        for line in _figures(one.sound):
            say(f"  {line}")
    notes(one.findings)


def _figures(found: SoundCheck) -> list[str]:
    from segment.units import radio_time

    form = {1: "mono", 2: "stereo"}.get(found.channels, f"{found.channels} channels")
    lines = [
        f"{radio_time(found.duration_s)}, {found.rate} Hz, {form}",
        f"{found.integrated_lufs:.1f} LUFS integrated, {found.short_term_max_lufs:.1f} short-term at most, "
        f"{found.momentary_max_lufs:.1f} momentary at most, range {found.lra_lu:.1f} LU",
        f"{found.true_peak_dbtp:.1f} dBTP, {found.sample_peak_dbfs:.1f} dBFS in samples",
    ]
    if found.channels == 1:
        lines.insert(2, f"one channel by itself; on two it reads {found.on_two_channels_lufs:.1f} LUFS")
    return lines
