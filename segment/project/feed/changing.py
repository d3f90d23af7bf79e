"""What becomes of something that is out: corrected, withdrawn, taken back in. Its id and its date stay, whatever happens."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from segment.errors import Cause, ProjectError, PublishError
from segment.model.project import Project
from segment.project.feed import assigned
from segment.project.feed.assigned import Assigned
from segment.project.feed.collecting import Candidate, candidates
from segment.project.feed.dates import zone
from segment.publish.text import one_line
from segment.wording import did_you_mean, quoted

_MOST = 500
"""Characters of what listeners are told."""


def correct(project: Project, name: str, text: str, now: datetime | None = None) -> Assigned:
    """Note that something which is out was wrong, and was made again; raises what :func:`corrected` raises."""
    known = _known(project, name)
    found = {one.name: one for one in candidates(Path(project.root))}
    after = corrected(project, known, found, {name: text}, now or datetime.now(UTC))
    return _kept(project, known, name, after[name])


def withdraw(project: Project, name: str, reason: str, *, dry_run: bool = False, now: datetime | None = None) -> Assigned:
    """Take something out of the feed; its files stay, and its page says so. Once more with another reason corrects the reason.
    ``dry_run`` writes nothing.

    Raises ProjectError (USAGE) for what was never in the feed.
    """
    known = _known(project, name)
    day = known[name].withdrawn or _day(project, now or datetime.now(UTC))
    after = replace(known[name], withdrawn=day, reason=_told(reason))
    return after if dry_run else _kept(project, known, name, after)


def restore(project: Project, name: str, *, dry_run: bool = False) -> Assigned:
    """Take something back into the feed, with the id and the date it had. Raises ProjectError for what was not withdrawn."""
    known = _known(project, name)
    if not known[name].withdrawn:
        raise ProjectError(f"{name} was not withdrawn.", hint="It is in the feed as it is.", cause=Cause.USAGE)
    after = replace(known[name], withdrawn="", reason="")
    return after if dry_run else _kept(project, known, name, after)


def corrected(
    project: Project, known: Mapping[str, Assigned], found: Mapping[str, Candidate], told: Mapping[str, str], now: datetime
) -> dict[str, Assigned]:
    """What is assigned once the named items are corrected, each with a line for listeners.

    An item that says the same of the same sound already is passed over, so that a publication that broke off can be repeated.
    Raises ProjectError (USAGE) for what was never in the feed, PublishError where its sound has not changed.
    """
    after = dict(known)
    for name, text in told.items():
        _refuse_unknown(name, known)
        one, line = known[name], f"{_day(project, now)}: {_told(text)}"
        made = found.get(name)
        sound = made.mp3.sha256 if made else ""
        if not sound:
            raise PublishError(f"{name} is not made.", hint="Make it again; then correct it.")
        if one.sound == sound:
            if one.corrections and one.corrections[-1].partition(": ")[2] == _told(text):
                continue
            raise PublishError(f"{name} is as it was published.", hint="Make it again as it should be; then correct it.")
        after[name] = replace(one, sound=sound, revision=one.revision + 1, corrections=(*one.corrections, line))
    return after


def _known(project: Project, name: str) -> dict[str, Assigned]:
    if not project.root:
        raise ProjectError("There is no show here.", hint="segment init FOLDER makes one.", cause=Cause.USAGE)
    known = assigned.read(Path(project.root))
    _refuse_unknown(name, known)
    return known


def _refuse_unknown(name: str, known: Mapping[str, Assigned]) -> None:
    if name not in known:
        hint = did_you_mean(name, list(known), "feed.skip keeps out what has not been in it.")
        raise ProjectError(f"{quoted(name)} was never in the feed.", hint=hint, cause=Cause.USAGE)


def _kept(project: Project, known: dict[str, Assigned], name: str, after: Assigned) -> Assigned:
    assigned.write(Path(project.root), {**known, name: after})
    return after


def _told(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"


def _day(project: Project, now: datetime) -> str:
    return now.astimezone(zone(project.feed)).date().isoformat()
