"""Evidence on the border: a case says which neighbouring grade will do as well, and nothing else changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from simulator.cases.reading import read_case
from simulator.cli.main import main
from simulator.errors.faults import InputFault
from simulator.model.document import document_of
from simulator.session.explaining import explanation_of
from tests.session.playing import played
from tests.session.two_friends import CASE, engine, guide

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from simulator.cases.reading import Case
    from simulator.rules.decisions import Decision

KIND = "onward_forwarding"
GRADE = ("assessment", "factor_grade", KIND)
BELIEVED, SUSPECTED = "believed", "suspected"
ON_THE_BORDER: Mapping[str, Any] = {**CASE, "border": {KIND: [SUSPECTED]}}


def read(data: Mapping[str, Any]) -> Case:
    return read_case(document_of(data, "case.json"), engine())


def decided(data: Mapping[str, Any], question: str = "factor_grade", subject: str = KIND) -> Decision:
    """A decision of the assessment."""
    facts = dict(read(data).parts)["assessment"]
    decision = engine().decide(question, subject, facts)
    assert decision is not None
    return decision


def verdicts(decision: Decision) -> dict[str, str]:
    return {option: ruling.verdict for option, ruling in decision.options.items()}


def test_a_grade_on_the_border_is_acceptable_and_the_others_stay_what_they_are() -> None:
    before = verdicts(decided(CASE))
    assert before[SUSPECTED] in ("departure", "contrary")
    assert before[BELIEVED] == "expected"
    assert verdicts(decided(ON_THE_BORDER)) == {**before, SUSPECTED: "acceptable"}


def test_the_guidance_says_in_its_own_words_why_it_is_acceptable() -> None:
    ruling = decided(ON_THE_BORDER).options[SUSPECTED]
    assert (ruling.why, ruling.basis) == (engine().guidance.words["on_the_border"], "inferred")


def test_no_other_question_and_no_other_subject_changes() -> None:
    facts, bordered = (dict(read(data).parts)["assessment"] for data in (CASE, ON_THE_BORDER))
    for one, other in zip(
        engine().assess(facts, "assessment"), engine().assess(bordered, "assessment"), strict=True
    ):
        if (one.question, one.subject) != GRADE[1:]:
            assert verdicts(one) == verdicts(other)


def test_assess_of_a_case_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(ON_THE_BORDER))
    for words in ((), ("--why",)):
        assert main(["assess", str(path), "--no-plugins", *words]) == 0
        answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        [decision] = [
            each
            for answer in answers
            if answer["phase"] == "assessment"
            for each in answer["decisions"]
            if (each["question"], each["subject"]) == GRADE[1:]
        ]
        assert decision["options"][SUSPECTED]["verdict"] == "acceptable"


def test_it_has_full_marks_and_is_told_what_was_called_for() -> None:
    done = played(guide(), ON_THE_BORDER, {GRADE: (SUSPECTED,)})
    [decision] = [each for each in done.decisions("factor_grade") if each.subject == KIND]
    assert decision.mark == "acceptable"
    assert [ruling.option for ruling in decision.called_for] == [BELIEVED]
    assert all(score.points == score.possible for score in done.debrief.scores)


def test_without_the_border_the_same_choice_costs() -> None:
    done = played(guide(), CASE, {GRADE: (SUSPECTED,)})
    assert any(score.points < score.possible for score in done.debrief.scores)


def test_a_later_choice_that_is_right_on_the_own_grade_follows_from_it() -> None:
    wanted = {GRADE: (SUSPECTED,), ("assessment", "response", "case"): ("initial_investigation",)}
    for data in (CASE, ON_THE_BORDER):
        [response] = played(guide(), data, wanted).decisions("response")
        assert response.mark == "follows"
        assert response.follows_from


def test_a_later_choice_that_is_right_on_no_grade_stays_a_mistake() -> None:
    wanted = {GRADE: (SUSPECTED,), ("assessment", "response", "case"): ("no_investigation",)}
    [response] = played(guide(), ON_THE_BORDER, wanted).decisions("response")
    assert response.mark == "mistake"


@pytest.mark.parametrize(
    ("question", "subject"), [("factor_grade", KIND), ("response", "case"), ("outcome", "B")]
)
def test_what_would_change_a_decision_is_the_same(question: str, subject: str) -> None:
    told = []
    for data in (CASE, ON_THE_BORDER):
        facts = dict(read(data).parts)["assessment" if question != "outcome" else "outcome"]
        decision = engine().decide(question, subject, facts)
        assert decision is not None
        told.append(explanation_of(engine(), facts, decision, (), {}).flips)
    assert told[0] == told[1]
    assert any(flips.sentences for flips in told[0])


@pytest.mark.parametrize(
    ("border", "place", "what"),
    [
        ({"onward": [SUSPECTED]}, "border.onward", "'onward' is no subject of factor_grade"),
        ({KIND: ["suspect"]}, f"border.{KIND}.0", "'suspect' is no option of factor_grade"),
        ({KIND: []}, f"border.{KIND}", ""),
        ({KIND: SUSPECTED}, f"border.{KIND}", "list"),
        ([], "border", ""),
    ],
)
def test_a_border_that_says_nothing_is_a_fault(border: object, place: str, what: str) -> None:
    with pytest.raises(InputFault) as wrong:
        read({**CASE, "border": border})
    assert what in str(wrong.value)


def test_a_misspelt_grade_is_answered_by_the_right_one() -> None:
    with pytest.raises(InputFault, match="suspected"):
        read({**CASE, "border": {KIND: ["suspectd"]}})
