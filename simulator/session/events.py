"""`event/1`: the numbered things that happened in a session, of which all its state is a fold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from simulator.errors.faults import Fault, InputFault, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "event/1"

Kind = Literal[
    "case_begun",
    "evidence_seen",
    "answer_given",
    "answer_changed",
    "rationale_given",
    "sureness_given",
    "citations_given",
    "annotated",
    "step_confirmed",
    "phase_confirmed",
    "turned",
    "undone",
    "redone",
    "left",
    "skipped",
    "resumed",
    "finished",
]
KINDS: tuple[str, ...] = get_args(Kind)

Event: TypeAlias = "Mapping[str, Any]"
"""`{"format": "event/1", "session": id, "seq": n, "kind": kind, "at": iso or null, "data": {...}}`, `seq`
from 1. Without `session` and `at`, which the runner stamps, it is a payload."""


def event_fault(seq: int, what: str, remedy: str = "this session cannot go on; discard it") -> InputFault:
    """The event that should be number `seq` is at fault; its number takes the place of a line."""
    return InputFault([Fault(Place("<session>", max(seq, 1)), what, remedy, code="event")])


def check_envelope(event: Event, seq: int) -> None:
    """Raise InputFault unless `event` is a well-formed `event/1` with the number `seq`."""
    if event.get("format") != FORMAT:
        found = event.get("format")
        raise event_fault(
            seq,
            f"event {seq} has the format {found!r} and not {FORMAT!r}",
            "open it with the version of the program that wrote it",
        )
    if event.get("seq") != seq:
        raise event_fault(seq, f"event {seq} is missing: the next one has the number {event.get('seq')!r}")
    if event.get("kind") not in KINDS:
        raise event_fault(
            seq,
            f"event {seq} is of the unknown kind {event.get('kind')!r}",
            "open it with the version of the program that wrote it",
        )
    if not isinstance(event.get("data"), dict):
        raise event_fault(seq, f"event {seq} holds no data")
