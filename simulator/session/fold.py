"""Folding events: what each kind of event does to the state of a session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import UsageFault
from simulator.session import laws
from simulator.session.events import Event, check_envelope, event_fault
from simulator.session.plan import Seen, plan_of
from simulator.session.state import Annotation, State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.session.guide import Guide
    from simulator.session.state import Said

WIPED = "(These words were not kept.)"
"""What stands for words that were wiped when their session had ended."""

MODE_OF_OLD = "assessment"
"""How sessions were that were begun before there were modes."""


def folded(guide: Guide, state: State | None, event: Event) -> State:
    """`state` after `event`; raises InputFault where the event cannot have happened there."""
    seq = state.length + 1 if state else 1
    check_envelope(event, seq)
    kind, data = event["kind"], event["data"]
    try:
        after = _begun(guide, kind, data) if state is None else _happened(guide, state, kind, data)
    except UsageFault as refusal:
        raise event_fault(seq, f"event {seq} ({kind}) cannot have happened: {refusal}") from None
    except (LookupError, TypeError, ValueError, AttributeError):
        raise event_fault(seq, f"the data of event {seq} ({kind}) are damaged") from None
    return replace(after, length=seq)


def _begun(guide: Guide, kind: str, data: Mapping[str, Any]) -> State:
    if kind != "case_begun":
        raise laws.refused("A session begins with its case.")
    if (data["guidance"], data["rules_sha256"]) != (guide.name, guide.rules_sha256):
        raise event_fault(
            1,
            f"this session was begun with other rules of {data['guidance']!r} than those at hand",
            "open it with the guidance it was begun with, or discard it",
        )
    case = data["case"]
    guide.check(case)
    mode = laws.mode_of(data.get("mode", MODE_OF_OLD))
    return State(case, plan_of(case, guide, mode), 0, mode)


def _happened(guide: Guide, state: State, kind: str, data: Mapping[str, Any]) -> State:
    match kind:
        case "evidence_seen":
            return _evidence_seen(state, data)
        case "phase_confirmed":
            return replace(state, past=(), future=())
        case "turned":
            said = replace(state.said, steps=laws.turning(state, data["step"]))
            return replace(state, said=said, past=(), future=())
        case "undone":
            return _undone(state, data)
        case "redone":
            return _redone(state, data)
        case "left":
            return replace(state, left=True)
        case "skipped":
            laws.unfinished(state)
            return replace(state, skipped=True)
        case "resumed":
            return replace(state, left=False, skipped=False)
        case "finished":
            return _finished(state)
        case "case_begun":
            raise laws.refused("The case has begun already.")
        case _:
            return state.changed(kind, data, _said(guide, state, kind, data))


def _evidence_seen(state: State, data: Mapping[str, Any]) -> State:
    blocks = tuple(Seen(block["phase"], block["block"], block["went_on"]) for block in data["blocks"])
    for block in blocks:
        state.plan.block(block)
    return replace(state, seen={**state.seen, data["phase"]: blocks})


def _said(guide: Guide, state: State, kind: str, data: Mapping[str, Any]) -> Said:
    if kind == "step_confirmed":
        return _step_confirmed(guide, state, data)
    if kind == "annotated":
        return _annotated(state, data)
    key = laws.key_of(state, data["question"], data["subject"])
    match kind:
        case "rationale_given":
            text = WIPED if data.get("wiped") else data["text"]
            return state.saying(key, rationale=laws.rationale_of(text))
        case "sureness_given":
            return state.saying(key, sureness=laws.sureness_of(data["level"]))
        case "citations_given":
            return state.saying(key, cites=laws.cites_of(guide, data["paragraphs"]))
        case _:
            return state.saying(key, chosen=laws.chosen_of(guide.asked(key[1]), data["chosen"]))


def _annotated(state: State, data: Mapping[str, Any]) -> Said:
    note = WIPED if data.get("wiped") else data["note"]
    stretch, end = laws.stretch_of(state, data["passage"], data["start"], data["end"])
    return state.annotating(stretch, Annotation(end, bool(data["highlighted"]), laws.note_of(note)))


def _step_confirmed(guide: Guide, state: State, data: Mapping[str, Any]) -> Said:
    step = laws.complete(state, guide)
    if (data["phase"], data["step"]) != (step.phase, step.step):
        raise laws.refused(f"The step {data['step']!r} is not the current one.")
    return replace(state.said, steps=state.steps + 1)


def _undone(state: State, data: Mapping[str, Any]) -> State:
    if laws.undoable(state).seq != data["seq"]:
        raise laws.refused(f"Event {data['seq']!r} is not the last that can be undone.")
    return state.undone()


def _redone(state: State, data: Mapping[str, Any]) -> State:
    if laws.redoable(state).seq != data["seq"]:
        raise laws.refused(f"Event {data['seq']!r} is not the last that was undone.")
    return state.redone()


def _finished(state: State) -> State:
    if state.steps < len(state.plan.steps):
        raise laws.refused("There are steps left to confirm.")
    return replace(state, finished=True)
