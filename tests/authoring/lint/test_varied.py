"""A field changed in place is decided on like the same facts read anew, and stands as before afterwards."""

from __future__ import annotations

import pytest

from simulator.authoring.lint.alternatives import Alternatives
from simulator.authoring.lint.told import _with
from simulator.model.document import document_of
from tests.authoring.packs import workshop

FIELDS = ("agrees", "restorative", "parents")


@pytest.mark.parametrize("seed", range(1, 13))
def test_in_place_as_read_anew(seed: int) -> None:
    engine = workshop().engine()
    alternatives = Alternatives(engine.guidance)
    for phase in workshop().generator().case(seed)["phases"]:
        facts = engine.read_facts(document_of(phase["facts"]))
        asked = engine.phase(phase["phase"]).questions
        before = [each.as_data() for each in engine.assess_questions(asked, facts)]
        for number, person in enumerate(facts.full["people"]):
            for field in (name for name in FIELDS if name in person):
                path = ("people", number, field)
                assert alternatives.stands_alone(path)
                for other in alternatives.of(path, person[field]):
                    anew = engine.read_facts(document_of(_with(facts.full, path, other)))
                    expected = [each.as_data() for each in engine.assess_questions(asked, anew)]
                    with engine.varied(facts, path, other):
                        assert [each.as_data() for each in engine.assess_questions(asked, facts)] == expected
        assert [each.as_data() for each in engine.assess_questions(asked, facts)] == before


@pytest.mark.parametrize("path", [("people", 0, "age"), ("people", 0, "acts"), ("factors", 0, "triage")])
def test_what_other_facts_rest_on_does_not_stand_alone(path: tuple[str, int, str]) -> None:
    assert not Alternatives(workshop().engine().guidance).stands_alone(path)
