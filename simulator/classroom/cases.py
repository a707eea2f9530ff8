"""Which case a facilitator means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.classroom.conduct import BeginCase
from simulator.errors.faults import UsageFault
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from simulator.session.case_packs import CasePack
    from simulator.session.training import Training

PACES = ("class", "own")


def begin_case(training: Training, command: Mapping[str, Any], played: Collection[str]) -> BeginCase:
    """What a `begin_case` message asks for, with its case made.

    It names `pack` and `which`, the seed of a new case or the id of a written one; or `rule`, and then the case is one
    that exercises it and whose id is none of `played`. Raises UsageFault or InputFault.
    """
    pace, tell = command.get("pace", "class"), command.get("tell", False)
    if pace not in PACES or not isinstance(tell, bool):
        raise UsageFault(f"The pace is one of {' and '.join(PACES)}, and tell is true or false.")
    if command.get("rule"):
        case = _exercising(training, str(command["rule"]), played)
    else:
        case = make_case(training, str(command.get("pack", "")), str(command.get("which", "")))
    return BeginCase(case, pace, tell)


def make_case(training: Training, pack: str, which: str) -> Mapping[str, Any]:
    """The case of a seed, or the written one of an id; raises UsageFault or InputFault."""
    offered = pack_named(training, pack)
    if any(each.case == which for each in offered.cases):
        return training.make(pack, which)
    if not which.isascii() or not which.isdigit() or len(which) > len(str(2**63)):
        raise UsageFault(
            f"The pack {clean(pack)} has no case {clean(which)!r}; name one of its cases, or a seed."
        )
    return training.make(pack, int(which))


def pack_named(training: Training, name: str) -> CasePack:
    """A pack that is offered; raises UsageFault where none is called so."""
    for pack in training.packs:
        if pack.name == name:
            return pack
    raise UsageFault(f"There is no pack {clean(name)!r}; choose one of those listed.")


def _exercising(training: Training, rule: str, played: Collection[str]) -> Mapping[str, Any]:
    for ref in training.exercising(rule):
        case = training.make(ref.pack.name, ref.which)
        if case["id"] not in played:
            return case
    raise UsageFault(f"No further case exercises {clean(rule)}; choose one yourself.")
