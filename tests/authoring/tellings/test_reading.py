"""The section `tellings` of a guidance pack is read, and what is wrong with it is told at its place."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

import pytest

from simulator.errors.faults import InputFault
from simulator.guidance.reading import read_guidance
from simulator.model.document import Document, document_of
from simulator.packs.reading import read_document
from tests.authoring.packs import workshop

CUE: dict[str, Any] = {"field": "people.home", "is": ["city"], "words": ["in the city"]}


@cache
def documents() -> tuple[Document, ...]:
    """The installed guidance's files, but for the one that says how facts are told."""
    folder = workshop().guidance_folder
    read = (read_document(path) for path in sorted(folder.rglob("*.yaml")) if "cases" not in path.parts)
    return tuple(each for each in read if isinstance(each.data, dict) and "tellings" not in each.data)


def told(section: dict[str, Any]) -> Any:
    """What a section is read as. Raises InputFault."""
    data = {"format": "guidance-pack/1", "tellings": copy.deepcopy(section)}
    return read_guidance([*documents(), document_of(data, "tellings.yaml")]).tellings


def test_a_guidance_need_not_say_how_facts_are_told() -> None:
    tellings = read_guidance(documents()).tellings
    assert tellings.cues == ()
    assert not tellings.needed


def test_a_cue_tells_values_of_whoever_is_named_last_unless_it_says_otherwise() -> None:
    [cue] = told({"cues": [CUE]}).cues
    assert cue.of == ("people", "home")
    assert cue.kind == "is"
    assert cue.values == {"city"}
    assert cue.whose == "before"
    assert not cue.anywhere


def test_a_field_of_the_case_has_no_entity_before_it() -> None:
    [cue] = told({"cues": [{"field": "consensual", "is": [False], "words": ["did not consent"]}]}).cues
    assert cue.of == ("case", "consensual")


def test_a_field_is_needed_by_its_words_or_by_its_number() -> None:
    words = {"city": ["city"], "county": ["county"]}
    tellings = told({"needed": [{"field": "people.age"}, {"field": "people.home", "words": words}]})
    assert tellings.needed_numbers == {("people", "age")}
    assert tellings.needed[("people", "home")]["county"] == ("county",)


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("'people.hom' is no field", {"cues": [{**CUE, "field": "people.hom"}]}),
    ("'persons.home' is no field", {"cues": [{**CUE, "field": "persons.home"}]}),
    ("'town' is no value of home", {"cues": [{**CUE, "is": ["town"]}]}),
    ("'True' is no value of home", {"cues": [{**CUE, "is": [True]}]}),
    ("home has no 'holds'", {"cues": [{"field": "people.home", "holds": ["city"], "words": ["x"]}]}),
    ("acts has no 'is'", {"cues": [{"field": "people.acts", "is": ["forwarded"], "words": ["x"]}]}),
    ("home is no number", {"cues": [{"field": "people.home", "number": True, "words": ["<number>"]}]}),
    ("it is not said what the words tell", {"cues": [{"field": "people.home", "words": ["x"]}]}),
    ("it is not said what the words tell", {"cues": [{**CUE, "number": True}]}),
    ("'town' is no value of home", {"needed": [{"field": "people.home", "words": {"town": ["town"]}}]}),
    ("home is no number", {"needed": [{"field": "people.home"}]}),
    ("'in  the city' is no phrase", {"cues": [{**CUE, "words": ["in  the city"]}]}),
    ("'a? b?' is no phrase", {"cues": [{**CUE, "unless": ["a? b?"]}]}),
    ("is no phrase", {"cues": [{**CUE, "words": ["a " + "b? " * 40 + "c"]}]}),
    ("'(x|y)+' is no phrase", {"stand_ins": ["(x|y)+"]}),
    ("'a//b' is no phrase", {"turning": ["a//b"]}),
]


@pytest.mark.parametrize(("what", "section"), WRONG)
def test_what_is_wrong_with_it_is_said(what: str, section: dict[str, Any]) -> None:
    with pytest.raises(InputFault) as wrong:
        told(section)
    assert any(what in fault.what for fault in wrong.value.faults), [str(each) for each in wrong.value.faults]
