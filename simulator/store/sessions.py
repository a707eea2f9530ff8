"""The logs of sessions: what is appended to one learner's record, and read from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select, update

from simulator.store.chain import END, ChainEnd
from simulator.store.log import event_of, follow
from simulator.store.of_learner import OfLearner
from simulator.store.schema import CHAIN, EVENTS, SESSIONS, WORDS, Standing
from simulator.store.told import STANDS_AFTER
from simulator.store.words import Parted, join, part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Select

    from simulator.store.faults import StoreFault
    from simulator.store.log import Event

_STANDING = END.add_columns(
    select(func.max(EVENTS.c.seq))
    .where(EVENTS.c.session == bindparam("its"))
    .scalar_subquery()
    .label("its_length"),
    select(SESSIONS.c.learner).where(SESSIONS.c.session == bindparam("its")).scalar_subquery().label("owner"),
)
"""With the end of the chain, how many events a session has, and whose it is."""
_LAST = update(SESSIONS).where(SESSIONS.c.session == bindparam("its")).values(last=bindparam("at"))
_WRITTEN = insert(EVENTS)
AT_ONCE = 100
"""Sessions that are read at a time."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session without an end: its id, and when its first and its last event happened."""

    session: str
    begun: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Ended:
    """A finished session: the position of its end in the chain, its first event and its last; None where damaged."""

    session: str
    position: int
    begun: Mapping[str, Any] | None
    finished: Mapping[str, Any] | None


class Sessions(OfLearner):
    """The sessions of one learner."""

    def append(self, session: str, events: Sequence[Event]) -> None:
        """Add `events` to `session`, all or none, in one transaction; they are on the disk on return.

        Events that are there already are passed over, so that calling again after a fault does no harm.
        """
        if events:
            parted = {one["seq"]: part(one) for one in events}
            self.access.write(partial(self._append, session, events, parted))

    def load(self, session: str) -> list[dict[str, Any]]:
        """The events of `session` in order; raises StoreFault where it is not there or is damaged.

        Where a person's words were wiped, their field is empty and the data have `"wiped": true`.
        """
        with self.access.reading() as connection:
            kept = [Parted(*row) for _, *row in connection.execute(kept_of(session))]
        if not kept:
            raise self._no_session(session)
        try:
            return [join(one) for one in kept]
        except ValueError:
            raise self.access.fault(
                "A saved event of the session {session} in {path} is damaged; `simulator doctor` says more.",
                session=session,
            ) from None

    def unfinished(self) -> list[Unfinished]:
        """The sessions without an end, the one that was last gone on with first."""
        wanted = (
            select(SESSIONS.c.session, SESSIONS.c.begun, SESSIONS.c.last)
            .where(SESSIONS.c.standing == Standing.UNFINISHED, self.own)
            .order_by(SESSIONS.c.last.desc().nulls_last(), SESSIONS.c.session)
        )
        with self.access.reading() as connection:
            return [Unfinished(*row) for row in connection.execute(wanted)]

    def last_finished(self) -> str | None:
        """The session that was finished last, if there is one, whatever a clock said."""
        wanted = (
            select(SESSIONS.c.session)
            .where(SESSIONS.c.standing == Standing.FINISHED, self.own)
            .order_by(SESSIONS.c.ended.desc().nulls_last(), SESSIONS.c.session)
            .limit(1)
        )
        with self.access.reading() as connection:
            return connection.scalar(wanted)

    def ended(self, after: int = 0) -> Iterator[Ended]:
        """The finished sessions whose end comes after a position of the chain, in the order in which they ended."""
        while rows := self._ended(after):
            for session, position, begun, finished in rows:
                yield Ended(session, position, _event(begun), _event(finished))
            after = rows[-1][1]

    def met(self, case: str) -> bool:
        """Whether the learner ever began the case of this id."""
        wanted = select(SESSIONS.c.session).where(SESSIONS.c.case_id == case, self.own).limit(1)
        with self.access.reading() as connection:
            return connection.scalar(wanted) is not None

    def _ended(self, after: int) -> Sequence[Any]:
        first, end, last = EVENTS.alias(), CHAIN.alias(), EVENTS.alias()
        wanted = (
            select(SESSIONS.c.session, SESSIONS.c.ended, first.c.event, last.c.event)
            .select_from(SESSIONS)
            .join(end, (end.c.learner == SESSIONS.c.learner) & (end.c.position == SESSIONS.c.ended))
            .outerjoin(first, (first.c.session == SESSIONS.c.session) & (first.c.seq == 1))
            .outerjoin(last, (last.c.session == end.c.session) & (last.c.seq == end.c.seq))
            .where(self.own, SESSIONS.c.ended > after)
            .order_by(SESSIONS.c.ended)
            .limit(AT_ONCE)
        )
        with self.access.reading() as connection:
            return connection.execute(wanted).all()

    def _append(
        self, session: str, events: Sequence[Event], parted: Mapping[int, Parted], connection: Connection
    ) -> None:
        there = connection.execute(_STANDING, {"whose": self.learner, "its": session}).first()
        if there is None or there.salt is None:
            raise self.erased()
        chain = ChainEnd(connection, self.learner, there.salt, there.length, there.head)
        length: int = there.its_length or 0
        if there.owner not in (None, self.learner):
            raise self._gone_on()
        self._check_follows(connection, session, [one["seq"] for one in events], parted, length)
        new = [one for one in events if one["seq"] > length]
        if not length:
            connection.execute(insert(SESSIONS).values(self._beginning(session, events[0])))
        if new:
            at = _write(connection, chain, session, {one["seq"]: parted[one["seq"]] for one in new})
            _note_last(connection, session, new, at)
            chain.save()

    def _beginning(self, session: str, event: Event) -> dict[str, object]:
        case = event["data"].get("case")
        named = case.get("id") if isinstance(case, dict) else ""
        return {
            "session": session,
            "begun": event.get("at"),
            "learner": self.learner,
            "case_id": named if isinstance(named, str) else "",
        }

    def _check_follows(
        self,
        connection: Connection,
        session: str,
        numbers: Sequence[int],
        parted: Mapping[int, Parted],
        length: int,
    ) -> None:
        """Raise StoreFault unless the events go on from, or repeat, those that are there."""
        if not follow(numbers, length):
            raise self._gone_on()
        if numbers[0] <= length:
            written = connection.execute(kept_of(session).where(EVENTS.c.seq >= numbers[0]))
            known = {seq: Parted(*row) for seq, *row in written}
            if any(not known[seq].is_of(one) for seq, one in parted.items() if seq in known):
                raise self._gone_on()

    def _gone_on(self) -> StoreFault:
        return self.access.fault(
            "Another program has gone on with this session in {path}; open the session again."
        )

    def _no_session(self, session: str) -> StoreFault:
        return self.access.fault("{path} holds no session {session}.", session=session)


