"""Tests of conditions, compiled but once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from simulator.rules.predicates import tests_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.model.conditions import Condition
    from simulator.rules.predicates import Test


def tests_for(conditions: Iterable[Condition]) -> Test:
    """A function of the case, the subject and the element meant, that gives the truth of each condition."""
    return _tests_for(tuple(conditions))


@cache
def _tests_for(conditions: tuple[Condition, ...]) -> Test:
    return tests_of(conditions)
