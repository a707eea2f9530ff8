"""The same arguments give the same cases, anywhere; a focus gives a case that exercises it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.cases import generating
from simulator.errors.faults import UsageFault

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


@pytest.mark.parametrize("focus", ["outcome.attributed-and-harmed", "response.suspected-concluded", "PS1.5"])
def test_a_focus_gives_a_case_that_exercises_it_and_its_seed_gives_it_again(
    generator: Generator, focus: str
) -> None:
    case = generator.focused(100, focus)
    assert focus in [*case["exercises"]["rules"], *case["exercises"]["paragraphs"]]
    assert case["seed"] >= 100
    assert generator.case(case["seed"]) == case


def test_an_unknown_focus_is_refused_with_what_was_meant(generator: Generator) -> None:
    with pytest.raises(UsageFault, match=r"'response\.agravated' is no rule.*'response\.aggravated'"):
        generator.focused(1, "response.agravated")


def test_a_focus_that_nothing_within_reach_exercises_is_told_in_a_sentence(
    generator: Generator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generating, "MOST_TRIED", 1)
    seed = next(
        seed
        for seed in range(50)
        if "outcome.attributed-and-harmed" not in generator.case(seed)["exercises"]["rules"]
    )
    with pytest.raises(UsageFault, match=r"None of the 1 cases of core from seed \d+ on exercises outcome"):
        generator.focused(seed, "outcome.attributed-and-harmed")


def test_names_and_places_in_the_list_tell_nothing_of_what_somebody_did(generator: Generator) -> None:
    pictured: Counter[str] = Counter()
    places: Counter[tuple[int, int]] = Counter()
    for seed in range(3_000):
        casting, moments = generator._draw(seed)
        case = generator.case(seed) if seed < 600 else None
        maker = list(casting.cast).index(casting.ids["maker"])
        places[len(casting.cast), maker] += 1
        if case is not None:
            name = case["names"][casting.ids["maker"]]
            pictured["she" if name in generator.pack.wording.first_names["she"] else "he"] += 1
        assert moments
    assert 0.42 < pictured["she"] / pictured.total() < 0.58
    for size in (2, 3, 4):
        shares = [places[size, place] for place in range(size)]
        assert max(shares) < 1.3 * min(shares), f"of {size}: {shares}"


def test_the_first_seeds_are_those_of_the_first_cases_that_exercise_a_thing(generator: Generator) -> None:
    first: dict[str, int] = {}
    for case in generator.cases(1, 30):
        for name in [*case["exercises"]["rules"], *case["exercises"]["paragraphs"]]:
            first.setdefault(name, case["seed"])
    assert generator.first_seeds(30) == first