def kept_of(session: str) -> Select[tuple[Any, ...]]:
    """The number and the kept parts of every event of `session`, in order."""
    its_words = (WORDS.c.session == EVENTS.c.session) & (WORDS.c.seq == EVENTS.c.seq)
    return (
        select(EVENTS.c.seq, EVENTS.c.event, WORDS.c.seq.is_not(None), WORDS.c.text)
        .select_from(EVENTS.outerjoin(WORDS, its_words))
        .where(EVENTS.c.session == session)
        .order_by(EVENTS.c.seq)
    )


def _write(
    connection: Connection, chain: ChainEnd, session: str, parted: Mapping[int, Parted]
) -> Mapping[int, int]:
    """Write events, and the words in them; their positions in the chain, by their numbers."""
    events = [{"session": session, "seq": seq, "event": one.event} for seq, one in parted.items()]
    words = [{"session": session, "seq": seq, "text": one.words} for seq, one in parted.items() if one.worded]
    connection.execute(_WRITTEN, events)
    if words:
        connection.execute(insert(WORDS), words)
    return {seq: chain.add(session, seq, one.event, one.words) for seq, one in parted.items()}


def _note_last(connection: Connection, session: str, events: Sequence[Event], at: Mapping[int, int]) -> None:
    connection.execute(_LAST, {"its": session, "at": events[-1].get("at")})
    for one in events:
        if one["kind"] in STANDS_AFTER:
            ended = {"ended": at[one["seq"]]} if one["kind"] == "finished" else {}
            stands = update(SESSIONS).where(SESSIONS.c.session == session)
            connection.execute(stands.values(standing=STANDS_AFTER[one["kind"]], **ended))


def _event(text: str | None) -> Mapping[str, Any] | None:
    try:
        return event_of(text) if text is not None else None
    except ValueError:
        return None
