"""Every case of ten thousand seeds is valid and keeps the laws; together they reach everything that can be reached."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from simulator.cases.reading import read_case
from simulator.errors.faults import InputFault
from simulator.model.document import document_of
from tests.cases.laws import Laws

if TYPE_CHECKING:
    from simulator.cases.generating import Generator
    from simulator.cases.reading import Case
    from simulator.rules.engine import Engine

SEEDS = 10_000


@dataclass
class Seen:
    """What the cases of all seeds amount to."""

    invalid: list[str] = field(default_factory=list)
    broken: dict[str, list[str]] = field(default_factory=dict)
    rules: Counter[str] = field(default_factory=Counter)
    rulings: set[int] = field(default_factory=set)
    children: Counter[int] = field(default_factory=Counter)
    ages: Counter[int] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)

    def add(self, case: Case, engine: Engine, laws: Laws) -> None:
        for broken in laws.broken(case):
            self.broken.setdefault(broken.partition(":")[0], []).append(f"{case.id}: {broken}")
        self.rules.update(case.data["exercises"]["rules"])
        for phase, facts in case.parts:
            for decision in engine.assess(facts, phase):
                self.rulings.update(id(ruling) for ruling in decision.options.values())
        people = case.parts[-1][1].data["people"]
        ages = [person["age"] for person in people if person["age"] < 18]
        self.children[len(ages)] += 1
        self.ages.update(ages)
        self.texts[" ".join(block["text"] for block in case.data["phases"][0]["narrative"])] += 1


@pytest.fixture(scope="module")
def seen(engine: Engine, generator: Generator) -> Seen:
    laws, seen = Laws(engine), Seen()
    for seed, data in enumerate(generator.cases(0, SEEDS)):
        try:
            case = read_case(document_of(data, f"seed {seed}"), engine)
        except InputFault as wrong:
            seen.invalid.append(f"seed {seed}: {wrong}")
        else:
            seen.add(case, engine, laws)
    return seen


def test_every_case_is_valid(seen: Seen) -> None:
    assert not seen.invalid, seen.invalid[:5]


@pytest.mark.parametrize(
    ("law", "says"),
    [
        (
            "words",
            "no grade, label, description of an image, real place, brand, number or placeholder stands in a text",
        ),
        ("characters", "no control character or doubled space stands in a text"),
        ("by name", "what is told of somebody is told by name"),
        ("length", "each paper is as long as such papers are"),
        ("evidence", "every piece of evidence is told"),
        ("grade", "the evidence told so far carries each grade, and no other"),
        ("stated", "every fact that decides something is told, as it is by then"),
        ("goes on", "the last phase begins with how the case went on"),
    ],
)
def test_every_case_keeps_the_law(seen: Seen, law: str, says: str) -> None:
    assert law not in seen.broken, f"{says}: {len(seen.broken[law])} times not, as in {seen.broken[law][:5]}"


def test_no_law_is_broken_that_the_table_above_leaves_out(seen: Seen) -> None:
    assert sum(map(len, seen.broken.values())) == 0, list(seen.broken)


def test_every_rule_wins(seen: Seen, engine: Engine) -> None:
    assert set(engine.guidance.rules) == set(seen.rules)


def test_every_branch_of_every_cell_is_taken(seen: Seen, engine: Engine) -> None:
    missed = [
        f"{rule.rule}: {option}, branch {number}"
        for rule in engine.guidance.rules.values()
        for option, branches in rule.options.items()
        for number, branch in enumerate(branches)
        if id(branch.ruling) not in seen.rulings
    ]
    assert not missed


def test_no_rule_is_so_rare_that_a_learner_would_never_meet_it(seen: Seen) -> None:
    rare = {rule: count for rule, count in seen.rules.items() if count < SEEDS // 250}
    assert not rare


def test_cases_are_spread_over_the_ways_of_responding(seen: Seen) -> None:
    assert 0.3 < seen.rules["response.aggravated"] / SEEDS < 0.5
    assert seen.rules["response.suspected"] / SEEDS > 0.12
    assert seen.rules["response.no-investigation"] / SEEDS > 0.12


def test_cases_have_two_to_five_children_of_eleven_to_seventeen(seen: Seen) -> None:
    assert set(seen.children) == {2, 3, 4, 5}
    assert set(seen.ages) == set(range(11, 18))


def test_no_two_reports_are_the_same(seen: Seen) -> None:
    assert max(seen.texts.values()) == 1
