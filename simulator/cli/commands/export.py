"""`simulator export`: all of a learner's record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.output import print_json, print_lines, tell
from simulator.cli.records import called, learner_of, store_there
from simulator.errors.faults import UsageFault
from simulator.report.new import save_new

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.cli.parser import Asked
    from simulator.store.records import Records


def run(asked: Asked) -> int:
    """Export it into a file that its owner alone can read, or list the learners. Raises UsageFault."""
    if asked.list and (asked.to is not None or asked.learner is not None):
        raise UsageFault("--list goes with nothing else.")
    with store_there() as store:
        if asked.list:
            print_lines(_learners(store))
            return 0
        record = store.export(learner_of(store, asked.learner).learner)
    if asked.to is None:
        print_json(record)
        return 0
    path = save_new(json.dumps(record, check_circular=False).encode("ascii") + b"\n", Path(asked.to))
    head = f"its head {record['head']}, " if record["head"] else ""
    tell(f"{path} holds the record, {head}and the salt: keep it as you would the record itself.")
    return 0


def _learners(store: Records) -> Iterator[str]:
    names = store.named()
    for one in store.learners():
        name = f"  {names[one.learner]}" if one.learner in names else ""
        erased = f"erased {one.erased}" if one.erased else f"since {one.made}"
        yield f"{called(one)}  {one.learner}  {one.events} places  {erased}{name}"
