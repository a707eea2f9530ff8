"""Whether the engine's proof and z3's agree on every question of a pack."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.model.document import document_of
from simulator.rules.engine import Engine
from tests.proof.second.conditions import SecondWorld
from tests.proof.second.elements import Bound
from tests.proof.second.pack_data import pack_data
from tests.proof.second.rules import SecondProof, Shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from simulator.guidance.guidance import Guidance

SMALL = Bound({"people": 3, "factors": 3})


@dataclass
class Agreement:
    """What z3 found within a bound, all of it confirmed by the engine."""

    bound: Mapping[str, int]
    undecided: int = 0
    decided_twice: int = 0
    rules: int = 0
    branches: int = 0
    not_shown: list[tuple[str, str | None, int]] = field(default_factory=list)


def agreement(folder: Path, guidance: Guidance, bound: Bound) -> Agreement:
    """Asks z3 of every question, and the engine of all facts that z3 finds for its rules and branches."""
    world = SecondWorld(pack_data(folder), bound)
    engine = Engine(guidance)
    found = Agreement(bound.most)
    for question in guidance.questions:
        proof = SecondProof(world, question)
        found.undecided += len(proof.undecided())
        found.decided_twice += len(proof.decided_twice())
        for shown in proof.shown():
            if not isinstance(shown, Shown):
                found.not_shown.append(shown)
                continue
            confirm(engine, question, shown)
            found.rules += shown.option is None
            found.branches += shown.option is not None
    return found


def confirm(engine: Engine, question: str, shown: Shown) -> None:
    """Sees that the engine decides as z3 says."""
    decisions = engine.assess(engine.read_facts(document_of(shown.facts)))
    [decision] = [each for each in decisions if (each.question, each.subject) == (question, shown.subject)]
    assert decision.rule == shown.rule, shown
    if shown.option is not None:
        cell = engine.guidance.rules[shown.rule].options[shown.option]
        assert decision.options[shown.option] is cell[shown.branch].ruling, shown


def bound_for_all(folder: Path) -> Bound:
    """An element for every statement of the question that has most, and enough for what these name.

    Of statements over an entity each needs one element of it. Who refers to others needs three of those at
    most: the one whom it names, and two of a list. Two more make facts possible, and one is the subject.
    """
    sections = pack_data(folder)
    entities = sections["entities"]
    referring = {
        name: [field["to"] for field in each["fields"].values() if field["type"].startswith("reference")]
        for name, each in entities.items()
    }
    most: dict[str, int] = {}
    for entity in entities:
        needed = [_statements(sections, question["question"], entity) for question in sections["questions"]]
        most[entity] = max(needed, default=0)
    wider = {
        entity: most[entity]
        + sum(3 * most[other] for other, targets in referring.items() if entity in targets)
        + (3 if "reserved_ids" in entities[entity] else 0)
        for entity in entities
    }
    return Bound(wider)


def _statements(sections: dict[str, Any], question: str, entity: str) -> int:
    """How many statements about some element of an entity the rules of a question make, all told."""
    found: set[str] = set()
    seen: set[str] = set()
    [asked] = [each for each in sections["questions"] if each["question"] == question]
    waiting: list[Any] = [asked.get("asked_when")]
    for rule in sections["rules"]:
        if rule["rule"].partition(".")[0] == question:
            waiting += [rule["when"], rule["options"]]
    while waiting:
        tree = waiting.pop()
        if isinstance(tree, list):
            waiting += tree
        elif isinstance(tree, dict):
            if any(tree.get(word) == entity for word in ("some", "every", "another")):
                found.add(json.dumps(tree, sort_keys=True))
            waiting += tree.values()
        elif isinstance(tree, str) and tree not in seen:
            seen.add(tree)
            waiting += [sections["definitions"].get(tree, {}).get("when"), sections["cells"].get(tree)]
    return len(found)
