"""The logs of classes, kept in the store's file beside the sessions."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update

from simulator.errors.text import clean
from simulator.store.class_log import KeptLog
from simulator.store.log import follow, text_of
from simulator.store.schema import CLASS_EVENTS, CLASSES, ClassStanding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection

    from simulator.store.access import Access
    from simulator.store.log import Event

_BEGUN = "class_begun"
_OVER = "class_over"


@dataclass(frozen=True, slots=True)
class KeptClass:
    """A class whose log is kept: `begun` and `last` are when the first and the last of its events happened."""

    class_: str
    title: str
    begun: str | None
    last: str | None
    over: bool
    events: int


class ClassLogs:
    """The log of every class in the store.

    Every method raises StoreFault with a sentence where the file does not allow it; then nothing is changed.
    """

    def __init__(self, access: Access) -> None:
        self._access = access

    def append(self, class_: str, events: Sequence[Event]) -> None:
        """Add `events`, numbered by `seq` from 1, to `class_`, all or none; they are on the disk on return.

        Events that are there already are passed over, so that calling again after a fault does no harm.
        """
        if not events:
            return
        self._access.write(partial(self._append, class_, events))

    def log(self, class_: str) -> KeptLog:
        """The events of `class_`, to be gone through."""
        return KeptLog(self._access, class_)

    def load(self, class_: str) -> list[dict[str, Any]]:
        """The events of `class_` in order; raises StoreFault where it is not there or is damaged."""
        return list(self.log(class_))

    def open(self) -> list[KeptClass]:
        """The classes that are not over, the one that was last gone on with first."""
        return self._kept(CLASSES.c.standing == ClassStanding.OPEN)

    def all(self) -> list[KeptClass]:
        """Every class, the one that was last gone on with first."""
        return self._kept()

    @contextmanager
    def hold(self, class_: str) -> Iterator[None]:
        """Keep every other program from running or erasing `class_` for the block; StoreFault where one runs it."""
        with self._access.holding(class_) as ours:
            if not ours:
                raise self._access.fault(
                    "The class {class_} is running: a console is open with it. Close that console with Ctrl+Q, and "
                    "try again.",
                    class_=class_,
                )
            yield

    def erase(self, class_: str) -> None:
        """Wipe `class_` from the file and from its log, unless it is running; an unknown one does no harm."""
        with self.hold(class_):
            with self._access.transaction() as connection:
                connection.execute(delete(CLASSES).where(CLASSES.c.class_id == class_))  # and so its events
            self._access.wipe_log("The class is erased")

    def _append(self, class_: str, events: Sequence[Event], connection: Connection) -> None:
        texts = {one["seq"]: text_of(one) for one in events}
        numbers = [one["seq"] for one in events]
        length = connection.scalar(select(_length(class_))) or 0
        if not follow(numbers, length) or not _repeats(connection, class_, texts):
            raise self._access.fault(
                "Another program has gone on with this class in {path}; open the class again."
            )
        if not length:
            connection.execute(insert(CLASSES).values(class_id=class_, begun=events[0].get("at")))
        new = [one for one in events if one["seq"] > length]
        if new:
            rows = [{"class_id": class_, "seq": one["seq"], "event": texts[one["seq"]]} for one in new]
            connection.execute(insert(CLASS_EVENTS), rows)
            connection.execute(update(CLASSES).where(CLASSES.c.class_id == class_).values(_noted(new)))

    def _kept(self, *conditions: ColumnElement[bool]) -> list[KeptClass]:
        table = CLASSES.c
        over = table.standing == ClassStanding.OVER
        wanted = (
            select(table.class_id, table.title, table.begun, table.last, over, _length(table.class_id))
            .where(*conditions)
            .order_by(table.last.desc().nulls_last(), table.class_id)
        )
        with self._access.reading() as connection:
            return [KeptClass(*row) for row in connection.execute(wanted)]


def _length(class_: str | ColumnElement[str]) -> ColumnElement[int]:
    """How many events a class has: the number of its last."""
    return select(func.max(CLASS_EVENTS.c.seq)).where(CLASS_EVENTS.c.class_id == class_).scalar_subquery()


def _repeats(connection: Connection, class_: str, texts: Mapping[int, str]) -> bool:
    """Whether those of the events that are there already are the same."""
    there = select(CLASS_EVENTS.c.seq, CLASS_EVENTS.c.event).where(
        CLASS_EVENTS.c.class_id == class_, CLASS_EVENTS.c.seq.between(min(texts), max(texts))
    )
    return all(texts[seq] == text for seq, text in connection.execute(there))


def _noted(events: Sequence[Event]) -> dict[str, object]:
    """What is noted of a class when `events` are added to it."""
    noted: dict[str, object] = {"last": events[-1].get("at")}
    for one in events:
        if one["kind"] == _BEGUN:
            noted["title"] = clean(str(one["data"].get("title", "")))
        elif one["kind"] == _OVER:
            noted["standing"] = ClassStanding.OVER
    return noted
