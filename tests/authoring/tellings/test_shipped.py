"""The cases that ship contradict none of their facts, those that are generated neither, and a wrong fact is found."""

from __future__ import annotations

import copy
from functools import cache
from typing import TYPE_CHECKING, Any

from simulator.authoring.lint.examined import examined, examined_case
from simulator.cases.manifest import read_manifest
from simulator.cases.written import read_written
from simulator.errors.faults import InputFault
from simulator.model.document import document_of
from simulator.packs.loading import load_pack
from tests.authoring.packs import workshop
from tests.authoring.tellings.made import checker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.authoring.lint.finding import Finding
    from simulator.cases.manifest import Manifest
    from simulator.cases.written import WrittenCase

SEEDS = range(500)
MOST_AGES_MISSED = 0.08
MOST_HOMES_MISSED = 0.15


@cache
def written() -> tuple[tuple[WrittenCase, Manifest], ...]:
    """Every written case that ships, with its pack's manifest."""
    return tuple(
        (workshop().written(pack, each.case), read_manifest(load_pack(pack)))
        for pack in workshop().found.of_kind("scenario")
        for each in pack.cases
    )


def found_with(case: WrittenCase, pack: Manifest, one: int, field: str, value: Any) -> list[Finding] | None:
    """What is found in a case of which a fact is another; None where the facts cannot be so."""
    data = copy.deepcopy(case.written)
    data["facts"]["people"][one][field] = value
    try:
        changed = read_written(document_of(data, case.document.name), workshop().engine(), pack)
    except InputFault:
        return None
    return list(checker().of_case(examined(changed)))


def missed(field: str, other: Any) -> Iterator[bool]:
    """Of every person in every case, whether nothing is found when a fact of theirs is another."""
    for case, pack in written():
        for one, person in enumerate(case.written["facts"]["people"]):
            found = found_with(case, pack, one, field, other(person)) if field in person else None
            if found is not None:
                yield not any(each.message.find(f"{person['id']}.{field}") >= 0 for each in found)


def test_the_written_cases_contradict_nothing_and_tell_what_they_state() -> None:
    found = [str(each) for case, _ in written() for each in checker().of_case(examined(case))]
    assert found == []


def test_generated_cases_contradict_nothing_and_tell_what_they_state() -> None:
    generator, engine = workshop().generator(), workshop().engine()
    for seed in SEEDS:
        case = examined_case(document_of(generator.case(seed), f"seed {seed}"), engine)
        assert list(map(str, checker().of_case(case))) == []


def test_nearly_every_wrong_age_is_found() -> None:
    tried = list(missed("age", lambda person: person["age"] - 1))
    assert len(tried) > 200
    assert sum(tried) <= MOST_AGES_MISSED * len(tried)


def test_most_wrong_homes_are_found() -> None:
    tried = list(missed("home", lambda person: "county" if person["home"] == "city" else "city"))
    assert len(tried) > 200
    assert sum(tried) <= MOST_HOMES_MISSED * len(tried)
