"""A child that goes through a scenario and says which step is acknowledged: `… NAME PATH [PRAGMA …]`.

Each PRAGMA is set on every connection, whatever the store has set itself.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Pool, event

from tests.faults.scenarios import SCENARIOS, Keeper

if TYPE_CHECKING:
    from collections.abc import Sequence


def weaken(pragmas: Sequence[str]) -> None:
    """Set `pragmas` on every connection of this process."""

    def set_them(connection: Any, _record: object, _proxy: object) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    if pragmas:
        event.listen(Pool, "checkout", set_them)


def main(name: str, path: str, *pragmas: str) -> None:
    scenario = SCENARIOS[name]
    weaken([*scenario.pragmas, *pragmas])
    keeper = Keeper(Path(path))
    for number, step in enumerate(scenario.steps, 1):
        step(keeper)
        os.write(1, f"ACK {number}\n".encode())
    keeper.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
