"""What a server says is a sentence for a person; a real one says it, as far as it can be made to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from simulator.store.faults import StoreFault
from simulator.store.postgres import called, engine_of_address, is_gone, postgres_fault
from simulator.store.postgres_troubles import OTHER, TROUBLES, trouble_of
from tests.postgres.failing import failed, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

    from tests.postgres.server import Database


def raising(state: str) -> str:
    """A statement that a server answers with an error of this state."""
    return f"DO $$ BEGIN RAISE EXCEPTION 'as it says' USING ERRCODE = '{state}'; END $$"


@pytest.mark.parametrize(
    ("states", "expected", "passes"),
    [
        (["53100", "53400"], "The disk of {} is full", False),
        (["53300"], "has no room for one more connection", True),
        (["57P03"], "is being started or stopped", True),
        (["57P01", "57P02", "08006", "08000", "25P03"], "does not answer (as it says)", True),
        (["40001", "40P01"], "was writing in {} at the same time", True),
        (["55P03", "57014"], "did not finish in time", False),
        (["25006"], "can be read only", False),
        (["42501"], "has not the right to do this there (as it says)", False),
        (["42P01", "42P07", "42703"], "tables that are not those of this program", False),
        (["22P05"], "with the encoding UTF8", False),
        (["XX001", "XX002"], "is damaged (as it says)", False),
        (["28000"], "does not let this user in", False),
        (["P0001", "22012"], "could not be used (as it says)", False),
    ],
)
def test_each_state_has_its_sentence(
    postgres: Database, states: list[str], expected: str, passes: bool
) -> None:
    for state in states:
        fault, gone = said(postgres.address, raising(state))
        assert expected.format(called(postgres.address)) in fault
        assert gone is passes


def wrong_password(postgres: Database) -> str:
    return postgres.server.address(postgres.name, password="other")


def no_password(postgres: Database) -> str:
    return postgres.server.address(postgres.name, password="")


def no_user(postgres: Database) -> str:
    return postgres.server.address(postgres.name, user="nobody")


def no_database(postgres: Database) -> str:
    return postgres.server.address("nowhere")


def not_let_in(postgres: Database) -> str:
    with postgres.server.admin() as admin:
        admin.execute(f"REVOKE CONNECT ON DATABASE {postgres.name} FROM practitioner, public")
    return postgres.address


def no_room(postgres: Database) -> str:
    with postgres.server.admin() as admin:
        admin.execute(f"ALTER DATABASE {postgres.name} CONNECTION LIMIT 0")
    return postgres.address


def no_encryption(postgres: Database) -> str:
    return f"{postgres.address}?sslmode=require"


def stopped(postgres: Database) -> str:
    postgres.server.stop()
    return postgres.address


def nobody(_: Database) -> str:
    return "postgresql://u@nowhere.invalid/d"


def a_standby(postgres: Database) -> str:
    with postgres.server.admin() as admin:
        admin.execute(f"ALTER DATABASE {postgres.name} SET default_transaction_read_only = on")
    return f"{postgres.address}?target_session_attrs=read-write"


@pytest.mark.parametrize(
    ("made", "expected", "passes"),
    [
        (wrong_password, "did not accept the user or the password", False),
        (no_password, "did not accept the user or the password", False),
        (no_user, "did not accept the user or the password", False),
        (no_database, "There is no database {}", False),
        (not_let_in, "has not the right to do this there (permission denied for database", False),
        (no_room, "has no room for one more connection", True),
        (no_encryption, "offers no encrypted connection", False),
        (stopped, "does not answer (Connection refused)", True),
        (nobody, "does not answer (failed to resolve host", True),
        (a_standby, "can be read only", False),
    ],
)
def test_what_keeps_a_program_out_has_its_sentence(
    postgres: Database, made: Callable[[Database], str], expected: str, passes: bool
) -> None:
    address = made(postgres)
    fault, gone = said(address)
    assert expected.format(called(address)) in fault
    assert gone is passes


def test_what_a_server_does_by_itself_has_its_sentence(postgres: Database) -> None:
    made = engine_of_address(postgres.address)
    with made.begin() as connection:
        connection.execute(text("CREATE TABLE kept AS SELECT 1 AS it"))
        connection.execute(text("ALTER TABLE kept ADD PRIMARY KEY (it)"))
    with made.connect() as holder, holder.begin():
        holder.execute(text("LOCK TABLE kept"))
        fault, gone = said(postgres.address, "SET lock_timeout = '10ms'", "SELECT * FROM kept")
    assert "did not finish in time; try again" in fault
    assert not gone
    assert (
        "did not finish in time"
        in said(postgres.address, "SET statement_timeout = '10ms'", "SELECT pg_sleep(9)")[0]
    )
    assert (
        "does not answer (terminating"
        in said(postgres.address, "SELECT pg_terminate_backend(pg_backend_pid())")[0]
    )
    assert "can be read only" in said(postgres.address, "SET TRANSACTION READ ONLY", "DELETE FROM kept")[0]
    assert "tables that are not those" in said(postgres.address, "SELECT * FROM nowhere")[0]
    made.dispose()


def test_a_pool_that_is_exhausted_has_its_sentence(postgres: Database, engine: Engine) -> None:
    engine.pool._timeout = 0  # type: ignore[attr-defined]
    held = [engine.connect() for _ in range(10)]
    with pytest.raises(SQLAlchemyError) as found:
        engine.connect()
    assert "no room for one more connection" in str(postgres_fault(postgres.address, found.value))
    for each in held:
        each.close()


def test_nothing_that_is_kept_is_in_a_sentence(postgres: Database, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE words (text text PRIMARY KEY)"))
    adding = text("INSERT INTO words VALUES (:said)")
    with pytest.raises(SQLAlchemyError) as found, engine.begin() as connection:
        connection.execute(adding, [{"said": "a thought"}, {"said": "a thought"}])
    assert "a thought" in str(found.value.orig)  # type: ignore[attr-defined]
    fault = postgres_fault(postgres.address, found.value)
    assert "a thought" not in str(fault)
    assert "could not be used (duplicate key" in str(fault)


def test_a_fault_that_came_of_a_lost_connection_is_worth_trying_again(postgres: Database) -> None:
    error = failed(postgres.address, raising("57P01"))
    fault = StoreFault("a sentence")
    fault.__cause__ = error
    assert is_gone(fault)
    assert not is_gone(StoreFault("a sentence"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("SSL error: certificate verify failed", "does not prove that it is the right server"),
        (
            'server certificate for "a" does not match host name "b"',
            "does not prove that it is the right server",
        ),
        (
            'FATAL:  no pg_hba.conf entry for host "1.2.3.4", user "u", database "d", no encryption',
            "does not let",
        ),
        ("FATAL:  the database system is starting up", "is being started"),
        ("FATAL:  sorry, too many clients already", "no room"),
        ("FATAL:  remaining connection slots are reserved for roles with SUPERUSER", "no room"),
        ("connection timeout expired", "does not answer"),
        ("SSL connection has been closed unexpectedly", "does not answer"),
        ("server closed the connection unexpectedly", "does not answer"),
        ("could not receive data from server: Software caused connection abort", "does not answer"),
        ("\u0412\u0410\u0416\u041d\u041e:  something else", OTHER.sentence),
    ],
)
def test_what_is_said_without_a_state_is_known_by_its_words(words: str, expected: str) -> None:
    assert expected in trouble_of(None, words).sentence


def test_a_state_is_known_by_no_words() -> None:
    assert trouble_of("22012", "certificate refused") is OTHER
    assert len({each.sentence for each in TROUBLES}) == len(TROUBLES)
