"""The fixtures of a real PostgreSQL server; import them into a conftest to use them.

It is started where it is first asked for, once a process, and ends with it. Where none can be started, a test is
skipped, but in CI it fails.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.postgres.binaries import MISSING, binaries
from tests.postgres.running import Server

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Database:
    """A database of one test, its `name`, and the `address` of its store."""

    server: Server
    name: str
    address: str

    def terminate(self) -> int:
        """End every connection to it from the server's side; how many there were."""
        return self.server.terminate(self.name)


@pytest.fixture(scope="session")
def postgres_server() -> Server:
    """A server of this process's own."""
    return needed(_server())


@pytest.fixture
def postgres(postgres_server: Server) -> Iterator[Database]:
    """An empty database of this test's own; the server runs again afterwards, whatever the test did."""
    name = postgres_server.make_database()
    yield Database(postgres_server, name, postgres_server.address(name))
    postgres_server.start()
    postgres_server.drop_database(name)


def needed(server: Server | None) -> Server:
    """The server, if there is one."""
    if server is not None:
        return server
    if os.environ.get("CI"):
        pytest.fail(MISSING)
    pytest.skip(MISSING)


@cache
def _server() -> Server | None:
    """Once a process: a fixture that two conftests import is two to pytest."""
    folder = Path(tempfile.mkdtemp(prefix="simulator-postgres-"))
    programs = binaries(folder)
    if programs is None:
        shutil.rmtree(folder)
        return None
    server = Server(folder, programs)
    atexit.register(server.end)
    return server
