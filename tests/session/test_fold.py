"""Broken logs: each is refused with a sentence that names the event."""

from __future__ import annotations

import json
from typing import Any

import pytest

from simulator.errors.faults import InputFault
from simulator.session.commands import Begin
from simulator.session.core import Session

from .lost_property import CASE, LostProperty, judged

BEGUN = json.loads(json.dumps(Session(LostProperty()).apply(Begin(CASE))))


def event(kind: str, seq: int = 3, **data: Any) -> dict[str, Any]:
    return {"format": "event/1", "seq": seq, "kind": kind, "data": data}


def about_worth(kind: str, **data: Any) -> dict[str, Any]:
    return event(kind, phase="found", question="worth", subject="U", **data)


def seen(phase: str, block: int) -> dict[str, Any]:
    return event("evidence_seen", phase="found", blocks=[{"phase": phase, "block": block, "went_on": False}])


def begun_with(**data: Any) -> dict[str, Any]:
    return {**BEGUN[0], "data": {**BEGUN[0]["data"], **data}}


BROKEN: list[tuple[list[Any], str]] = [
    ([event("left", 1)], "event 1 .left. cannot have happened: A session begins with its case"),
    ([*BEGUN, event("left", 5)], "event 3 is missing: the next one has the number 5"),
    ([*BEGUN, event("hinted")], "event 3 is of the unknown kind 'hinted'"),
    ([*BEGUN, {**event("left"), "format": "event/2"}], "event 3 has the format 'event/2'"),
    ([*BEGUN, {**event("left"), "data": None}], "event 3 holds no data"),
    ([*BEGUN, {**BEGUN[0], "seq": 3}], "event 3 .case_begun. cannot have happened"),
    ([*BEGUN, event("finished")], "There are steps left to confirm"),
    ([*BEGUN, event("step_confirmed", phase="found", step="judging")], "Not yet answered"),
    ([*BEGUN, about_worth("answer_given", chosen=["huge"])], "has no option 'huge'"),
    ([*BEGUN, about_worth("answer_given")], "the data of event 3 .answer_given. are damaged"),
    ([*BEGUN, about_worth("answer_given", chosen=7)], "the data of event 3 .answer_given. are damaged"),
    (
        [*BEGUN, about_worth("rationale_given", text=None)],
        "the data of event 3 .rationale_given. are damaged",
    ),
    ([*BEGUN, seen("found", 9)], "the data of event 3 .evidence_seen. are damaged"),
    ([*BEGUN, seen("lost", 0)], "the data of event 3 .evidence_seen. are damaged"),
    ([begun_with(rules_sha256="1")], "begun with other rules of 'lost-property'"),
    ([begun_with(case={})], "this is no case/1"),
    ([begun_with(case={"format": "case/1"})], "the data of event 1 .case_begun. are damaged"),
]


@pytest.mark.parametrize(("log", "sentence"), BROKEN, ids=[sentence[:50] for _, sentence in BROKEN])
def test_a_broken_log_is_refused(log: list[Any], sentence: str) -> None:
    with pytest.raises(InputFault, match=sentence):
        Session(LostProperty()).after(log)


def test_a_step_that_is_not_the_current_one_cannot_have_been_confirmed() -> None:
    session = judged()
    assert session.state is not None
    wrong = event("step_confirmed", session.state.length + 1, phase="found", step="keeping")
    with pytest.raises(InputFault, match="The step 'keeping' is not the current one"):
        session.after([wrong])
