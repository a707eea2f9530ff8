"""Tables on a server are made, and brought on, whole or not at all, and once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Connection, event, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from simulator.store.postgres import bring_to_version, engine_of_address, postgres_fault, version_of
from tests.postgres.together import together

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from tests.postgres.server import Database


def make(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE events (seq int PRIMARY KEY)"))
    connection.execute(text("INSERT INTO events VALUES (1)"))


def migrate(connection: Connection, found: int) -> None:
    connection.execute(text(f"ALTER TABLE events ADD COLUMN from_{found} int"))
    connection.execute(text(f"INSERT INTO events VALUES ({found})"))


def brought(engine: Engine, version: int) -> int:
    return bring_to_version(engine, version, make, migrate)


def state(engine: Engine) -> tuple[int, set[str]]:
    """The version, and the columns of the table."""
    with engine.connect() as connection:
        version = version_of(connection)
        there = inspect(connection).has_table("events")
        columns = inspect(connection).get_columns("events") if there else []
    return version, {str(each["name"]) for each in columns}


def test_they_are_made_and_brought_on_and_newer_ones_left(engine: Engine) -> None:
    assert state(engine) == (0, set())
    assert brought(engine, 4) == 4
    assert state(engine) == (4, {"seq"})
    assert brought(engine, 4) == 4
    assert brought(engine, 6) == 6
    assert state(engine) == (6, {"seq", "from_4"})
    assert brought(engine, 5) == 6
    assert state(engine) == (6, {"seq", "from_4"})


@pytest.mark.parametrize("version", [4, 6])
def test_ended_at_any_statement_they_are_as_before(postgres: Database, engine: Engine, version: int) -> None:
    if version == 6:
        brought(engine, 4)
    before = state(engine)
    for moment in range(1, 100):
        statements = iter(range(1, moment))

        def end(*_: object, left: object = statements) -> None:
            if next(left, None) is None:  # type: ignore[call-overload]
                postgres.terminate()

        trial = engine_of_address(postgres.address)
        event.listen(trial, "before_cursor_execute", end)
        event.listen(trial, "commit", end)
        try:
            brought(trial, version)
        except SQLAlchemyError:
            assert state(engine) == before
            continue
        finally:
            trial.dispose()
        assert state(engine)[0] == version
        break
    assert moment > 5


@pytest.mark.parametrize("earlier", [0, 4])
def test_programs_that_start_at_once_do_it_once(postgres: Database, engine: Engine, earlier: int) -> None:
    if earlier:
        brought(engine, earlier)

    def start(_: int) -> int:
        own = engine_of_address(postgres.address)
        try:
            return brought(own, 6)
        finally:
            own.dispose()

    assert together(8, start) == [6] * 8


@pytest.mark.parametrize(
    "table", ["store (shop text)", "events (other text)", "store (one int, version text)"]
)
def test_tables_of_another_program_are_left_as_they_are(
    postgres: Database, engine: Engine, table: str
) -> None:
    with engine.begin() as connection:
        connection.execute(text(f"CREATE TABLE {table}"))
    with pytest.raises(SQLAlchemyError) as found:
        brought(engine, 4)
    assert "tables that are not those of this program" in str(postgres_fault(postgres.address, found.value))
    with engine.connect() as connection:
        assert len(inspect(connection).get_table_names()) == 1


def test_where_no_table_may_be_made_it_is_said(postgres: Database, engine: Engine) -> None:
    with postgres.server.admin(postgres.name) as admin:
        admin.execute("ALTER SCHEMA public OWNER TO keeper")
        admin.execute("REVOKE ALL ON SCHEMA public FROM public, practitioner")
        admin.execute("GRANT USAGE ON SCHEMA public TO practitioner")
    with pytest.raises(SQLAlchemyError) as found:
        brought(engine, 4)
    assert "has not the right to do this there" in str(postgres_fault(postgres.address, found.value))


def test_a_database_that_has_not_every_letter_is_refused(postgres: Database) -> None:
    name = postgres.server.make_database("ENCODING LATIN1")
    address = postgres.server.address(name)
    engine = engine_of_address(address)
    with pytest.raises(SQLAlchemyError) as found:
        brought(engine, 4)
    assert "with the encoding UTF8" in str(postgres_fault(address, found.value))
    assert state(engine) == (0, set())
    engine.dispose()
    postgres.server.drop_database(name)
