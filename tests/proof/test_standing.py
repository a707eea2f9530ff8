"""Of every mutant it is shown that some facts detect it, or proved that none do."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from simulator.cli.workshop import Workshop
from simulator.model.document import document_of
from simulator.rules.engine import Engine
from simulator.rules.mutants.situations import Met
from simulator.rules.mutants.standing import Catalogue
from tests.proof.asking import Asked
from tests.proof.speaking import outspoken
from tests.rules.library import Row, facts, library, reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.guidance.guidance import Guidance

ROWS = [
    Row("small", "small"),
    Row("red", {"this": "card", "equals": "red"}, ("small",)),
    Row("rest", "otherwise"),
]
QUESTIONS = ("keep",)


@pytest.fixture(scope="module")
def guidance() -> Guidance:
    """A small guidance."""
    return outspoken(library(ROWS, reads={"own": ["years", "card"]}))


def everybody(engine: Engine) -> Iterator[Met]:
    """Facts of single readers, of every sort."""
    for years, card, marks in product(range(4), ("red", "blue"), (["torn"], ["named"], ["wet", "named"])):
        yield Met(engine.read_facts(document_of(facts([reader("A", years, card, marks)]))), QUESTIONS)


def test_how_mutants_stand_is_the_same_with_a_stock_of_facts_and_without(guidance: Guidance) -> None:
    engine = Engine(guidance)
    bare = Catalogue(engine).standings()
    assert bare == Catalogue(engine).standings(everybody(engine))
    assert min(bare.count(each) for each in ("detectable", "alike", "refused")) > 5


def test_facts_are_made_that_detect_each_detectable_mutant(guidance: Guidance) -> None:
    engine = Engine(guidance)
    catalogue, ours = Catalogue(engine), Asked(guidance)
    for number, standing in enumerate(catalogue.standings(everybody(engine))):
        made = catalogue.facts_for(number)
        assert (made is not None) is (standing == "detectable")
        if made is not None:
            theirs = Asked(catalogue.mutants[number].guidance)
            assert ours.about(made, QUESTIONS) != theirs.about(made, QUESTIONS)


def test_no_facts_detect_a_mutant_that_is_called_alike(guidance: Guidance) -> None:
    engine = Engine(guidance)
    catalogue, ours = Catalogue(engine), Asked(guidance)
    met = list(everybody(engine))
    alike = [number for number, each in enumerate(catalogue.standings(met)) if each == "alike"]
    assert len(alike) > 10
    for number in alike:
        theirs = Asked(catalogue.mutants[number].guidance)
        for each in met:
            assert ours.about(each.facts.data, QUESTIONS) == theirs.about(each.facts.data, QUESTIONS)


@pytest.mark.soak
def test_of_no_mutant_of_the_bundled_pack_is_it_left_open() -> None:
    workshop = Workshop(strangers=False)
    generator, engine = workshop.generator(), workshop.engine()
    stock = [
        Met(engine.read_facts(document_of(each["facts"])), engine.phase(each["phase"]).questions)
        for seed in range(300)
        for each in generator.case(seed)["phases"]
    ]
    assert "open" not in Catalogue(engine).standings(stock)
