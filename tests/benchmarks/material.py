"""What the benchmark speaks: the example review, with two paragraphs more to come to about 800 words on air."""

from __future__ import annotations

import re
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "salt-in-the-piano" / "review.page.txt"


MORE = (
    "The supporting players deserve a word. The schoolmaster counts the waves as if they owed him money. The postmistress reads "
    "every letter twice, once for the address and once for the news. Two brothers who have not spoken since the war share one "
    "umbrella all through the second hour, and it is the funniest thing on the screen. Nobody on this island is there to fill a "
    "room, and each of them would be worth a film.",
    "The music is by the wind, mostly. Three short pieces for piano turn up where you least expect them, each a little less out "
    "of tune than the one before. By the last of them you know every string by name. The camera stays low and close to the "
    "furniture, and the light comes in sideways, as it does in November. It looks like a painting that somebody has left out in "
    "the rain, and then loved for it.",
)


def page() -> str:
    """The example review with further paragraphs under its section on the director."""
    text = EXAMPLE.read_text(encoding="utf-8")
    before, heading, after = text.partition("\nThe skinny\n")
    return before.rstrip("\n") + "\n\n" + "\n\n".join(MORE) + "\n\n" + heading + after


def spoken_text(captions: Path) -> str:
    """The words of a WebVTT file, for programs that take plain text."""
    text = captions.read_text(encoding="utf-8")
    cues = re.findall(r"-->.*\n((?:.+\n?)+)", text)
    return re.sub(r"<[^>]+>", "", " ".join(" ".join(cue.split()) for cue in cues)) + "\n"


NAMES = "Anna Bela Clara Dora Edith Freda Greta Hanna Irma Jonas Karl Louis Martin Nora Oscar Peter".split()


def hour(words: int = 9700) -> list[str]:
    """About ``words`` words in sentences no two of which are the same: an hour at 160 words a minute."""
    paragraphs = [p.replace("\n", " ") for p in re.split(r"\n\s*\n", page()) if len(p) > 200]
    sentences = [s for p in paragraphs for s in re.split(r"(?<=[.!?])\s+", p) if 20 < len(s) < 290]
    out: list[str] = []
    total = turn = 0
    while total < words:
        for number, sentence in enumerate(sentences):
            first, second = NAMES[(turn + number) % 16], NAMES[turn // 16 % 16]
            said = f"{first} and {second} said: {sentence}" if turn > 15 else f"{first} said: {sentence}" if turn else sentence
            out.append(said)
            total += len(said.split())
            if total >= words:
                break
        turn += 1
    return out
