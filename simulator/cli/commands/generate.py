"""`simulator generate`: cases, one JSON object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.output import print_json
from simulator.cli.workshop import Workshop

if TYPE_CHECKING:
    from simulator.cli.parser import Asked


def run(asked: Asked) -> int:
    """Prints as many cases as were asked for, from the seed on."""
    workshop = Workshop(strangers=asked.plugins, guidance=asked.guidance, pack=asked.pack)
    generator = workshop.generator()
    seed = asked.seed
    for _ in range(asked.count):
        case = generator.focused(seed, asked.focus) if asked.focus else generator.case(seed)
        print_json(case)
        seed = case["seed"] + 1
    return 0
