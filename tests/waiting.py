"""What an answer waits for: time that passes when a test says so, and a disk that is full until it is freed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import event

from simulator.store import soon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pytest

    from simulator.store.store import Store

_SWELL = (
    "CREATE TEMP TRIGGER IF NOT EXISTS swell AFTER INSERT ON main.events BEGIN "
    "UPDATE events SET event = hex(zeroblob(9000)) WHERE session = new.session AND seq = new.seq; END"
)


@contextmanager
def full(store: Store) -> Iterator[None]:
    """The disk has no room for another page, and every event needs one, however often it is tried."""
    engine = store.access.database.engine

    def fill(connection: Any, _record: object, _proxy: object) -> None:
        connection.execute(_SWELL)
        connection.execute("PRAGMA max_page_count=1")

    event.listen(engine, "checkout", fill)
    try:
        yield
    finally:
        event.remove(engine, "checkout", fill)
        engine.dispose()


class Later:
    """What is to be done after how many seconds, until `passes` has that time pass."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.waiting: list[tuple[float, Callable[[], object]]] = []
        monkeypatch.setattr(soon, "after", self._after)

    def _after(self, seconds: float, work: Callable[[], object]) -> Callable[[], None]:
        one = (seconds, work)
        self.waiting.append(one)
        return lambda: self.waiting.remove(one) if one in self.waiting else None

    def passes(self, seconds: float) -> None:
        """Do what was to be done after so long; something has to be."""
        due = [one for one in self.waiting if one[0] == seconds]
        assert due, "nothing waits"
        for one in due:
            self.waiting.remove(one)
            one[1]()
