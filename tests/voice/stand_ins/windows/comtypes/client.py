"""SAPI's voice and file stream: WAV in tones, text that begins with ``<`` taken for markup, as SAPI does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import tones


class _Token:
    def __init__(self, name: str) -> None:
        self.Id = f"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Speech\\Voices\\Tokens\\{name}"
        self._name = name

    def GetDescription(self) -> str:
        return f"Microsoft {self._name} Desktop - English (United States)"

    def GetAttribute(self, name: str) -> str:
        return {"Language": "409", "Gender": "Female", "Age": "Adult"}[name]


class _Stream:
    def Open(self, filename: str, mode: int) -> None:
        self.path = Path(filename)

    def close(self) -> None:
        pass


class _Voice:
    def __init__(self) -> None:
        self._tokens = [_Token("Zira"), _Token("David")]
        self.Voice: Any = self._tokens[0]
        self.Rate = 0
        self.Volume = 100
        self.EventInterests = 0
        self.AudioOutputStream: Any = None

    def GetVoices(self) -> list[_Token]:
        return self._tokens

    def Speak(self, text: str, flags: int = 0) -> None:
        if not text:
            return
        if text.startswith("<"):
            seconds = sum(int(ms) for ms in re.findall(r'msec="(\d+)"', text)) / 1000
            samples = tones.spoken("", hz=22050)
            samples.extend([0] * round(22050 * seconds))
        else:
            samples = tones.spoken(text, 156.63 * 1.11**self.Rate, 22050)
        self.AudioOutputStream.path.write_bytes(tones.wav(samples, 22050))


def CreateObject(name: str) -> Any:
    """One of the two."""
    return {"sapi.spvoice": _Voice, "sapi.spfilestream": _Stream}[name.lower()]()


def GetEvents(source: Any, sink: Any) -> None:
    """No events come."""
