"""Twins differ in the facts of one subject alone: the matter ends otherwise for it, and not for another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.cases.casting import NoPattern
from simulator.cases.reading import read_case
from simulator.cases.twins import Twins, twins_of
from simulator.cases.wanted.wants import Wanted
from simulator.errors.faults import InputFault, UsageFault
from simulator.model.document import document_of
from tests.cases.laws import Laws

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.cases.generating import Generator
    from simulator.rules.engine import Engine

SEEDS = range(1, 81)
WITHOUT = 2
"""A seed of which no case of another subject is alike."""


@pytest.fixture(scope="module")
def twins(generator: Generator) -> Mapping[int, Twins]:
    return dict(_made(generator))


def _made(generator: Generator) -> Iterator[tuple[int, Twins]]:
    for seed in SEEDS:
        try:
            yield seed, twins_of(generator, seed)
        except UsageFault:
            continue


def test_most_seeds_have_twins(twins: Mapping[int, Twins]) -> None:
    assert len(twins) > 0.65 * len(SEEDS)


def test_facts_of_all_others_are_the_same_in_every_phase(twins: Mapping[int, Twins]) -> None:
    for pair in twins.values():
        assert [_others(one["facts"], pair.changed) for one in pair.first["phases"]] == [
            _others(one["facts"], pair.changed) for one in pair.second["phases"]
        ]


def test_facts_of_the_one_who_is_changed_differ(twins: Mapping[int, Twins]) -> None:
    for pair in twins.values():
        assert any(
            one["facts"] != other["facts"]
            for one, other in zip(_unnamed(pair.first), _unnamed(pair.second), strict=True)
        )


def test_everything_is_decided_the_same_about_another(twins: Mapping[int, Twins], engine: Engine) -> None:
    for pair in twins.values():
        before, after = _decided(pair.first, engine), _decided(pair.second, engine)
        assert pair.alike
        assert pair.changed not in pair.alike
        for name in pair.alike:
            assert _of(before, name)
            assert _of(before, name) == _of(after, name)


def test_the_matter_ends_otherwise_for_the_one_who_is_changed(
    twins: Mapping[int, Twins], engine: Engine
) -> None:
    settling = {one.question for one in engine.guidance.questions.values() if one.settles}
    assert settling
    for pair in twins.values():
        before, after = (
            {
                key: verdicts
                for key, verdicts in _of(_decided(case, engine), pair.changed).items()
                if key[1] in settling
            }
            for case in (pair.first, pair.second)
        )
        assert before != after


def test_the_first_of_a_seed_is_the_seeds_own_case(twins: Mapping[int, Twins], generator: Generator) -> None:
    for seed, pair in twins.items():
        assert pair.first == generator.case(seed)


def test_both_keep_every_law_of_cases(twins: Mapping[int, Twins], engine: Engine) -> None:
    laws = Laws(engine)
    for pair in twins.values():
        for case in (pair.first, pair.second):
            assert list(laws.broken(read_case(document_of(case, "<case>"), engine))) == []


def test_both_are_about_people_of_the_same_names(twins: Mapping[int, Twins]) -> None:
    assert all(pair.first["names"] == pair.second["names"] for pair in twins.values())


def test_they_have_ids_of_their_own(twins: Mapping[int, Twins]) -> None:
    for pair in twins.values():
        assert pair.first["id"] != pair.second["id"]
        assert {phase["facts"]["id"] for phase in pair.second["phases"]} == {pair.second["id"]}


def test_the_same_ones_come_whenever_they_are_asked_for(
    twins: Mapping[int, Twins], generator: Generator
) -> None:
    seed, pair = next(iter(twins.items()))
    assert twins_of(generator, seed) == pair


@pytest.mark.parametrize("rule", ["outcome.harmed-only", "role.wronged", "support.child-who-acted"])
def test_the_first_can_be_asked_to_exercise_a_rule(generator: Generator, engine: Engine, rule: str) -> None:
    wanted = Wanted(focus=(rule,))
    pair = twins_of(generator, 1, wanted)
    assert rule in pair.first["exercises"]["rules"]
    assert pair.first["asked"] == {"focus": [rule]}
    assert [_others(one["facts"], pair.changed) for one in pair.first["phases"]] == [
        _others(one["facts"], pair.changed) for one in pair.second["phases"]
    ]
    assert pair.first["id"] not in (generator.case(1)["id"], generator.case(1, wanted)["id"])
    assert twins_of(generator, 1, wanted) == pair


def test_where_there_are_none_a_sentence_says_so(generator: Generator) -> None:
    with pytest.raises(UsageFault, match="No two cases of core with the seed 2 differ in one subject alone"):
        twins_of(generator, WITHOUT)


def test_where_no_case_can_be_as_is_wanted_that_is_said(generator: Generator) -> None:
    with pytest.raises(
        UsageFault, match=r"No case of core can be one in which there are 40 children\.$"
    ) as none:
        twins_of(generator, 1, Wanted(counts=(("children", 40),)))
    assert none.value.__cause__ is None


def test_where_there_are_such_cases_but_no_twins_were_found_that_is_said_too(
    generator: Generator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.cases.twins._alike", lambda *_: ())
    monkeypatch.setattr("simulator.cases.wanted.building.TRIES", ((20, 4),))
    with pytest.raises(UsageFault, match=r"the rule role\.wronged wins; it was not ruled out") as none:
        twins_of(generator, 1, Wanted(focus=("role.wronged",)))
    assert "differ in one subject alone" in str(none.value)


def test_a_pack_at_fault_is_not_taken_for_one_without_twins(
    generator: Generator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def impossible(*_: object, **__: object) -> None:
        raise NoPattern("no pattern carries it")

    monkeypatch.setattr("simulator.cases.moving.Caster.draw", impossible)
    with pytest.raises(InputFault, match="seed 1: no pattern carries it"):
        twins_of(generator, 1)


def _others(facts: Mapping[str, Any], changed: str) -> Mapping[str, Any]:
    people = [each for each in facts["people"] if each["id"] != changed]
    return {**facts, "people": people, "id": ""}


def _unnamed(case: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{**phase, "facts": {**phase["facts"], "id": ""}} for phase in case["phases"]]


def _decided(case: Mapping[str, Any], engine: Engine) -> Mapping[tuple[str, str, str], Mapping[str, str]]:
    read = read_case(document_of(case, "<case>"), engine)
    return {
        (phase, one.question, one.subject): {option: each.verdict for option, each in one.options.items()}
        for phase, facts in read.parts
        for one in engine.assess(facts, phase)
    }


def _of(
    decided: Mapping[tuple[str, str, str], Mapping[str, str]], subject: str
) -> Mapping[tuple[str, str, str], Mapping[str, str]]:
    return {key: verdicts for key, verdicts in decided.items() if key[2] == subject}
