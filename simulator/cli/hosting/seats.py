"""The tokens that bring a person at this machine back to their seats, readable by them alone."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from simulator.classroom.codes import fingerprint, read_code
from simulator.line.address import read_address

MOST = 20
"""Seats that are remembered, the latest."""
VARIABLE = "SIMULATOR_SEATS"


def kept_token(address: str, code: str) -> str:
    """The token of the seat that was taken there with that code; empty where there is none.

    Raises UsageFault where `address` is none.
    """
    return _kept().get(_key(address, code), "")


def keep_token(address: str, code: str, token: str) -> None:
    """Remember a token; where that cannot be, the seat is lost when the program is closed, and no more."""
    key = _key(address, code)
    kept = {**{other: one for other, one in _kept().items() if other != key}, key: token}
    path = _path()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, made = tempfile.mkstemp(dir=path.parent)
        with open(handle, "w", encoding="utf-8") as file:  # noqa: PTH123, a handle
            json.dump(dict(list(kept.items())[-MOST:]), file)
        Path(made).replace(path)


def _key(address: str, code: str) -> str:
    return f"{read_address(address).url.lower()} {fingerprint(read_code(code))[:16]}"


def _kept() -> dict[str, str]:
    try:
        kept = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {key: token for key, token in kept.items() if isinstance(token, str)}


def _path() -> Path:
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_state_dir

    return Path(user_state_dir("image-sharing-simulator", appauthor=False)) / "seats.json"
