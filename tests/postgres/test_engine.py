"""Every connection is prepared alike, whatever the server's own settings are."""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from simulator.store.faults import StoreFault
from simulator.store.postgres import (
    _arguments,
    engine_of_address,
    reading_at_once,
    write_anew,
    writing,
)
from simulator.store.postgres_address import read_address
from tests.postgres.together import together

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

    from tests.postgres.server import Database


def shown(engine: Engine, setting: str) -> str:
    with engine.connect() as connection:
        return str(connection.exec_driver_sql(f"SHOW {setting}").scalar())


@pytest.mark.parametrize(
    ("setting", "otherwise", "expected"),
    [
        ("synchronous_commit", "off", "on"),
        ("default_transaction_isolation", "serializable", "serializable"),
        ("lock_timeout", "1", "30s"),
        ("statement_timeout", "1000", "2min"),
        ("idle_in_transaction_session_timeout", "1", "10s"),
        ("application_name", "other", "image-sharing-simulator"),
        ("client_encoding", "LATIN1", "UTF8"),
    ],
)
def test_it_is_settled_whatever_the_database_says(
    postgres: Database, engine: Engine, setting: str, otherwise: str, expected: str
) -> None:
    with postgres.server.admin() as admin:
        admin.execute(f"ALTER DATABASE {postgres.name} SET {setting} = '{otherwise}'")
    assert shown(engine, setting) == expected
    assert shown(engine, "transaction_isolation") == "read committed"


def test_what_the_address_says_comes_first(postgres: Database) -> None:
    engine = engine_of_address(f"{postgres.address}?application_name=other&connect_timeout=3")
    assert shown(engine, "application_name") == "other"
    engine.dispose()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("postgresql://u@db.example/d", "require"),
        ("postgresql://u@192.0.2.7/d", "require"),
        ("postgresql://u@/d?host=localhost,db.example", "require"),
        ("postgresql://u@/d?host=127.0.0.1:5433&host=db.example:5433", "require"),
        ("postgresql://u@db.example/d?sslmode=verify-full", "verify-full"),
        ("postgresql://u@db.example/d?sslmode=prefer", "prefer"),
        ("postgresql://u@localhost/d", None),
        ("postgresql://u@127.0.0.1/d", None),
        ("postgresql://u@[::1]/d", None),
        ("postgresql://u@/d?host=/run/postgresql", None),
        ("postgresql://u@/d?host=127.0.0.1:5433&host=localhost:5433", None),
        ("postgresql:///d", None),
    ],
)
def test_nothing_goes_over_a_network_in_the_clear_unless_the_address_says_so(
    address: str, expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PGSSLMODE", raising=False)
    assert _arguments(read_address(address)).get("sslmode") == expected


def test_without_the_driver_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreFault, match=r'pip install "image-sharing-simulator\[postgresql\]"'):
        engine_of_address("postgresql://u@127.0.0.1/d")


def test_the_driver_is_not_loaded_before_a_server_is_asked_for() -> None:
    code = "import sys, simulator.store.postgres; sys.exit('psycopg' in sys.modules)"
    assert os.spawnl(os.P_WAIT, sys.executable, sys.executable, "-c", code) == 0


def test_writers_who_lock_a_row_come_one_after_the_other(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE chain (learner text PRIMARY KEY, length int)")
        connection.exec_driver_sql("CREATE TABLE places (position int PRIMARY KEY)")
        connection.exec_driver_sql("INSERT INTO chain VALUES ('l', 0)")

    def write(_: int) -> None:
        for _ in range(25):
            with engine.begin() as connection:
                length = connection.scalar(text("SELECT length FROM chain WHERE learner = 'l' FOR UPDATE"))
                assert isinstance(length, int)
                connection.execute(text("INSERT INTO places VALUES (:at)"), {"at": length + 1})
                connection.execute(text("UPDATE chain SET length = :to"), {"to": length + 1})

    together(8, write)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT max(position), count(*) FROM places").one() == (200, 200)


def test_a_transaction_that_writes_waits_for_the_one_before_it(postgres: Database, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE places (position int)")

    def write(meanwhile: Callable[[], object]) -> None:
        with engine.connect() as connection, writing(connection).begin():
            length = connection.scalar(text("SELECT count(*) FROM places")) or 0
            meanwhile()
            connection.execute(text("INSERT INTO places VALUES (:at)"), {"at": length + 1})

    second = threading.Thread(target=write, args=(lambda: None,))
    waits = "SELECT 1 FROM pg_stat_activity WHERE datname = %s AND wait_event = 'advisory'"

    def let_the_second_come() -> None:
        second.start()
        with postgres.server.admin() as admin:
            assert _until(lambda: admin.execute(waits, (postgres.name,)).fetchall() != [])

    write(let_the_second_come)
    second.join()
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT max(position), count(*) FROM places").one() == (2, 2)


def test_what_is_read_at_once_is_of_one_moment(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE kept AS SELECT 1 AS it")
    counted = text("SELECT count(*) FROM kept")
    with engine.connect() as reader, reading_at_once(reader) as still:
        before = still.scalar(counted)
        with engine.begin() as writer:
            writer.exec_driver_sql("INSERT INTO kept VALUES (2)")
        assert (before, still.scalar(counted)) == (1, 1)
    with engine.connect() as reader:
        assert reader.scalar(counted) == 2
        assert reader.get_isolation_level() == "READ COMMITTED"


def test_writing_tables_anew_may_take_longer_than_any_other_statement(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE kept AS SELECT generate_series(1, 100000) AS it")
        connection.commit()
        connection.exec_driver_sql("SET statement_timeout = '5ms'")
        connection.commit()
        write_anew(connection, ["kept"])
        assert connection.exec_driver_sql("SHOW statement_timeout").scalar() == "2min"


def test_of_many_machines_each_holds_one_connection(postgres: Database, engine: Engine) -> None:
    for _ in range(2):
        with engine.connect(), engine.connect(), engine.connect():
            pass
    held = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s"
    with postgres.server.admin() as admin:
        assert _until(lambda: admin.execute(held, (postgres.name,)).fetchall() == [(1,)])


def _until(so: Callable[[], bool]) -> bool:
    """Whether it is so soon: a server lets go of a connection a moment after its program did."""
    return any(so() for _ in range(2000))
