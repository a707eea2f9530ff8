"""`simulator prove`: the completeness certificate of a guidance pack, or near misses of one of its rules."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from simulator.cli.output import print_json, print_lines, wrapped
from simulator.cli.workshop import Workshop
from simulator.errors.faults import InputFault, UsageFault
from simulator.guidance.nodes import suggestion
from simulator.rules.certificate import prove
from simulator.rules.certificate_text import certificate_lines
from simulator.rules.checking import check_rules, idle_fault
from simulator.rules.facts_words import facts_lines
from simulator.rules.flips.near_misses import near_misses
from simulator.rules.flips.near_misses_told import expected_labels, near_misses_data, told
from simulator.rules.inlining import BeyondProof
from simulator.rules.order import CircularWorld

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.cli.parser import Asked
    from simulator.errors.faults import Fault
    from simulator.rules.certificate import Certificate
    from simulator.rules.engine import Engine
    from simulator.rules.flips.near_misses import NearMiss


def run(asked: Asked) -> int:
    """Proves anew, whatever is kept; 1 where the proof does not hold.

    What breaks it stands in the certificate, and where it lies in the pack is told beside. Raises InputFault.
    """
    workshop = Workshop(strangers=asked.plugins, guidance=asked.guidance)
    if asked.near_misses is not None:
        return _near_misses(workshop.engine(), asked)
    guidance = workshop.unchecked_guidance()
    try:
        certificate = prove(guidance)
    except (BeyondProof, CircularWorld):
        check_rules(guidance)
        raise
    if asked.format == "json":
        print_json(certificate.as_data())
    else:
        print_lines(certificate_lines(certificate))
    if not certificate.holds:
        raise InputFault(_places(certificate))
    return 0


def _places(certificate: Certificate) -> list[Fault]:
    """Where what breaks a certificate lies in its pack."""
    faults: dict[str, Fault] = {}
    try:
        check_rules(certificate.guidance)
    except InputFault as found:
        faults = {str(fault): fault for fault in found.faults}
    for entry in certificate.never_wins:
        fault = idle_fault(
            certificate.guidance, entry["rule"], entry.get("option"), entry.get("branch", 1) - 1
        )
        faults.setdefault(str(fault), fault)
    return list(faults.values())


def _near_misses(engine: Engine, asked: Asked) -> int:
    rules = engine.guidance.rules
    if asked.near_misses not in rules:
        right = suggestion(asked.near_misses, sorted(rules))
        raise UsageFault(f"{engine.guidance.name} has no rule '{asked.near_misses}'; {right}")
    found = near_misses(engine, asked.near_misses)
    if asked.format == "json":
        print_json(near_misses_data(engine, asked.near_misses, found))
    else:
        print_lines(_told(engine, asked.near_misses, found))
    return 0


def _told(engine: Engine, rule: str, found: Sequence[NearMiss]) -> Iterator[str]:
    if not found:
        yield f"{rule} has no near misses: what is expected there does not turn on one fact."
    for _, alike in groupby(found, key=lambda near: (near.subject, near.one.facts)):
        nears = list(alike)
        title = engine.guidance.questions[nears[0].question].title
        yield from wrapped(f"{title}, {nears[0].subject}: {expected_labels(engine, nears[0], nears[0].one)}")
        for line in facts_lines(engine.guidance.world, nears[0].one.facts, engine.guidance.change_words):
            yield from wrapped(line, "  ")
        for near in nears:
            yield from wrapped(told(engine, near), "    ")
        yield ""
    yield engine.guidance.standing
