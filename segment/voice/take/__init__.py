"""A recording of a script, flubs and all: which stretch is which sentence, which reading is used, and the lines cut out of it.

script's lines ─ tokens ─▶ ┐
                           ├─ ear (pocketsphinx) ── placing ─┐
recording ─ stretches ───▶ ┘  jumping (no model) ────────────┴─▶ readings ─▶ choosing ─▶ timing ─▶ cutting ─▶ Spoken lines
"""

from __future__ import annotations
