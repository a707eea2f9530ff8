"""The second proof agrees with the engine's own, on the bundled pack and on packs with a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.proof.broken_packs import BROKEN, BrokenPack
from tests.proof.packs import PACK, bundled, spoilt
from tests.proof.second.agreement import SMALL, Agreement, agreement, bound_for_all
from tests.proof.second.conditions import SecondWorld
from tests.proof.second.elements import Bound
from tests.proof.second.pack_data import pack_data
from tests.proof.second.rules import SecondProof, Shown

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.rules.certificate import Certificate

IN_THE_RULES = [broken for broken in BROKEN if broken.breaks in ("undecided", "decided_twice", "never_wins")]


def test_z3_agrees_within_a_small_bound(certificate: Certificate) -> None:
    assert certificate.holds
    _assert_agrees(agreement(PACK, bundled(), SMALL))


@pytest.mark.soak
def test_z3_agrees_within_the_bound_that_has_an_element_for_every_statement() -> None:
    bound = bound_for_all(PACK)
    assert all(bound.most[entity] > number for entity, number in SMALL.most.items())
    _assert_agrees(agreement(PACK, bundled(), bound))


@pytest.mark.parametrize("broken", IN_THE_RULES, ids=str)
def test_z3_finds_the_fault_that_the_engine_finds(broken: BrokenPack, tmp_path: Path) -> None:
    proof = SecondProof(SecondWorld(pack_data(spoilt(tmp_path, *broken.edits)), SMALL), broken.question)
    undecided, twice = proof.undecided(), proof.decided_twice()
    not_shown = [each for each in proof.shown() if not isinstance(each, Shown)]
    assert bool(undecided) == (broken.breaks == "undecided")
    assert [list(pair) for *pair, _ in twice] == (
        [broken.entry["rules"]] if broken.breaks == "decided_twice" else []
    )
    if broken.breaks == "never_wins":
        branch = broken.entry.get("branch", 1) - 1
        assert not_shown[0] == (broken.entry["rule"], broken.entry.get("option"), branch)
    else:
        assert not_shown == []


def test_a_bound_too_small_for_a_rule_shows_that_it_binds() -> None:
    world = SecondWorld(pack_data(PACK), Bound({"people": 2, "factors": 0}))
    shown = list(SecondProof(world, "label").shown())
    assert ("label.suspected", None, 0) in shown
    assert any(isinstance(each, Shown) for each in shown)


def _assert_agrees(found: Agreement) -> None:
    rules = bundled().rules.values()
    cells = [cell for rule in rules for cell in rule.options.values() if len(cell) > 1]
    assert (found.undecided, found.decided_twice, found.not_shown) == (0, 0, [])
    assert (found.rules, found.branches) == (len(rules), sum(map(len, cells)))
