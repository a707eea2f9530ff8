"""A log that is appended to as the store does it: under a lock of its row, and twice is as once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from simulator.store.postgres import retrying

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

LENGTH = text("SELECT length FROM learners WHERE learner = 'l' FOR UPDATE")
GROW = text("UPDATE learners SET length = :seq WHERE learner = 'l'")
ADD = text("INSERT INTO events VALUES (:seq)")


class Log:
    """`acknowledged` are the numbers of which it was said that they are kept."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.acknowledged: list[int] = []
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE learners AS SELECT 'l' AS learner, 0 AS length"))
            connection.execute(text("CREATE TABLE events (seq int)"))  # no key: what is there twice is seen

    def append(self, seq: int) -> None:
        """Once."""
        with self.engine.begin() as connection:
            length = connection.scalar(LENGTH)
            assert length in (seq - 1, seq)
            if length < seq:
                connection.execute(ADD, {"seq": seq})
                connection.execute(GROW, {"seq": seq})

    def append_again(self, seq: int, wait: Callable[[float], None] = lambda _: None) -> None:
        """As often as it takes."""
        retrying(lambda: self.append(seq), wait=wait)
        self.acknowledged.append(seq)

    def there(self) -> list[int]:
        """What is there."""
        with self.engine.connect() as connection:
            return list(connection.scalars(text("SELECT seq FROM events ORDER BY seq")))
