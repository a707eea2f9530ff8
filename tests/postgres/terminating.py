"""Somebody who ends the connections to a database again and again, whatever goes on over them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.postgres.server import Database

TIMES = 50


class Terminator(threading.Thread):
    """Is alive until so many connections were ended."""

    def __init__(self, database: Database) -> None:
        super().__init__(daemon=True)
        self.database = database
        self.ended = 0

    def run(self) -> None:
        while self.ended < TIMES:
            self.ended += self.database.terminate()
