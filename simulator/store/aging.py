"""Which sessions are older than a day, and which stay, told before anything is wiped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from simulator.store.schema import SESSIONS, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

PLAUSIBLE = "2000"
"""Since then a clock can have been right."""


@dataclass(frozen=True, slots=True)
class Lot:
    """How many sessions, how many of them unfinished, and when the first began and the last was gone on with.

    Both are ISO 8601, None where no session says it.
    """

    sessions: int = 0
    unfinished: int = 0
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Aging:
    """Of one learner: what goes and what stays; `undated` of what stays have no date that a clock can have had."""

    goes: Lot
    stays: Lot
    undated: int = 0


def aging_of(connection: Connection, learner: str, day: str | None) -> Aging:
    """What goes of a learner as older than `day`, in ISO 8601; all, where there is no day."""
    table = SESSIONS.c
    wanted = select(table.begun, table.last, table.standing).where(table.learner == learner)
    rows = [(row.begun, row.last, row.standing) for row in connection.execute(wanted)]
    old = [row for row in rows if is_older(row[1], day)]
    left = [row for row in rows if not is_older(row[1], day)]
    return Aging(_lot(old), _lot(left), sum(not _is_dated(row[1]) for row in left))


def is_older(last: str | None, day: str | None) -> bool:
    """Whether nothing happened in a session since a day, and after a clock can have been right."""
    return day is None or (last is not None and PLAUSIBLE <= last < day)


def _is_dated(last: str | None) -> bool:
    return last is not None and last >= PLAUSIBLE


def _lot(rows: Sequence[tuple[str | None, str | None, str]]) -> Lot:
    return Lot(
        len(rows),
        sum(standing == Standing.UNFINISHED for _, _, standing in rows),
        min((begun for begun, _, _ in rows if begun is not None), default=None),
        max((last for _, last, _ in rows if last is not None), default=None),
    )
