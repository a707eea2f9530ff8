"""What a case exercises."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.rules.decisions import Decision


def exercises_of(moments: Iterable[Iterable[Decision]]) -> dict[str, list[str]]:
    """The rules that win in any phase and the paragraphs they cite, in the order in which they come up."""
    ruled = {id(decision.ruled): decision.ruled for decisions in moments for decision in decisions}
    cited = [ruling.citations for each in ruled.values() for ruling in each.options.values()]
    return {
        "rules": list(dict.fromkeys(each.rule.rule for each in ruled.values())),
        "paragraphs": list(dict.fromkeys(chain.from_iterable(cited))),
    }
