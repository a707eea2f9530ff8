"""`simulator export`: all of a learner's record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.cli.output import print_json, print_lines, tell
from simulator.cli.records import called, learner_of, store_there
from simulator.errors.faults import UsageFault
from simulator.errors.text import clean
from simulator.report.new import save_new

if TYPE_CHECKING:
    from simulator.cli.parser import Asked
    from simulator.store.learners import Learner
    from simulator.store.records import Records

LISTED = "learners/1"
EXPORTED = "exported/1"


def run(asked: Asked) -> int:
    """Export it into a file that its owner alone can read, or list the learners. Raises UsageFault."""
    if asked.list and (asked.to is not None or asked.learner is not None):
        raise UsageFault("--list goes with nothing else but --format.")
    with store_there() as store:
        if asked.list:
            _list(asked, store)
            return 0
        record = store.export(learner_of(store, asked.learner).learner)
    if asked.to is None:
        print_json(record)
    else:
        _save(asked, record, Path(asked.to))
    return 0


def _save(asked: Asked, record: dict[str, Any], to: Path) -> None:
    path = save_new(json.dumps(record, check_circular=False).encode("ascii") + b"\n", to)
    if asked.format == "json":
        told = {name: record[name] for name in ("learner", "pseudonym", "head")}
        print_json({"format": EXPORTED, "file": str(path), **told, "places": record["length"]})
        return
    head = f"its head {record['head']}, " if record["head"] else ""
    tell(f"{path} holds the record, {head}and the salt: keep it as you would the record itself.")


def _list(asked: Asked, store: Records) -> None:
    names = store.named()
    every = [(one, names.get(one.learner)) for one in store.learners()]
    if asked.format == "json":
        print_json({"format": LISTED, "learners": [_as_data(*each) for each in every]})
    else:
        print_lines(_told(*each) for each in every)


def _as_data(one: Learner, name: str | None) -> dict[str, Any]:
    """Whoever was erased has no pseudonym."""
    return {
        "learner": one.learner,
        "pseudonym": one.pseudonym or None,
        "name": name,
        "places": one.events,
        "made": one.made,
        "erased": one.erased,
    }


def _told(one: Learner, name: str | None) -> str:
    named = f"  {clean(name)}" if name else ""
    erased = f"erased {one.erased}" if one.erased else f"since {one.made}"
    return f"{called(one)}  {one.learner}  {one.events} places  {erased}{named}"
