"""espeak-ng's library through ctypes: one sentence in, 16-bit samples and word marks out.

The library keeps state that nothing in its interface resets, so the same sentence sounds slightly different each time. Only a
freshly loaded library always gives the same bytes; therefore :class:`Library` is opened for one sentence and closed after it.
"""

from __future__ import annotations

import _ctypes
import ctypes
import os

RATE_HZ = 22050

_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000
_BUFFER_MS = 1000
_UTF8 = 1
_MNEMONICS, _IPA = 0, 2
_PHONEMES_IN_BRACKETS = 0x100
_END_PAUSE = 0x1000
_FLAGS = _UTF8 | _PHONEMES_IN_BRACKETS | _END_PAUSE
_WORD = 1
_SEED = 1
_PARAMETERS = {"rate": 1, "volume": 2, "pitch": 3, "range": 4}


class EspeakError(Exception):
    """The library refused."""


class _Event(ctypes.Structure):
    # espeak_EVENT of speak_lib.h, espeak-ng 1.52
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(_Event))


class Library:
    """The library, loaded afresh. The process must stand in the folder that holds ``espeak-ng-data``.

    (The library copies the data's path into 160 bytes and fails beyond; a relative path is short wherever it is installed.)
    """

    def __init__(self, path: str) -> None:
        """Loads and initialises the library file at ``path``. Raises EspeakError when it cannot be."""
        try:
            self._dll = ctypes.CDLL(path)
        except OSError as error:
            raise EspeakError(f"the espeak-ng library cannot be loaded: {error}") from error
        rate = self._dll.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MS, b".", _DONT_EXIT)
        if rate != RATE_HZ:
            raise EspeakError("the espeak-ng library does not find its data")
        # Voices with breath draw it from random numbers that Initialize seeds with the time of day.
        self._dll.espeak_ng_SetRandSeed(ctypes.c_long(_SEED))
        self._dll.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self._path = path

    def set_voice(self, name: str, path: str = "") -> None:
        """Chooses a voice, such as ``en-us+klatt``; ``path`` is where its file can be had at once, see :mod:`.quick_voice`.

        Raises EspeakError for one it does not know.
        """
        if path and self._dll.espeak_ng_SetVoiceByFile(path.encode()) == 0:
            return
        if self._dll.espeak_SetVoiceByName(name.encode()) != 0:
            raise EspeakError(f"espeak-ng has no voice {name!r}")

    def set_parameter(self, name: str, value: int) -> None:
        """Sets ``rate`` (80–450), ``volume`` (0–200), ``pitch`` or ``range`` (0–100)."""
        self._dll.espeak_SetParameter(_PARAMETERS[name], value, 0)

    def phonemes(self, text: str) -> str:
        """The text in espeak's phoneme mnemonics, as the chosen voice reads it."""
        return self._read(text, _MNEMONICS)

    def ipa(self, text: str) -> str:
        """The text in IPA, as the chosen voice reads it; ``[[…]]`` in it holds mnemonics.

        Where another language's phonemes begin and end stands its table in parentheses.
        """
        # Brackets are phonemes only after something was spoken with the flag that says so.
        self.speak(" ")
        return self._read(text, _IPA)

    def _read(self, text: str, notation: int) -> str:
        pointer = ctypes.c_char_p(text.encode())
        clauses = []
        while pointer.value:
            clauses.append((self._dll.espeak_TextToPhonemes(ctypes.byref(pointer), _UTF8, notation) or b"").decode())
        return " ".join(clauses)

    def speak(self, text: str) -> tuple[bytes, list[tuple[int, int, int]]]:
        """Speaks plain text in which ``[[…]]`` holds phoneme mnemonics.

        Returns 16-bit little-endian mono samples at 22050 Hz, and for each word mark its offset in ``text`` (characters), its
        length and the sample it starts at.
        """
        samples: list[bytes] = []
        marks: list[tuple[int, int, int]] = []

        def receive(wave: int | None, count: int, events: ctypes._Pointer[_Event]) -> int:
            if wave and count > 0:
                samples.append(ctypes.string_at(wave, 2 * count))
            index = 0
            while events[index].type:
                event = events[index]
                if event.type == _WORD:
                    marks.append((event.text_position - 1, event.length, event.sample))
                index += 1
            return 0

        callback = _Callback(receive)
        self._dll.espeak_SetSynthCallback(callback)
        data = text.encode()
        failed = self._dll.espeak_Synth(data, len(data) + 1, 0, 0, 0, _FLAGS, None, None)
        self._dll.espeak_SetSynthCallback(None)
        if failed:
            raise EspeakError(f"espeak-ng refused the text (error {failed})")
        return b"".join(samples), marks

    def close(self) -> bool:
        """Unloads the library; False when the system keeps it, and then this process must not speak again."""
        self._dll.espeak_Terminate()
        handle = self._dll._handle
        del self._dll
        if not hasattr(_ctypes, "dlclose") or not hasattr(os, "RTLD_NOLOAD"):
            return False
        _ctypes.dlclose(handle)
        try:
            left = ctypes.CDLL(self._path, mode=os.RTLD_NOLOAD)
        except OSError:
            return True
        _ctypes.dlclose(left._handle)
        return False
