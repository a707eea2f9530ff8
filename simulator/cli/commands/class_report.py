"""`simulator class report`: the report of a class, made from its record; the same each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.workshop import Workshop
from simulator.errors.faults import UsageFault
from simulator.errors.text import clean

if TYPE_CHECKING:
    from simulator.cli.parser import Asked
    from simulator.store.classes import ClassLogs


def run(asked: Asked) -> int:
    """Make it, and say where it lies."""
    from simulator.cli.hosting.reports import save_report

    workshop = Workshop(strangers=asked.plugins)
    classes = workshop.store.classes
    events = classes.log(_named(classes, asked.class_))
    begun = [event["data"]["guidance"] for event in events if event["kind"] == "case_begun"]
    guide = workshop.guide(workshop.engine(begun[0] if begun else None))
    for path in save_report(asked.folder)(guide, events):
        print(path)
    return 0


def _named(classes: ClassLogs, name: str) -> str:
    kept = [one.class_ for one in classes.all()]
    if name == "latest" and kept:
        return kept[0]
    if name not in kept:
        raise UsageFault(f"There is no class {clean(name)}; `simulator class list` names them.")
    return name
