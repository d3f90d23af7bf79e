"""One festival for each sentence: text and pronunciations in, sound and word times out."""

from __future__ import annotations

from segment.errors import MediaError, VoiceError
from segment.media.private import private_folder
from segment.media.programs import Programs
from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.engines import asked, festival_scheme, sounds
from segment.voice.engines.festival_scheme import Entry, Speech
from segment.voice.engines.festival_voices import COMMAND, NAME, STRETCHES, Described, described, installed
from segment.voice.engines.order import Order
from segment.voice.engines.pace import speaking_rate
from segment.voice.engines.program_worker import obeyed
from segment.voice.engines.recipe import Said
from segment.voice.engines.spelling import primary, spellings

_TIMEOUT_S = 60.0
_RADIO = "radio"
"""The phone set of the American voices, in which pronunciations can be written."""


class FestivalWorker:
    """See :class:`segment.voice.engines.recipe.Worker`."""

    def __init__(self) -> None:
        self._programs = Programs()

    def say(self, words: tuple[SayWord, ...], profile: VoiceProfile) -> Said:
        """Speaks one sentence."""
        try:
            return self._said(words, profile)
        except MediaError as error:
            raise VoiceError(error.message, hint=error.hint, cause=error.cause) from error

    def _said(self, words: tuple[SayWord, ...], profile: VoiceProfile) -> Said:
        if profile.voice not in installed().folders:
            raise VoiceError(f"There is no voice {profile.voice!r} in festival.")
        voice = described(profile.voice)
        spelt, notes = spellings(words, profile.language)
        pieces, entries = _sent(words, spelt, voice, profile.language)
        if not any(pieces):
            raise VoiceError(
                f"The festival voice {profile.voice} has no letters for {' '.join(word.display for word in words)!r}."
            )
        text = " ".join(filter(None, pieces))
        stretch = min(max(voice.pace / speaking_rate(profile), STRETCHES[0]), STRETCHES[1])
        speech = Speech(voice=profile.voice, stretch=stretch, pitch=2 ** ((profile.pitch - 50) / 100))
        with private_folder() as folder:
            scheme = festival_scheme.speak(text, speech, entries, str(folder / "sound.wav"))
            order = Order(
                command=COMMAND,
                name=NAME,
                timeout_s=asked.number(profile, "timeout_s", _TIMEOUT_S),
                stdin=scheme.encode("latin-1"),
                writes=folder / "sound.wav",
            )
            heard, output = obeyed(self._programs, order, folder)
        marks = festival_scheme.word_marks(output, pieces, heard.rate, heard.samples.size)
        return Said(samples=heard.samples, rate=heard.rate, marks=marks, notes=notes, sent=text)

    def close(self) -> None:
        """Ends festival, also while it speaks."""
        self._programs.close()


def _sent(
    words: tuple[SayWord, ...], spelt: tuple[str, ...], voice: Described, language: str
) -> tuple[tuple[str, ...], list[Entry]]:
    """The pieces of text as they are sent, and the sounds of those among them that are made-up names for a pronunciation."""
    pieces: list[str] = []
    entries: list[Entry] = []
    for word, piece in zip(words, spelt, strict=True):
        sent = festival_scheme.legible(piece, english=primary(language) == "en")
        if sent and voice.phones == _RADIO and (syllables := _pronounced(word)):
            name = "qz" + "".join(chr(ord("a") + int(digit)) for digit in str(len(entries)))
            entries.append(Entry(name=name, syllables=syllables))
            sent = name + (sent[-1] if sent[-1] in ",.?!;:" else "")
        pieces.append(sent)
    return tuple(pieces), entries


def _pronounced(word: SayWord) -> tuple[sounds.Syllable, ...]:
    """The syllables of a word that has a pronunciation festival can be given; else none, and its spelling serves."""
    try:
        found = sounds.syllables(word.ipa) if word.ipa else sounds.respelt(word.respelling) if word.respelling else ()
    except ValueError:
        return ()
    return found if festival_scheme.sayable(found) else ()
