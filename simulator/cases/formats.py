"""The JSON Schemas of the formats of this room."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema of `case`, `scenario-pack` or `written-case`."""
    text = files("simulator.cases").joinpath("schemas", f"{name}.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
