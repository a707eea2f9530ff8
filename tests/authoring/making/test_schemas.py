"""`pack schema`: what an editor checks with takes every shipped case and refuses spoilt ones."""

from __future__ import annotations

import json
import os
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest

from simulator.authoring.making.schemas import case_schema, pack_schema
from simulator.packs.folder import pack_files
from simulator.packs.reading import read_yaml
from tests.authoring.packs import CASE, workshop
from tests.hostile.running import assert_safe, assert_wrong_usage, run_here

if TYPE_CHECKING:
    from tests.hostile.running import Ran

SHIPPED = sorted((Path(__file__).parents[3] / "scenarios").glob("simulator_scenarios_*"))
OF_CASES = [folder for folder in SHIPPED if (folder / "cases").is_dir()]


@cache
def cases() -> jsonschema_rs.Validator:
    """What checks a written case under the installed guidance."""
    return jsonschema_rs.validator_for(dict(case_schema(workshop().engine())))


@cache
def manifests() -> jsonschema_rs.Validator:
    """What checks the other files of a pack."""
    return jsonschema_rs.validator_for(dict(pack_schema()))


def printed(*words: str) -> Ran:
    """What `pack schema` says."""
    ran = run_here(["pack", "schema", *words])
    assert_safe(ran.stdout + ran.stderr)
    return ran


def first_case(folder: Path) -> Any:
    """The first case of a new pack, as plain data."""
    return deepcopy(read_yaml((folder / CASE).read_bytes(), CASE).data)


@pytest.mark.parametrize("folder", OF_CASES, ids=lambda folder: folder.name)
def test_every_shipped_case_is_taken(folder: Path) -> None:
    wrong = {}
    for file in pack_files(folder):
        data = read_yaml(file.data, file.path).data
        checks = cases() if file.path.startswith("cases/") else manifests()
        if errors := [error.message for error in checks.iter_errors(data)]:
            wrong[file.path] = errors
    assert wrong == {}


def test_five_shipped_packs_hold_sixty_cases() -> None:
    assert len(OF_CASES) >= 5
    assert sum(len(list((folder / "cases").glob("*.yaml"))) for folder in OF_CASES) >= 60


def test_a_new_pack_is_taken(pack: Path) -> None:
    assert cases().is_valid(first_case(pack))
    assert manifests().is_valid(read_yaml((pack / "pack.yaml").read_bytes(), "pack.yaml").data)


SPOILT: dict[str, tuple[tuple[str | int, ...], object]] = {
    "an unknown key": (("tilte",), "x"),
    "another format": (("format",), "written-case/2"),
    "an id with a capital": (("case",), "First"),
    "a title that is a number": (("title",), 7),
    "a name that is a list": (("names", "A"), ["Rafi"]),
    "an unknown field of somebody": (("facts", "people", 0, "aged"), 14),
    "an unknown act": (("facts", "people", 0, "acts"), ["took_none"]),
    "an age in words": (("facts", "people", 0, "age"), "fourteen"),
    "an age below nought": (("facts", "people", 0, "age"), -1),
    "an unknown list of facts": (("facts", "persons"), []),
    "an unknown kind of evidence": (("evidence", 0, "kind"), "rumour"),
    "an unknown kind that it bears on": (("evidence", 0, "bears_on", "kind"), "weather"),
    "a piece without an owner": (("evidence", 0), {"id": "x", "bears_on": {}, "kind": "answer"}),
    "an unknown phase": (("phases", 0, "phase"), "trial"),
    "a phase without a narrative": (("phases", 1), {"phase": "assessment"}),
    "a block without a text": (("phases", 0, "narrative", 0), {"states": []}),
    "a block with an unknown key": (("phases", 0, "narrative", 0, "tells"), []),
    "an unknown choice": (("phases", 1, "narrative", 0, "after"), "enquiries=nobody"),
    "an unknown question": (("expects", "outcome", "ending"), {}),
    "a question of another phase": (("expects", "report", "outcome"), {"A": "code_21"}),
    "an unknown option": (("expects", "outcome", "outcome", "A"), "code_99"),
    "an unknown option in a list": (("expects", "outcome", "outcome", "A"), ["code_21", "code_99"]),
}  # fmt: skip


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_case_is_refused(name: str, pack: Path) -> None:
    path, value = SPOILT[name]
    data = first_case(pack)
    within = data
    for step in path[:-1]:
        within = within.setdefault(step, {}) if isinstance(within, dict) else within[step]
    within[path[-1]] = value
    assert not cases().is_valid(data)


