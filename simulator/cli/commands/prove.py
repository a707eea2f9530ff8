"""`simulator prove`: the completeness certificate of a guidance pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.output import print_json, print_lines
from simulator.cli.workshop import Workshop
from simulator.rules.certificate import prove
from simulator.rules.certificate_text import certificate_lines
from simulator.rules.checking import check_rules
from simulator.rules.inlining import BeyondProof
from simulator.rules.order import CircularWorld

if TYPE_CHECKING:
    from simulator.cli.parser import Asked


def run(asked: Asked) -> int:
    """Proves anew, whatever is kept; 1 where the proof does not hold.

    What breaks it stands in the certificate, and where it lies in the pack is told beside. Raises InputFault.
    """
    guidance = Workshop(strangers=asked.plugins, guidance=asked.guidance).unchecked_guidance()
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
        check_rules(guidance)
    return 0 if certificate.holds else 1
