"""What is said of statements that fail."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from simulator.store.postgres import called, engine_of_address, is_gone, postgres_fault


def failed(address: str, *statements: str) -> SQLAlchemyError:
    """What one of the statements, or connecting, raises."""
    engine = engine_of_address(address)
    try:
        with engine.begin() as connection:
            for each in statements:
                connection.execute(text(each))
    except SQLAlchemyError as error:
        return error
    finally:
        engine.dispose()
    raise AssertionError("nothing failed")


def said(address: str, *statements: str) -> tuple[str, bool]:
    """What is said of it, and whether it is worth trying again; the same of the driver's own error."""
    error = failed(address, *statements)
    fault = str(postgres_fault(address, error))
    own = getattr(error, "orig", None) or error
    assert str(postgres_fault(address, own)) == fault
    assert called(address) in fault
    return fault, is_gone(error)
