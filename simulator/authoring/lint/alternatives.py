"""Other values that a fact could have: enough of them to show whether it matters."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from simulator.model.world import CASE
from simulator.rules.inlining import inlined
from simulator.rules.predicates import question_conditions
from simulator.rules.representatives import comparisons_in, world_conditions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.guidance.guidance import Guidance
    from simulator.model.document import Path
    from simulator.model.world import Field


class Alternatives:
    """The other values of the facts of one guidance."""

    def __init__(self, guidance: Guidance) -> None:
        self._guidance = guidance

    def of(self, path: Path, value: Any) -> Iterator[Any]:
        """Values of the field at a path that differ from its own: of a list each with one word more or one less."""
        scope = CASE if len(path) == 1 else str(path[0])
        field = self._guidance.world.fields_of(scope)[str(path[-1])]
        match field.type:
            case "truth":
                yield not value
            case "choice":
                yield from (other for other in field.values if other != value)
            case "choices":
                yield from ([*value, other] for other in field.values if other not in value)
                yield from ([each for each in value if each != left_out] for left_out in value)
            case "whole":
                yield from (other for other in self._numbers(scope, field) if other != value)
            case _:
                return

    def stands_alone(self, path: Path) -> bool:
        """Whether nothing but what is decided rests on a field: no other fact, and not whether facts are possible."""
        scope = CASE if len(path) == 1 else str(path[0])
        return (scope, str(path[-1])) not in self._worldly

    @cached_property
    def _worldly(self) -> frozenset[tuple[str, str]]:
        return frozenset(comparisons_in(world_conditions(self._guidance.world)))

    def _numbers(self, scope: str, field: Field) -> list[int]:
        """The numbers on both sides of everything that any condition compares the field with."""
        compared = self._comparisons.get((scope, field.name), frozenset())
        told_apart = {number for each in compared for number in each.values if type(number) is int}
        low, high = field.span
        near = {number + step for number in told_apart for step in (-1, 0, 1)}
        return sorted(number for number in near if low <= number <= high)

    @cached_property
    def _comparisons(self) -> Mapping[tuple[str, str], Any]:
        guidance = self._guidance
        conditions = list(world_conditions(guidance.world))
        for question in guidance.questions.values():
            conditions += [
                (inlined(guidance.world, each), question.subjects.entity or CASE)
                for each in question_conditions(guidance, question)
            ]
        return comparisons_in(conditions)
