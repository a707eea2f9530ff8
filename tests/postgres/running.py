"""A PostgreSQL server that is started, stopped, and asked for databases, on loopback and with data of its own."""

from __future__ import annotations

import os
import random
import secrets
import socket
import subprocess
import sys
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import psycopg

from tests.postgres.binaries import somebody

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST = "127.0.0.1"
KEEPER, USER = "keeper", "practitioner"
SETTINGS = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",
    "fsync": "off",  # of the servers that are killed here, no machine goes down
    "full_page_writes": "off",
    "shared_buffers": "16MB",
    "autovacuum": "off",
    "max_connections": "100",
}
TRIES = 5


class Server:
    """A running server; its data are in `folder`, and go with the process that made it, however that ends."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder = folder
        self.password = f"a:b@c/{secrets.token_urlsafe(12)}%?"
        """Of everybody; it takes quoting."""
        self.port = 0
        self._running = False
        self._numbers = count(1)
        self._keeper = _keeper(folder, programs)
        self._make_data(programs)
        self._begin()
        with self.admin() as connection:
            connection.execute(f"CREATE ROLE {USER} LOGIN PASSWORD '{self.password}'")

    def start(self) -> None:
        """Go on where it was stopped, on the same port; no harm where it runs."""
        if not self._running:
            answer = self._ask(f"start {self.port}")
            assert answer == "done", answer
            self._running = True

    def stop(self, mode: str = "fast") -> None:
        """Stop it: `fast` tells who is connected, `immediate` is as a crash."""
        if self._running:
            self._ask(f"stop {mode}")
            self._running = False

    def end(self) -> None:
        """Stop it for good and remove its data."""
        self._keeper.communicate()

    def address(self, database: str, user: str = USER, password: str | None = None) -> str:
        """Where the store of a database lies."""
        quoted = quote(self.password if password is None else password, safe="")
        return f"postgresql://{user}:{quoted}@{HOST}:{self.port}/{database}"

    @contextmanager
    def admin(self, database: str = "postgres") -> Iterator[psycopg.Connection[Any]]:
        """A connection of whoever keeps the server."""
        connection = psycopg.connect(
            host=HOST, port=self.port, user=KEEPER, password=self.password, dbname=database, autocommit=True
        )
        with connection:
            yield connection

    def make_database(self, more: str = "") -> str:
        """A new database of USER's, by its name."""
        name = f"records_{next(self._numbers)}"
        with self.admin() as connection:
            connection.execute(f"CREATE DATABASE {name} OWNER {USER} TEMPLATE template0 {more}")
        return name

    def drop_database(self, name: str) -> None:
        """Away with it, whoever is connected."""
        with self.admin() as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def terminate(self, database: str) -> int:
        """End every connection to a database from the server's side; how many there were."""
        ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND usename = %s"
        with self.admin() as connection:
            return len(connection.execute(ended, (database, USER)).fetchall())

    def _make_data(self, programs: Path) -> None:
        secret = self.folder / "secret"
        secret.touch(0o600)
        secret.write_text(self.password)
        if (as_whom := somebody()).get("user") is not None:
            for path in (self.folder, secret):
                os.chown(path, as_whom["user"], as_whom["group"])
        subprocess.run(
            [
                programs / "initdb", "--pgdata", self.folder / "data", "--username", KEEPER, "--pwfile", secret,
                "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync", "--no-instructions",
            ],
            **as_whom, check=True, capture_output=True, cwd=self.folder, env={"LC_ALL": "C"},
        )  # fmt: skip
        secret.unlink()

    def _begin(self) -> None:
        """Start it on a port that is free, and stays so while it is stopped."""
        for _ in range(TRIES):
            self.port = _free_port()
            answer = self._ask(f"start {self.port}")
            self._running = answer == "done"
            if self._running:
                return
        raise AssertionError(f"PostgreSQL does not start: {answer}")

    def _ask(self, what: str) -> str:
        assert self._keeper.stdin is not None
        assert self._keeper.stdout is not None
        self._keeper.stdin.write(f"{what}\n")
        self._keeper.stdin.flush()
        return self._keeper.stdout.readline().strip()


def _keeper(folder: Path, programs: Path) -> subprocess.Popen[str]:
    options = [word for name, value in SETTINGS.items() for word in ("-c", f"{name}={value}")]
    command = [str(programs / "postgres"), "-D", str(folder / "data"), *options]
    return subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("keeper.py")), str(folder), *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl-C is not for it
    )


def _free_port() -> int:
    """Below those that the system gives to whoever asks for any."""
    while True:
        port = random.randrange(15_000, 32_000)
        with socket.socket() as tried, suppress(OSError):
            tried.bind((HOST, port))
            return port
