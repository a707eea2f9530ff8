"""`lint/1` is what its schema says, and nothing else."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from simulator.authoring.lint.finding import Excused, Finding
from tests.authoring.packs import begun
from tests.hostile.running import run_here

SCHEMA = Path(__file__).parents[3] / "simulator/authoring/schemas/lint.json"


@cache
def lint_schema() -> Any:
    """The committed schema."""
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def told(*packs: Path) -> list[Any]:
    """What the linter tells as JSON, a line a pack."""
    lines = run_here(["pack", "lint", "--format", "json", *map(str, packs)]).stdout.decode().splitlines()
    return [json.loads(line) for line in lines]


def test_the_schema_is_one() -> None:
    assert jsonschema_rs.meta.is_valid(lint_schema())


def test_whatever_is_told_is_taken(faulty_pack: Path, tmp_path: Path) -> None:
    documents = told(faulty_pack, begun(tmp_path / "tried"), tmp_path / "nowhere", Path("/dev/null"))
    assert [len(each["findings"]) > 0 for each in documents] == [True, False, True, True]
    assert len(documents[0]["excused"]) == 1
    for document in documents:
        jsonschema_rs.validate(lint_schema(), document)


def test_the_schema_names_the_very_fields_of_a_finding() -> None:
    own = {"file", "line", "column", "severity", "code", "message", "fix"}
    assert set(Finding.__dataclass_fields__) - {"begins"} == own
    assert set(Excused.__dataclass_fields__) - {"finding"} == {"reason"}
    for name, fields in (("finding", own), ("excused", own | {"reason"})):
        part = lint_schema()["$defs"][name]
        assert set(part["required"]) == set(part["properties"]) == fields
        assert part["additionalProperties"] is False


@pytest.mark.parametrize("field", ["file", "line", "column", "severity", "code", "message", "fix"])
@pytest.mark.parametrize("value", [None, "", 0, "a\x1b[2J", "a\nb", []])
def test_a_spoilt_field_is_refused(field: str, value: object, faulty_pack: Path) -> None:
    [document] = deepcopy(told_once(faulty_pack))
    document["findings"][0][field] = value
    assert not jsonschema_rs.is_valid(lint_schema(), document)


@cache
def told_once(pack: Path) -> list[Any]:
    """What is told of a pack that does not change."""
    return told(pack)


def test_a_field_too_many_and_one_too_few_are_refused(faulty_pack: Path) -> None:
    [document] = deepcopy(told_once(faulty_pack))
    document["findings"][0]["begins"] = 1
    assert not jsonschema_rs.is_valid(lint_schema(), document)
    [document] = deepcopy(told_once(faulty_pack))
    del document["excused"][0]["reason"]
    assert not jsonschema_rs.is_valid(lint_schema(), document)
