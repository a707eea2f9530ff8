"""`simulator assess` of many fact files beside PyYAML's C loader reading the same files."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import yaml

from tests.benchmarks.processes import SIMULATOR, process_time

if TYPE_CHECKING:
    from pathlib import Path

FILES = 1_000
READER = """
import sys, yaml
for name in sys.argv[1:]:
    with open(name, "rb") as file:
        yaml.load(file, Loader=yaml.CSafeLoader)
"""


def assess_rounds(scratch: Path, rounds: int) -> list[float]:
    """Ratios of processor time, start of both programs included."""
    names = _fact_files(scratch)
    for command in ([*SIMULATOR, "assess", names[0]],):
        process_time(command, scratch / "warm", scratch)
    ratios = []
    for _ in range(rounds):
        reading = process_time([sys.executable, "-c", READER, *names], scratch / "read", scratch)
        assessing = process_time([*SIMULATOR, "assess", *names], scratch / "assessed", scratch)
        ratios.append(assessing / reading)
    assert (scratch / "assessed").read_bytes().count(b"\n") == FILES
    return ratios


def _fact_files(scratch: Path) -> list[str]:
    """The facts of generated cases at their phases, as YAML files."""
    process_time([*SIMULATOR, "generate", "--count", str(FILES // 3 + 1)], scratch / "cases", scratch)
    names: list[str] = []
    for line in (scratch / "cases").read_text(encoding="utf-8").splitlines():
        for phase in json.loads(line)["phases"]:
            path = scratch / f"facts-{len(names)}.yaml"
            path.write_text(yaml.safe_dump(phase["facts"], sort_keys=False), encoding="utf-8")
            names.append(str(path))
    return names[:FILES]
