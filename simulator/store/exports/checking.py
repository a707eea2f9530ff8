"""Whether an export is as it was written: it is put into tables in memory, and gone through as a store is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, insert
from sqlalchemy.pool import StaticPool

from simulator.store.broken import Broken, earlier, of_row
from simulator.store.journal import ENTRY
from simulator.store.linking import Linked
from simulator.store.log import text_of
from simulator.store.schema import CHAIN, EVENTS, JOURNAL, LEARNERS, METADATA, SESSIONS, WORDS
from simulator.store.verifying import verified
from simulator.store.words import part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Table

    from simulator.errors.faults import Place
    from simulator.store.exports.reading import Export
    from simulator.store.learners import Learner
    from simulator.store.verifying import Verified

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, and where in the file what is not as it was written stands."""

    verified: Verified
    place: Place | None


def check_export(export: Export, earlier_one: Export | None = None) -> Checked:
    """Go through an export, and hold it against an earlier one of the same learner.

    Raises InputFault where it is nested too deeply to be gone through.
    """
    links = () if earlier_one is None else links_of(earlier_one)
    try:
        found = verified_record(export.record, links)
    except RecursionError:
        raise export.too_deep() from None
    return Checked(found, None if found.broken is None else export.place(_path(export.record, found.broken)))


def links_of(export: Export) -> Sequence[str]:
    """The links of an export, from the first on."""
    return [place["link"] for place in export.record["chain"]]


def verified_record(record: Record, exported: Sequence[str] = ()) -> Verified:
    """Go through a record that has the shape of one. Raises RecursionError where it is nested too deeply."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            METADATA.create_all(connection)
            _fill(connection, record)
            found = verified(connection, record["learner"], exported, rows=False)
    finally:
        engine.dispose()
    broken = earlier(_out_of_order(record), found.broken)
    return type(found)(
        record["learner"], record["pseudonym"] or "", found.places, found.head, found.erased, broken
    )


def unlike(learner: Learner, export: Export) -> Broken | None:
    """What of a learner's own row is other than in an export: nothing commits to it."""
    record = export.record
    erased = learner.erased is not None
    for column in ("pseudonym", "made"):
        there, exported = getattr(learner, column), record[column] or ""
        if there != exported and not (erased and column == "pseudonym"):
            said = (
                f"The {column} of the record is {there or 'empty'}, and in the export {exported or 'empty'}."
            )
            return of_row("learners", column, said)
    return None


def _fill(connection: Connection, record: Record) -> None:
    own = {
        name: record[name] for name in ("learner", "pseudonym", "salt", "made", "erased", "length", "head")
    }
    own["pseudonym"] = "named" if record["pseudonym"] else None  # half a character could not be put there
    own["made"], own["erased"] = (_plain(record[name]) for name in ("made", "erased"))
    _put(connection, LEARNERS, [own])
    chain = {one["position"]: {"learner": record["learner"], **one} for one in record["chain"]}
    _put(connection, CHAIN, [*chain.values()])
    _put(
        connection,
        SESSIONS,
        [{"session": session, "learner": record["learner"]} for session in _sessions(record)],
    )
    events = {(session, event["seq"]): part(event) for session, event in _events(record)}
    _put(
        connection,
        EVENTS,
        [{"session": session, "seq": seq, "event": one.event} for (session, seq), one in events.items()],
    )
    _put(
        connection,
        WORDS,
        [
            {"session": session, "seq": seq, "text": one.words}
            for (session, seq), one in events.items()
            if one.worded
        ],
    )
    entries = {one["number"]: text_of(one) for one in record["journal"]}
    _put(
        connection,
        JOURNAL,
        [{"learner": record["learner"], "number": number, "entry": text} for number, text in entries.items()],
    )


def _plain(text: str | None) -> str | None:
    return None if text is None else text.encode("ascii", "replace").decode()


def _put(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _sessions(record: Record) -> Sequence[str]:
    return [*dict.fromkeys(one["session"] for one in record["sessions"])]


def _events(record: Record) -> Iterator[tuple[str, Record]]:
    for one in record["sessions"]:
        for event in one["events"]:
            yield one["session"], event


def _out_of_order(record: Record) -> Broken | None:
    """The first that does not stand where an export has it, or stands there twice."""
    places = {(one["session"], one["seq"]): one["position"] for one in reversed(record["chain"])}
    found = [_chain_out_of_order(record)]
    seen: set[str] = set()
    for one in record["sessions"]:
        numbers = [event["seq"] for event in one["events"]]
        twice = one["session"] in seen
        seen.add(one["session"])
        found.append(_log_out_of_order(one["session"], numbers, places, twice=twice))
    found.append(_log_out_of_order(ENTRY, [one["number"] for one in record["journal"]], places))
    first: Broken | None = None
    for each in found:
        first = earlier(first, each)
    return first


def _chain_out_of_order(record: Record) -> Broken | None:
    positions = [one["position"] for one in record["chain"]]
    for place, position in enumerate(positions, 1):
        if position != place:
            one = Linked(**record["chain"][place - 1])
            how = "added" if position < place else "moved" if place in positions else "removed"
            return Broken(place, one.session, one.seq, how)  # type: ignore[arg-type]
    return None


def _log_out_of_order(
    session: str, numbers: Sequence[int], places: Mapping[tuple[str, int], int], *, twice: bool = False
) -> Broken | None:
    last = 0
    for number in numbers:
        if twice or number <= last:
            how = "added" if twice or numbers.count(number) > 1 else "moved"
            return Broken(places.get((session, number), len(places) + 1), session, number, how)  # type: ignore[arg-type]
        last = number
    return None


def _path(record: Record, broken: Broken) -> tuple[str | int, ...]:
    """Where in an export it stands: the event or entry itself, else its place in the chain, else the end."""
    if broken.row is not None:
        return (broken.row.column,) if broken.row.table == "learners" else ("sessions",)
    if not broken.session and not broken.seq:
        return ("head",)
    if broken.session == ENTRY:
        numbers = [one["number"] for one in record["journal"]]
        if broken.seq in numbers:
            return ("journal", _last_of(numbers, broken.seq))
    for at, one in reversed([*enumerate(record["sessions"])]):
        numbers = [event["seq"] for event in one["events"]]
        if one["session"] == broken.session and broken.seq in numbers:
            return ("sessions", at, "events", _last_of(numbers, broken.seq))
    return ("chain", min(broken.position - 1, max(len(record["chain"]) - 1, 0)))


def _last_of(numbers: Sequence[int], number: int) -> int:
    """Where a number stands last: there, where it stands twice, is what was added."""
    return len(numbers) - 1 - [*reversed(numbers)].index(number)
