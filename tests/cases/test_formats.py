"""The schemas of this room, its documentation and its code say the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from simulator.cases import pack
from simulator.cases.formats import schema_of
from simulator.cases.wanted.wants import Wanted
from simulator.model.document import document_of
from simulator.model.schema_check import check
from simulator.packs.reading import read_document
from tests.cases.conftest import CORE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.cases.generating import Generator


def keys_of(schema: Any) -> Iterator[str]:
    """Every key that a schema names."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for value in schema.values():
            yield from keys_of(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from keys_of(value)


def test_the_documentation_of_a_scenario_pack_names_every_key_of_its_schema() -> None:
    documented = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]*)`", pack.__doc__ or ""))))
    assert set(keys_of(schema_of("scenario-pack"))) - {"format"} <= documented


def test_the_documentation_of_a_scenario_pack_names_no_section_that_its_schema_lacks() -> None:
    sections = set(re.findall(r"(?:^|\. |; )`(\w+)`:", pack.__doc__ or "", re.MULTILINE))
    assert sections <= set(keys_of(schema_of("scenario-pack")))


@pytest.mark.parametrize("path", sorted(CORE.rglob("*.yaml")), ids=lambda path: path.name)
def test_every_file_of_the_bundled_pack_keeps_the_schema(path: Any) -> None:
    assert check(read_document(path), schema_of("scenario-pack")) == ()


def test_generated_cases_keep_the_schema(generator: Generator) -> None:
    for case in generator.cases(0, 50):
        assert check(document_of(case), schema_of("case")) == ()


def test_the_schema_of_a_case_allows_just_the_keys_that_a_generated_case_has(generator: Generator) -> None:
    case = generator.case(1, Wanted(level="easy"))
    schema = schema_of("case")
    phase, block = schema["$defs"]["phase"], schema["$defs"]["block"]
    assert set(schema["properties"]) - set(case) == {"border", "discuss"}, "which written cases have"
    assert set(case["phases"][0]) == set(phase["properties"])
    assert set(case["phases"][0]["narrative"][0]) == set(block["properties"])
    assert set(generator.case(1)["evidence"][0]) == set(schema["$defs"]["piece"]["properties"])
