"""The notes on what a script sounds like and says, by code. Each can be allowed, for a show or for a line."""

from __future__ import annotations

TIME_BOUND = "SC207"
GIVES_AWAY = "SC208"
BREATHLESS = "SC209"
PRINT_TALK = "SC220"
TWISTER = "SC221"
TWO_NUMBERS = "SC222"
INITIALISM = "SC223"
FORMER = "SC224"
QUOTE = "SC225"
CUE_REPEATS = "SC226"
REACTION = "SC227"
OTHER_NAME = "SC240"
OTHER_ROLE = "SC241"
OTHER_RATING = "SC242"
OTHER_QUOTE = "SC243"
FROM_NOWHERE = "SC244"

EAR = (
    TIME_BOUND, GIVES_AWAY, BREATHLESS, PRINT_TALK, TWISTER, TWO_NUMBERS, INITIALISM, FORMER, QUOTE, CUE_REPEATS, REACTION,
)  # fmt: skip
FACTS = (OTHER_NAME, OTHER_ROLE, OTHER_RATING, OTHER_QUOTE, FROM_NOWHERE)
READING = ("SC101", "SC102", "SC103", "SC104", "SC105", "SC106", "SC107", "SC110")
"""Notes that are made while a script is read, and on its slot."""
WRITING = ("SC201", "SC202", "SC203", "SC204", "SC205", "SC206", "SC210")
"""Notes that are made while a script is written."""
ALLOWABLE = tuple(sorted((*READING, *WRITING, *EAR, *FACTS)))
