"""A server that goes away in mid-answer loses nothing that was acknowledged, and keeps nothing twice."""

from __future__ import annotations

from functools import partial
from itertools import count
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import SQLAlchemyError

from simulator.store.postgres import engine_of_address, is_gone
from tests.postgres.appending import Log
from tests.postgres.cable import cable_to
from tests.postgres.terminating import TIMES, Terminator

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

    from tests.postgres.server import Database

COMMIT = b"COMMIT\0"
"""Not the `READ COMMITTED` of a beginning."""


def test_ended_at_random_moments_it_has_what_was_acknowledged_and_nothing_twice(
    postgres: Database, engine: Engine
) -> None:
    log, terminator = Log(engine), Terminator(postgres)
    terminator.start()
    for seq in count(1):
        log.append_again(seq)
        terminator.done()
        if not terminator.is_alive():
            break
    assert terminator.ended >= TIMES
    assert log.there() == log.acknowledged == [*range(1, seq + 1)]


def test_who_does_not_try_again_loses_at_most_what_is_not_acknowledged(
    postgres: Database, engine: Engine
) -> None:
    log, terminator = Log(engine), Terminator(postgres)
    terminator.start()
    lost, seq = 0, 1
    while terminator.is_alive():
        if done_once(partial(log.append, seq)):
            log.acknowledged.append(seq)
            terminator.done()
            seq += 1
        else:
            lost += 1
    assert lost > 0
    assert log.there() in (log.acknowledged, [*log.acknowledged, seq])


def done_once(work: Callable[[], object]) -> bool:
    """Whether it was done, and not lost with its connection."""
    try:
        work()
    except SQLAlchemyError as error:
        if not is_gone(error):
            raise
        return False
    return True


@pytest.mark.parametrize("words", [b"SELECT length", b"INSERT INTO events", b"UPDATE learners", COMMIT])
@pytest.mark.parametrize("where", ["before", "after"])
def test_cut_at_each_statement_it_is_done_once(postgres: Database, words: bytes, where: str) -> None:
    with cable_to(postgres.server.port) as cable:
        engine = engine_of_address(cable.address(postgres.address))
        log = Log(engine)
        for seq, times in enumerate((1, 3, 0), 1):
            cable.cut(**{where: words}, times=times)
            log.append_again(seq)
        assert cable.cuts == 4
        assert log.there() == [1, 2, 3]
        engine.dispose()


def test_where_the_answer_to_commit_is_lost_it_was_done(postgres: Database) -> None:
    with cable_to(postgres.server.port) as cable:
        engine = engine_of_address(cable.address(postgres.address))
        log = Log(engine)
        cable.cut(after=COMMIT)
        with pytest.raises(SQLAlchemyError) as found:
            log.append(1)
        assert is_gone(found.value)
        assert log.there() == [1]
        log.append(1)
        assert log.there() == [1]
        cable.cut(before=COMMIT)
        with pytest.raises(SQLAlchemyError):
            log.append(2)
        assert log.there() == [1]
        engine.dispose()


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_a_server_that_is_stopped_and_started_in_between_goes_unnoticed(
    postgres: Database, engine: Engine, mode: str
) -> None:
    log = Log(engine)
    log.append_again(1)
    postgres.server.stop(mode)
    waited: list[float] = []

    def come_back(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 3:
            postgres.server.start()

    log.append_again(2, come_back)
    assert len(waited) == 3
    assert log.there() == [1, 2]


def test_a_reader_notices_nothing_of_a_server_that_was_started_anew(
    postgres: Database, engine: Engine
) -> None:
    log = Log(engine)
    log.append_again(1)
    postgres.server.stop()
    postgres.server.start()
    assert log.there() == [1]


def test_a_program_that_stops_in_mid_answer_holds_nobody_up_for_long(
    postgres: Database, engine: Engine
) -> None:
    log = Log(engine)
    still = engine_of_address(postgres.address)
    with still.connect() as connection:
        connection.exec_driver_sql("SET idle_in_transaction_session_timeout = '50ms'")
        connection.commit()
        connection.begin()
        connection.exec_driver_sql("SELECT * FROM learners FOR UPDATE")
        log.append_again(1)
        with pytest.raises(SQLAlchemyError) as found:
            connection.exec_driver_sql("SELECT 1")
        assert is_gone(found.value)
    assert log.there() == [1]
    still.dispose()
