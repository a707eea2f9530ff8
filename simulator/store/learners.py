"""The learners of a store, by their pseudonyms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from secrets import choice
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import insert, or_, select

from simulator.store.linking import new_salt
from simulator.store.moments import now
from simulator.store.schema import LEARNERS

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Select

UNNAMED = "learner-"
"""How the pseudonym begins of a learner whom nobody named: the one of a store that is one person's own."""
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without those that look alike."""
_MADE_UP = re.compile(f"{UNNAMED}[{LETTERS}]{{4}}")


@dataclass(frozen=True, slots=True)
class Learner:
    """A learner; once erased there is no pseudonym, and nothing of the record but its chain."""

    learner: str
    pseudonym: str
    made: str
    erased: str | None
    events: int


def find_learner(connection: Connection, wanted: str | None) -> str | None:
    """The living learner of that id or pseudonym; where none is wanted, the one whom nobody named."""
    table = LEARNERS.c
    query = select(table.learner).where(table.salt.is_not(None)).order_by(table.made, table.learner).limit(1)
    if wanted is not None:
        return connection.scalar(query.where(or_(table.learner == wanted, table.pseudonym == wanted)))
    begins = table.pseudonym.startswith(
        UNNAMED, autoescape=True
    )  # SQLite takes capitals for small letters here
    rows = connection.execute(query.add_columns(table.pseudonym).where(begins).limit(None))
    return next((row.learner for row in rows if is_made_up(row.pseudonym)), None)


def is_made_up(pseudonym: str) -> bool:
    """Whether the program made the pseudonym up, of a learner whom nobody named."""
    return _MADE_UP.fullmatch(pseudonym) is not None


def add_learner(connection: Connection, wanted: str | None = None) -> str:
    """A new learner, by that pseudonym or one that is made up; the id."""
    learner = uuid4().hex
    pseudonym = wanted or UNNAMED + "".join(choice(LETTERS) for _ in range(4))
    made = {"learner": learner, "pseudonym": pseudonym, "salt": new_salt(), "made": now()}
    connection.execute(insert(LEARNERS).values(**made))
    return learner


def every_learner() -> Select[Any]:
    """All of them, the first that was made first."""
    table = LEARNERS.c
    return select(table.learner, table.pseudonym, table.made, table.erased, table.length).order_by(
        table.made, table.learner
    )


def learner_in(row: Row[Any]) -> Learner:
    """What a row of `every_learner` tells."""
    return Learner(row.learner, row.pseudonym or "", row.made, row.erased, row.length)
