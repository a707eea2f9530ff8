"""Whether a store on a server can be reached, and what is wrong with it; nothing is made or changed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from simulator.store import postgres
from simulator.store.faults import StoreFault
from simulator.store.schema import VERSION
from simulator.store.sound_rows import chains_of
from simulator.store.soundness import Fault, Looked

if TYPE_CHECKING:
    from sqlalchemy import Connection

_REACH = "See that the server runs, that this machine reaches it, and that SIMULATOR_STORE names it rightly."
_NEWER = "Use the version of the program that made it, or a newer one."
_RESTORE = "Have whoever looks after the server put back a backup of before; `simulator verify` says more."


def look_at_server(address: str) -> Looked:
    """Look at the store at `address`; the password is in nothing that is said. Raises nothing of the server's."""
    try:
        engine = postgres.engine_of_address(address)
    except StoreFault as error:
        return Looked(False, faults=[Fault("address", str(error), _REACH)])
    try:
        with engine.connect() as connection:
            return _looked(connection)
    except (SQLAlchemyError, OSError) as error:
        said = str(postgres.postgres_fault(address, error))
        return Looked(False, faults=[Fault("unreachable", said, _REACH)])
    finally:
        engine.dispose()


def _looked(connection: Connection) -> Looked:
    version = postgres.version_of(connection)
    if version > VERSION:
        said = f"The store is of version {version} and this program knows version {VERSION}."
        return Looked(True, version=version, faults=[Fault("newer", said, _NEWER)])
    if version != VERSION:  # none yet, or an earlier one, which is brought on when the program is started
        return Looked(version > 0, version=version or None)
    chains = chains_of(connection)
    faults = [Fault("chain", f"{each.broken}.", _RESTORE) for each in chains if each.broken]
    return Looked(True, version=version, faults=faults, chains=chains)
