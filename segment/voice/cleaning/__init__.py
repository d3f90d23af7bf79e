"""A person's recording freed of what a studio should have kept out: measured, planned, and done.

recording ─ measuring ─▶ CleanUp (what it needs of what the reader's preset allows) ─ applying ─▶ recording, as long as before

Nothing is delayed, so every time in a recording stays what it was; a recording that needs nothing stays the very same.
"""

from __future__ import annotations
