"""One example of the table of rows: small facts in which one row and one branch of each cell decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .notation import cells

if TYPE_CHECKING:
    from .notation import Cell, Facts


class Example(NamedTuple):
    """What the model's table says of one question about one subject under these facts.

    `options` is None where the question is not asked about that subject.
    """

    name: str
    question: str
    subject: str
    row: str
    facts: Facts
    options: dict[str, Cell] | None
    silent: bool = False

    @property
    def identity(self) -> str:
        """What tells this example from the others."""
        return f"{self.question}: {self.name}"


def example(question: str, name: str, subject: str, row: str, facts: Facts, written: str) -> Example:
    """An example from the cells as the model writes them; `silent:` before them marks a silent row."""
    silent = written.startswith("silent: ")
    return Example(name, question, subject, row, facts, cells(written.removeprefix("silent: ")), silent)


def not_asked(question: str, name: str, subject: str, facts: Facts) -> Example:
    """An example in which a conditional question is not asked about that subject."""
    return Example(name, question, subject, "", facts, None)
