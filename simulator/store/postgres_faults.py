"""What an error of a store on a server means to a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy.exc import StatementError

from simulator.errors.text import clean
from simulator.store.faults import StoreFault
from simulator.store.postgres_address import read_address
from simulator.store.postgres_troubles import trouble_of

if TYPE_CHECKING:
    from simulator.store.postgres_address import Address
    from simulator.store.postgres_troubles import Trouble

_HIDDEN = "***"
_LONGEST = 200
_WHENCE = re.compile(
    r"\A(connection (failed|is bad): )?(connection to server [^\n]*? failed: )?(\w+:  )?(SSL error: )?"
)


def postgres_fault(address: str, error: BaseException) -> StoreFault:
    """What an `error` of the store at `address` means to a person; no password and nothing kept is in it."""
    read, trouble = read_address(address), _trouble(error)
    told = clean(trouble.sentence.format(path=str(read), reason=_reason(read, error)))
    return StoreFault(told, passes=trouble.mended or is_gone(error))


def is_gone(error: BaseException) -> bool:
    """Whether what was done came to nothing by a connection, or a moment, that is gone: it is worth doing again.

    `error` is the driver's, SQLAlchemy's around it, or a StoreFault that came of one.
    """
    if isinstance(error, StoreFault):
        return error.__cause__ is not None and is_gone(error.__cause__)
    return bool(getattr(error, "connection_invalidated", False)) or _trouble(error).passes


def _trouble(error: BaseException) -> Trouble:
    own = _own(error)
    return trouble_of(getattr(own, "sqlstate", None), str(own))


def _own(error: BaseException) -> BaseException:
    """The driver's own error; that of SQLAlchemy would hold what was to be written."""
    return (error.orig or error) if isinstance(error, StatementError) else error


def _reason(address: Address, error: BaseException) -> str:
    """In the server's words, without the details, for those hold what is kept."""
    own = _own(error)
    said = getattr(getattr(own, "diag", None), "message_primary", None)
    first = said or _WHENCE.sub("", str(own)).strip().partition("\n")[0]
    for secret in address.secrets:
        first = first.replace(secret, _HIDDEN)
    return first[:_LONGEST].strip(" .") or type(own).__name__
