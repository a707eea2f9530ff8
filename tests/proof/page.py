"""The page `docs/certificate.md`: the certificate, and the proofs of the proof. `make certificate` writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.rules.certificate import prove
from simulator.rules.certificate_text import certificate_lines
from tests.proof.packs import PACK, PAGE, bundled
from tests.proof.second.agreement import SMALL, agreement, bound_for_all
from tests.proof.tally import WAYS, tally_of_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.guidance.guidance import Guidance
    from tests.proof.second.agreement import Agreement
    from tests.proof.tally import Tally

MUTANTS = """\
## Faults seeded into the rules

Copies of the rules with one fault each, by every operator below at every place where it applies. *By the proof*: the
rules are no longer exact, or the pack is refused for it. *By an answer*: some possible facts, which are constructed
and put to both, are answered otherwise. *Equivalent*: neither; it was shown by going through all points of the space
that the two tell apart that the same rule says the same at each. What is left has survived: there must be none.
"""
SECOND = """\
## The second proof

The solver z3 is given the pack's own data, and nothing of the engine: facts with unknown fields, what the world
calls impossible excluded. It finds no facts at which no rule applies, none at which two rules do and neither yields,
and facts for every rule and for every branch of a conditional cell. The engine decides those facts as z3 says.
"""


def certificate_part(guidance: Guidance) -> str:
    """The part of the page that `simulator prove` prints."""
    return "\n".join(certificate_lines(prove(guidance))) + "\n"


def page(guidance: Guidance) -> str:
    """The whole page."""
    found = [agreement(PACK, guidance, bound) for bound in (SMALL, bound_for_all(PACK))]
    parts = (certificate_part(guidance), mutants_part(tally_of_all(guidance)), second_part(found))
    return "\n".join(parts)


def mutants_part(tally: Tally) -> str:
    """The part of the page on seeded faults."""
    return f"{MUTANTS}\n" + "\n".join(_mutant_lines(tally)) + "\n"


def _mutant_lines(tally: Tally) -> Iterator[str]:
    yield "| operator | mutants | by the proof | by an answer | equivalent | survivors |"
    yield "|---|---:|---:|---:|---:|---:|"
    for operator, counts in tally.by_operator.items():
        yield _row(operator, counts.total(), [counts[by] for by in WAYS])
    yield _row("together", tally.total(), [tally.total(by) for by in WAYS])
    yield ""
    told = ", ".join(f"{how} ({count:,})" for how, count in sorted(tally.broken.items()))
    yield f"What the proof said: {told}."
    yield ""
    yield "Survivors: none." if not tally.survivors else "Survivors:\n"
    yield from (f"* {survivor}" for survivor in tally.survivors)


def _row(name: str, total: int, counts: list[int]) -> str:
    return f"| {name} | " + " | ".join(f"{number:,}" for number in (total, *counts)) + " |"


def second_part(found: list[Agreement]) -> str:
    """The part of the page on the second proof."""
    lines = [
        "| elements listed at most | undecided | decided twice | rules shown | branches shown | not shown |"
    ]
    lines.append("|---|---:|---:|---:|---:|---:|")
    for each in found:
        bound = ", ".join(f"{number} {entity}" for entity, number in each.bound.items())
        counts = (each.undecided, each.decided_twice, each.rules, each.branches, len(each.not_shown))
        lines.append(f"| {bound} | " + " | ".join(str(count) for count in counts) + " |")
    return f"{SECOND}\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(bundled()), encoding="utf-8")
