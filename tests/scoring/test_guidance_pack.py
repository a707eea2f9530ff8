"""Every kind of entry, over the real guidance: what it says of choices that an officer could make."""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest

from simulator.guidance.reading import read_guidance
from simulator.model.document import document_of
from simulator.packs.reading import read_document
from simulator.rules.engine import Engine
from simulator.scoring.choices import read_choices
from simulator.scoring.formats import schema_of
from simulator.scoring.marks import points_by_question
from simulator.scoring.score import score

if TYPE_CHECKING:
    from simulator.rules.facts import Facts
    from simulator.scoring.parts import Parts

PACK = Path(__file__).parents[2] / "plugins" / "simulator_guidance_derbyshire_2016"
UNLIKELY = "no_realistic_likelihood"


@cache
def engine() -> Engine:
    return Engine(read_guidance([read_document(path) for path in sorted(PACK.rglob("*.yaml"))]))


def facts(
    grade: str | None = None, investigation: str = "none", deletion: str = "satisfied", **more: Any
) -> Facts:
    """Amira's image, which Ben still has and has shown; he bullied her, as surely as `grade` says."""
    a = {"id": "A", "age": 14, "home": "city", "acts": ["took_own", "shared_own"], "deletion": deletion}
    b = {"id": "B", "age": 15, "home": "county", "acts": ["kept_other", "showed_other"], "deletion": deletion}
    factors = [{"kind": "bullying", "grade": grade, "by": "B", "against": ["A"]}] if grade else []
    data = {"format": "case-facts/1", "id": "two", "people": [a, b], "factors": factors}
    return engine().read_facts(document_of(data | {"investigation": investigation} | more))


def chose(key: str, *chosen: str, phase: str | None = None, **more: Any) -> dict[str, Any]:
    question, _, subject = key.partition("/")
    named = {"phase": phase} if phase else {}
    return {**named, "question": question, "subject": subject or "case", "chosen": list(chosen), **more}


def scored(parts: Facts | Parts, *entries: dict[str, Any]) -> dict[str, Any]:
    """The score of choices, read as a file of them would be; always as the schema says."""
    parts = parts if isinstance(parts, list) else [(None, parts)]  # type: ignore[list-item]
    document = document_of({"format": "choices/1", "choices": list(entries)})
    choices = read_choices(document, engine(), parts)
    result = score(engine(), parts, choices, _all)
    jsonschema_rs.validate(schema_of("score"), result)
    return result


def _all(scoring: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"name": "all", **points_by_question(scoring["decisions"])}]


def points(result: dict[str, Any]) -> tuple[float, float]:
    return result["scorers"][0]["points"], result["scorers"][0]["possible"]


def followed(result: dict[str, Any]) -> dict[str, str | None]:
    """For each mistake, the question and subject from which it follows."""
    return {
        f"{each['question']}/{each['subject']}": each["follows_from"]
        and "/".join(each["follows_from"].values())
        for each in result["mistakes"]
    }


def test_a_mistake_carries_the_rule_its_why_and_exact_quotations() -> None:
    (mistake,) = scored(facts("established"), chose("response", "no_investigation"))["mistakes"]
    assert (mistake["verdict"], mistake["expected"]) == ("contrary", ["full_investigation"])
    assert (mistake["rule"].partition(".")[0], mistake["basis"]) == ("response", "stated")
    assert "IG21" in [citation["paragraph"] for citation in mistake["citations"]]
    paragraphs = engine().guidance.paragraphs
    assert all(each["quote"] in paragraphs[each["paragraph"]].text for each in mistake["citations"])


def test_a_mistake_carries_all_the_smallest_changes_under_which_it_would_have_been_right() -> None:
    (mistake,) = scored(facts("established"), chose("response", "no_investigation"))["mistakes"]
    bullying = {"kind": "bullying", "grade": "established", "by": "B", "against": ["A"]}
    assert mistake["flips"] == [
        {
            "changes": [{"fact": "factors[0]", "from": bullying, "to": "absent"}],
            "text": "Had there been no sign of bullying by B, “No investigation” would have been expected "
            "(IG22).",
            "paragraph": "IG22",
        }
    ]


def test_what_no_change_of_the_facts_makes_right_has_no_flips() -> None:
    (mistake,) = scored(facts("established"), chose("notify/A", "never"))["mistakes"]
    assert mistake["flips"] == []


def test_expected_options_that_were_missed_are_no_choice_to_flip() -> None:
    result = scored(facts("established"), chose("enquiries", "police_systems"))
    assert [(each["chosen"], each["flips"]) for each in result["mistakes"]] == [(None, [])]


def test_what_would_change_the_outcome_of_each_child_is_told_where_it_is_asked_for() -> None:
    parts: Parts = [(None, facts("established", investigation="full_concluded"))]
    choices = [chose("outcome/A", "code_10"), chose("outcome/B", "code_2")]
    read = read_choices(document_of({"format": "choices/1", "choices": choices}), engine(), parts)
    result = score(engine(), parts, read, _all, endings=True)
    jsonschema_rs.validate(schema_of("score"), result)
    of_a, of_b = result["endings"]
    assert (of_a["subject"], of_b["subject"]) == ("A", "B")
    assert list(of_b["options"]) == ["code_1", "code_10", "code_21", "no_code", "not_yet"]
    assert [change["to"] for change in of_b["options"]["code_10"]["flips"][0]["changes"]]


def test_where_too_much_can_change_for_flips_to_be_found_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.rules.flips.search.MOST_STEPS", 0)
    (mistake,) = scored(facts("established", investigation="full"), chose("outcome/A", "code_1"))["mistakes"]
    assert mistake["flips"] == []
    assert "too much can change" in mistake["flips_unknown"]


