"""What a person got wrong: a fault has a place, says what is wrong and what would be right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file: line and column count characters from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{clean(self.file)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with an input; `code` names the kind of fault for programs."""

    place: Place
    what: str
    remedy: str
    code: str = "invalid"

    def __str__(self) -> str:
        return f"{self.place}: {clean(self.what)}; {clean(self.remedy)}"


class InputFault(Exception):
    """An input is at fault; holds every fault that could be known, in the order of the file."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class UsageFault(Exception):
    """The command was called wrongly, or cannot work here; the text is one sentence for the person."""
