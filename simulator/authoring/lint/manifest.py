"""Whether a pack's manifest says all that a facilitator and a learner need to know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.cases.manifest import makes_cases
from simulator.guidance.nodes import suggestion
from simulator.model.schema_check import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from simulator.errors.faults import Fault
    from simulator.guidance.guidance import Guidance
    from simulator.guidance.nodes import Node
    from simulator.model.document import Document

INCOMPLETE = "manifest-incomplete"
NO_STOCK = "no-stock"
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,59}")
FEWEST_PROMPTS = 3

NEEDED = {
    "edition": "the edition of the guidance that the cases were written for",
    "objectives": "what a learner is able to do after it, a list of sentences",
    "prompts": "at least three for the discussion afterwards, each with minutes and text",
    "today": "what is done differently today",
    "authors": "who wrote it, a list",
}


def manifest_faults(head: Node, guidance: Guidance | None) -> Iterator[Fault]:
    """What the section `pack` leaves out, and an edition that is not the installed one."""
    for name, means in NEEDED.items():
        if name not in head:
            what = f"the manifest does not say '{name}'"
            yield head.fault(what, f"write {name}: {means}", code=INCOMPLETE)
    prompts = head.get("prompts")
    if prompts is not None and len(prompts.data) < FEWEST_PROMPTS:
        what = f"there are {len(prompts.data)} prompts for the discussion"
        yield prompts.fault(what, f"give {FEWEST_PROMPTS} at least", code=INCOMPLETE)
    edition = head.get("edition")
    if edition is not None and guidance is not None and edition.data != guidance.edition:
        what = f"the edition '{edition.data}' of {guidance.name} is not installed; '{guidance.edition}' is"
        yield edition.fault(
            what, f"the edition '{guidance.edition}', or install the other", code="no-edition"
        )


def begins_faults(head: Node, cases: Collection[str]) -> Iterator[Fault]:
    """That the case for a newcomer is none of the written `cases`."""
    named = head.get("begins_with")
    if named is not None and isinstance(named.data, str) and named.data not in cases:
        what = f"there is no case '{shown(named.data)}' in this pack to begin with"
        yield named.fault(what, suggestion(named.data, sorted(cases)), code=INCOMPLETE)


def draws_faults(
    head: Node, stocked: Collection[str] | None, documents: Sequence[Document]
) -> Iterator[Fault]:
    """That a pack draws on one that is not there or has no stock, or on another although it has its own."""
    drawn = head.get("draws_on")
    if drawn is None or not isinstance(drawn.data, str) or not _WORD.fullmatch(drawn.data):
        return
    if makes_cases(documents):
        what = "this pack has plots and templates of its own, and draws on another's as well"
        yield drawn.fault(what, "leave draws_on out", code=NO_STOCK)
    elif stocked is not None and drawn.data not in stocked:
        what = f"there is no pack '{shown(drawn.data)}' with a stock of plots and templates to draw on"
        yield drawn.fault(what, suggestion(str(drawn.data), sorted(stocked)), code=NO_STOCK)
