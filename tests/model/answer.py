"""One decision as the decision model has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .notation import cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .notation import Cell

SEVERAL = frozenset({"enquiries", "social_care_contact", "attributed_factors", "support"})


class Answer(NamedTuple):
    """The cells of one question about one subject, and the row of the table that gave them."""

    question: str
    subject: str
    row: str
    options: dict[str, Cell]
    silent: bool = False


def table(options: Sequence[str], rows: str) -> dict[str, dict[str, Cell]]:
    """Rows like `R1 | E(s) IG21 | C(i) IG21` as cells by option, by row."""
    found = {}
    for line in rows.strip().splitlines():
        name, *written = (part.strip() for part in line.split(" | "))
        found[name] = {option: cell(text) for option, text in zip(options, written, strict=True)}
    return found
