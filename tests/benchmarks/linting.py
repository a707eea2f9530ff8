"""`simulator pack lint` of a thousand cases beside PyYAML's C loader reading the same files."""

from __future__ import annotations

import itertools
import json
import sys
from typing import TYPE_CHECKING, Any

import yaml

from simulator.authoring.lint.likeness import MOST_SHARED, patterns_of, shared
from simulator.cli.workshop import Workshop
from tests.authoring.packs import CASE, begun
from tests.benchmarks.processes import SIMULATOR, process_time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CASES = 1_000
READER = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


def lint_rounds(scratch: Path, rounds: int) -> list[float]:
    """Ratios of processor time, start of both programs included, after both have run once before."""
    pack = pack_of_cases(scratch / "thousand", CASES)

    def linting() -> float:
        return process_time([*SIMULATOR, "pack", "lint", str(pack)], scratch / "linted", scratch)

    def reading() -> float:
        return process_time([sys.executable, "-c", READER, str(pack)], scratch / "read", scratch)

    linting()
    ratios = []
    before = reading()
    for _ in range(rounds):
        time = linting()
        after = reading()
        ratios.append(2 * time / (before + after))
        before = after
    return ratios


def pack_of_cases(folder: Path, count: int) -> Path:
    """A pack of as many written cases, no two alike: the generator's, put down as an author would."""
    begun(folder)
    (folder / CASE).unlink()
    generator = Workshop(strangers=False, pack="core").generator()
    told: list[frozenset[str]] = []
    for seed in itertools.count(1):
        case = generator.case(seed)
        patterns = patterns_of(case)
        if any(shared(patterns, other) > MOST_SHARED for other in told):
            continue
        told.append(patterns)
        # By way of JSON: what stands in two places is written out twice, without an anchor.
        written = json.loads(json.dumps(written_from(case)))
        text = yaml.safe_dump(written, sort_keys=False, allow_unicode=True, width=110)
        (folder / "cases" / f"{written['case']}.yaml").write_text(text, encoding="utf-8")
        if len(told) == count:
            break
    return folder


def written_from(case: Mapping[str, Any]) -> dict[str, Any]:
    """A `case/1` as a `written-case/1`: the facts of the first phase, and for each later one its lists and fields."""
    phases = []
    facts: dict[str, Any] = {}
    for number, phase in enumerate(case["phases"]):
        now = {name: value for name, value in phase["facts"].items() if name not in ("format", "id")}
        becomes = {name: value for name, value in now.items() if facts.get(name) != value}
        facts = now
        blocks = [{key: value for key, value in block.items() if value} for block in phase["narrative"]]
        told = {"phase": phase["phase"], "narrative": blocks}
        phases.append({**told, "becomes": becomes} if number and becomes else told)
    first = {
        name: value for name, value in case["phases"][0]["facts"].items() if name not in ("format", "id")
    }
    return {
        "format": "written-case/1",
        "case": f"made-{case['seed']}",
        "title": f"{case['title']} ({case['seed']})",
        "names": case["names"],
        "facts": first,
        "evidence": case["evidence"],
        "phases": phases,
    }
