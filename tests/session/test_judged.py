"""What the last event of a session says of how its decisions were judged, and why a case was played."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from simulator.session.commands import Answer, Begin, Cite, Confirm, Sureness, Turn
from simulator.session.core import Session

from .lost_property import ANSWERS, LostProperty
from .lost_property import CASE as LOST
from .test_engine_guide import answered, begun
from .two_friends import CASE, guide

if TYPE_CHECKING:
    from collections.abc import Mapping


def judged(chosen: Mapping[tuple[str, str], tuple[str, ...]]) -> dict[tuple[str, str, str], dict[str, Any]]:
    """How each decision was judged, of a session answered rightly but for `chosen`."""
    session = begun()
    while True:
        before = session
        session = answered(session, chosen)
        if session.view().state == "finished":
            break
    [finished] = [event for event in before_end(before, chosen) if event["kind"] == "finished"]
    found = json.loads(json.dumps(finished["data"]))["judged"]
    return {(one["phase"], one["question"], one["subject"]): one for one in found}


def before_end(
    session: Session, chosen: Mapping[tuple[str, str], tuple[str, ...]]
) -> list[Mapping[str, Any]]:
    """What the last confirmation makes happen."""
    step = session.view().step
    assert step is not None
    due = {(one.question, one.subject): one.called_for for one in guide().due(CASE, step.phase)}
    for question in step.questions:
        for subject in question.subjects:
            key = question.question, subject.subject
            right = due[key] or (question.options[0].option,)
            made = chosen.get(key, right if question.several else right[:1])
            session = session.after(session.apply(Answer(*key, made)))
    return list(session.apply(Confirm()))


def test_every_decision_is_judged_with_its_rule_and_what_was_called_for() -> None:
    found = judged({})
    asked = sum(len(list(guide().due(CASE, phase["phase"]))) for phase in CASE["phases"])
    assert len(found) == asked
    outcome = found["outcome", "outcome", "B"]
    assert outcome["rule"].startswith("outcome.")
    assert outcome["chosen"] == outcome["called_for"][:1]
    assert (outcome["mark"], outcome["kinds"]) == ("right", [])
    assert outcome["decides"] != []
    assert {one["mark"] for one in found.values()} <= {"right", "acceptable", "silent"}


def test_a_mistake_is_of_the_kinds_that_the_guidance_declares() -> None:
    found = judged({("notify", "A"): ("never",)})
    assert found["assessment", "notify", "A"]["mark"] == "mistake"
    assert found["assessment", "notify", "A"]["kinds"] == ["late-referral"]
    assert found["assessment", "notify", "B"]["kinds"] == []


def test_one_answer_for_all_is_of_that_kind_where_it_is_wrong() -> None:
    found = judged({("outcome", "A"): ("code_10",), ("outcome", "B"): ("code_10",)})
    kinds = [found["outcome", "outcome", subject]["kinds"] for subject in ("A", "B")]
    assert any("all-children-alike" in each for each in kinds)
    assert not all("all-children-alike" in each for each in kinds)


def test_how_sure_somebody_was_and_what_they_relied_on_is_kept() -> None:
    session = Session(LostProperty())
    session = session.after(session.apply(Begin(LOST, "assessment")))
    events: list[Mapping[str, Any]] = []
    for question, subject, chosen in ANSWERS:
        while (step := session.view().step) is not None and question not in {
            one.question for one in step.questions
        }:
            session = session.after(session.apply(Confirm()))
        said = (
            Answer(question, subject, chosen),
            Sureness(question, subject, 3),
            Cite(question, subject, ("LP2",)),
        )
        for command in said:
            session = session.after(session.apply(command))
    events = list(session.apply(Confirm()))
    last = events[-1]
    assert last["kind"] == "finished"
    assert {(one["sureness"], *one["cites"]) for one in last["data"]["judged"]} == {(3, "LP2")}


def test_a_class_is_not_judged_here() -> None:
    session = Session(LostProperty())
    session = session.after(session.apply(Begin(LOST, "class")))
    ended = list(session.apply(Turn(len(session.state.plan.steps)))) if session.state else []
    assert ended[-1] == {"format": "event/1", "seq": ended[-1]["seq"], "kind": "finished", "data": {}}


def test_why_a_case_is_played_is_kept_and_changes_nothing() -> None:
    plain, with_purpose = Session(LostProperty()), Session(LostProperty())
    purpose = {"sort": "due", "rules": ["store.row"]}
    begun_plain = plain.apply(Begin(LOST))
    begun_for = with_purpose.apply(Begin(LOST, purpose=purpose))
    assert "purpose" not in begun_plain[0]["data"]
    assert begun_for[0]["data"]["purpose"] == purpose
    assert plain.after(begun_plain).view() == with_purpose.after(begun_for).view()
