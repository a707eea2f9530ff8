"""What was chosen against what was called for, by question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.text import clean
from simulator.practice.folded import Count, Folded, counted
from simulator.session.record_view import ConfusionView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.session.guide import Judged

NO_CONFUSION = frozenset({"silent", "follows"})
"""Marks of decisions in which no option was taken for another: none is called for, or an earlier answer led to it."""


class Confusions(Folded, frozen=True):
    """How often each option was chosen, by question, and by the option called for."""

    pairs: dict[str, dict[str, dict[str, Count]]]

    def after(self, decisions: Iterable[Judged]) -> Confusions:
        """With the decisions of one more case."""
        pairs = dict(self.pairs)
        for one in decisions:
            if one.mark not in NO_CONFUSION and one.called_for and one.chosen:
                pairs[one.question] = _with(pairs.get(one.question, {}), one)
        return Confusions(pairs)


def _with(rows: Mapping[str, dict[str, int]], one: Judged) -> dict[str, dict[str, int]]:
    return {**rows, **{option: counted(rows.get(option, {}), one.chosen) for option in one.called_for}}


def confusion_view(
    confusions: Confusions, question: str, title: str, options: Mapping[str, str]
) -> ConfusionView | None:
    """The table of one question, whose options have these labels, in this order; None where it never came up."""
    rows = confusions.pairs.get(question, {})
    called_for = _ordered(rows, options)
    chosen = _ordered((option for row in rows.values() for option in row), options)
    if not called_for:
        return None
    return ConfusionView(
        question=question,
        title=clean(title),
        called_for=tuple(clean(options.get(option, option)) for option in called_for),
        chosen=tuple(clean(options.get(option, option)) for option in chosen),
        counts=tuple(tuple(rows[row].get(column, 0) for column in chosen) for row in called_for),
    )


def _ordered(found: Iterable[str], options: Mapping[str, str]) -> list[str]:
    """In the order of the question; what it does not know any more comes last."""
    there = set(found)
    return [*(option for option in options if option in there), *sorted(there.difference(options))]
