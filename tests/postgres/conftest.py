"""A real server, and a database in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.store.postgres import engine_of_address
from tests.postgres.server import postgres, postgres_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from tests.postgres.server import Database

__all__ = ["engine", "postgres", "postgres_server"]


@pytest.fixture
def engine(postgres: Database) -> Iterator[Engine]:
    made = engine_of_address(postgres.address)
    yield made
    made.dispose()
