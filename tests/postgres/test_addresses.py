"""An address is read strictly, and nothing that is secret in it is ever shown."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import SQLAlchemyError

from simulator.store.faults import StoreFault
from simulator.store.postgres import called, engine_of_address, postgres_fault
from simulator.store.postgres_address import read_address

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from tests.postgres.server import Database

SECRET = "s3cr3t"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("postgresql://officer:s3cr3t@db.example:5433/records", "postgresql://officer@db.example:5433/records"),
        ("postgres://officer@db.example/records", "postgresql://officer@db.example/records"),
        ("postgresql://db.example/records?password=s3cr3t", "postgresql://db.example/records"),
        ("postgresql://db.example/records?sslpassword=s3cr3t", "postgresql://db.example/records"),
        ("postgresql://a%40b:s3%3Acr3t@[::1]:5432/records", "postgresql://a@b@::1:5432/records"),
        ("postgresql://u:s3cr3t@/records?host=one.example&host=two.example",
         "postgresql://u@one.example,two.example/records"),
        ("postgresql://u\x1b[31m:s3cr3t@h/records", "postgresql://u\ufffd[31m@h/records"),
        ("postgresql:///records", "postgresql:///records"),
    ],
)  # fmt: skip
def test_a_store_is_called_by_user_server_and_database(address: str, expected: str) -> None:
    assert called(address) == expected


@pytest.mark.parametrize(
    "address",
    [
        "s3cr3t",
        "mysql://u:s3cr3t@h/d",
        "postgresql+asyncpg://u:s3cr3t@h/d",
        "postgresql://u:s3cr3t/d",
        "postgresql://u:x@s3cr3t@h/d",
        "postgresql://u:x@h/s3cr3t@h/d",
        "postgresql://u:x@h:s3cr3t/d",
        "postgresql://u@h/d?port=s3cr3t",
        "postgresql://u:s3cr3t%00@h/d",
        "postgresql://u:s3cr3t\0@h/d",
    ],
)
def test_what_is_no_address_is_told_of_without_it(address: str) -> None:
    with pytest.raises(StoreFault, match="write postgresql://USER:PASSWORD@SERVER/DATABASE") as told:
        engine_of_address(address)
    assert SECRET not in str(told.value)
    assert told.value.__cause__ is None


def test_an_option_that_is_named_twice_is_told_of() -> None:
    with pytest.raises(StoreFault, match="names an option twice"):
        engine_of_address("postgresql://u@h/d?sslmode=require&sslmode=disable")


def everything_told(engine: Engine, address: str) -> str:
    """What is shown of an engine, and of the error and the fault where it finds nobody."""
    with pytest.raises(SQLAlchemyError) as failed:
        engine.connect()
    fault = postgres_fault(address, getattr(failed.value, "orig", None) or failed.value)
    read = read_address(address)
    shown = (engine, engine.url, engine.pool, read, failed.value, fault)
    return "\n".join(f"{each!r} {each}" for each in shown)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30))
def test_no_password_is_ever_shown(rest: str) -> None:
    quoted = quote(SECRET + rest, safe="")
    for address in (
        f"postgresql://u:{quoted}@127.0.0.1:1/d",
        f"postgresql://127.0.0.1:1/d?password={quoted}",
    ):
        assert SECRET not in everything_told(engine_of_address(address), address)


@pytest.mark.parametrize("where", ["host", "sslmode", "options", "nonsense"])
def test_a_password_that_libpq_would_quote_is_hidden(where: str) -> None:
    address = f"postgresql://u:{SECRET}@127.0.0.1:1/d?{where}={SECRET}"
    engine = engine_of_address(address)
    with pytest.raises(SQLAlchemyError) as failed:
        engine.connect()
    fault = postgres_fault(address, failed.value)
    assert f"{where}=" not in str(fault)
    assert SECRET not in str(fault) or where == "host"


def test_the_password_of_a_real_server_is_neither_in_what_it_says_nor_in_what_we_show(
    postgres: Database,
) -> None:
    wrong = "wr0ng-w0rd"
    for password in (wrong, postgres.server.password):
        address = postgres.server.address("nowhere", password=password)
        told = everything_told(engine_of_address(address), address)
        assert password not in told
        assert quote(password, safe="") not in told
