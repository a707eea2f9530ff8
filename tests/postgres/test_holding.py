"""What one program holds in a store on a server, no other does, and it ends with that program."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import SQLAlchemyError

from simulator.store.postgres import engine_of_address, holding_in_database

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from tests.postgres.server import Database

ROOT = Path(__file__).parents[2]
HOLDING = """
import sys
from simulator.store.postgres import engine_of_address, holding_in_database
with holding_in_database(engine_of_address(sys.stdin.readline().strip()), "a class") as ours:
    print(ours, flush=True)
    sys.stdin.read()
"""


def held(engine: Engine, name: str = "a class") -> bool:
    """Whether another program holds it."""
    with holding_in_database(engine, name) as ours:
        return not ours


def test_it_is_held_for_the_block_and_by_one(postgres: Database, engine: Engine) -> None:
    other = engine_of_address(postgres.address)
    with holding_in_database(engine, "a class") as ours:
        assert ours
        assert held(other)
        assert held(other)
        assert held(engine)
        assert not held(other, "another class")
    assert not held(other)
    other.dispose()


def test_it_ends_with_a_block_that_fails(engine: Engine) -> None:
    with pytest.raises(ValueError, match="x"), holding_in_database(engine, "a class"):
        raise ValueError("x")
    assert not held(engine)


def test_it_ends_where_letting_go_of_it_fails(postgres: Database, engine: Engine) -> None:
    def fail(*said: object) -> None:
        if "unlock" in str(said[2]):
            raise SQLAlchemyError

    event.listen(engine, "before_cursor_execute", fail)
    other = engine_of_address(postgres.address)
    with holding_in_database(engine, "a class"):
        assert held(other)
    assert any(not held(other) for _ in range(2000))  # a server notices a moment later
    other.dispose()


def test_it_is_of_one_database(postgres: Database, engine: Engine) -> None:
    other = engine_of_address(postgres.server.address(postgres.server.make_database()))
    with holding_in_database(engine, "a class"):
        assert not held(other)
    other.dispose()


def test_who_holds_it_can_work_beside_it(engine: Engine) -> None:
    with holding_in_database(engine, "a class"):
        for _ in range(3):
            with engine.begin() as connection:
                assert connection.scalar(text("SELECT 1")) == 1
        assert held(engine)


def test_a_server_that_goes_while_it_is_held_is_no_fault_at_the_end(
    postgres: Database, engine: Engine
) -> None:
    with holding_in_database(engine, "a class") as ours:
        assert ours
        assert postgres.terminate() == 1
    assert not held(engine)


def test_where_nobody_answers_it_says_so(postgres: Database, engine: Engine) -> None:
    postgres.server.stop()
    with pytest.raises(SQLAlchemyError), holding_in_database(engine, "a class"):
        pass


def test_it_ends_with_a_program_that_is_killed(postgres: Database, engine: Engine) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDING], cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    holder.stdin.write(f"{postgres.address}\n")
    holder.stdin.flush()
    assert holder.stdout.readline() == "True\n"
    assert held(engine)
    holder.send_signal(signal.SIGKILL)
    holder.communicate()
    assert any(not held(engine) for _ in range(2000))  # a server notices a moment later
