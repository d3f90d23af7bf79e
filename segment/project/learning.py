"""Names that are in no list yet: which a review holds, and how one is written down without touching what stands there."""

from __future__ import annotations

import json
import re
from pathlib import Path

from segment.errors import Cause, ProjectError, Where
from segment.library.places import places
from segment.media import files, text
from segment.model.audition import Learnt, Risky
from segment.model.lexicon import folded
from segment.model.review import Review
from segment.project.load import load
from segment.project.pronunciation_fields import TABLE
from segment.project.pronunciations import NAME, lexicon, read
from segment.script.lexicon.at_risk import names_at_risk
from segment.voice.reading import candidates
from segment.wording import quoted

_LIMIT = 2_000_000
_SAID = re.compile(r"\s*(?P<spelling>[^()]*[^()\s])\s*(?:\((?P<respelling>[^()]+)\))?\s*")


def at_risk(review: Review, folder: Path) -> tuple[Risky, ...]:
    """Names of a review that the show around ``folder`` has in no list and that look foreign, with respellings to choose from."""
    project = load(folder)
    home = project.show.language
    found = [(name, word) for name in names_at_risk(review, lexicon(project.root), home) for word in name.words]
    respelled = candidates([(word, name.language) for name, word in found], home)
    return tuple(
        Risky(name=name.name, word=word, field=name.field, language=name.language, candidates=ways)
        for (name, word), ways in zip(found, respelled, strict=True)
    )


def learnt(said: str, folder: Path, *, ipa: str = "", language: str = "", note: str = "", dry_run: bool = False) -> Learnt:
    """Write ``Cotillard (koh-tee-YAR)`` below what stands in the show's list, or the user's outside any show.

    With ``dry_run`` nothing is written. As in a script a respelling belongs to as many words before it as it has itself.

    Raises ProjectError (USAGE) for what is not understood, for a list with mistakes in it, and for a name that the list says
    otherwise: nobody's words are written over.
    """
    match = _SAID.fullmatch(said)
    if match is None:
        raise ProjectError(
            f"{quoted(said)} is not a name with its pronouncer.", hint='Write it as "Cotillard (koh-tee-YAR)".', cause=Cause.USAGE
        )
    respelling = " ".join((match["respelling"] or "").split())
    words = match["spelling"].split()
    spelling = " ".join(words[-len(respelling.split()) :] if respelling else words)
    entry = {"spelling": spelling, "respelling": respelling, "ipa": ipa, "language": language, "note": note}
    written = "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in entry.items() if value)
    place = places("voices", load(folder).root)[0]
    path = place.folder / NAME
    old = text.read(path, _LIMIT) if path.is_file() else ""
    # The entry alone first, so that a mistake in it is not told as one of the file's.
    (new,) = read(f"[[{TABLE}]]\n{written}", "the name", place.origin).entries
    for known in read(old, str(path), place.origin).entries:
        if folded(known.spelling) == folded(spelling):
            if (known.respelling, known.ipa) == (new.respelling, new.ipa):
                return Learnt(spelling=spelling, path=str(path), added=False)
            raise ProjectError(
                f"{quoted(spelling)} stands there already, as {quoted(known.respelling or known.ipa or known.language)}.",
                where=Where(file=str(path)),
                hint="Change it in the file; nothing in it is written over.",
                cause=Cause.USAGE,
            )
    gap = "" if not old else "\n" if old.endswith("\n") else "\n\n"
    whole = f"{old}{gap}[[{TABLE}]]\n{written}"
    read(whole, str(path), place.origin)
    if dry_run:
        return Learnt(spelling=spelling, path=str(path), added=True)
    files.make_folder(path.parent)
    with files.replace(path) as part:
        part.write_bytes((whole.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in old else whole).encode())
    return Learnt(spelling=spelling, path=str(path), added=True)
