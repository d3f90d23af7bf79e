"""A child process of ours that speaks or reads, started anew when it was lost or is spent."""

from __future__ import annotations

from collections.abc import Callable

from segment.errors import MediaError, VoiceError
from segment.media.children import Child, python
from segment.media.frames import Header
from segment.wording import sentence


class KeptChild:
    """One at a time; not for two threads at once, but for ``close``."""

    def __init__(self, module: str, *, name: str, timeout_s: float, greeting: Callable[[], Header] | None = None) -> None:
        """Starts the program ``module`` and returns at once; ``name`` is what people call it.

        ``greeting`` makes the first frame that each new child is sent. Raises VoiceError when it cannot be started.
        """
        self._module = module
        self._name = name
        self._timeout_s = timeout_s
        self._greeting = greeting
        self._greeted = False
        self._closed = False
        self._child: Child | None = self._launch()

    @property
    def pid(self) -> int:
        """Of the child that runs; 0 while none does."""
        return self._child.pid if self._child else 0

    def ask(self, request: Header) -> tuple[Header, bytes]:
        """The answer to a frame.

        A child that crashed, hung, talked rubbish or says that it must not go on (``again`` false) is replaced before the next.
        Raises VoiceError for that, and for an answer that is an ``error``.
        """
        if self._child is None:
            self._child = self._launch()
        child = self._child
        try:
            if self._greeting and not self._greeted:
                child.ask(self._greeting(), timeout_s=self._timeout_s)
                self._greeted = True
            header, body = child.ask(request, timeout_s=self._timeout_s)
        except MediaError as error:
            self._drop()
            raise VoiceError(error.message) from error
        if not header.get("again", True):
            self._drop()
        if "error" in header:
            raise VoiceError(sentence(header["error"]))
        return header, body

    def close(self) -> None:
        """Ends the child, also while it works; none starts any more. May be called twice."""
        self._closed = True
        self._drop()

    def _launch(self) -> Child:
        if self._closed:
            raise VoiceError(f"{self._name} has been ended.")
        self._greeted = False
        try:
            return Child(python(self._module), name=self._name)
        except MediaError as error:
            raise VoiceError(error.message, hint=error.hint, cause=error.cause) from error

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.close()
