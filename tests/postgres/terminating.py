"""Somebody who ends the connections to a database again and again, whatever goes on over them."""

from __future__ import annotations

import threading
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.postgres.server import Database

TIMES = 50


class Terminator(threading.Thread):
    """Is alive until so many connections were ended, each after some more work was done, in the midst of the next."""

    def __init__(self, database: Database) -> None:
        super().__init__(daemon=True)
        self.database = database
        self.ended = 0
        self._done = threading.Semaphore(0)
        self._random = Random(7)

    def done(self) -> None:
        """To be called when a piece of work is done: who is ended before any is would never get on."""
        self._done.release()

    def run(self) -> None:
        while self.ended < TIMES:
            for _ in range(self._random.randint(1, 5)):
                self._done.acquire()
            self.ended += self.database.terminate()
