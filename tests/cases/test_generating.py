"""The same arguments give the same cases, anywhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from simulator.cases.generating import Generator

ROOT = Path(__file__).parents[2]
ELSEWHERE = """
import sys, json, pathlib
from simulator.cases.generating import Generator
from simulator.guidance.reading import read_guidance
from simulator.packs.reading import read_document
from simulator.rules.engine import Engine
guidance, core = (sorted(pathlib.Path(folder).rglob("*.yaml"), reverse=True) for folder in sys.argv[1:3])
engine = Engine(read_guidance([read_document(path) for path in guidance[::-1]]))
generator = Generator(engine, [read_document(path) for path in core[::-1]])
for case in generator.cases(0, 40):
    print(json.dumps(case))
"""


def lines(generator: Generator, count: int) -> list[str]:
    return [json.dumps(case) for case in generator.cases(0, count)]


def test_a_seed_gives_the_same_bytes_whatever_was_made_before_it(generator: Generator) -> None:
    first = lines(generator, 40)
    generator.case(999_999)
    assert [json.dumps(generator.case(seed)) for seed in reversed(range(40))] == first[::-1]


@pytest.mark.parametrize("hash_seed", ["0", "4242"])
def test_another_process_gives_the_same_bytes(generator: Generator, hash_seed: str) -> None:
    folders = [
        ROOT / "plugins" / "simulator_guidance_derbyshire_2016",
        ROOT / "scenarios" / "simulator_scenarios_core",
    ]
    ran = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, *map(str, folders)],
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "LC_ALL": "C", "TZ": "Asia/Tokyo"},
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert ran.stdout.splitlines() == lines(generator, 40)


def test_seeds_give_different_cases(generator: Generator) -> None:
    texts = {json.dumps(generator.case(seed)["phases"]) for seed in range(60)}
    assert len(texts) == 60


def test_a_case_names_its_seed_pack_and_guidance(generator: Generator) -> None:
    case = generator.case(7)
    assert (case["id"], case["seed"], case["guidance"]) == ("core-7", 7, "derbyshire-2016")
    assert case["pack"]["name"] == "core"
    assert list(case["names"]) == [person["id"] for person in case["phases"][0]["facts"]["people"]]


def test_the_first_seeds_are_those_of_the_first_cases_that_exercise_a_thing(generator: Generator) -> None:
    first: dict[str, int] = {}
    for case in generator.cases(1, 30):
        for name in [*case["exercises"]["rules"], *case["exercises"]["paragraphs"]]:
            first.setdefault(name, case["seed"])
    assert generator.first_seeds(30) == first
