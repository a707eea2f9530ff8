"""The file in which a person's preferences are kept: written by the program, small, and never half there.

It lies in the platform's folder for settings, or where the environment says as SIMULATOR_PREFERENCES.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass, replace
from pathlib import Path

from simulator.preferences.preferences import Preferences, as_data, from_data

MOST_BYTES = 1 << 18
DAMAGED = ".damaged"


@dataclass(frozen=True, slots=True)
class Kept:
    """The preferences that hold; `trouble` is a sentence on what is wrong with the file, empty where nothing is."""

    preferences: Preferences
    trouble: str = ""


def preferences_path() -> Path:
    """The file of the preferences."""
    if named := os.environ.get("SIMULATOR_PREFERENCES"):
        return Path(named)
    from platformdirs import user_config_dir

    return Path(user_config_dir("image-sharing-simulator", appauthor=False)) / "preferences.json"


def read_preferences() -> Kept:
    """What is kept, or what is usual. A damaged file is put beside, so that nothing is lost. Raises nothing."""
    path = preferences_path()
    try:
        return Kept(from_data(json.loads(_bytes(path))))
    except (FileNotFoundError, NotADirectoryError):
        return Kept(Preferences())
    except OSError as fault:
        return Kept(Preferences(), _damaged(path, fault.strerror or type(fault).__name__))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        return Kept(Preferences(), _damaged(path, "it is no JSON"))
    except ValueError as fault:
        return Kept(Preferences(), _damaged(path, str(fault)))


def _bytes(path: Path) -> bytes:
    """The bytes of a regular file; one that is none is not waited for."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as file:
        read = file.read(MOST_BYTES + 1) or b""
    if len(read) > MOST_BYTES:
        raise ValueError(f"it is longer than {MOST_BYTES} bytes")
    return read


def _damaged(path: Path, why: str) -> str:
    beside = path.with_name(path.name + DAMAGED)
    said = f"Your settings in {path} cannot be read ({why}), so the usual ones are used."
    try:
        os.replace(path, beside)  # noqa: PTH105
    except OSError:
        return f"{said} The file is left as it is."
    return f"{said} The file is kept as {beside.name} beside it."


def keep_preferences(preferences: Preferences) -> str:
    """Keep `preferences`; a sentence where they could not be, else the empty text. Raises nothing."""
    path = preferences_path()
    try:
        _write(path, json.dumps(as_data(preferences), indent=2).encode() + b"\n")
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        return f"Your settings could not be saved in {path} ({why}); they hold until you quit."
    return ""


def _write(path: Path, data: bytes) -> None:
    """Writes beside and renames, so that no reader ever meets half a file."""
    import tempfile

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)  # noqa: PTH105
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise


def keep_minutes(minutes: int) -> str:
    """Keep for how long practice is to be planned, and all else as it is; as `keep_preferences` answers."""
    return keep_preferences(replace(read_preferences().preferences, minutes=minutes))
