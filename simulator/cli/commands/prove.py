"""`simulator prove`: the completeness certificate of a guidance pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.output import print_json, print_lines
from simulator.cli.workshop import Workshop
from simulator.rules.certificate import prove
from simulator.rules.certificate_text import certificate_lines

if TYPE_CHECKING:
    from simulator.cli.parser import Asked


def run(asked: Asked) -> int:
    """Proves anew, whatever is kept; 1 where the proof does not hold."""
    certificate = prove(Workshop(strangers=asked.plugins, guidance=asked.guidance).engine().guidance)
    if asked.format == "json":
        print_json(certificate.as_data())
    else:
        print_lines(certificate_lines(certificate))
    return 0 if certificate.holds else 1
