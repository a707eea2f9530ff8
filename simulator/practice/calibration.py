"""How decisions went by how sure the learner was: of all, by the option called for, by the paragraph that decides."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, Final, TypeAlias

from simulator.practice.folded import RIGHT, WRONG, Count, Folded
from simulator.session.commands import SURENESS
from simulator.session.record_view import LevelView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.session.guide import Judged

Tally: TypeAlias = tuple[Count, Count, Count, Count, Count, Count, Count, Count]
"""Right and wrong of decisions without a level of sureness, then of each of `SURENESS`."""
NO_TALLY: Final[Tally] = (0, 0, 0, 0, 0, 0, 0, 0)
CLAIMED: Final[Mapping[int, tuple[float, float]]] = {1: (0.0, 0.67), 2: (0.67, 0.8), 3: (0.8, 1.0)}
"""From which share of right decisions to which a level claims; see `simulator.session.commands.SURENESS`."""


class Calibration(Folded, frozen=True):
    """How decisions went; one to discuss, one that follows from an earlier error and a silent one are neither."""

    overall: Tally
    options: dict[str, dict[str, Tally]]
    """By question, then by option called for."""
    paragraphs: dict[str, Tally]

    def after(self, decisions: Iterable[Judged]) -> Calibration:
        """With the decisions of one more case."""
        overall, paragraphs = self.overall, dict(self.paragraphs)
        options = dict(self.options)
        for one in decisions:
            place = _place(one)
            if place is None:
                continue
            overall = _added(overall, place)
            of_question = options.get(one.question, {})
            options[one.question] = {**of_question, **_with(of_question, one.called_for, place)}
            paragraphs.update(_with(paragraphs, one.decides, place))
        return Calibration(overall, options, paragraphs)


def _place(one: Judged) -> int | None:
    """Where a decision counts in a tally; None where it is neither right nor wrong."""
    if one.mark not in RIGHT and one.mark != WRONG:
        return None
    level = one.sureness if one.sureness in SURENESS else 0
    return 2 * (level or 0) + (one.mark == WRONG)


def _with(tallies: Mapping[str, Tally], keys: Iterable[str], place: int) -> dict[str, Tally]:
    return {key: _added(tallies.get(key, NO_TALLY), place) for key in keys}


def _added(tally: Tally, place: int) -> Tally:
    a, b, c, d, e, f, g, h = (count + (at == place) for at, count in enumerate(tally))
    return (a, b, c, d, e, f, g, h)


def right_in(tally: Tally) -> int:
    """Decisions that were right, whether the learner said how sure they were or not."""
    return sum(tally[::2])


def wrong_in(tally: Tally) -> int:
    """Decisions that were mistakes."""
    return sum(tally[1::2])


def levels_of(tally: Tally) -> tuple[LevelView, ...]:
    """Every level of sureness."""
    return tuple(
        LevelView(level, tally[2 * level], tally[2 * level + 1], CLAIMED[level][0]) for level in SURENESS
    )


def surer_than_right(tally: Tally) -> float | None:
    """Mean sureness less the share that was right; a level counts as the middle of what it claims.

    None where no level was ever given.
    """
    levels = levels_of(tally)
    given = sum(one.right + one.wrong for one in levels)
    if not given:
        return None
    sure = fsum((one.right + one.wrong) * sum(CLAIMED[one.level]) / 2 for one in levels)
    return (sure - sum(one.right for one in levels)) / given
