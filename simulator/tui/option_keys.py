"""The key before each option of a question: its number, or a letter where names of options begin with numbers."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTERS = tuple(ascii_lowercase)


def lettered(labels: Sequence[str]) -> bool:
    """Whether letters stand before the options: a number could be taken for another option's name."""
    return any(label.lstrip()[:1].isdigit() for label in labels)


def option_keys(labels: Sequence[str]) -> list[str]:
    """What stands before the options of these names; a space where there are more than letters."""
    if not lettered(labels):
        return [str(number) for number in range(1, len(labels) + 1)]
    return [LETTERS[at] if at < len(LETTERS) else " " for at in range(len(labels))]
