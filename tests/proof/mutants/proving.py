"""The proof of a mutant over the ground that it has in common with its guidance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.rules.exactness import Exactness, _decide, _Inlined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.guidance.guidance import Guidance
    from simulator.model.conditions import Condition
    from simulator.model.questions import Ruling
    from simulator.rules.mutants.ground import Ground, GroundPoints
    from simulator.rules.mutants.reading import Reading


def whole(option: str, ruling: Ruling) -> tuple[object, ...]:
    """All of a ruling: also the rule that gives it, and its words."""
    return option, ruling


def proved(guidance: Guidance, mutant: Reading, ground: Ground) -> Exactness:
    """What the proof of a mutant's question finds over these points instead of those of its own space."""
    found = Exactness(mutant.question)
    rules = [_Inlined(guidance, rule) for rule in guidance.rules_of(mutant.question)]
    points: Any = _Unplaced(ground.points)
    _decide(found, rules, points, points.where(mutant.asked))
    return found


class _Unplaced:
    """The points of a ground, of which only is kept that there are some."""

    region = None

    def __init__(self, points: GroundPoints) -> None:
        self._points = points

    def where(self, condition: Condition) -> int:
        return self._points.where(condition)

    def several(self, points: int, most: int) -> Iterator[int]:
        if points and most:
            yield points
