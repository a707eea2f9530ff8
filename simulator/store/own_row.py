"""Whether a learner's own row goes with itself and with what else there is: not all of it is chained."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select

from simulator.store.broken import Broken, of_row
from simulator.store.kept_chain import kept_chain
from simulator.store.linking import commitment_of, is_hash
from simulator.store.schema import FOLDS, JOURNAL, LEARNERS, NAMES, SESSIONS

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

_TABLE = "learners"
_SALT = (
    "The salt of this record is damaged, so whether its events are as they were written cannot be checked; "
    "their places, as far as those can be checked without it, {rest}."
)
_NO_FIT = (
    "No event of this record fits its salt: the salt was changed, or every event was. Which, cannot be told, so "
    "whether the events are as they were written cannot be checked."
)
_ALIVE = (
    "The record is marked as not erased, and has no {what}: its row was changed, or it was erased otherwise."
)
_DEAD = "The record is marked as erased, and still has {what}."
_TWICE = (
    "The record is there twice, under the ids {one} and {other}: one of them was copied from the other, and which, "
    "cannot be told."
)


def salt_damaged(salt: object, broken: Broken | None) -> Broken | None:
    """That the salt is none; `broken` is what is wrong besides."""
    if salt is None or is_hash(salt):
        return None
    rest = "hold" if broken is None else f"do not hold either ({broken.said.rstrip('.')})"
    return of_row(_TABLE, "salt", _SALT.format(rest=rest), position=1)


def salt_changed(connection: Connection, learner: str, salt: bytes, broken: Broken) -> Broken | None:
    """That no event at all fits the salt, where the first that was gone through does not."""
    texts = 0
    for some in kept_chain(connection, learner):
        for _, _, _, committed, _, _, text in some:
            if text is not None and commitment_of(salt, text) == committed:
                return None
            texts += text is not None
    if texts < 2:
        return None
    return of_row(_TABLE, "salt", _NO_FIT, position=broken.position)


def own_row_astray(connection: Connection, row: Row[Any]) -> Broken | None:
    """What of a learner's row cannot be as the program wrote it."""
    return _not_itself(row) or _erased_and_there(connection, row) or _twice(connection, row)


def _not_itself(row: Row[Any]) -> Broken | None:
    for column in ("made", "erased"):
        if (stamp := getattr(row, column)) is not None and not _is_moment(stamp):
            said = f"In the learner's row the column {column} was changed: {stamp or 'empty'} is no moment."
            return of_row(_TABLE, column, said)
    for column in ("salt", "pseudonym"):
        there = bool(getattr(row, column))
        if row.erased is None and not there:
            return of_row(_TABLE, column, _ALIVE.format(what=column))
        if row.erased is not None and there:
            return of_row(_TABLE, column, _DEAD.format(what=f"a {column}"))
    return None


def _is_moment(stamp: object) -> bool:
    try:
        return datetime.fromisoformat(str(stamp)).tzinfo is not None
    except ValueError:
        return False


def _erased_and_there(connection: Connection, row: Row[Any]) -> Broken | None:
    if row.erased is None:
        return None
    for table in (SESSIONS, JOURNAL, FOLDS, NAMES):
        if connection.scalar(select(func.count()).select_from(table).where(table.c.learner == row.learner)):
            return of_row(table.name, "", _DEAD.format(what=f"rows of {table.name}"), "added")
    return None


def _twice(connection: Connection, row: Row[Any]) -> Broken | None:
    """Whether another learner has the salt or the chain, neither of which two can have, or the pseudonym."""
    table = LEARNERS.c
    same = or_(
        and_(table.salt.is_not(None), table.salt == row.salt), and_(table.head != "", table.head == row.head)
    )
    others = select(table.learner).where(table.learner != row.learner)
    if (other := connection.scalar(others.where(same).limit(1))) is not None:
        return of_row(_TABLE, "", _TWICE.format(one=row.learner, other=other), "added")
    named = and_(table.pseudonym.is_not(None), table.pseudonym == row.pseudonym)
    if (other := connection.scalar(others.where(named).limit(1))) is not None:
        said = (
            f"Two learners, {row.learner} and {other}, have the pseudonym {row.pseudonym}: a row was changed."
        )
        return of_row(_TABLE, "pseudonym", said)
    return None
