"""A take list as a label track of Audacity, and an edited track as a list.

One track for each file: start, end and text with tabs between, seconds (manual, "Importing and Exporting Labels"). A label that
begins with a star is heard; one that begins with a hyphen is another time the sentence was read; every other label is a remark.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from segment.errors import VoiceError, Where
from segment.model.take import Choice, Edit, Part, Reading
from segment.model.take_list import ListedFile, ListedReading, ListedSentence, Span, TakeList
from segment.units import radio_time
from segment.voice.take.obeying import SAME_S, pairs
from segment.wording import quoted

_TEXT: Final = re.compile(r"\*\s*(?:\((\d+)/(\d+)\)\s*)?(.+)")


class _Label(Struct, frozen=True, kw_only=True):
    text: str
    nth: int
    """Which of several stretches of one reading."""
    span: Span
    where: Where


def label_track(edit: Edit, part: Part) -> str:
    """The labels of one file."""
    rows: list[tuple[float, float, str]] = []
    for choice in edit.choices:
        for n, reading in enumerate(choice.readings):
            rows += _labels(choice, reading, "*" if n == choice.used else f"- {100 * reading.confidence:.0f} %")
    rows += [(aside.start_s, aside.end_s, f"({aside.text or 'not in the script'})") for aside in edit.asides]
    end = part.start_s + part.seconds
    own = sorted(row for row in rows if part.start_s <= row[0] < end)
    return "".join(f"{a - part.start_s:.6f}\t{b - part.start_s:.6f}\t{' '.join(text.split())}\n" for a, b, text in own)


def _labels(choice: Choice, reading: Reading, sign: str) -> Iterator[tuple[float, float, str]]:
    count = len(reading.pieces)
    for n, piece in enumerate(reading.pieces, start=1):
        nth = f" ({n}/{count})" if count > 1 else ""
        yield piece.start_s, piece.end_s, f"{sign}{nth} {choice.sentence.text}"


def labelled(role: str, parts: Sequence[Part], edit: Edit, tracks: Mapping[int, tuple[str, str]]) -> TakeList:
    """The list that edited tracks stand for: (file name, text) by the index of the part that each is of.

    A sentence none of whose labels has a star is not heard. Raises VoiceError for a line that is no label, a label with a star
    that is no sentence of the script, and for two readings of one sentence.
    """
    labels = [label for n, (name, text) in sorted(tracks.items()) for label in _read(text, n, name)]
    texts = [choice.sentence.text for choice in edit.choices]
    wanted: dict[int, list[_Label]] = {}
    for label in labels:
        index = _sentence(label, texts, edit, parts)
        if (before := wanted.get(index)) and (not label.nth or label.nth in {one.nth for one in before}):
            times = " and ".join(radio_time(one.span.start_s) for one in (before[0], label))
            raise VoiceError(
                f"{quoted(texts[index])} has a star twice, at {times}.",
                where=label.where,
                hint="One reading is heard; its stretches are numbered, such as * (1/2).",
            )
        wanted.setdefault(index, []).append(label)
    return TakeList(
        role=role,
        files=tuple(ListedFile(name=part.name, fingerprint=part.fingerprint) for part in parts),
        sentences=tuple(_listed(choice, wanted.get(n, ()), parts, tracks) for n, choice in enumerate(edit.choices)),
        edited=True,
    )


def _sentence(label: _Label, texts: Sequence[str], edit: Edit, parts: Sequence[Part]) -> int:
    """The sentence a label means: of several with these words the one that was read nearest."""
    match = pairs([label.text], texts)
    if not match:
        raise VoiceError(
            f"{quoted(label.text)} is no sentence of the script.",
            where=label.where,
            hint="A label with a star is the sentence it stands for; write a remark without a star.",
        )
    same = [n for n, text in enumerate(texts) if text == texts[match[0]]]
    at = parts[label.span.file].start_s + label.span.start_s
    return min(same, key=lambda n: min((abs(r.start_s - at) for r in edit.choices[n].readings), default=1e9))


def _listed(choice: Choice, labels: Sequence[_Label], parts: Sequence[Part], tracks: Container[int]) -> ListedSentence:
    """As its labels want it; one that is heard in a file whose track was not given stays as it is."""
    spans = tuple(label.span for label in sorted(labels, key=lambda one: one.nth))
    found = [_spans(reading, parts) for reading in choice.readings]
    same = next((n for n, one in enumerate(found) if spans and _alike(one, spans)), None)
    if not spans and choice.used >= 0 and found[choice.used][0].file not in tracks:
        same = choice.used
    readings = [ListedReading(spans=one, used=n == same) for n, one in enumerate(found)]
    if spans and same is None:
        readings.append(ListedReading(spans=spans, used=True, typed=True))
    return ListedSentence(text=choice.sentence.text, readings=tuple(readings))


def _spans(reading: Reading, parts: Sequence[Part]) -> tuple[Span, ...]:
    out = []
    for piece in reading.pieces:
        file = max((n for n, part in enumerate(parts) if part.start_s <= piece.start_s + 1e-6), default=0)
        at = parts[file].start_s
        out.append(Span(file=file, start_s=piece.start_s - at, end_s=piece.end_s - at))
    return tuple(out)


def _alike(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return len(one) == len(other) and all(
        a.file == b.file and abs(a.start_s - b.start_s) <= SAME_S and abs(a.end_s - b.end_s) <= SAME_S
        for a, b in zip(one, other, strict=True)
    )


def _read(text: str, file: int, name: str) -> Iterator[_Label]:
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if not line.strip() or line.startswith("\\"):  # a backslash: the range of pitches, Audacity's own addition
            continue
        where = Where(file=name, line=number)
        start, _, rest = line.partition("\t")
        end, _, said = rest.partition("\t")
        try:
            span = Span(file=file, start_s=float(start.replace(",", ".")), end_s=float(end.replace(",", ".")))
        except ValueError:
            raise VoiceError(
                f"{quoted(line)} is no label.",
                where=where,
                hint="A line is start, end (seconds) and text, with tabs between: export the labels from Audacity again.",
            ) from None
        match = _TEXT.fullmatch(said.strip())
        if match and span.end_s > span.start_s:
            yield _Label(text=match[3], nth=int(match[1] or 0), span=span, where=where)
