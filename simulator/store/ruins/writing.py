"""Writes what is brought back into a new store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, update

from simulator.errors.text import clean
from simulator.store.chain import ChainEnd
from simulator.store.database import engine_of, fill
from simulator.store.journal import ENTRY, SALVAGED
from simulator.store.journal import FORMAT as ENTRY_FORMAT
from simulator.store.log import text_of
from simulator.store.moments import now
from simulator.store.ruins.planning import events_by_session, read
from simulator.store.schema import (
    CHAIN,
    CLASS_EVENTS,
    CLASSES,
    EVENTS,
    JOURNAL,
    LEARNERS,
    NAMES,
    SESSIONS,
    WORDS,
    ClassStanding,
    Standing,
)
from simulator.store.told import STANDS_AFTER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sqlalchemy import Connection, Table

    from simulator.store.ruins.classes import ClassPlan
    from simulator.store.ruins.planning import Plan
    from simulator.store.ruins.proving import Proven

"""The kind of the journal's entry that says that a record was brought back, and what of it was not."""


def write_store(
    path: Path,
    plans: Sequence[Plan],
    classes: Sequence[ClassPlan],
    learners: Mapping[str, Mapping[str, Any]],
    kept_words: Mapping[str, bool],
) -> None:
    """Fill the empty file at `path`; `learners` are the rows of `LEARNERS`, without the end of their chains."""
    fill(path)
    engine = engine_of(path)
    try:
        with engine.begin() as connection:
            connection.execute(delete(LEARNERS))  # the one that every new store begins with
            for plan in plans:
                _write_learner(connection, plan, learners[plan.learner], kept_words)
            for class_ in classes:
                _write_class(connection, class_)
    finally:
        engine.dispose()


def _write_learner(
    connection: Connection, plan: Plan, row: Mapping[str, Any], kept_words: Mapping[str, bool]
) -> None:
    own = {name: value for name, value in row.items() if name != "name"}
    end = {"length": len(plan.beginning), "head": plan.head, "salt": plan.salt}
    connection.execute(insert(LEARNERS).values({**own, **end}))
    if row.get("name") and row["erased"] is None:
        connection.execute(insert(NAMES).values(learner=plan.learner, name=row["name"]))
    _put(connection, CHAIN, [{"learner": plan.learner, **one._asdict()} for one in plan.beginning])
    everything = [*plan.kept, *plan.further]
    _write_sessions(connection, plan, kept_words)
    events = [one for one in everything if one.session != ENTRY]
    _put(connection, EVENTS, [{"session": one.session, "seq": one.seq, "event": one.text} for one in events])
    worded = [{"session": one.session, "seq": one.seq, "text": one.words} for one in events if one.worded]
    _put(connection, WORDS, worded)
    entries = [one for one in everything if one.session == ENTRY]
    _put(
        connection,
        JOURNAL,
        [{"learner": plan.learner, "number": one.seq, "entry": one.text} for one in entries],
    )
    _go_on(connection, plan, {one.seq for one in entries})


def _write_sessions(connection: Connection, plan: Plan, kept_words: Mapping[str, bool]) -> None:
    ended = {one.session: one.position for one in plan.kept if read(one.text).get("kind") == "finished"}
    for session, events in events_by_session(plan).items():
        noted = {**_noted(events), "learner": plan.learner, "ended": ended.get(session)}
        if noted["standing"] == Standing.FINISHED:  # words that nobody kept would be wiped by now
            noted["words_kept"] = int(
                kept_words.get(session, any(one.words is not None and not one.source for one in events))
            )
        else:
            noted["words_kept"] = int(kept_words.get(session, False))
        connection.execute(insert(SESSIONS).values(session=session, **noted))


def _noted(events: Sequence[Proven]) -> dict[str, Any]:
    """What the events of a session tell of it."""
    standing, case = Standing.UNFINISHED, ""
    for one in events:
        event = read(one.text)
        standing = STANDS_AFTER.get(str(event.get("kind")), standing)
        data = event.get("data")
        begun = data.get("case") if one.seq == 1 and isinstance(data, dict) else None
        case = str(begun.get("id", "")) if isinstance(begun, dict) else case
    first, last = read(events[0].text).get("at"), read(events[-1].text).get("at")
    return {"begun": first, "last": last, "standing": standing, "case_id": case}


def _go_on(connection: Connection, plan: Plan, entries: set[int]) -> None:
    """Chain what comes after the beginning anew, and an entry on what was lost."""
    if plan.salt is None or plan.whole:
        return
    chain = ChainEnd.of(connection, plan.learner)
    for one in plan.further:
        words = one.words if one.worded else None
        position = chain.add(one.session, one.seq, one.text, words)
        if one.session != ENTRY and read(one.text).get("kind") == "finished":
            ours = SESSIONS.c.session == one.session
            connection.execute(update(SESSIONS).where(ours).values(ended=position))
    number = max(entries, default=0) + 1
    data = {"after": len(plan.beginning), "lost": sorted(plan.lost), "lost_places": plan.lost_places}
    entry = text_of({"format": ENTRY_FORMAT, "number": number, "kind": SALVAGED, "at": now(), "data": data})
    connection.execute(insert(JOURNAL).values(learner=plan.learner, number=number, entry=entry))
    chain.add(ENTRY, number, entry)
    chain.save()


def _write_class(connection: Connection, plan: ClassPlan) -> None:
    if not plan.events:
        return
    read_ = [read(text) for _, text in sorted(plan.events.items())]
    begun = next((each for each in read_ if each.get("kind") == "class_begun"), {})
    data = begun.get("data")
    title = clean(str(data.get("title", ""))) if isinstance(data, dict) else ""
    over = any(each.get("kind") == "class_over" for each in read_)
    standing = ClassStanding.OVER if over else ClassStanding.OPEN
    noted = {"begun": read_[0].get("at"), "last": read_[-1].get("at"), "title": title, "standing": standing}
    connection.execute(insert(CLASSES).values(class_id=plan.class_, **noted))
    rows = [{"class_id": plan.class_, "seq": seq, "event": text} for seq, text in sorted(plan.events.items())]
    _put(connection, CLASS_EVENTS, rows)


def _put(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