@pytest.mark.parametrize("of", ["written-case", "scenario-pack", "case-facts", "guidance-pack"])
def test_each_is_a_json_schema_of_2020_with_words_for_an_author(of: str) -> None:
    ran = printed(of)
    assert (ran.code, ran.stderr) == (0, b"")
    schema = json.loads(ran.stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema_rs.meta.validate(schema)
    assert isinstance(schema.get("description") or schema.get("title"), str)


def test_every_reference_within_a_schema_leads_somewhere() -> None:
    for schema in (case_schema(workshop().engine()), pack_schema()):
        for reference in _references(schema):
            assert reference.startswith("#/$defs/")
            assert reference.removeprefix("#/$defs/") in schema["$defs"]


def _references(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return own + [each for value in part.values() for each in _references(value)]
    return [each for value in part for each in _references(value)] if isinstance(part, list) else []


def test_the_written_ones_are_the_printed_ones(pack: Path) -> None:
    for of in ("written-case", "scenario-pack"):
        assert (pack / f"schemas/{of}.json").read_bytes() == printed(of).stdout


def test_old_ones_are_written_anew(pack: Path) -> None:
    before = {path: path.read_bytes() for path in (pack / "schemas").iterdir()}
    for path in before:
        path.write_text("{}")
    ran = printed("--into", str(pack))
    assert ran.stdout.decode().splitlines() == [
        f"{pack}/schemas/scenario-pack.json",
        f"{pack}/schemas/written-case.json",
    ]
    assert {path: path.read_bytes() for path in (pack / "schemas").iterdir()} == before


def test_a_link_in_the_way_is_replaced_and_its_target_left_alone(pack: Path) -> None:
    target = pack.parent / "precious"
    target.write_text("kept")
    (pack / "schemas/written-case.json").unlink()
    (pack / "schemas/written-case.json").symlink_to(target)
    assert printed("--into", str(pack)).code == 0
    assert target.read_text() == "kept"
    assert not (pack / "schemas/written-case.json").is_symlink()


def test_a_pipe_in_the_way_is_not_waited_for(pack: Path) -> None:
    (pack / "schemas/written-case.json").unlink()
    os.mkfifo(pack / "schemas/written-case.json")
    assert printed("--into", str(pack)).code == 0
    assert json.loads((pack / "schemas/written-case.json").read_bytes())


def test_a_folder_of_schemas_elsewhere_is_not_written_to(pack: Path) -> None:
    elsewhere = (pack / "schemas").rename(pack.parent / "elsewhere")
    before = {path: path.stat().st_mtime_ns for path in elsewhere.iterdir()}
    (pack / "schemas").symlink_to(elsewhere)
    assert_wrong_usage(printed("--into", str(pack)), "schemas is a link, which is not followed")
    assert {path: path.stat().st_mtime_ns for path in elsewhere.iterdir()} == before


@pytest.mark.parametrize("into", ["nowhere", "file", "loop", "/dev/null", "x" * 300, "a\0b", ""])
def test_what_is_no_folder_is_told(into: str, tmp_path: Path) -> None:
    Path("file").touch()
    Path("loop").symlink_to("loop")
    before = sorted(tmp_path.iterdir())
    assert_wrong_usage(printed("--into", into), "is no folder; give a pack's folder.")
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_where_the_folder_of_schemas_should_be_is_told(tmp_path: Path) -> None:
    Path("mine").mkdir()
    Path("mine/schemas").touch()
    assert_wrong_usage(printed("--into", "mine"), "mine/schemas cannot be written (")
