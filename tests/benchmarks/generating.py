"""`simulator generate` beside PyYAML's C loader reading the cases back as YAML."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.benchmarks.processes import SIMULATOR, process_time

if TYPE_CHECKING:
    from pathlib import Path

CASES = 1_000
READER = """
import sys, yaml
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        yaml.load(line, Loader=yaml.CSafeLoader)
"""


def generate_rounds(scratch: Path, rounds: int) -> list[float]:
    """Ratios of processor time, start of both programs included."""
    ratios = []
    made = scratch / "made"
    for _ in range(rounds):
        generating = process_time([*SIMULATOR, "generate", "--count", str(CASES)], made, scratch)
        reading = process_time([sys.executable, "-c", READER, str(made)], scratch / "read", scratch)
        ratios.append(generating / reading)
    return ratios
