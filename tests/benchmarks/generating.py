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
    """Ratios of processor time, start of both programs included.

    Both have run once before, so that neither compiles its modules or checks its packs for the first time. Each time
    of generating stands between two of reading, of which it is divided by the mean: what else the machine does
    slows both alike.
    """
    made = scratch / "made"

    def generating() -> float:
        return process_time([*SIMULATOR, "generate", "--count", str(CASES)], made, scratch)

    def reading() -> float:
        return process_time([sys.executable, "-c", READER, str(made)], scratch / "read", scratch)

    generating()
    before = reading()
    ratios = []
    for _ in range(rounds):
        process_time([*SIMULATOR, "generate"], scratch / "warm", scratch)
        time = generating()
        after = reading()
        ratios.append(2 * time / (before + after))
        before = after
    assert made.read_bytes().count(b"\n") == CASES
    return ratios
