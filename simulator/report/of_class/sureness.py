"""How sure a class was, and how often it was right, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.classroom.poll_view import FEWEST
from simulator.report.signs import SURENESS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.classroom.findings.findings import CalibrationFindings, SureFindings, Tally

STANDS_FOR = {1: (0.0, 0.67), 2: (0.67, 0.8), 3: (0.8, 1.0)}
"""From which share of right decisions to which a level is borne out."""
NOT_TOLD = "fewer than five said so"


@dataclass(frozen=True, slots=True)
class SureRow:
    """One level of sureness: how the first votes went, how the last did, and what that says."""

    level: str
    first: str
    last: str
    share: float
    borne_out: str


def sure_rows(levels: Iterable[CalibrationFindings]) -> tuple[SureRow, ...]:
    """Every level; of fewer than `FEWEST` seats nothing is told."""
    return tuple(
        SureRow(
            SURENESS[one.level],
            _in_words(one.first),
            _in_words(one.last),
            one.last.right / one.last.decisions if _is_told(one.last) else 0.0,
            borne_out(one.level, one.last.right, one.last.decisions) if _is_told(one.last) else "",
        )
        for one in levels
    )


def learner_rows(levels: Iterable[tuple[int, Tally]]) -> tuple[SureRow, ...]:
    """The levels that one seat made use of, from its last votes; for itself alone."""
    return tuple(
        SureRow(
            SURENESS[level],
            "",
            f"{one.right} of {one.decisions}",
            one.right / one.decisions,
            borne_out(level, one.right, one.decisions),
        )
        for level, one in levels
        if one.decisions
    )


def borne_out(level: int, right: int, decisions: int) -> str:
    """Whether so many right decisions are what a level stands for, in a few words; empty where there is none."""
    if not decisions:
        return ""
    least, most = STANDS_FOR[level]
    share = right / decisions
    if share < least:
        return "less often right than sure"
    return "as often right as sure" if share <= most else "more often right than sure"


def _is_told(sure: SureFindings) -> bool:
    return sure.seats >= FEWEST


def _in_words(sure: SureFindings) -> str:
    if not sure.decisions:
        return "none"
    return f"{sure.right} of {sure.decisions}" if _is_told(sure) else NOT_TOLD
