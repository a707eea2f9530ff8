"""`simulator verify`: whether a record is as it was written, and goes on from an export."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.cli.output import print_json, print_lines, wrapped
from simulator.cli.records import learner_of, store_there
from simulator.errors.faults import Fault, InputFault, Place, UsageFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.cli.parser import Asked
    from simulator.store.records import Records
    from simulator.store.verifying import Verified

FORMAT = "verified/1"
RIGHT = "give a file that `simulator export --to FILE` wrote"
CUT = (
    "A tail that was cut off, or a whole record that was written anew, shows only against a head that was exported "
    "before: simulator verify --against EXPORT."
)
AGAINST = "Up to the head of the export it is the record that was exported."


def run(asked: Asked) -> int:
    """Verify; 1 where a record is not as it was written. Raises UsageFault, and InputFault for the export."""
    export = None if asked.against is None else _export(Path(asked.against))
    with store_there() as store:
        found = _verified(store, asked, export)
    if asked.format == "json":
        head = None if export is None else export["head"]
        print_json({"format": FORMAT, "against": head, "learners": [_data(one) for one in found]})
    else:
        for one in found:
            print_lines(_told(one, against=export is not None))
    return 0 if all(one.broken is None for one in found) else 1


def _verified(store: Records, asked: Asked, export: Mapping[str, Any] | None) -> Sequence[Verified]:
    if export is not None:
        whose = learner_of(store, export["learner"])
        if asked.learner is not None and learner_of(store, asked.learner).learner != whose.learner:
            raise UsageFault(
                "the export is of another learner; leave --learner out, or give an export of theirs."
            )
        return [store.verify(whose.learner, [place["link"] for place in export["chain"]])]
    if asked.learner is not None:
        return [store.verify(learner_of(store, asked.learner).learner)]
    return [store.verify(one.learner) for one in store.learners()]


def _export(path: Path) -> Mapping[str, Any]:
    """The export in a file, if its own chain holds. Raises InputFault."""
    from simulator.store.exporting import FORMAT as RECORD
    from simulator.store.exporting import holds

    try:
        record = json.loads(path.read_bytes())
    except OSError as error:
        raise _fault(path, f"it cannot be read ({(error.strerror or 'no file').lower()})") from None
    except json.JSONDecodeError as error:
        raise _fault(path, f"it is no JSON ({error.msg})", error.lineno, error.colno) from None
    except (ValueError, RecursionError):
        raise _fault(path, "it is no JSON") from None
    if not isinstance(record, dict) or record.get("format") != RECORD:
        raise _fault(path, f"it is no {RECORD}")
    try:
        whole = holds(record) and isinstance(record["learner"], str)
    except (LookupError, TypeError, ValueError, AttributeError):
        raise _fault(path, f"it is no whole {RECORD}") from None
    if not whole:
        raise _fault(path, "the export itself is not as it was written")
    return record


def _fault(path: Path, what: str, line: int = 1, column: int = 1) -> InputFault:
    return InputFault([Fault(Place(str(path), line, column), what, RIGHT, code="export")])


def _data(one: Verified) -> dict[str, Any]:
    broken = one.broken
    return {
        "learner": one.learner,
        "pseudonym": one.pseudonym or None,
        "erased": one.erased,
        "places": one.places,
        "head": one.head,
        "holds": broken is None,
        "broken": None
        if broken is None
        else {"position": broken.position, "session": broken.session, "seq": broken.seq, "how": broken.how},
    }


def _told(one: Verified, *, against: bool) -> Iterator[str]:
    name = one.pseudonym or f"an erased learner ({one.learner[:8]})"
    if one.broken is not None:
        yield f"The record of {name} is not as it was written."
        yield one.broken.said
        yield "`simulator doctor` says what to do."
        return
    kept = (
        "The chain holds; of the text, which was erased, nothing is there"
        if one.erased
        else "All is as it was written"
    )
    yield f"Record of {name}: {one.places} places. {kept}."
    yield f"Head: {one.head or 'none yet'}"
    yield from wrapped(AGAINST if against else CUT)
