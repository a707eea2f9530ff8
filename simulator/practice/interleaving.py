"""The order of practice: neighbours are what gets confused, so that what tells them apart has to be seen.

Mixing what is alike helps where categories are confused with each other (D. Rohrer, "Interleaving helps students
distinguish among similar concepts", Educational Psychology Review 24, 2012).
"""

from __future__ import annotations

from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from simulator.practice.due import Due

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.practice.memory import Memory
    from simulator.practice.syllabus import Syllabus

TOGETHER: Final = timedelta(days=1)
"""By how much less an error may have waited that is preferred because it is confused with the one before."""


def practised_last(memory: Memory, syllabus: Syllabus) -> Due | None:
    """The rule for which the last case was made; None where it was made for none, or there is no such rule any more."""
    matter = syllabus.rules.get(memory.practised)
    return Due(matter, "fading", memory.known.get(memory.practised)) if matter is not None else None


def interleaved(due: Iterable[Due], before: Due | None = None) -> list[Due]:
    """The same rules, the most urgent kind first as before, and within a kind each beside one it is confused with.

    Of errors those alone are of a kind that have waited about equally long. Rules whose question always has the same
    answer come after all others, unless an error was made there. `before` is the rule that was practised last: never
    comes the same rule twice running while another is there.
    """
    left = list(due)
    order: list[Due] = []
    while left:
        before = _next(left, before)
        left.remove(before)
        order.append(before)
    return order


def _next(left: Sequence[Due], before: Due | None) -> Due:
    leading = [one for one in left if one.leads] or left
    if before is None:
        return leading[0]
    others = _but(before, leading) or _but(before, left) or left
    alike = takewhile(lambda one: _is_alike(others[0], one), others)
    return min(alike, key=lambda one: _distance(before, one))


def _but(before: Due, ones: Sequence[Due]) -> Sequence[Due]:
    return [one for one in ones if one.rule != before.rule]


def _is_alike(first: Due, one: Due) -> bool:
    """Whether it is as urgent as the first, so that it may come before that."""
    if one.waited != first.waited or (one.why != first.why and not first.waited):
        return False
    return first.since is None or one.since is None or one.since - first.since <= TOGETHER


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
