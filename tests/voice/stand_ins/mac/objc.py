"""What pyttsx3's driver for macOS asks of pyobjc."""

from __future__ import annotations

from typing import Any

super = super


def python_method(method: Any) -> Any:
    """Marks a method that Objective-C does not see."""
    return method
