"""Conditions as formulas over the predicates of a question, decided at many points in one step.

A predicate is a number with a bit for each point at which it holds; `bits` lists them, the statements first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.model.conditions import All, Always, AnyOf, Condition, Not

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from simulator.rules.predicates import Predicates


class Formulas:
    """The formulas of conditions over the predicates of one question."""

    def __init__(self, predicates: Predicates) -> None:
        every = (*predicates.statements, *predicates.fixed)
        self._places = {predicate: place for place, predicate in enumerate(every)}
        self._made: dict[int, tuple[Condition, Callable[[Sequence[int], int], int]]] = {}

    def of(self, condition: Condition) -> Callable[[Sequence[int], int], int]:
        """A function of the predicates' bits, and of the bits of all points."""
        made = self._made.get(id(condition))
        if made is None:
            function = eval(f"lambda bits, every: {self._text(condition)}")
            made = self._made[id(condition)] = condition, function
        return made[1]

    def _text(self, condition: Condition) -> str:
        match condition:
            case Always():
                return "every"
            case All(parts):
                return " & ".join(["every", *(f"({self._text(part)})" for part in parts)])
            case AnyOf(parts):
                return " | ".join(["0", *(f"({self._text(part)})" for part in parts)])
            case Not(part):
                return f"every & ~({self._text(part)})"
            case _:
                return f"bits[{self._places[condition]}]"
