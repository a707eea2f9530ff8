"""Which case a facilitator means."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from simulator.classroom.conduct import BeginCase
from simulator.errors.faults import InputFault, UsageFault
from simulator.errors.text import clean
from simulator.session.case_packs import CaseRef

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Mapping

    from simulator.session.case_packs import CasePack
    from simulator.session.training import Training

PACES = ("class", "own")
FURTHER = 2
"""Seeds that are tried after one that is known to exercise a rule; each may take seconds."""


def begin_case(training: Training, command: Mapping[str, Any]) -> BeginCase:
    """What a `begin_case` message asks for, with its case made.

    It names `pack` and `which`, the seed of a new case or the id of a written one. Raises UsageFault or InputFault.
    """
    for key in command:
        if key not in {"do", "pack", "which", "pace", "tell"}:
            raise UsageFault(
                f"A case is begun with a pack, which, a pace and tell; not with {clean(str(key))!r}."
            )
    pace, tell = command.get("pace", "class"), command.get("tell", False)
    if pace not in PACES or not isinstance(tell, bool):
        raise UsageFault(f"The pace is one of {' and '.join(PACES)}, and tell is true or false.")
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


def case_for(
    training: Training, rules: Iterable[str], played: Container[str]
) -> tuple[CaseRef, Mapping[str, Any]]:
    """A case in which one of `rules` decides and whose id is none of `played`, and which it is.

    It is a new one where one is soon found, else a written one. Raises UsageFault where there is none.
    """
    for ref, case in _exercising(training, tuple(rules)):
        if case["id"] not in played:
            return ref, case
    raise UsageFault("No further case exercises this; choose one yourself.")


def _exercising(training: Training, rules: Collection[str]) -> Iterator[tuple[CaseRef, Mapping[str, Any]]]:
    """Cases in which one of `rules` decides: new ones first. What cannot be made is left out."""
    known = {(ref.pack.name, ref.which): ref for rule in rules for ref in training.exercising(rule)}.values()
    new = [(ref.pack, ref.which) for ref in known if isinstance(ref.which, int)]
    further = [CaseRef(pack, seed + more) for more in range(1, FURTHER + 1) for pack, seed in new]
    yield from _made(training, (ref for ref in known if isinstance(ref.which, int)))
    for ref, case in _made(training, further):
        if not set(case["exercises"]["rules"]).isdisjoint(rules):
            yield ref, case
    yield from _made(training, (ref for ref in known if isinstance(ref.which, str)))


def _made(training: Training, refs: Iterable[CaseRef]) -> Iterator[tuple[CaseRef, Mapping[str, Any]]]:
    for ref in refs:
        with suppress(InputFault):
            yield ref, training.make(ref.pack.name, ref.which)
