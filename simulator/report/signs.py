"""How a decision went, on paper: a symbol, a word, and a sentence that says what the word means."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.session.summary_view import Mark


class Sign(NamedTuple):
    """A mark that needs no colour to be told from the others."""

    symbol: str
    word: str
    meaning: str


SIGNS: Mapping[Mark, Sign] = {
    "right": Sign("✓", "right", "This is what the guidance calls for."),
    "acceptable": Sign("✓", "acceptable", "This is within the discretion that the guidance leaves."),
    "discuss": Sign("?", "to discuss", "A departure for which a reason was given: to be discussed."),
    "mistake": Sign("✗", "mistake", "Not, or not wholly, what the guidance calls for."),
    "follows": Sign("↳", "follows", "An error that follows from an earlier one, and costs nothing more."),
    "silent": Sign("○", "not scored", "The guidance gives no answer here: discussed, not scored."),
}

SURENESS: Mapping[int, str] = {1: "below 67%", 2: "above 67%", 3: "above 80%"}
"""How sure a learner was of a decision, by level."""

MODES: Mapping[str, str] = {"practice": "Practice", "assessment": "Assessment", "class": "In a class"}
