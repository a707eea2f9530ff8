"""What was chosen against what was called for, by question."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from simulator.errors.text import clean
from simulator.practice.folded import RIGHT, WRONG, Count, Folded, counted
from simulator.session.record_view import ConfusionView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from simulator.session.guide import Judged

NO_CONFUSION = frozenset({"silent", "follows"})
"""Marks of decisions in which no option was taken for another: none is called for, or an earlier answer led to it."""


Pairs: TypeAlias = dict[str, dict[str, dict[str, Count]]]
"""How often an option was chosen, by question, and by the option called for."""


class Confusions(Folded, frozen=True):
    """How often each option was chosen; `open` are those of the `pairs` that are no confusion.

    There the guidance leaves the choice open, or it is to be discussed.
    """

    pairs: Pairs
    open: Pairs

    def after(self, decisions: Iterable[Judged]) -> Confusions:
        """With the decisions of one more case."""
        pairs, left_open = dict(self.pairs), dict(self.open)
        for one in decisions:
            if one.mark in NO_CONFUSION:
                continue
            for row, option in _pairs(one):
                pairs[one.question] = _with(pairs.get(one.question, {}), row, option)
                if _is_open(one, option):
                    left_open[one.question] = _with(left_open.get(one.question, {}), row, option)
        return Confusions(pairs, left_open)


def _pairs(one: Judged) -> Iterator[tuple[str, str]]:
    """Each option called for that was chosen, with itself; each that was missed, with what was chosen instead.

    Where one of several would do, and one was chosen, none was missed. What was chosen besides all that is called for
    stands beside each of that.
    """
    right = [option for option in one.called_for if option in one.chosen]
    will_do = one.mark in RIGHT and right
    missed = [] if will_do else [option for option in one.called_for if option not in one.chosen]
    others = [option for option in one.chosen if option not in one.called_for]
    yield from ((option, option) for option in right)
    yield from product(missed, others or right)
    if not missed:
        yield from product(right, others)


def _is_open(one: Judged, option: str) -> bool:
    return option not in one.called_for and (option in one.also_open or one.mark != WRONG)


def _with(rows: Mapping[str, dict[str, int]], row: str, option: str) -> dict[str, dict[str, int]]:
    return {**rows, row: counted(rows.get(row, {}), (option,))}


def confusion_view(
    confusions: Confusions, question: str, title: str, options: Mapping[str, str]
) -> ConfusionView | None:
    """The table of one question, whose options have these labels, in this order; None where it never came up."""
    rows, left_open = confusions.pairs.get(question, {}), confusions.open.get(question, {})
    called_for = _ordered(rows, options)
    chosen = _ordered((option for row in rows.values() for option in row), options)
    if not called_for:
        return None
    return ConfusionView(
        question=question,
        title=clean(title),
        called_for=tuple(clean(options.get(option, option)) for option in called_for),
        chosen=tuple(clean(options.get(option, option)) for option in chosen),
        counts=_table(rows, called_for, chosen),
        open=_table(left_open, called_for, chosen),
    )


def _table(
    rows: Mapping[str, Mapping[str, int]], called_for: Sequence[str], chosen: Sequence[str]
) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(rows.get(row, {}).get(column, 0) for column in chosen) for row in called_for)


def _ordered(found: Iterable[str], options: Mapping[str, str]) -> list[str]:
    """In the order of the question; what it does not know any more comes last."""
    there = set(found)
    return [*(option for option in options if option in there), *sorted(there.difference(options))]
