"""A synthesizer that writes AIFF in tones and tells its delegate when it is done, from the run loop. ``hang`` never is."""

from __future__ import annotations

from typing import Any

import numpy as np
import soundfile
import tones
from Foundation import NSObject, scheduled

VOICES = {
    "com.apple.voice.alex": {"VoiceName": "Alex", "VoiceLocaleIdentifier": "en_US"},
    "com.apple.voice.hang": {"VoiceName": "Hang", "VoiceLocaleIdentifier": "en_US"},
    "com.apple.voice.crash": {"VoiceName": "Crash", "VoiceLocaleIdentifier": "en_US"},
}


class NSSpeechSynthesizer(NSObject):
    """Speaks."""

    def initWithVoice_(self, voice: Any) -> NSSpeechSynthesizer:
        """With the first voice."""
        self._voice, self._rate, self._volume = next(iter(VOICES)), 200.0, 1.0
        return self

    def setDelegate_(self, delegate: Any) -> None:
        """Who is told."""
        self._delegate = delegate

    @staticmethod
    def availableVoices() -> list[str]:
        """Their ids."""
        return list(VOICES)

    @staticmethod
    def attributesForVoice_(voice: str) -> dict[str, str]:
        """Of one."""
        return {"VoiceIdentifier": voice, **VOICES[voice]}

    def voice(self) -> str:
        """Its id."""
        return self._voice

    def rate(self) -> float:
        """Words a minute."""
        return self._rate

    def volume(self) -> float:
        """Full."""
        return self._volume

    def setVoice_(self, voice: str) -> None:
        """A new voice resets the rate."""
        self._voice, self._rate = voice, 200.0

    def setRate_(self, rate: float) -> None:
        """Words a minute."""
        self._rate = rate

    def setVolume_(self, volume: float) -> None:
        """Not heard here."""
        self._volume = volume

    def stopSpeaking(self) -> None:
        """Nothing runs on."""

    def startSpeakingString_toURL_(self, text: str, url: str) -> bool:
        """Writes the file and, later, says so."""
        if self._voice.endswith("crash"):
            raise OSError("the voice\x1b[31m is damaged")
        samples = np.array(tones.spoken(text, self._rate, 22050), np.int16)
        soundfile.write(url, samples, 22050, format="AIFF", subtype="PCM_16")
        if not self._voice.endswith("hang"):
            scheduled.append(lambda: self._delegate.speechSynthesizer_didFinishSpeaking_(self, True))
        return True
