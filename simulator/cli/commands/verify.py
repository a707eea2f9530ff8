"""`simulator verify`: whether a record is as it was written, in the store or in an export, and goes on from another."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from simulator.cli.output import print_json, print_lines, wrapped
from simulator.cli.records import learner_of, store_there
from simulator.errors.faults import UsageFault
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.cli.parser import Asked
    from simulator.errors.faults import Place
    from simulator.store.broken import Broken
    from simulator.store.exports.reading import Export
    from simulator.store.records import Records
    from simulator.store.verifying import Verified

FORMAT = "verified/1"
STDIN = "-"
CUT = (
    "A tail that was cut off, or a whole record that was written anew, shows only against a head that was exported "
    "before: simulator verify {file}--against EXPORT."
)
APART = "The pseudonym, the name and the day on which the record was made are no part of the chain, and may be any."
AGAINST = "Up to the head of the export it is the record that was exported."
ONE_STREAM = "standard input holds one export; name a file for the other."
OF_STORE = "--learner is for the records of the store; an export is of one learner alone."
ANOTHERS = "the export is of another learner; leave --learner out, or give an export of theirs."
UNLIKE = "the two exports are of different learners, so neither goes on from the other."


@dataclass(frozen=True, slots=True)
class _Found:
    """What verifying found; `place` is where in a file it stands, `strays` what belongs to nobody."""

    learners: Sequence[Verified]
    strays: Sequence[str] = field(default_factory=tuple)
    place: Place | None = None

    @property
    def holds(self) -> bool:
        return not self.strays and all(one.broken is None for one in self.learners)


def run(asked: Asked) -> int:
    """Verify; 1 where a record is not as it was written. Raises UsageFault, and InputFault for an export."""
    if asked.file is not None and asked.learner is not None:
        raise UsageFault(OF_STORE)
    if asked.file == asked.against == STDIN:
        raise UsageFault(ONE_STREAM)
    against = None if asked.against is None else _whole_export(asked.against)
    export = None if asked.file is None else _export(asked.file)
    found = _in_store(asked, against) if export is None else _in_file(export, against)
    if asked.format == "json":
        print_json(_data(found, export, against))
    else:
        print_lines(_told(found, export, against))
    return 0 if found.holds else 1


def _export(named: str) -> Export:
    from simulator.store.exports.reading import export_on, read_export

    return export_on(sys.stdin.buffer) if named == STDIN else read_export(named)


def _whole_export(named: str) -> Export:
    """An export to hold something against; raises InputFault where it is not itself as it was written."""
    from simulator.store.exports.checking import check_export
    from simulator.store.exports.reading import fault_at

    export = _export(named)
    checked = check_export(export)
    if checked.verified.broken is not None:
        said = f"the export itself is not as it was written: {checked.verified.broken.said.rstrip('.')}"
        raise fault_at(checked.place, said)
    return export


def _in_file(export: Export, against: Export | None) -> _Found:
    from simulator.store.exports.checking import check_export

    if against is not None and against.record["learner"] != export.record["learner"]:
        raise UsageFault(UNLIKE)
    checked = check_export(export, against)
    return _Found([checked.verified], place=checked.place)


def _in_store(asked: Asked, against: Export | None) -> _Found:
    with store_there() as store:
        if against is not None:
            return _Found([_against(store, asked, against)])
        if asked.learner is not None:
            return _Found([store.verify(learner_of(store, asked.learner).learner)])
        return _Found([store.verify(one.learner) for one in store.learners()], store.strays())


def _against(store: Records, asked: Asked, export: Export) -> Verified:
    from simulator.store.exports.checking import links_of, unlike

    whose = learner_of(store, export.record["learner"])
    if asked.learner is not None and learner_of(store, asked.learner).learner != whose.learner:
        raise UsageFault(ANOTHERS)
    found = store.verify(whose.learner, links_of(export))
    return replace(found, broken=found.broken or unlike(whose, export))


def _data(found: _Found, export: Export | None, against: Export | None) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "file": None if export is None else export.name,
        "against": None if against is None else against.record["head"],
        "learners": [_learner(one, found.place) for one in found.learners],
        "strays": [*found.strays],
    }


def _learner(one: Verified, place: Place | None) -> dict[str, Any]:
    return {
        "learner": one.learner,
        "pseudonym": one.pseudonym or None,
        "erased": one.erased,
        "places": one.places,
        "head": one.head,
        "holds": one.broken is None,
        "broken": None if one.broken is None else _broken(one.broken, place),
    }


def _broken(broken: Broken, place: Place | None) -> dict[str, Any]:
    row = broken.row
    return {
        "position": broken.position,
        "session": broken.session,
        "seq": broken.seq,
        "how": broken.how,
        "row": None if row is None else {"table": row.table, "column": row.column or None},
        "at": None if place is None else {"line": place.line, "column": place.column},
        "said": broken.said,
    }


def _told(found: _Found, export: Export | None, against: Export | None) -> Iterator[str]:
    for one in found.learners:
        yield from _told_of(one, found.place, export, against)
    yield from found.strays
    if found.strays:
        yield "`simulator doctor` says what to do."


def _told_of(
    one: Verified, place: Place | None, export: Export | None, against: Export | None
) -> Iterator[str]:
    name = clean(one.pseudonym) or f"an erased learner ({one.learner[:8]})"
    if one.broken is not None:
        yield f"The record of {name} is not as it was written."
        yield one.broken.said if place is None else f"{place}: {one.broken.said}"
        if export is None:
            yield "`simulator doctor` says what to do."
        return
    kept = (
        "The chain holds; of the text, which was erased, nothing is there"
        if one.erased
        else "All is as it was written"
    )
    yield f"Record of {name}: {one.places} places. {kept}."
    yield f"Head: {one.head or 'none yet'}"
    yield from wrapped(AGAINST if against else CUT.format(file="FILE " if export is not None else ""))
    if export is not None:
        yield from wrapped(APART)
