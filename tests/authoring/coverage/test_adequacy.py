"""Adequacy is the share of the detectable mutants that cases detect."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from simulator.authoring.coverage.adequacy import adequacy, missing
from simulator.model.document import document_of
from simulator.rules.mutants.situations import Met

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from simulator.authoring.coverage.keeping import Known
    from simulator.authoring.coverage.moments import Moments

    Knowing = Callable[[], Known]
    Cases = Mapping[str, Moments]


def test_a_pack_of_no_cases_detects_nothing(knowing: Knowing) -> None:
    found = adequacy(knowing(), [])
    assert found.share == 0
    assert found.undetected == found.of("detectable") != []


def test_every_mutant_stands_somehow(knowing: Knowing) -> None:
    found = adequacy(knowing(), [])
    counts = [len(found.of(standing)) for standing in ("detectable", "alike", "refused", "open")]
    assert sum(counts) == len(found.mutants)
    assert min(counts[:3]) > counts[3]


def test_a_case_that_is_added_takes_nothing_away(knowing: Knowing, cases: Cases) -> None:
    detected = {
        some: adequacy(knowing(), [cases[name] for name in some]).detected
        for number in (1, 2)
        for some in combinations(cases, number)
    }
    for (one, other), both in ((some, found) for some, found in detected.items() if len(some) == 2):
        assert both == detected[one,] | detected[other,]
    assert len(set(map(len, detected.values()))) > 3


def test_what_was_found_before_changes_nothing(knowing: Knowing, cases: Cases) -> None:
    known = knowing()
    for some in (["small"], ["small", "red"], ["red"], list(cases), ["claiming"], [], ["named", "closed"]):
        chosen = [cases[name] for name in some]
        assert adequacy(known, chosen).detected == adequacy(knowing(), chosen).detected


def test_a_case_of_another_phase_detects_nothing_of_this_one(knowing: Knowing, cases: Cases) -> None:
    known = knowing()
    [moment] = cases["small"].moments
    standings = known.standings()
    among = [number for number, each in enumerate(standings) if each == "detectable"]
    assert known.detected([moment.met], among)
    assert not known.detected([Met(moment.met.facts, ())], among)


@pytest.mark.parametrize("some", [[], ["small", "red"], ["claiming", "named"]], ids=str)
def test_facts_are_named_that_would_detect_everything_else(
    knowing: Knowing, cases: Cases, some: list[str]
) -> None:
    known = knowing()
    found = adequacy(known, [cases[name] for name in some])
    aims = list(missing(known, found.undetected))
    assert sorted(number for aim in aims for number in aim.mutants) == found.undetected
    met = [
        Met(known.engine.read_facts(document_of(aim.facts)), ("keep",))
        for aim in aims
        if aim.facts is not None
    ]
    assert known.detected(met, found.undetected) == frozenset(found.undetected)
    assert len(aims) <= max(1, len(found.undetected) // 2)


def test_the_shares_of_operators_make_up_the_whole(knowing: Knowing, cases: Cases) -> None:
    found = adequacy(knowing(), [cases["small"], cases["red"]])
    counts = found.by_operator().values()
    assert sum(detectable for detectable, _ in counts) == len(found.of("detectable"))
    assert sum(detected for _, detected in counts) == len(found.detected)
    assert 0 < found.share < 1
