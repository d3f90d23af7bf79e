"""A take list read back, whatever editor it went through. Mistakes are told with their line, and what may stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from segment import units
from segment.errors import VoiceError, Where
from segment.model.take_list import ListedFile, ListedReading, ListedSentence, Span, TakeList
from segment.voice.take.list_text import CHECK, lines_digest, times_digest
from segment.wording import quoted

_KEYED: Final = re.compile(r"(ROLE|RECORDING|SHA-256|SENTENCE)(?: (\d+))?:\s*(.*)")
_READING: Final = re.compile(r"(\*?)\s*((?:#\d+\s+)?\d[^%;]*?)(?:\s+\d{1,3}(?:[.,]\d+)?\s*%.*)?")
_VOICE: Final = re.compile(r"(\*?)\s*voice", re.IGNORECASE)
_SPAN: Final = re.compile(r"(?:#(\d+)\s+)?([\d:.]+)\s*[-–—]\s*([\d:.]+)")
_SHAPE: Final = "A reading is written: * 0:41.200-0:42.900, the star where it is heard; #2 before the times is the second file."


def read_list(text: str, file: str = "") -> TakeList:
    """The list in ``text``; ``file`` for messages. Raises VoiceError for what is no list, and for a line that says nothing."""
    lines = text.removeprefix("\ufeff").splitlines()
    check = next((n for n, line in enumerate(lines) if line.startswith(CHECK)), len(lines))
    stamp = lines[check].removeprefix(CHECK).split() if check < len(lines) else []
    known = frozenset(stamp[1:])
    role, names, hashes = "", dict[int, str](), dict[int, str]()
    sentences: list[tuple[str, list[ListedReading]]] = []
    for number, raw in enumerate(lines[:check], start=1):
        line = raw.partition(";")[0].strip() if not raw.startswith("SENTENCE:") else raw.strip()
        where = Where(file=file, line=number)
        if not line:
            continue
        if keyed := _KEYED.fullmatch(line):
            key, nth, value = keyed[1], int(keyed[2] or 1), keyed[3]
            if key == "ROLE":
                role = value.casefold()
            elif key == "SENTENCE":
                sentences.append((value, []))
            else:
                (names if key == "RECORDING" else hashes)[nth] = value
        elif not sentences:
            raise VoiceError(f"{quoted(line)} is nothing that a take list begins with.", where=where, hint=_SHAPE)
        else:
            reading = _reading(line, len(hashes), known, where)
            if reading.used and any(other.used for other in sentences[-1][1]):
                raise VoiceError(
                    f"{quoted(sentences[-1][0])} has a second star.",
                    where=where,
                    hint="One reading is heard; two stretches of it are joined by a + between their times.",
                )
            sentences[-1][1].append(reading)
    if not hashes or not role:
        raise VoiceError("This is no take list: it names no role, or no recording by its SHA-256.", where=Where(file=file))
    return TakeList(
        role=role,
        files=tuple(ListedFile(name=names.get(n, ""), fingerprint=hashes[n]) for n in sorted(hashes)),
        sentences=tuple(ListedSentence(text=said, readings=tuple(readings)) for said, readings in sentences),
        edited=not stamp or stamp[0] != lines_digest(lines[:check]),
    )


def _reading(line: str, files: int, known: frozenset[str], where: Where) -> ListedReading:
    if voice := _VOICE.fullmatch(line):
        return ListedReading(spans=(), used=bool(voice[1]))
    match = _READING.fullmatch(line)
    spans = [_span(part.strip(), files, where) for part in match[2].split("+")] if match else []
    if not match:
        raise VoiceError(f"{quoted(line)} is no reading.", where=where, hint=_SHAPE)
    return ListedReading(spans=tuple(spans), used=bool(match[1]), typed=times_digest(match[2]) not in known)


def _span(text: str, files: int, where: Where) -> Span:
    match = _SPAN.fullmatch(text)
    try:
        number, start, end = (
            (int(match[1] or 1), units.parse_time(match[2]), units.parse_time(match[3])) if match else (0, 0.0, 0.0)
        )
    except ValueError:
        number, start, end = 0, 0.0, 0.0
    if not match or not 1 <= number <= files or end <= start:
        raise VoiceError(f"{quoted(text)} is no stretch of a recording of this list.", where=where, hint=_SHAPE)
    return Span(file=number - 1, start_s=start, end_s=end)


def fingerprints(text: str) -> tuple[str, Sequence[str]]:
    """The role and the recordings that the head of a list names; both empty for another kind of text."""
    role, hashes = "", []
    for line in text.splitlines():
        if line.startswith("SENTENCE:"):
            break
        if keyed := _KEYED.fullmatch(line.strip()):
            role = keyed[3].casefold() if keyed[1] == "ROLE" else role
            hashes += [keyed[3]] if keyed[1] == "SHA-256" else []
    return role, hashes
