"""The sign of each mark: a symbol, a word and a colour, and a sentence that says what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from simulator.session.summary_view import Mark


class Sign(NamedTuple):
    """A mark for the eye: symbol, word, and the theme's colour."""

    symbol: str
    word: str
    colour: str


SIGNS: dict[Mark, Sign] = {
    "right": Sign("✓", "right", "success"),
    "acceptable": Sign("✓", "acceptable", "success"),
    "discuss": Sign("?", "to discuss", "warning"),
    "mistake": Sign("✗", "mistake", "error"),
    "follows": Sign("↳", "follows", "warning"),
    "silent": Sign("○", "not scored", "secondary"),
}
MEANING: dict[Mark, str] = {
    "right": "This is what the guidance calls for.",
    "acceptable": "This is within the discretion that the guidance leaves.",
    "discuss": "A departure for which you gave a reason: to be discussed.",
    "mistake": "Not, or not wholly, what the guidance calls for.",
    "follows": "An error that follows from an earlier one, and costs nothing more.",
    "silent": "The guidance gives no answer here: discussed, not scored.",
}
