"""What a person settled for this machine: a file `settings.yaml` that they write themselves.

It lies in the platform's folder for settings, or where the environment says as SIMULATOR_SETTINGS:

    format: settings/1
    packs: [~/packs/my-cases, /srv/packs/ours]
    care:
      support: Whom you can talk to.
      disclosure: What to do if something real is told to you.
    record:
      keep_days: 365

`packs` are folders of packs beside the installed ones; one that is not absolute is meant from the file's own folder.
`care` holds what a force says to its learners, in place of what the guidance pack says. `record` says after how many
days a session of which nothing more happened is wiped from the record.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import InputFault
from simulator.model.schema_check import check
from simulator.packs.reading import read_document

if TYPE_CHECKING:
    from simulator.errors.faults import Fault

LONGEST_TEXT = 4000
_TEXT = {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT}

SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["format"],
    "properties": {
        "format": {"const": "settings/1"},
        "packs": {
            "type": "array",
            "maxItems": 1000,
            "items": {"type": "string", "minLength": 1, "maxLength": 4000},
        },
        "care": {
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "properties": {"support": _TEXT, "disclosure": _TEXT},
        },
        "record": {
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "properties": {"keep_days": {"type": "integer", "minimum": 1, "maximum": 36500}},
        },
    },
}


@dataclass(frozen=True, slots=True)
class Settings:
    """The folders of packs, and what is wrong with the file; with a fault in it nothing of it counts.

    `support` says where support can be found, `disclosure` what to do where a real disclosure surfaces; each empty
    where the file does not say it. `keep_days` is after how many days a session is wiped, None where it stays.
    """

    file: Path
    packs: tuple[Path, ...] = ()
    support: str = ""
    disclosure: str = ""
    faults: tuple[Fault, ...] = ()
    keep_days: int | None = None


def read_settings() -> Settings:
    """The settings, empty where there is no file. Raises nothing."""
    file = settings_path()
    if not os.path.lexists(file):
        return Settings(file)
    try:
        document = read_document(file)
    except InputFault as wrong:
        return Settings(file, faults=wrong.faults)
    faults = check(document, SCHEMA)
    if faults:
        return Settings(file, faults=faults)
    data: Any = document.data
    packs = tuple(_folder(file, named) for named in data.get("packs", ()))
    return Settings(file, packs, **data.get("care", {}), **data.get("record", {}))


def settings_path() -> Path:
    """The file of the settings."""
    if named := os.environ.get("SIMULATOR_SETTINGS"):
        return Path(named)
    from platformdirs import user_config_dir

    return Path(user_config_dir("image-sharing-simulator", appauthor=False)) / "settings.yaml"


def _folder(file: Path, named: str) -> Path:
    try:
        return file.parent / Path(named).expanduser()
    except RuntimeError:
        return file.parent / named
