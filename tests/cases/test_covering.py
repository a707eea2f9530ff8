"""A cover meets all that it says it meets; deciding facts are found in facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.cases.wanted import covering
from simulator.cases.wanted.covering import Cover, Points, cover_of
from simulator.cases.wanted.deciding_facts import DecidingFacts
from simulator.model.document import document_of

if TYPE_CHECKING:
    from simulator.cases.generating import Generator


@pytest.fixture(scope="module")
def cover(generator: Generator) -> Cover:
    return cover_of(generator)


def test_every_rule_wins_in_a_cover_and_nothing_that_it_counts_is_missing(
    generator: Generator, cover: Cover
) -> None:
    points, met = Points(generator), 0
    for seed, point in cover.chosen:
        wants = [points.want(point)] if point else []
        moments = generator.drawn_for(seed, wants, covering.TRIES)[1] if point else generator.drawn(seed)[1]
        met |= points.met(moments)
    assert cover.rules == len(generator.guidance.rules)
    assert met.bit_count() == cover.rules + cover.pairs


def test_a_cover_is_small_and_few_pairs_are_left_open(cover: Cover) -> None:
    assert len(cover.chosen) < 160
    assert len(cover.missed) < 25
    assert ("consensual True", "consensual False") in cover.apart


def test_a_cover_can_be_kept_as_plain_data(cover: Cover) -> None:
    assert Cover.of_data(cover.as_data()) == cover


def test_its_cases_have_ids_of_their_own(generator: Generator, cover: Cover) -> None:
    plain = [each for each in cover.chosen if not each[1]]
    built = [each for each in cover.chosen if each[1]]
    few = Cover((*plain[:2], *built[:2]), 0, 0, (), ())
    assert len({case["id"] for case in few.cases(generator)}) == len(few.chosen)


def test_deciding_facts_are_values_that_questions_read_and_numbers_by_class(generator: Generator) -> None:
    deciding = DecidingFacts(generator.guidance, generator.pack.makes)
    facts = generator.engine.read_facts(
        document_of(
            {
                "format": "case-facts/1",
                "id": "two",
                "people": [
                    {"id": "A", "age": 14, "home": "city", "acts": ["took_own", "shared_own"]},
                    {"id": "B", "age": 15, "home": "county", "acts": ["kept_other"]},
                ],
                "factors": [{"kind": "bullying", "grade": "suspected", "by": "B", "against": ["A"]}],
            },
            "facts",
        )
    )
    found = {str(fact) for fact in deciding.at(facts)}
    assert {"consensual True", "people acts took_own", "people age 0"} <= found
    assert "factors kind bullying and grade suspected" in found
    assert "people age 18" in {str(fact) for fact in deciding.all} - found
