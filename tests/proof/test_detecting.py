"""Facts detect a mutant where an engine made of it answers otherwise, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.cli.workshop import Workshop
from simulator.model.document import document_of
from simulator.rules.engine import Engine
from simulator.rules.mutants.detecting import Detector
from simulator.rules.mutants.every import mutants
from simulator.rules.mutants.form import fault_of_form
from simulator.rules.mutants.situations import Met
from tests.proof.asking import Asked
from tests.proof.tally import sample
from tests.rules.library import Row, facts, library, reader

if TYPE_CHECKING:
    from typing import Any

    from simulator.guidance.guidance import Guidance

EVERY = 70
SEEDS = 30
SMALL = {"this": "years", "below": 1}
RED = {"this": "card", "equals": "red"}
ROWS = [Row("small", "small"), Row("red", RED, ("small",)), Row("rest", "otherwise")]
READS = {"own": ["years", "card"]}


def detects(guidance: Guidance, operator: str, place: str, *given: dict[str, Any]) -> bool:
    """Whether some facts detect the mutant of an operator at a place."""
    engine = Engine(guidance)
    met = [Met(engine.read_facts(document_of(each)), tuple(guidance.questions)) for each in given]
    chosen = [each for each in mutants(guidance) if (each.operator, each.place) == (operator, place)]
    assert chosen
    return all(Detector(engine, met).detected_by(each) is not None for each in chosen)


def test_a_mutant_is_detected_exactly_where_its_own_engine_answers_otherwise() -> None:
    workshop = Workshop(strangers=False)
    generator, engine = workshop.generator(), workshop.engine()
    met = [
        Met(engine.read_facts(document_of(each["facts"])), engine.phase(each["phase"]).questions)
        for seed in range(SEEDS)
        for each in generator.case(seed)["phases"]
    ]
    detector, ours = Detector(engine, met), Asked(engine.guidance)
    told = [ours.about(facts.data, questions) for facts, questions in met]
    found = {True: 0, False: 0}
    for mutant in sample(mutants(engine.guidance), EVERY):
        if fault_of_form(mutant.guidance) is None:
            theirs = Asked(mutant.guidance)
            detected = detector.detected_by(mutant)
            found[detected is not None] += 1
            if detected is None:
                assert told == [theirs.about(each.data, questions) for each, questions in met], mutant.place
            else:
                data, questions = detected.facts.data, detected.questions
                assert ours.about(data, questions) != theirs.about(data, questions), mutant.place
    assert min(found.values()) > 15


@pytest.mark.parametrize(
    ("years", "card", "is_detected"), [(0, "red", True), (0, "blue", False), (2, "red", False)]
)
def test_an_order_that_is_dropped_is_detected_where_both_rules_apply(
    years: int, card: str, is_detected: bool
) -> None:
    one = facts([reader("A", years, card)])
    dropped = ("an entry of yields_to dropped", "keep.red keep.small")
    assert detects(library(ROWS, reads=READS), *dropped, one) is is_detected


@pytest.mark.parametrize(("card", "is_detected"), [("red", False), ("blue", True)])
def test_a_rule_for_the_rest_that_is_dropped_is_detected_where_it_decides(
    card: str, is_detected: bool
) -> None:
    one = facts([reader("A", 2, card)])
    dropped = ("the rule for the rest dropped", "keep.rest")
    assert detects(library(ROWS, reads=READS), *dropped, one) is is_detected


def test_another_rule_that_says_the_same_is_not_detected() -> None:
    sorts = [(0, "red"), (0, "blue"), (3, "red"), (3, "blue")]
    one = facts([reader(f"R{number}", *sort) for number, sort in enumerate(sorts)])
    assert not detects(library(ROWS, reads=READS), "a rule dropped", "keep.red", one)


def test_a_question_that_is_asked_of_others_is_detected() -> None:
    guidance = library([Row("rest", "otherwise")], asked_when="small", reads={"own": ["years"]})
    negated = ("asked_when: a part negated", "keep asked_when")
    assert detects(guidance, *negated, facts([reader("A", 3)]))


@pytest.mark.parametrize(("marks", "is_detected"), [(["named"], True), (["wet"], False)])
def test_an_element_that_no_longer_follows_is_detected_where_it_would(
    marks: list[str], is_detected: bool
) -> None:
    weak = {"some": "claims", "where": {"its": "surety", "equals": "weak"}}
    reads = {"claims": ["surety"], "readers": ["years", "marks"]}
    guidance = library([Row("rest", "otherwise")], "case", asked_when=weak, reads=reads)
    one = facts([reader("A", 0, marks=marks)])
    assert detects(guidance, "added: an addition dropped", "readers claims 1", one) is is_detected


@pytest.mark.parametrize(("years", "is_detected"), [(1, True), (0, False), (2, False)])
def test_a_definition_with_another_number_is_detected_where_it_matters(years: int, is_detected: bool) -> None:
    guidance = library([Row("rest", "otherwise")], asked_when="grown", reads={"own": ["years"]})
    changed = [
        each
        for each in mutants(guidance)
        if each.place == "grown" and "at_least" in str(each.guidance.world.definitions["grown"].when)
    ]
    [sooner, _] = [each for each in changed if each.operator == "definition: a comparison's value changed"]
    engine = Engine(guidance)
    met = Met(engine.read_facts(document_of(facts([reader("A", years, trusted=True)]))), ("keep",))
    assert (Detector(engine, [met]).detected_by(sooner) is not None) is is_detected


def test_only_questions_of_the_phase_detect() -> None:
    guidance = library(ROWS, reads=READS)
    engine = Engine(guidance)
    read = engine.read_facts(document_of(facts([reader("A", 0, "red")])))
    [mutant] = [each for each in mutants(guidance) if each.operator == "an entry of yields_to dropped"]
    assert Detector(engine, [Met(read, ("keep",))]).detected_by(mutant) is not None
    assert Detector(engine, [Met(read, ())]).detected_by(mutant) is None
