"""Fits the figures of ``segment/script/pace.py`` and holds them against speech: ``python tests/benchmarks/pace.py FOLDER``.

FOLDER holds reviews (pages, Markdown). Each sentence is spoken by the built-in profiles of its language; the figures come from a
least-squares fit over what is counted in its words, and are tried on each review with that review left out.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from msgspec.structs import replace

from segment import pipeline
from segment.model.utterance import Phrase, Utterance
from segment.project.casting import profile
from segment.project.paces import voice_pace
from segment.script import escape, parse, running_order, utterances
from segment.script.pace import _COMMA, _LONG, _counted, line_seconds
from segment.sentences import sentences
from segment.voice import Speaker

PROFILES = ("host", "critic", "host-gb", "critic-gb", "host-ca", "critic-ca", "host-fr", "critic-fr")


def lines(folder: Path, language: str) -> list[tuple[str, Utterance]]:
    """The sentences of the reviews in a language, each with the name of its review."""
    found: list[tuple[str, Utterance]] = []
    for page in sorted(folder.iterdir()):
        review = pipeline.read_review(page)
        if (review.language or "en")[:2] != language[:2]:
            continue
        for paragraph in (p for section in review.sections for p in section.paragraphs):
            for sentence in sentences(paragraph):
                order = running_order(parse(f"HOST: {escape(sentence)}\n").script)
                for line in utterances(order, language=language):
                    if len(line.pieces) == 1:
                        found.append((page.name, replace(line, id=f"host-{len(found)}")))
    return found


def counted(line: Utterance) -> list[float]:
    """A phrase, syllables, consonants, words, small words, digraphs, spelled letters, commas, longer stops."""
    words = [w for piece in line.pieces if isinstance(piece, Phrase) for w in piece.words if w.say]
    sums = np.sum([_counted(w.say) for w in words], axis=0)
    longer = sum(1 for w in words[:-1] if _LONG.search(w.display))
    return [1.0, *map(float, sums), float(sum(1 for w in words[:-1] if _COMMA.search(w.display))), float(longer)]


def main(folder: Path) -> None:
    """One line for each profile: the figures, and the errors on reviews that were left out, in percent."""
    for name in PROFILES:
        voice = profile(name, "")
        said = lines(folder, voice.language)
        if not said:
            continue
        with Speaker({"host": voice}) as speaker:
            heard = np.array([spoken.sound.seconds for spoken in speaker.speak([line for _, line in said])])
        table = np.array([counted(line) for _, line in said])
        weight = 1 / np.sqrt(heard)
        figures = np.linalg.lstsq(table * weight[:, None], heard * weight, rcond=None)[0]
        built_in = np.array([line_seconds(line.pieces, voice_pace(voice)) for _, line in said])
        errors = []
        for page in sorted({page for page, _ in said}):
            own = np.array([other == page for other, _ in said])
            if heard[own].sum() < 25 or own.all():
                continue
            rest = ~own
            fitted = np.linalg.lstsq(table[rest] * weight[rest, None], heard[rest] * weight[rest], rcond=None)[0]
            errors.append(100 * (float((table[own] @ fitted).sum() / heard[own].sum()) - 1))
        print(
            name,
            np.round(figures, 3).tolist(),
            f"built in: {100 * (built_in.sum() / heard.sum() - 1):+.1f} %",
            np.round(errors, 1),
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
