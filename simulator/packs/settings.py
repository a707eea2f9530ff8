"""What a person settled for this machine: a file `settings.yaml` that they write themselves.

It lies in the platform's folder for settings, or where the environment says as SIMULATOR_SETTINGS:

    format: settings/1
    packs: [~/packs/my-cases, /srv/packs/ours]

`packs` are folders of packs beside the installed ones; one that is not absolute is meant from the file's own folder.
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
    },
}


@dataclass(frozen=True, slots=True)
class Settings:
    """The folders of packs, and what is wrong with the file; with a fault in it nothing of it counts."""

    file: Path
    packs: tuple[Path, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_settings() -> Settings:
    """The settings, empty where there is no file. Raises nothing."""
    file = _file()
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
    return Settings(file, tuple(_folder(file, named) for named in data.get("packs", ())))


def _file() -> Path:
    if named := os.environ.get("SIMULATOR_SETTINGS"):
        return Path(named)
    from platformdirs import user_config_dir

    return Path(user_config_dir("image-sharing-simulator", appauthor=False)) / "settings.yaml"


def _folder(file: Path, named: str) -> Path:
    try:
        return file.parent / Path(named).expanduser()
    except RuntimeError:
        return file.parent / named
