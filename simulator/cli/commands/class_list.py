"""`simulator class list`: the classes that were held on this machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from simulator.cli.workshop import Workshop

if TYPE_CHECKING:
    from simulator.cli.parser import Asked

FORMAT = "classes/1"
NONE = "No class was held on this machine; `simulator host` begins one."


def run(asked: Asked) -> int:
    """List them, the latest first."""
    kept = Workshop(strangers=asked.plugins).store.classes.all()
    if asked.format == "json":
        listed = [
            {"class": one.class_, "title": one.title, "begun": one.begun, "last": one.last, "over": one.over}
            for one in kept
        ]
        print(json.dumps({"format": FORMAT, "classes": listed}))
        return 0
    for one in kept:
        print(f"{one.class_}  {one.title}  {'over' if one.over else 'goes on'}")
    if not kept:
        print(NONE)
    return 0