def test_one_misjudged_grade_explains_all_that_was_chosen_in_its_light() -> None:
    result = scored(
        facts("established", deletion="pending"),
        chose("factor_grade/bullying", UNLIKELY),
        chose("label", "sexting"),
        chose("response", "no_investigation"),
        chose("devices", "owner_factory_reset"),
        chose("concern/A", "in_need"),
        chose("notify/A", "now"),
        chose("notify/B", "now"),
    )
    cause = "factor_grade/bullying"
    assert followed(result) == {
        cause: None,
        "label/case": cause,
        "response/case": cause,
        "devices/case": cause,
        "concern/A": cause,
    }
    assert points(result) == (4.5, 6)


def test_what_is_wrong_on_the_learners_own_grade_too_is_a_mistake_of_its_own() -> None:
    result = scored(
        facts("established"), chose("factor_grade/bullying", UNLIKELY), chose("notify/A", "after_outcome")
    )
    assert followed(result) == {"factor_grade/bullying": None, "notify/A": None}


def test_a_misjudged_grade_explains_the_outcome_in_a_later_phase() -> None:
    parts = [("assessment", facts("believed")), ("outcome", facts("believed", "full_concluded"))]
    result = scored(
        parts,
        chose("factor_grade/bullying", UNLIKELY, phase="assessment"),
        chose("outcome/A", "code_10", phase="outcome"),
        chose("outcome/B", "code_10", phase="outcome"),
    )
    assert followed(result) == {"factor_grade/bullying": None, "outcome/B": "factor_grade/bullying"}
    assert result["mistakes"][1]["phase"] == "outcome"


def test_a_misjudged_grade_explains_no_outcome_once_the_enquiries_have_changed_it() -> None:
    parts = [("assessment", facts("suspected")), ("outcome", facts("believed", "full_concluded"))]
    result = scored(
        parts,
        chose("factor_grade/bullying", UNLIKELY, phase="assessment"),
        chose("response", "no_investigation", phase="assessment"),
        chose("outcome/B", "code_10", phase="outcome"),
    )
    assert followed(result) == {
        "factor_grade/bullying": None,
        "response/case": "factor_grade/bullying",
        "outcome/B": None,
    }


def test_a_factor_attributed_to_the_wrong_child_explains_the_outcome_of_that_child() -> None:
    result = scored(
        facts("established", "full_concluded"),
        chose("attributed_factors/A", "bullying"),
        chose("attributed_factors/B", "none"),
        chose("outcome/A", "code_2"),
        chose("outcome/B", "code_10"),
    )
    assert followed(result) == {
        "attributed_factors/A": None,
        "attributed_factors/B": None,
        "outcome/A": "attributed_factors/A",
        "outcome/B": "attributed_factors/B",
    }
    assert points(result) == (1, 2)


def test_a_departure_with_a_rationale_and_a_paragraph_is_to_be_discussed() -> None:
    choice = chose("devices", "seize_and_liaise_htcuc")
    excused = scored(facts("established"), {**choice, "rationale": "The unit was at hand.", "cites": ["IG2"]})
    assert (excused["mistakes"], len(excused["to_discuss"]), points(excused)) == ([], 1, (0.5, 1))
    unexcused = scored(facts("established"), {**choice, "rationale": "The unit was at hand."})
    assert (len(unexcused["mistakes"]), unexcused["to_discuss"], points(unexcused)) == (1, [], (0, 1))


def test_a_silent_decision_is_shown_with_the_reason_and_counts_nowhere() -> None:
    result = scored(facts("suspected"), chose("concern/A", "in_need"))
    (silent,) = result["silent"]
    assert (silent["chosen"], silent["verdict"]) == ("in_need", "acceptable")
    assert "IG23" in silent["silence"]
    assert (result["mistakes"], points(result)) == ([], (0, 0))


def test_of_several_what_was_wrong_and_what_was_missed_are_two_entries() -> None:
    result = scored(facts(), chose("enquiries", "police_systems", "device_examination"))
    assert [(each["chosen"], each["missed"]) for each in result["mistakes"]] == [
        ("device_examination", []),
        (None, ["social_care_systems"]),
    ]
    assert points(result) == (0, 1)


def test_with_a_case_what_was_not_answered_in_a_phase_is_missing_there() -> None:
    result = scored([("report", facts())], chose("crime_report", "record_now", phase="report"))
    assert [each["question"] for each in result["missing"]] == [
        "classification",
        "victim",
        "enquiries",
        "social_care_contact",
    ]
    assert {each["phase"] for each in result["missing"]} == {"report"}
    assert points(result) == (1, 5)


GRADES = (None, "suspected", "believed", "established")
COURSES = ("none", "initial", "initial_concluded", "full", "full_concluded")


@pytest.mark.parametrize(("grade", "investigation"), product(GRADES, COURSES))
def test_whoever_does_what_the_guidance_calls_for_has_every_point(
    grade: str | None, investigation: str
) -> None:
    here = facts(grade, investigation)
    parts = [(phase.phase, here) for phase in engine().guidance.phases]
    entries = [
        chose(f"{each.question}/{each.subject}", *_called_for(each), phase=phase)
        for phase, _ in parts
        for each in engine().assess(here, phase)
    ]
    result = scored(parts, *entries)
    assert points(result)[0] == points(result)[1] > 0
    assert (result["mistakes"], result["to_discuss"], result["missing"]) == ([], [], [])


def _called_for(decision: Any) -> tuple[str, ...]:
    called: tuple[str, ...] = decision.with_verdict("expected") or decision.with_verdict("acceptable")
    return called if decision.several else called[:1]
