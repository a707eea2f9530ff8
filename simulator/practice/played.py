"""A finished case as the figures count it: read from the first and the last event of its session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from simulator.errors.text import clean
from simulator.practice.judged_reading import judged_from

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.session.guide import Judged


@dataclass(frozen=True, slots=True)
class Played:
    """One finished case; `at` is when it ended, None where no clock said so.

    `decisions` is None where the session does not say how they were judged.
    """

    session: str
    case: str
    title: str
    at: datetime | None
    purpose: Mapping[str, Any]
    decisions: tuple[Judged, ...] | None


def played_in(session: str, begun: Mapping[str, Any] | None, finished: Mapping[str, Any] | None) -> Played:
    """What the events `case_begun` and `finished` of a session tell; what is damaged in them is as if it were not."""
    first, last = _data(begun), _data(finished)
    case = first.get("case")
    case = case if isinstance(case, dict) else {}
    purpose = first.get("purpose")
    return Played(
        session,
        str(case.get("id", "")),
        clean(str(case.get("title", ""))),
        _moment(finished),
        purpose if isinstance(purpose, dict) else {},
        _decisions(last.get("judged")),
    )


def _data(event: Mapping[str, Any] | None) -> Mapping[str, Any]:
    data = event.get("data") if event else None
    return data if isinstance(data, dict) else {}


def _moment(event: Mapping[str, Any] | None) -> datetime | None:
    at = event.get("at") if event else None
    try:
        found = datetime.fromisoformat(at) if isinstance(at, str) else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None


def _decisions(judged: object) -> tuple[Judged, ...] | None:
    if not isinstance(judged, list):
        return None
    try:
        return tuple(judged_from(one) for one in judged)
    except ValueError:
        return None
