"""The last cases, as the record lists them."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final

from simulator.errors.text import clean
from simulator.practice.folded import RIGHT, WRONG, Count, Folded
from simulator.practice.why_played import told
from simulator.session.record_view import CaseRowView

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from simulator.practice.played import Played

LAST: Final = 20
"""Cases that are listed."""
LONGEST: Final = 200
"""Characters that are kept of a title."""


class CaseKept(Folded, frozen=True):
    """One finished case; `at` is when it ended, in ISO 8601 and UTC, empty where no clock said so."""

    session: str
    title: str
    at: str
    decisions: Count
    right: Count
    purpose: str


class CasesKept(Folded, frozen=True):
    """The last ones, the latest last."""

    cases: tuple[CaseKept, ...]

    def after(self, played: Played) -> CasesKept:
        """With one more case."""
        return CasesKept((*self.cases, case_kept(played))[-LAST:])


def case_kept(played: Played) -> CaseKept:
    """What is listed of a finished case."""
    decisions = played.decisions or ()
    right = sum(one.mark in RIGHT for one in decisions)
    return CaseKept(
        session=played.session,
        title=clean(played.title[:LONGEST]),
        at=in_utc(played.at),
        decisions=right + sum(one.mark == WRONG for one in decisions),
        right=right,
        purpose=clean(told(played.purpose)),
    )


def in_utc(at: datetime | None) -> str:
    """A moment in ISO 8601 and UTC; empty where there is none. Its first ten characters are the day."""
    try:
        return at.astimezone(UTC).isoformat(timespec="seconds") if at is not None else ""
    except OverflowError:
        return ""


def case_views(kept: CasesKept, left_out: Iterable[tuple[Played, str]] = ()) -> tuple[CaseRowView, ...]:
    """The last cases, the latest first, with those `left_out` of all figures, each with its reason."""
    out = [(case_kept(played), reason) for played, reason in left_out]
    rows = [(one, "") for one in reversed(kept.cases)]
    # Sorting keeps the order of cases that say no time, and is done only where cases from elsewhere come in.
    every = sorted([*rows, *out], key=lambda row: row[0].at, reverse=True) if out else rows
    return tuple(_view(one, reason) for one, reason in every[:LAST])


def _view(one: CaseKept, reason: str) -> CaseRowView:
    return CaseRowView(
        session=clean(one.session),
        title=one.title,
        day=one.at[:10],
        decisions=one.decisions,
        right=one.right,
        purpose=one.purpose,
        left_out=clean(reason),
    )
