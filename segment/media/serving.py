"""The child's side of :mod:`segment.media.children`: one answer for each question, until the input ends.

A child starts in a few milliseconds, so this imports next to nothing.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import BinaryIO

from segment.media import frames

Answer = Callable[[frames.Header], tuple[frames.Header, bytes]]


def serve(answer: Answer) -> None:
    """Answers until the input ends, or until an answer says ``"again": False``; then leaves without any tidying up."""
    # Ctrl-C is the parent's to handle: it ends this process by closing the input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source, sink = sys.stdin.buffer, private_stdout()
    again = True
    while again and (request := frames.read(source)) is not None:
        header, body = answer(request[0])
        frames.write(sink, header, body)
        again = header.get("again", True)
    os._exit(0)


def private_stdout() -> BinaryIO:
    """The real standard output, for frames alone: whatever prints reaches standard error instead."""
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sink
