"""The reserved cues: MUSIC, STING, CLIP, CHAPTER and PAUSE, from text to value and back."""

from __future__ import annotations

from segment.model.script import Chapter, Clip, Music, Only, Pause, Sting
from segment.script.bed_moves import SHOWN, is_move, read_move, written_move
from segment.script.chapter_cue import read_chapter, written_chapter
from segment.script.cue_fields import Field, fields, quoted_value, written_name
from segment.script.lines import Located
from segment.script.problems import BAD_CUE, BAD_TIME, Problems
from segment.script.times import read_time, written_length, written_place
from segment.wording import quoted

Cue = Music | Sting | Clip | Chapter | Pause


def read_cue(name: str, body: Located, only: Only, comment: str, problems: Problems) -> Cue | None:
    """The cue ``name`` with what stands behind its colon; None, and mistakes noted, when it is wrong."""
    match name:
        case "MUSIC":
            return _music(body, only, comment, problems)
        case "STING":
            named = _sound("STING", fields(body), problems)
            return Sting(asset=named, only=only, comment=comment) if named else None
        case "CLIP":
            return _clip(body, only, comment, problems)
        case "CHAPTER":
            return read_chapter(body, only, comment, problems)
        case _:
            seconds = read_time(body.text)
            if seconds is None:
                hint = "Write a length such as “PAUSE: 1.5s”."
                problems.mistake(BAD_TIME, f"PAUSE does not understand {quoted(body.text)}.", body, hint=hint)
                return None
            return Pause(seconds=seconds, only=only, comment=comment)


def _sound(cue: str, parts: list[Field], problems: Problems) -> str:
    """The one name the cue gives, or empty with a mistake noted."""
    first = parts[0]
    if not first.name or first.rest or (first.quoted is not None and first.words):
        problems.mistake(
            BAD_CUE, f"{cue} does not name a sound in {quoted(first.at.text)}.", first.at, hint=f"Write “{cue}: NAME”."
        )
        return ""
    if cue == "STING" and len(parts) > 1:
        problems.mistake(
            BAD_CUE, f"{quoted(parts[1].at.text)} cannot follow a sting's name.", parts[1].at, hint="STING takes one name."
        )
        return ""
    return first.name


def _music(body: Located, only: Only, comment: str, problems: Problems) -> Music | None:
    parts = fields(body)
    first = parts[0]
    if first.quoted is None and is_move(first.words):
        hint = "The bed comes first: “MUSIC: intro, under”. A bed of that name needs quotation marks."
        problems.mistake(BAD_CUE, f"MUSIC does not say which bed is to {first.words.lower()}.", first.at, hint=hint)
        return None
    bed = _sound("MUSIC", parts, problems)
    moves = [read_move(part, problems) for part in parts[1:]]
    if len(parts) == 1:
        hint = f"Write for instance “MUSIC: {bed or 'intro'}, establish 4s, under”. Allowed: {', '.join(SHOWN)}."
        problems.mistake(BAD_CUE, "MUSIC does not say what the bed is to do.", body, hint=hint)
        return None
    good = tuple(move for move in moves if move is not None)
    return Music(bed=bed, moves=good, only=only, comment=comment) if bed and len(good) == len(moves) else None


def _clip(body: Located, only: Only, comment: str, problems: Problems) -> Clip | None:
    parts = fields(body)
    asset = _sound("CLIP", parts, problems)
    given: dict[str, float | str] = {}
    good = bool(asset)
    for part in parts[1:]:
        key, _, value = part.words.partition(" ")
        key = {"outcue": "out-cue"}.get(key.lower(), key.lower())
        seen = key in given
        if key == "out-cue" and not part.rest and not (value and part.quoted is not None):
            given[key] = value if part.quoted is None else part.quoted
        elif key in {"in", "out"} and part.quoted is None and (seconds := read_time(value)) is not None:
            given[key] = seconds
        else:
            code = BAD_TIME if key in {"in", "out"} else BAD_CUE
            hint = 'Allowed: in 0:12.5, out 0:21, out-cue "the last words".'
            problems.mistake(code, f"CLIP does not understand {quoted(part.at.text)}.", part.at, hint=hint)
            good = False
        if seen:
            problems.mistake(BAD_CUE, f"CLIP says “{key}” twice.", part.at, hint="Leave one of them out.")
            good = False
    start, stop = given.get("in", 0.0), given.get("out")
    if isinstance(start, float) and isinstance(stop, float) and stop <= start:
        problems.mistake(BAD_TIME, "CLIP goes out before it comes in.", body, hint="“out” must be later than “in”.")
        good = False
    if not good:
        return None
    return Clip(
        asset=asset,
        in_s=float(start),
        out_s=None if stop is None else float(stop),
        out_cue=str(given.get("out-cue", "")),
        only=only,
        comment=comment,
    )


def written_cue(cue: Cue) -> tuple[str, str]:
    """Name and body of a cue, as :func:`read_cue` reads them."""
    match cue:
        case Music():
            bed = quoted_value(cue.bed) if is_move(cue.bed) else written_name(cue.bed)
            return "MUSIC", ", ".join([bed, *map(written_move, cue.moves)])
        case Sting():
            return "STING", written_name(cue.asset)
        case Clip():
            options = [f"in {written_place(cue.in_s)}"] if cue.in_s else []
            options += [] if cue.out_s is None else [f"out {written_place(cue.out_s)}"]
            options += [f"out-cue {quoted_value(cue.out_cue)}"] if cue.out_cue else []
            return "CLIP", ", ".join([written_name(cue.asset), *options])
        case Chapter():
            return "CHAPTER", written_chapter(cue)
        case Pause():
            return "PAUSE", written_length(cue.seconds)
