"""Whether the rows of sessions say what the events say: the program believes them, and no chain holds them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from simulator.store.broken import Broken, of_row
from simulator.store.log import event_of
from simulator.store.schema import EVENTS, SESSIONS, Standing
from simulator.store.told import Unreadable, at_of
from simulator.store.words import FREE_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Connection, Row

    from simulator.store.told import Told

_TABLE = "sessions"


def session_row_astray(connection: Connection, learner: str, told: Told) -> Broken | None:
    """The first row of a session of the learner that was changed, removed or added, by the order of the chain."""
    columns = (SESSIONS.c[name] for name in _COLUMNS)
    rows = connection.execute(select(*columns).where(SESSIONS.c.learner == learner)).all()
    there = {row.session for row in rows}
    found = [one for row in rows if (one := _astray(row, told)) is not None]
    found += [_missing(session, told) for session in told.lasts if session not in there]
    return min(found, key=lambda one: (one.position == 0, one.position, one.session), default=None)


_COLUMNS = ("session", "begun", "last", "standing", "words_kept", "case_id", "ended")


def _astray(row: Row[Any], told: Told) -> Broken | None:
    if row.session not in told.lasts:
        said = f"The row of the session {row.session} was added: no event of it is in the record."
        return of_row(_TABLE, "", said, "added", session=row.session)
    first = told.firsts[row.session]
    place = first.place if first is not None else 0
    for column, right in _as_told(row.session, told).items():
        there = getattr(row, column)
        if there not in right:
            return _changed(row.session, column, there, right, place)
    return None


def _as_told(session: str, told: Told) -> Mapping[str, tuple[object, ...]]:
    """What may stand in each column; a column of which the events tell nothing is left out."""
    may: dict[str, tuple[object, ...]] = {
        "standing": (told.stands.get(session, Standing.UNFINISHED).value,),
        "ended": (told.ended.get(session),),
        "words_kept": (0, 1),
    }
    first = told.firsts[session]
    if first is not None:
        may |= {"begun": (first.at,), "case_id": tuple(sorted(first.case))}
    with suppress(Unreadable):
        may["last"] = (at_of(told.lasts[session]),)
    return may


def _changed(session: str, column: str, there: object, right: tuple[object, ...], place: int) -> Broken:
    said = f"it is {_shown(there)}, and by the events {_shown(right[0])}"
    if len(right) > 1:
        said = f"it is {_shown(there)}"
    told = f"In the row of the session {session} the column {column} was changed: {said}."
    return of_row(_TABLE, column, told, position=place, session=session)


def _missing(session: str, told: Told) -> Broken:
    first = told.firsts[session]
    said = f"The row of the session {session} was removed, or names another learner."
    return of_row(_TABLE, "", said, "removed", first.place if first is not None else 0, session)


def _shown(value: object) -> str:
    return "empty" if value in (None, "") else f"{value}"


def wiped_words_astray(connection: Connection, keys: Iterable[tuple[str, int]]) -> Broken | None:
    """The first row of wiped words, of those that nobody committed to, that belongs to an event which has none.

    Words that were wiped before there were salts are committed to by nobody; but their events could hold some.
    """
    return next(_wordless(connection, keys), None)


def _wordless(connection: Connection, keys: Iterable[tuple[str, int]]) -> Iterator[Broken]:
    for session, seq in sorted(keys):
        wanted = select(EVENTS.c.event).where(EVENTS.c.session == session, EVENTS.c.seq == seq)
        if not _could_hold_words(connection.scalar(wanted)):
            said = f"Words of event {seq} of the session {session} were added: it never had any."
            yield of_row("words", "", said, "added", session=session)


def _could_hold_words(text: str | None) -> bool:
    """Whether it is an event of a kind that holds words, which lie apart."""
    try:
        event = event_of(text or "")
        return bool(event["data"][FREE_TEXT[event["kind"]]] == "")
    except (ValueError, LookupError, TypeError, RecursionError):
        return False
