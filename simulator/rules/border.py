"""Grades on the border: where a case says that its evidence lies between two grades, the neighbouring one will do.

A case says so by subject of the question that grades: which further options are then within discretion.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.rules.decisions import Decision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.guidance.guidance import Guidance, OwnReading

Border = Mapping[str, tuple[str, ...]]
"""By subject the options beside the one that is called for."""

WORD = "on_the_border"


def bordered(decisions: Iterable[Decision], border: Border, guidance: Guidance) -> list[Decision]:
    """The decisions, with the options on the border acceptable where they would be wrong or a departure."""
    own = guidance.own_reading
    graded_by = own.graded_by if own is not None else ""
    return [
        _bordered(each, border[each.subject], guidance)
        if each.question == graded_by and each.subject in border
        else each
        for each in decisions
    ]


def _bordered(decision: Decision, options: tuple[str, ...], guidance: Guidance) -> Decision:
    why = guidance.words.get(WORD, "")
    rulings = {
        option: replace(ruling, verdict="acceptable", basis="inferred", why=why or ruling.why)
        if option in options and ruling.verdict in ("departure", "contrary")
        else ruling
        for option, ruling in decision.options.items()
    }
    return Decision(decision.subject, replace(decision.ruled, options=rulings))


def neighbours(own: OwnReading, guidance: Guidance, option: str) -> tuple[str, ...]:
    """The options that grade a step higher or lower than one does."""
    standing = guidance.world.entities[own.entity].derived[own.standing]
    order = guidance.world.enumerations[standing.enumeration].values
    place = order.index(own.grades[option])
    near = {order[each] for each in (place - 1, place + 1) if 0 <= each < len(order)}
    return tuple(other for other, grade in own.grades.items() if grade in near)
