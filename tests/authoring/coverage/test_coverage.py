"""What is told of the cases of packs."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

from jsonschema_rs import Draft202012Validator

from simulator.authoring.coverage.coverage import Measured, covered
from simulator.authoring.coverage.exercised import exercised
from simulator.authoring.coverage.telling import coverage_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from simulator.authoring.coverage.coverage import Coverage
    from simulator.authoring.coverage.keeping import Known
    from simulator.authoring.coverage.moments import Moments
    from simulator.guidance.guidance import Guidance

    Knowing = Callable[[], Known]
    Cases = Mapping[str, Moments]


def of(knowing: Knowing, cases: Cases, *names: str, aims: int | None = 2) -> Coverage:
    """What some cases cover, as one pack's."""
    chosen = [cases[name] for name in names]
    return covered(knowing(), [Measured("mine", "1.0", len(chosen), 0)], chosen, aims)


def test_rules_paragraphs_and_options_are_counted_by_cases(guidance: Guidance, cases: Cases) -> None:
    found = exercised(guidance, [cases["small"], cases["named"], cases["red"]])
    assert found.rules == {"keep.small": 2, "keep.claiming": 0, "keep.red": 2, "keep.rest": 1}
    assert found.paragraphs == {"LP1": 3}
    assert found.options == {("keep", "kept"): 2, ("keep", "given"): 0}
    assert found.missing_rules == ["keep.claiming"]


def test_a_rule_that_is_missing_comes_with_facts_at_which_it_wins(knowing: Knowing, cases: Cases) -> None:
    [(rule, facts)] = of(knowing, cases, "small", "red").missing_rules.items()
    assert rule == "keep.claiming"
    assert facts is not None
    assert facts["claims"]


def test_a_question_that_is_not_asked_exercises_nothing(guidance: Guidance, cases: Cases) -> None:
    assert not any(exercised(guidance, [cases["closed"]]).rules.values())


def test_the_data_keeps_to_its_schema(knowing: Knowing, cases: Cases) -> None:
    text = files("simulator.authoring").joinpath("schemas", "coverage.json").read_text("utf-8")
    validator = Draft202012Validator(json.loads(text))
    for names in ([], ["small"], list(cases)):
        data = json.loads(json.dumps(of(knowing, cases, *names).as_data()))
        assert list(validator.iter_errors(data)) == []


def test_the_data_says_which_option_no_rule_expects(knowing: Knowing, cases: Cases) -> None:
    told = of(knowing, cases, *cases).as_data()
    assert told["options"]["missing"] == [{"question": "keep", "option": "given", "reachable": False}]
    assert told["rules"]["missing"] == []


def test_text_tells_a_few_and_says_how_many_more_there_are(knowing: Knowing, cases: Cases) -> None:
    coverage = of(knowing, cases, "small")
    lines = list(coverage_lines(coverage))
    assert lines[0] == "mine 1.0: 1 written, 0 generated"
    assert "Rules that win: 1 of 4 (25.0 %)" in lines
    assert any(line.endswith("more are detected by no case; --all tells them.") for line in lines)
    assert len(lines) < len(list(coverage_lines(coverage, everything=True)))


def test_text_tells_every_mutant_where_everything_is_asked_for(knowing: Knowing, cases: Cases) -> None:
    coverage = of(knowing, cases, "small", "red", "claiming", aims=None)
    text = "\n".join(coverage_lines(coverage, everything=True))
    assert "--all" not in text
    assert sum(len(aim.mutants) for aim in coverage.aims) == len(coverage.adequacy.undetected) > 0
