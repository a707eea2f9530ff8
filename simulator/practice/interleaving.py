"""The order of practice: neighbours are what gets confused, so that what tells them apart has to be seen.

Mixing what is alike helps where categories are confused with each other (D. Rohrer, "Interleaving helps students
distinguish among similar concepts", Educational Psychology Review 24, 2012).
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.practice.due import Due


def interleaved(due: Iterable[Due], last: str = "") -> list[Due]:
    """The same rules, the most urgent kind first as before, and within a kind each beside one it is confused with.

    Rules whose question always has the same answer come after all others: they come up in a case for any of those.
    `last` is the rule that was practised last: never comes the same rule twice running while another is there.
    """
    left = list(due)
    order: list[Due] = []
    while left:
        found = _next(left, order[-1] if order else None, last)
        left.remove(found)
        order.append(found)
        last = found.rule
    return order


def _next(left: Sequence[Due], before: Due | None, last: str) -> Due:
    leading = [one for one in left if not one.matter.alone] or left
    others = [one for one in leading if one.rule != last] or [one for one in left if one.rule != last] or left
    alike = list(takewhile(lambda one: one.why == others[0].why, others))
    return min(alike, key=lambda one: _distance(before, one)) if before is not None else others[0]


def _distance(before: Due, one: Due) -> tuple[bool, int]:
    """How far a rule is from being confused with the one before: own confusions are nearest.

    All that are not confused with it are equally far, and stay in their order.
    """
    near = before.matter.confusable
    own = _confused(before, one) or _confused(one, before)
    return not own, near.index(one.rule) if one.rule in near else len(near)


def _confused(one: Due, other: Due) -> bool:
    """Whether the learner, the last time that `one` was wrong, chose what `other` calls for."""
    error = one.known.error if one.known is not None else None
    confusable = other.rule in one.matter.confusable
    return confusable and error is not None and bool(set(error.instead) & set(other.matter.called_for))
