"""`make bench`: every promise about speed as a ratio, both sides measured in one run, alternately.

Prints for each the median and the range over the rounds, and the promised bound. Nothing fails here: times
are read by people.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.assessing import assess_rounds
from tests.benchmarks.generating import generate_rounds
from tests.benchmarks.painting import paint_rounds


def tell(name: str, ratios: list[float], bound: float) -> None:
    """One line: the ratio and its bound."""
    middle = statistics.median(ratios)
    held = "within" if middle <= bound else "BEYOND"
    span = f"{min(ratios):.2f} to {max(ratios):.2f} in {len(ratios)} rounds"
    print(f"{name}: {middle:.2f} ({span}), {held} the bound of {bound:g}", flush=True)


def main() -> None:
    """Runs the benchmarks named on the command line, or all."""
    wanted = set(sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        if not wanted or "paint" in wanted:
            first, home = paint_rounds(scratch, rounds=15)
            tell("first frame with title and content note / an empty Textual app's first paint", first, 1.25)
            tell("home screen with its packs / an empty Textual app's first paint", home, 1.75)
        if not wanted or "assess" in wanted:
            ratios = assess_rounds(scratch, rounds=5)
            tell("assess of 1,000 fact files / PyYAML's C loader reading them, process time", ratios, 2.5)
        if not wanted or "generate" in wanted:
            ratios = generate_rounds(scratch, rounds=3)
            tell("generating 1,000 cases / PyYAML's C loader reading them back, process time", ratios, 1.0)


if __name__ == "__main__":
    main()
