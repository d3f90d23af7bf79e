"""The voices of a show: what there is, whether each can speak, how each reads a word, and what the shelf holds of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from segment.errors import SegmentError
from segment.library import lookup
from segment.media import files
from segment.model.audition import Listed, Reading, Stocked, Tried
from segment.model.utterance import Phrase, SayWord
from segment.project.audition import audition, free, line
from segment.project.casting import profile
from segment.project.load import find_root, load
from segment.project.pronunciations import lexicon
from segment.project.speakers import shelf
from segment.voice import reading


def listed(folder: Path) -> tuple[Listed, ...]:
    """Every profile the show around ``folder`` can cast; one with mistakes is there with what is wrong."""
    root = find_root(folder)
    place = str(root) if root else ""
    return tuple(_listed(found, place) for found in lookup.listing("voices", place))


def _listed(found: lookup.Found, root: str) -> Listed:
    try:
        voice = profile(found.name, root)
    except SegmentError as error:
        return Listed(name=found.name, origin=found.origin, wrong=str(error))
    return Listed(
        name=found.name,
        origin=found.origin,
        engine=voice.engine,
        voice=voice.voice,
        language=voice.language,
        rate=voice.rate,
        sounds=voice.sounds,
    )


def checked(names: Iterable[str], folder: Path, out: Path | None) -> tuple[Listed | Tried, ...]:
    """Has each voice (all of them without ``names``) speak a sentence, which must pass the checks of every line.

    The WAV files go to ``out``, to no place without it. A voice that fails is told with what is wrong.
    """
    found = {entry.name: entry for entry in listed(folder)}
    told: list[Listed | Tried] = []
    for name in names or found:
        entry = found.get(name) or _listed(lookup.find("voices", name, load(folder).root), load(folder).root)
        told.append(entry if entry.wrong else _tried(entry, folder, out))
    return tuple(told)


def _tried(entry: Listed, folder: Path, out: Path | None) -> Listed | Tried:
    from tempfile import TemporaryDirectory

    from msgspec.structs import replace

    try:
        if out is not None:
            files.make_folder(out)
            return audition(entry.name, "", free(out / f"{entry.name}.wav"), folder, force=False)
        with TemporaryDirectory() as room:
            return replace(audition(entry.name, "", Path(room) / "try.wav", folder, force=False), path="")
    except SegmentError as error:
        return replace(entry, wrong=str(error))


def said(word: str, name: str, out: Path | None, folder: Path, *, force: bool) -> Reading:
    """How a voice reads a word, with its pronouncer or marks and without, in IPA; and the word in a WAV file."""
    root = load(folder).root
    voice = profile(name, root)
    words = [w for piece in line(word, voice.language, lexicon(root)).pieces if isinstance(piece, Phrase) for w in piece.words]
    bare = [SayWord(display=w.display, say=w.say) for w in words]
    return Reading(
        name=voice.name,
        word=" ".join(w.display for w in words),
        plain=reading.ipa(bare, voice.language),
        marked=reading.ipa(words, voice.language) if words != bare else "",
        tried=audition(name, word, out, folder, force=force),
    )


def stocked(folder: Path, *, prune: bool, dry_run: bool) -> Stocked:
    """What the show's shelf holds; ``prune`` takes away what cannot be read, then the longest not used beyond its limit.

    ``dry_run`` only counts what ``prune`` would take away.
    """
    project = load(folder)
    kept = shelf(project)
    if kept is None:
        return Stocked(folder="", sentences=0, bytes=0, limit=0, removed=0, damaged=0)
    damaged = removed = 0
    if dry_run:
        spoilt = kept.spoilt()
        damaged, removed = len(spoilt), len({*kept.surplus(kept.limit)} - {*spoilt})
    elif prune:
        damaged, removed = kept.verify(), kept.prune(kept.limit)
    stock = kept.stock()
    return Stocked(
        folder=str(stock.folder),
        sentences=stock.sentences,
        bytes=stock.bytes,
        limit=stock.limit,
        removed=removed,
        damaged=damaged,
    )
