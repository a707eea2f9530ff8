"""Going on with a class whose log is long: of its past cases it takes only what is still asked of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

from simulator.classroom.core import Classroom
from simulator.classroom.folding import folded, past_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from simulator.classroom.class_events import Event
    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import ClassState

CASE: Final = "case_begun"
WHOLE: Final = frozenset({"class_begun", "seated", CASE})
"""What is of a class as a whole, and not of one of its cases."""


class Log(Protocol):
    """The events of a class, which can be gone through more than once; see `store.class_log`."""

    def __iter__(self) -> Iterator[Event]: ...

    def parted(self, at: str, kinds: Collection[str]) -> tuple[Sequence[Event], Iterable[Event]]:
        """Those before the last of a kind, as far as they are of certain kinds; and that one with all after it."""


def resumed(guide: ClassGuide, log: Log) -> Classroom:
    """The class that `log` adds up to; raises InputFault for a broken one.

    It is the same as if all of the log were gone through, but for the numbers of messages that were answered in cases
    before the last one.
    """
    before, since = log.parted(CASE, WHOLE)
    cases = [event for event in before if event["kind"] == CASE]
    if not cases or not all("past" in event["data"] for event in cases[1:]):
        return Classroom(guide).after(log)
    state: ClassState | None = None
    for event in before:
        state = _gone_on(guide, state, event)
    for event in since:
        state = folded(guide, _skipped(state, event) if event["kind"] == CASE else state, event)
    return Classroom(guide, state)


def _gone_on(guide: ClassGuide, state: ClassState | None, event: Event) -> ClassState:
    if state is None or event["kind"] != CASE:
        return folded(guide, _skipped(state, event), event)
    return replace(state, past=(*state.past, *past_in(event["data"])), length=event["seq"])


def _skipped(state: ClassState | None, event: Event) -> ClassState | None:
    """With all gone by that was left out before `event`."""
    return replace(state, length=event["seq"] - 1) if state is not None else None
