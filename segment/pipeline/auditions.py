"""The verbs on voices and names: hear them before they are cast."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segment.model.audition import Learnt, Listed, Reading, Risky, Stocked, Tried
    from segment.model.review import Review
    from segment.project.intended import Intended


def voices(folder: str | Path = ".") -> tuple[Listed, ...]:
    """The voices that the show around ``folder`` can cast, and where each comes from."""
    from segment.project.voices import listed

    return listed(Path(folder))


def try_voice(
    name: str, text: str = "", *, out: str | Path | None = None, force: bool = False, folder: str | Path = "."
) -> Tried:
    """Have a voice say ``text`` (a sentence of ours without it) as the mix would play it, into a WAV file."""
    from segment.project.audition import audition

    return audition(name, text, None if out is None else Path(out), Path(folder), force=force)


def plan_try(
    name: str, text: str = "", *, out: str | Path | None = None, force: bool = False, folder: str | Path = "."
) -> Intended:
    """The file that :func:`try_voice`, or :func:`say_word` of that voice, would write with the same arguments."""
    from segment.project.audition import planned

    return planned(name, text, None if out is None else Path(out), Path(folder), force=force)


def say_word(
    word: str, *, voice: str = "critic", out: str | Path | None = None, force: bool = False, folder: str | Path = "."
) -> Reading:
    """How a voice reads a word, as it is spelt and with its pronouncer or marks, in IPA and in a WAV file."""
    from segment.project.voices import said

    return said(word, voice, None if out is None else Path(out), Path(folder), force=force)


def names_at_risk(review: Review, *, folder: str | Path = ".") -> tuple[Risky, ...]:
    """Names of a review's cast and credits that may be said wrong and are in no list, each with respellings to choose from."""
    from segment.project.learning import at_risk

    return at_risk(review, Path(folder))


def learn(
    name: str, *, ipa: str = "", language: str = "", note: str = "", folder: str | Path = ".", dry_run: bool = False
) -> Learnt:
    """Write a pronunciation, ``Cotillard (koh-tee-YAR)``, below what stands in the show's list; the user's outside any show.

    ``dry_run`` only tells what would be written down, and where.
    """
    from segment.project.learning import learnt

    return learnt(name, Path(folder), ipa=ipa, language=language, note=note, dry_run=dry_run)


def check_voices(
    names: Iterable[str] = (), *, out: str | Path | None = None, folder: str | Path = "."
) -> tuple[Listed | Tried, ...]:
    """Have voices (all without ``names``) speak a sentence that must pass every check; those that cannot say what is wrong."""
    from segment.project.voices import checked

    return checked(tuple(names), Path(folder), None if out is None else Path(out))


def voice_shelf(folder: str | Path = ".", *, prune: bool = False, dry_run: bool = False) -> Stocked:
    """What is kept of spoken lines; ``prune`` takes away what cannot be read, and the longest not used beyond the limit.

    ``dry_run`` takes nothing away and tells what would be.
    """
    from segment.project.voices import stocked

    return stocked(Path(folder), prune=prune, dry_run=dry_run)


def play(path: str | Path) -> None:
    """Play a sound file to its end. Raises MediaError (MISSING) where this machine has no player."""
    from segment.media.playing import play as played

    played(Path(path))
