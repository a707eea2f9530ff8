"""Names, reasons and prompts that want to act in a page, in a spreadsheet or in a terminal."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tests.classroom.findings.held import Voice, held
from tests.report.payloads import PAYLOADS

if TYPE_CHECKING:
    from simulator.classroom.findings.findings import ClassFindings

FORMULAS = (
    '=HYPERLINK("http://example.org","x")', "+1+1", "-2+3", "@SUM(A1)", "  =1+1", "\t=1", "\r=1", "＝1+1", "＋1", "－1",
    "＠x", "\u3000=1", "\u00a0@x", "ok;=1+1", "a\n=1", "﹣1", "−1", "=cmd|' /C calc'!A0",
)  # fmt: skip
HOSTILE = (*FORMULAS, *(text for text in PAYLOADS.values() if text.strip() and len(text) < 200))


def hostile_findings(texts: tuple[str, ...]) -> ClassFindings:
    """A class in which everything that anybody can write is of `texts`: names and teams one, all else all of them."""
    words = "\n\n".join(texts)[:900]
    seats = [
        Voice(number, text, team=text if number % 3 == 0 else "", reason=words)
        for number, text in enumerate(texts)
    ]
    return held(5, seats, most=2, away=0.0, reason=words, prompt=words).findings


@cache
def calm() -> ClassFindings:
    """A class with nothing hostile in it."""
    return held(2, [Voice(number, f"Quillon Vantrease {number}") for number in range(8)]).findings


@cache
def small() -> ClassFindings:
    """A class of four."""
    return held(2, [Voice(number, f"Quillon Vantrease {number}") for number in range(4)]).findings
