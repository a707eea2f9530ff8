"""`simulator doctor`: what works here and what does not, and what to do about it. It changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.doctor.checks import as_data, told, works
from simulator.cli.doctor.parts import part_checks
from simulator.cli.doctor.store import store_checks
from simulator.cli.doctor.terminal import terminal_checks, this_terminal
from simulator.cli.output import print_json, print_lines
from simulator.cli.workshop import Workshop
from simulator.store.place import store_place

if TYPE_CHECKING:
    from simulator.cli.parser import Asked


def run(asked: Asked) -> int:
    """Check; 1 where something does not work."""
    checks = [
        *terminal_checks(this_terminal()),
        *store_checks(store_place()),
        *part_checks(Workshop(strangers=asked.plugins)),
    ]
    if asked.format == "json":
        print_json(as_data(checks))
    else:
        print_lines(told(checks))
    return 0 if works(checks) else 1
