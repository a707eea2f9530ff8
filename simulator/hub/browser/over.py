"""How a browser's screen comes to an end: a code for the page, and a sentence for the person, of at most 123 bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Over:
    """From 4000 on the page shows the sentence, and comes back when the person says so; else it does by itself."""

    code: int
    sentence: str


BROKEN = Over(1001, "The hub closed the line.")
QUIT = Over(4001, "This screen of the class is closed.")
FAILED = Over(4002, "This screen failed and was closed. What you had committed is kept.")
NOT_STARTED = Over(4003, "A screen could not be started for you. Try again in a minute.")
FULL = Over(4004, "As many browsers as the class can carry are here. Try again later, or join in a terminal.")
TOO_MANY_WINDOWS = Over(4005, "This seat is open in too many windows. Close one of them, and return.")
NOT_UNDERSTOOD = Over(4006, "This window sent what could not be understood, and was closed.")
NO_ANSWER = Over(4007, "This screen no longer answered and was closed. What you had committed is kept.")
