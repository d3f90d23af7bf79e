"""Pronunciations given to words: what the script itself prints is above every list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from segment.model.lexicon import Lexicon, Pronunciation
from segment.model.script import Marked, Pronounced, Span
from segment.model.utterance import SayWord
from segment.script.lexicon.finding import Hit, Index
from segment.script.lexicon.owning import respelled, sounded
from segment.script.spoken.rule import token


def of_script(spans: Iterable[Span]) -> Lexicon:
    """The pronouncers and respellings that a script holds: a name that is explained once is said so everywhere.

    Only names are taken: words with a capital.
    """
    found: dict[str, Pronunciation] = {}
    for span in spans:
        if isinstance(span, Pronounced):
            said = Pronunciation(spelling=_bare(span.text), respelling=span.respelling)
        elif isinstance(span, Marked) and span.key == "say":
            said = Pronunciation(spelling=_bare(span.text), respelling=span.value)
        elif isinstance(span, Marked) and span.key == "ipa":
            said = Pronunciation(spelling=_bare(span.text), ipa=span.value)
        else:
            continue
        words = said.spelling.split()
        named = bool(words) and all(word[:1].isupper() or len(word) < 4 or "'" in word or "’" in word for word in words)
        if named and not said.spelling.endswith(("'s", "’s")) and len((said.respelling or said.ipa).split()) == len(words):
            found.setdefault(said.spelling, said)
            if len(words) > 1:
                parts = zip(words, said.respelling.split() or said.ipa.split(), strict=True)
                for word, part in ((w, p) for w, p in parts if w[:1].isupper()):
                    one = Pronunciation(
                        spelling=word, respelling=part if said.respelling else "", ipa="" if said.respelling else part
                    )
                    found.setdefault(word, one)
    return Lexicon(entries=tuple(found.values()))


def given(words: Sequence[SayWord], index: Index, language: str) -> tuple[SayWord, ...]:
    """The words of a sentence with the pronunciations of a lexicon; a word that is marked in the script keeps its mark.

    A built-in entry in the script's own language is left to the voice, which reads it better than any respelling.
    """
    out = list(words)
    for hit in index.hits([word.display for word in words]):
        if any(w.respelling or w.ipa or w.lang for w in words[hit.start : hit.stop]) or own_language(hit.entry, language):
            continue
        _give(out, hit)
    return tuple(out)


def own_language(entry: Pronunciation, language: str) -> bool:
    """Whether a built-in entry tells a voice nothing, because the script is in the name's language."""
    family = language.lower().partition("-")[0]
    return entry.origin == "built-in" and entry.language.lower().partition("-")[0] == family


def _give(out: list[SayWord], hit: Hit) -> None:
    entry, size = hit.entry, hit.stop - hit.start
    respellings, sounds = entry.respelling.split(), entry.ipa.split()
    for nth, at in enumerate(range(hit.start, hit.stop)):
        owning = hit.owning and nth == size - 1
        respelling = respellings[nth] if len(respellings) == size else ""
        ipa = sounds[nth] if len(sounds) == size else ""
        out[at] = replace(
            out[at],
            respelling=respelled(respelling) if owning and respelling else respelling,
            ipa=sounded(ipa) if owning else ipa,
            # With English syllables the language is of no use to a voice.
            lang=entry.language if ipa or not respelling else "",
        )


def _bare(text: str) -> str:
    return " ".join(token(word).core for word in text.split())
