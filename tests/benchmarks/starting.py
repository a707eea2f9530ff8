"""What it takes until the first decision can be made: the start of a program, loading included."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from tests.benchmarks.processes import process_time

if TYPE_CHECKING:
    from pathlib import Path

CHAIN = "from tests.benchmarks.chains import CHAINS"
ENGINE = "from simulator.cli.workshop import Workshop; Workshop(strangers=False).engine().decider('outcome')"
ZEN = """
from tests.benchmarks.jdm import ROWS, caller
ask = caller("outcome")
assert ask({name.removeprefix("not "): False for asked, _ in ROWS["outcome"] for name in asked.split(", ")})
"""


def start_rounds(scratch: Path, rounds: int) -> dict[str, list[float]]:
    """Ratios to a program that imports the chain, by name."""
    starts = {"the engine, its pack checked before": ENGINE, "zen-engine": ZEN}
    found: dict[str, list[float]] = {
        "the engine, its pack read and proved first": [],
        **{name: [] for name in starts},
    }
    for _ in range(rounds):
        before = _seconds(CHAIN, scratch)
        shutil.rmtree(scratch / "cache", ignore_errors=True)
        times = {"the engine, its pack read and proved first": _seconds(ENGINE, scratch)}
        times |= {name: _seconds(code, scratch) for name, code in starts.items()}
        chain = (before + _seconds(CHAIN, scratch)) / 2
        for name, seconds in times.items():
            found[name].append(seconds / chain)
    return found


def _seconds(code: str, scratch: Path) -> float:
    return process_time([sys.executable, "-c", code], scratch / "started", scratch)
