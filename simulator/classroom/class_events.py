"""`class-event/1`: the numbered things that happened in a class, of which all its state is a fold.

What the learners say is among them, as the payloads of their own sessions' `event/1`: the one log has everything in the
order in which it happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from simulator.errors.faults import Fault, InputFault, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "class-event/1"

Kind = Literal[
    "class_begun",
    "seated",
    "case_begun",
    "phase_revealed",
    "question_opened",
    "voting_again",
    "vote_closed",
    "said",
    "agreed",
    "voted",
    "votes_shown",
    "paused",
    "verdict_told",
    "injected",
    "settled",
    "went_back",
    "skipped",
    "case_ended",
    "class_over",
]
KINDS: tuple[str, ...] = get_args(Kind)

Event: TypeAlias = "Mapping[str, Any]"
"""`{"format": "class-event/1", "seq": n, "kind": kind, "at": iso or null, "data": {...}}`, `seq` from 1; what a
person did has `by`, the person, and `id`, the number of their message. Without `at` it is a payload."""


def event_fault(seq: int, what: str, remedy: str = "this class cannot go on; begin another") -> InputFault:
    """The event that should be number `seq` is at fault; its number takes the place of a line."""
    return InputFault([Fault(Place("<class>", max(seq, 1)), what, remedy, code="event")])


def check_envelope(event: Event, seq: int) -> None:
    """Raise InputFault unless `event` is a well-formed `class-event/1` with the number `seq`."""
    newer = "open it with the version of the program that wrote it"
    if event.get("format") != FORMAT:
        raise event_fault(
            seq, f"event {seq} has the format {event.get('format')!r} and not {FORMAT!r}", newer
        )
    if event.get("seq") != seq:
        raise event_fault(seq, f"event {seq} is missing: the next one has the number {event.get('seq')!r}")
    if event.get("kind") not in KINDS:
        raise event_fault(seq, f"event {seq} is of the unknown kind {event.get('kind')!r}", newer)
    if not isinstance(event.get("data"), dict):
        raise event_fault(seq, f"event {seq} holds no data")
