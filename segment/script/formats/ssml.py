"""A script as SSML 1.1 for another synthesiser: what the podcast says, each role in a voice of its own.

Everything our own voices are told is told here: figures and symbols in words (``sub``), respellings (``sub``), IPA (``phoneme``),
initialisms that are spelled (``say-as``), other languages, stress and silences. Beds, stings, chapters and parts are marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from segment.errors import ScriptError
from segment.folding import slug
from segment.model.running_order import Entry
from segment.model.script import Chapter, Clip, Music, Pause, Speech, Sting
from segment.model.utterance import Phrase, SayWord, Silence, Utterance
from segment.script.formats.exporter import Sheet
from segment.script.formats.page import escaped, language_tag
from segment.script.formats.ssml_rules import NAMESPACE, mistakes
from segment.script.ordering import running_order
from segment.script.uttering import utterances

_SPELLED = re.compile(r"[A-Z](?:-[A-Z])+")
_LEVELS = {1: "moderate", 2: "strong"}


class Ssml:
    """W3C Speech Synthesis Markup Language 1.1."""

    suffix = ".ssml"
    media_type = "application/ssml+xml"
    what = "SSML 1.1, for other synthesisers"

    def export(self, sheet: Sheet) -> bytes:
        """The document; it keeps every element rule of the recommendation."""
        order = running_order(sheet.script, deliverable="podcast")
        said = {one.id: one for one in utterances(order, language=sheet.language)}
        language = language_tag(sheet.language)
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<speak version="1.1" xmlns="{NAMESPACE}" xml:lang="{language}">',
        ]
        part = ""
        for number, entry in enumerate(order.entries, 1):
            if entry.part != part:
                part = entry.part
                lines.append(_mark(part))
            lines.append(_entry(number, entry, said, sheet, language))
        document = "\n".join([*filter(None, lines), "</speak>", ""]).encode()
        if wrong := mistakes(document):
            raise ScriptError(f"This script cannot be written as SSML: {' '.join(wrong[:3])}")
        return document


def _entry(number: int, entry: Entry, said: dict[str, Utterance], sheet: Sheet, language: str) -> str:
    match entry.item:
        case Speech():
            inside = _pieces(said[entry.line_id]) if entry.line_id in said else ""
            return f"{_voice(entry.item.role, sheet, language)}<p>{inside}</p></voice>" if inside else ""
        case Pause():
            return f'<break time="{_ms(entry.item.seconds)}"/>'
        case Clip():
            return _clip(entry.item)
        case Chapter():
            return _mark("chapter", number, entry.item.title)
        case Music():
            verbs = (move.verb for move in entry.item.moves)
            return _mark("music", number, " ".join([entry.item.bed, *verbs]))
        case Sting():
            return _mark("sting", number, entry.item.asset)
        case _:
            return ""


def _mark(*words: object) -> str:
    return f'<mark name="{slug(" ".join(map(str, words)))}"/>'


def _voice(role: str, sheet: Sheet, language: str) -> str:
    """Its name is that of the role's profile, for a system that has been told it; any other takes a voice by its number."""
    variant = sheet.roles.index(role) + 1 if role in sheet.roles else 1
    name = escaped(sheet.voices.get(role, role)).replace(" ", "-")
    return (
        f'<voice name="{name}" languages="{language}" variant="{variant}" required="languages" ordering="name languages variant" '
        'onvoicefailure="priorityselect">'
    )


def _clip(clip: Clip) -> str:
    ends = f' clipBegin="{_ms(clip.in_s)}"' if clip.in_s else ""
    ends += f' clipEnd="{_ms(clip.out_s)}"' if clip.out_s is not None else ""
    out_cue = f", out-cue “{clip.out_cue}”" if clip.out_cue else ""
    source = quote(clip.asset.encode("utf-8", "replace"), safe="/:")
    return f'<audio src="{source}"{ends}><desc>{escaped(f"Clip {clip.asset}{out_cue}")}</desc></audio>'


def _ms(seconds: float) -> str:
    return f"{round(seconds * 1000)}ms"


def _pieces(utterance: Utterance) -> str:
    made: list[str] = []
    for piece in utterance.pieces:
        if isinstance(piece, Silence):
            made.append(f'<break time="{_ms(piece.seconds)}"/>')
        elif text := _phrase(piece):
            made.append(f"<s>{text}</s>")
    return "".join(made)


def _phrase(phrase: Phrase) -> str:
    """The words, neighbours in the same language or under the same stress in one element."""
    made: list[str] = []
    group: list[SayWord] = []
    for word in phrase.words:
        if group and (word.lang, word.stress) != (group[-1].lang, group[-1].stress):
            made.append(_group(group))
            group = []
        group.append(word)
    if group:
        made.append(_group(group))
    return " ".join(filter(None, made))


def _group(words: list[SayWord]) -> str:
    text = " ".join(_joined(words))
    if not text:
        return ""
    tag = language_tag(words[0].lang, otherwise="")
    text = f'<lang xml:lang="{tag}">{text}</lang>' if tag else text
    level = _LEVELS.get(words[0].stress)
    return f'<emphasis level="{level}">{text}</emphasis>' if level else text


def _joined(words: Iterable[SayWord]) -> list[str]:
    """Each word as it is said; a word that an earlier one's reading has covered goes with that one."""
    covered: list[tuple[SayWord, list[str]]] = []
    for word in words:
        if not word.say and covered and any(char.isalnum() for char in word.display):
            covered[-1][1].append(word.display)
        elif word.say:
            covered.append((word, [word.display]))
    return [_word(word, " ".join(displays)) for word, displays in covered]


def _word(word: SayWord, display: str) -> str:
    start = next((n for n, char in enumerate(display) if char.isalnum()), 0)
    stop = next((len(display) - n for n, char in enumerate(reversed(display)) if char.isalnum()), len(display))
    core, mark = display[start:stop], word.say[len(word.say.rstrip(",.?!")) :]
    alias = word.say.rstrip(",.?!").strip()
    shown = escaped(core)
    if word.ipa:
        made = f'<phoneme alphabet="ipa" ph="{escaped(word.ipa)}">{shown}</phoneme>'
    elif word.respelling:
        made = f'<sub alias="{escaped(word.respelling.lower())}">{shown}</sub>'
    elif _SPELLED.fullmatch(alias) and alias.replace("-", "") == core:
        made = f'<say-as interpret-as="characters">{shown}</say-as>'
    elif alias and alias.casefold() != core.replace("’", "'").casefold():
        made = f'<sub alias="{escaped(alias)}">{escaped(core or display.rstrip(",.?!"))}</sub>'
    else:
        made = shown
    return made + mark
