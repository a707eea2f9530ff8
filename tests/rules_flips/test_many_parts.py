"""Facts of many people and factors: the search stays small, and says so where it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.model.document import document_of
from simulator.rules.flips import search
from simulator.rules.flips.finding import flips_of
from tests.rules_flips.exhaustive import exhaustive_flips, mismatches

if TYPE_CHECKING:
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

NAMES = "ABCDEFGHIJ"
CONSENTS = ("given", "refused", "not_asked")
KINDS = ("bullying", "force", "exploitation")


def crowd(engine: Engine, children: int, factors: int, against: int) -> Facts:
    """Children in a ring, each of whom did something to those who come next."""
    names = NAMES[:children]
    people: list[dict[str, Any]] = [
        {
            "id": name,
            "age": 14,
            "home": "city",
            "acts": ["took_own", "shared_own"],
            "restorative": CONSENTS[place % 3],
        }
        for place, name in enumerate(names)
    ]
    listed = [
        {
            "kind": KINDS[number % 3],
            "grade": ("believed", "suspected")[number % 2],
            "by": names[number],
            "against": [names[(number + step) % children] for step in range(1, against + 1)],
        }
        for number in range(factors)
    ]
    data = {"format": "case-facts/1", "id": "crowd", "people": people, "factors": listed}
    return engine.read_facts(document_of(data))


@pytest.mark.parametrize(
    ("question", "subject", "option"),
    [
        ("support", "A", "restorative_justice"),
        ("support", "B", "restorative_justice"),
        ("response", "case", "no_investigation"),
        ("outcome", "C", "code_21"),
        ("concern", "J", "in_need"),
    ],
)
def test_ten_children_and_ten_factors_take_few_steps(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, question: str, subject: str, option: str
) -> None:
    monkeypatch.setattr(search, "MOST_STEPS", 200_000)
    facts = crowd(engine, children=10, factors=10, against=3)
    assert flips_of(engine, facts, question, subject, option)


def test_adults_who_took_part_do_not_make_the_search_long(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST_STEPS", 200_000)
    data: dict[str, Any] = {**crowd(engine, children=5, factors=4, against=2).data}
    adults = [
        {"id": f"adult-{number}", "age": 30, "acts": ["kept_other", "forwarded"]} for number in range(5)
    ]
    listed = [
        {"kind": "force", "grade": "suspected", "by": adult["id"], "against": ["A"]} for adult in adults
    ]
    data |= {"people": [*data["people"], *adults], "factors": [*data["factors"], *listed]}
    facts = engine.read_facts(document_of({**data, "investigation": "initial"}))
    flips = flips_of(engine, facts, "response", "case", "no_investigation")
    assert flips
    assert {len(flip.changes) for flip in flips} == {len(flips[0].changes)}


def test_what_everybody_in_a_list_is_can_decide(engine: Engine) -> None:
    facts = crowd(engine, children=4, factors=2, against=3)
    assert mismatches(engine, facts, exhaustive_flips(engine, facts, 1, {"age": [18]}), 1) == []
    found = flips_of(engine, facts, "support", "A", "restorative_justice")
    changed = {frozenset((each.fact, each.after) for each in flip.changes) for flip in found}
    assert frozenset({("people[1].restorative", "given"), ("people[2].restorative", "given")}) in changed


def test_a_search_that_would_be_too_long_says_so(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_STEPS", 50)
    facts = crowd(engine, children=4, factors=4, against=2)
    with pytest.raises(search.BeyondSearch, match="too much can change"):
        flips_of(engine, facts, "support", "A", "restorative_justice")
