"""A session that is kept: every command's events are on the disk before anybody is told that it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from simulator.session.commands import Begin, Command, Resume
from simulator.session.core import Session
from simulator.store.moments import now

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from simulator.session.commands import Mode
    from simulator.session.debrief_view import ExplanationView, NearMissView
    from simulator.session.guide import Guide
    from simulator.session.view import View
    from simulator.store.store import Store


def new_session() -> str:
    """An id for a session, unlike any other."""
    return uuid4().hex


def _stamp(event: Mapping[str, Any]) -> tuple[object, ...]:
    return event["seq"], event["kind"], event["at"]


class Runner:
    """A session, the store that keeps it, and the clock that stamps it."""

    def __init__(self, session: Session, store: Store, name: str, clock: Callable[[], str] = now) -> None:
        self._session = session
        self._store = store
        self._clock = clock
        self._view: View | None = None
        self._unsure: tuple[Command, Sequence[Mapping[str, Any]]] | None = None
        self.name = name
        """The session's id."""

    @classmethod
    def begin(
        cls,
        guide: Guide,
        store: Store,
        case: Mapping[str, Any],
        clock: Callable[[], str] = now,
        mode: Mode = "practice",
        purpose: Mapping[str, Any] | None = None,
    ) -> Runner:
        """Begin a new session with a `case/1`; raises InputFault for a bad case, StoreFault."""
        runner = cls(Session(guide), store, new_session(), clock)
        runner.do(Begin(case, mode, purpose))
        return runner

    @classmethod
    def resume(cls, guide: Guide, store: Store, name: str, clock: Callable[[], str] = now) -> Runner:
        """Go on with a kept session; raises InputFault for a broken log, StoreFault."""
        runner = cls.reread(guide, store, name, clock)
        runner.do(Resume())
        return runner

    @classmethod
    def reread(cls, guide: Guide, store: Store, name: str, clock: Callable[[], str] = now) -> Runner:
        """A kept session as it is kept, without what was wiped; raises InputFault for a broken log, StoreFault."""
        return cls(Session(guide).after(store.load(name)), store, name, clock)

    def do(self, command: Command) -> Sequence[Mapping[str, Any]]:
        """Carry out `command` and keep what happened; it is on the disk on return.

        Returns the events, none where the command changed nothing. Raises UsageFault or InputFault where it
        is refused and StoreFault where it cannot be kept; the session is then as it was. The same command again is
        then the same events, of the same moment: they are kept once, even if they were kept and only the answer of
        the store was lost.
        """
        events = self._events_to_keep(command)
        after = self._session.after(events)
        self._unsure = command, events
        self._store.append(self.name, events)
        self._go_on_from(after)
        return events

    def _go_on_from(self, session: Session) -> None:
        self._session, self._view, self._unsure = session, None, None

    def _events_to_keep(self, command: Command) -> Sequence[Mapping[str, Any]]:
        if self._unsure is not None:
            before, events = self._unsure
            if command == before:
                return events
            self._find_out(events)
        return self._events_of(command)

    def _find_out(self, events: Sequence[Mapping[str, Any]]) -> None:
        """Go on from `events` if they were kept, though nobody was told so; raises StoreFault."""
        kept = self._store.load(self.name)
        there = [one for one in kept if one["seq"] >= events[0]["seq"]] if events else []
        if [_stamp(one) for one in there] == [_stamp(one) for one in events]:
            self._go_on_from(self._session.after(events))
        else:
            self._unsure = None

    def rehearse(self, command: Command) -> None:
        """Work out what `do` and `view` would, and keep and tell nothing of it; raises as `do` does."""
        self._session.after(self._events_of(command)).view()

    def _events_of(self, command: Command) -> list[dict[str, Any]]:
        at = self._clock()
        return [{**event, "session": self.name, "at": at} for event in self._session.apply(command)]

    def keep_words(self) -> None:
        """Let the reasons and notes outlive the end of the session; raises StoreFault."""
        self._store.keep_words(self.name)

    def forget_words(self) -> None:
        """Wipe the reasons and notes, unless they are to be kept; raises StoreFault."""
        self._store.forget_words(self.name)

    @property
    def view(self) -> View:
        """The session as a face may show it."""
        if self._view is None:
            self._view = self._session.view()
        return self._view

    def explanation(self, phase: str, question: str, subject: str) -> ExplanationView:
        """A decision that may be told of, explained further; raises UsageFault."""
        return self._session.explanation(phase, question, subject)

    def near_misses(self, rule: str) -> Sequence[NearMissView]:
        """A few near misses of a rule; raises UsageFault before anything may be told of, or for no rule."""
        return self._session.near_misses(rule)
