"""Do an engine's word marks fit the words and the sound?"""

from __future__ import annotations

from segment.model.utterance import SayWord
from segment.voice.gate.heard import Measured
from segment.voice.syllables import syllables

MARKED = 0.6
"""Share of the words that must have a mark, from four words on."""


def wrongly_marked(words: tuple[SayWord, ...], sound: Measured, marks: tuple[tuple[int, int], ...]) -> str:
    """What is wrong with the marks; empty when nothing is."""
    spoken = [index for index, word in enumerate(words) if word.say]
    if len(spoken) >= 4 and len(marks) < MARKED * len(spoken):
        return f"only {len(marks)} of its {len(spoken)} words have a time"
    if any(index >= len(words) for index, _ in marks):
        return "it has times for words that are not in it"
    times = [frame for _, frame in marks]
    if times and times[-1] >= sound.frames:
        return "it breaks off"
    for (index, start), stop in zip(marks, [*times[1:], sound.frames], strict=True):
        heard = sound.loud[start // sound.hop : -(-stop // sound.hop)].any()
        if not heard and syllables(words[index : index + 1]) >= 1:
            return f"it is silent where “{words[index].display}” should be"
    return ""
