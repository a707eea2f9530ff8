"""Rulings that say something else, and cells whose branches are fewer or in another order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.model.questions import BASES, VERDICTS, Branch, Quote, Rule, Ruling
from simulator.rules.mutants.mutant import Mutant, with_cell, with_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.guidance.guidance import Guidance


def ruling_mutants(guidance: Guidance) -> Iterator[Mutant]:
    """Every ruling with each other verdict, the other basis, and other or fewer citations."""
    for rule in guidance.rules.values():
        for option, cell in rule.options.items():
            for number, branch in enumerate(cell):
                place = f"{rule.rule} {option} {number + 1}"
                for operator, ruling in _altered(guidance, branch.ruling):
                    changed = (*cell[:number], replace(branch, ruling=ruling), *cell[number + 1 :])
                    yield Mutant(operator, place, with_cell(guidance, rule, option, changed))


def _altered(guidance: Guidance, ruling: Ruling) -> Iterator[tuple[str, Ruling]]:
    yield from (
        ("a verdict swapped", replace(ruling, verdict=verdict))
        for verdict in VERDICTS
        if verdict != ruling.verdict
    )
    yield from (("a basis swapped", replace(ruling, basis=basis)) for basis in BASES if basis != ruling.basis)
    for paragraph in ruling.citations:
        left = tuple(quote for quote in ruling.quotes if quote.paragraph != paragraph)
        yield "a citation dropped", _citing(ruling, left)
        other = _beside(guidance, paragraph, ruling.citations)
        yield "a citation swapped", _citing(ruling, (*left, other))


def _citing(ruling: Ruling, quotes: tuple[Quote, ...]) -> Ruling:
    citations = tuple(dict.fromkeys(quote.paragraph for quote in quotes))
    return replace(ruling, quotes=quotes, citations=citations)


def _beside(guidance: Guidance, paragraph: str, taken: tuple[str, ...]) -> Quote:
    """A quote of the next paragraph that is not among those taken."""
    names = list(guidance.paragraphs)
    start = names.index(paragraph)
    following = [name for name in (*names[start:], *names[:start]) if name not in taken]
    name = following[0] if following else paragraph
    return Quote(name, guidance.quotes.get(name, ""))


def branch_mutants(guidance: Guidance) -> Iterator[Mutant]:
    """Every branch of a conditional cell dropped, exchanged with the next, or with another condition."""
    for rule in guidance.rules.values():
        for option, cell in rule.options.items():
            if len(cell) > 1:
                yield from _dropped(guidance, rule, option, cell)
                yield from _exchanged(guidance, rule, option, cell)


def _dropped(guidance: Guidance, rule: Rule, option: str, cell: tuple[Branch, ...]) -> Iterator[Mutant]:
    for number in range(len(cell)):
        left = cell[:number] + cell[number + 1 :]
        place = f"{rule.rule} {option} {number + 1}"
        yield Mutant("a branch dropped", place, with_cell(guidance, rule, option, left))
    alone = (Branch(None, cell[0].ruling),)
    yield Mutant("only a branch left", f"{rule.rule} {option} 1", with_cell(guidance, rule, option, alone))


def _exchanged(guidance: Guidance, rule: Rule, option: str, cell: tuple[Branch, ...]) -> Iterator[Mutant]:
    for number in range(len(cell) - 2):
        order = (*cell[:number], cell[number + 1], cell[number], *cell[number + 2 :])
        place = f"{rule.rule} {option} {number + 1}"
        yield Mutant("the order of branches changed", place, with_cell(guidance, rule, option, order))
    for number in range(len(cell) - 1):
        one, other = cell[number], cell[number + 1]
        crossed = (replace(one, ruling=other.ruling), replace(other, ruling=one.ruling))
        order = (*cell[:number], *crossed, *cell[number + 2 :])
        place = f"{rule.rule} {option} {number + 1}"
        yield Mutant("the rulings of branches exchanged", place, with_cell(guidance, rule, option, order))


def silence_mutants(guidance: Guidance) -> Iterator[Mutant]:
    """Every silent rule made to speak, and every other made silent."""
    for rule in guidance.rules.values():
        silence = None if rule.silence is not None else "Nothing is said of it."
        changed = with_rules(guidance, replace(rule, silence=silence))
        yield Mutant("a silence broken or imposed", rule.rule, changed)
