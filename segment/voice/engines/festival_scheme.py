"""What festival is told, in its own Scheme, and what it answers.

festival evaluates what comes on its standard input, so text gets there only as an escaped string of harmless characters, and a
voice's name only when festival itself has listed it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from segment.folding import ascii_only
from segment.voice.engines.sounds import CONSONANTS, VOWELS, Syllable

# Numbers every token with the characters before it, spaces not counted; each word then tells its token's number and its start.
_MARKS = """\
(define (size x) (if (equal? x 0) 0 (string-length x)))
(define (number token at)
  (if token
    (begin
      (item.set_feat token "at" at)
      (number (item.next token)
        (+ at (size (item.feat token "prepunctuation")) (size (item.name token)) (size (item.feat token "punc")))))))
(number (utt.relation.first utt 'Token) 0)
(define (tell word)
  (let ((token (item.parent (item.relation word 'Token))))
    (format t "WORD %d %f %f\\n" (item.feat token "at") (item.feat word "word_start") (item.feat word "word_end"))))
(mapcar tell (utt.relation.items utt 'Word))
"""
_SAFE = re.compile(r"[^\w '\-.,?!;:]|[\\\"_]")
_VOICE = re.compile(r"\w+", re.ASCII)


class Speech(Struct, frozen=True, kw_only=True):
    """How a voice speaks."""

    voice: str
    stretch: float = 1.0
    """Of its usual length."""
    pitch: float = 1.0
    """Of its usual pitch, where it has one."""


class Entry(Struct, frozen=True, kw_only=True):
    """How a word is said: a made-up spelling that stands for it in the text, and its sounds."""

    name: str
    syllables: tuple[Syllable, ...]


def string(text: str) -> str:
    """A Scheme string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def legible(text: str, *, english: bool) -> str:
    """The text in letters of one byte each, as festival's voices want it; the English ones in ASCII."""
    fits = [c if c.isascii() or (not english and ord(c) < 256) else ascii_only(c) for c in text]
    return " ".join(_SAFE.sub(" ", "".join(fits)).split())


def list_voices() -> str:
    """Asks for the version and every voice with its folder."""
    return (
        '(format t "VERSION %s\\n" festival_version)\n'
        '(mapcar (lambda (v) (format t "VOICE %s %l\\n" v (cdr (assoc v voice-locations)))) (voice.list))\n'
    )


def describe(voice: str, sample: str) -> str:
    """Asks for a voice's phone set and method, and how it times a sample at its usual pace."""
    return (
        f"{_select(voice)}"
        '(format t "PHONES %s\\n" (Parameter.get \'PhoneSet))\n'
        '(format t "METHOD %s\\n" (Parameter.get \'Synth_Method))\n'
        f"{_utterance(sample)}{_MARKS}"
    )


def speak(text: str, speech: Speech, entries: Sequence[Entry], wav: str) -> str:
    """Speaks the text into the file ``wav`` and tells its words."""
    return (
        f"{_select(speech.voice)}"
        f"(Parameter.set 'Duration_Stretch {speech.stretch:.4f})\n"
        # Voices of the HTS kind take no notice of that; they have a speed.
        "(if (boundp 'hts_engine_params)"
        f' (set! hts_engine_params (cons (list "-r" {1 / speech.stretch:.4f}) hts_engine_params)))\n'
        "(define (raised pair) (if (member (car pair) '(target_f0_mean target_f0_std))"
        f" (list (car pair) (* {speech.pitch:.4f} (cadr pair))) pair))\n"
        "(if (boundp 'int_lr_params) (set! int_lr_params (mapcar raised int_lr_params)))\n"
        f"{''.join(map(_entry, entries))}{_utterance(text)}(utt.save.wave utt {string(wav)} 'riff)\n{_MARKS}"
    )


def _select(voice: str) -> str:
    if not _VOICE.fullmatch(voice):
        raise ValueError(f"not a voice's name: {voice!r}")
    # Some voices make themselves louder afterwards, and clip; the mix levels every line anyway.
    return f"(voice_{voice})\n(set! after_synth_hooks nil)\n"


def _utterance(text: str) -> str:
    return f"(set! utt (utt.synth (Utterance Text {string(text)})))\n"


def _entry(entry: Entry) -> str:
    syllables = []
    for syllable in entry.syllables:
        phones = [phone for sound in syllable.sounds for phone in (VOWELS.get(sound) or CONSONANTS[sound])[2]]
        syllables.append(f"(({' '.join(phones)}) {int(syllable.stressed)})")
    return f"(lex.add.entry '({string(entry.name)} nil ({' '.join(syllables)})))\n"


def sayable(syllables: Sequence[Syllable]) -> bool:
    """Whether each syllable has a vowel, without which festival cannot say it."""
    return all(any(sound in VOWELS for sound in syllable.sounds) for syllable in syllables)


def answers(output: bytes, kind: str) -> list[list[str]]:
    """The lines of one kind, divided at spaces."""
    lines = (line.split(" ") for line in output.decode("latin-1").splitlines())
    return [line[1:] for line in lines if line[0] == kind]


def word_marks(output: bytes, pieces: Sequence[str], rate: int, frames: int) -> tuple[tuple[int, int], ...]:
    """(piece, frame) for the first word of each piece that has one; ``pieces`` are the words as they were sent."""
    starts = [0, *accumulate(len(piece.replace(" ", "")) for piece in pieces)]
    marks: dict[int, int] = {}
    for at, start, _ in answers(output, "WORD"):
        # Pieces that are empty start where the next one does.
        piece = min(bisect_right(starts, int(at)) - 1, len(pieces) - 1)
        frame = min(max(round(float(start) * rate), 0), frames - 1)
        if piece not in marks and frame >= max(marks.values(), default=0):
            marks[piece] = frame
    return tuple(sorted(marks.items()))
