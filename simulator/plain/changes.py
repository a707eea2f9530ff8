"""A decision explained further, in sentences: its trace, what would change it, and near misses."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from simulator.model.world import CASE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.session.debrief_view import DecisionView, ExplanationView, FlipsView, NearMissView

MOST = 5
"""How many of the ways that are equally small are said."""
WRONG = {"mistake", "follows"}
NO_NEAR = "No cases one fact apart were found for the rule that decides here."


def trace_of(explained: ExplanationView) -> list[str]:
    """The rule that decides, and then each of the others."""
    deciding, *others = explained.trace
    return [deciding, "The other rules:", *others] if others else [deciding]


def changes_of(decision: DecisionView, explained: ExplanationView) -> list[str]:
    """What would have made the answer right, and then what would have called for each of the others."""
    right = "right" if decision.mark in WRONG else "called for"
    others = [flips for flips in explained.flips if not flips.chosen]
    said = [line for flips in explained.flips if flips.chosen for line in _own(flips, right)]
    said += [line for flips in others if flips.sentences for line in _other(flips)]
    never = [f"“{flips.label}”" for flips in others if not flips.sentences]
    if never:
        said.append(f"No change of what there is in this case would call for {' or '.join(never)}.")
    return said or ["There is no other answer that could be called for."]


def near_of(near: Sequence[NearMissView]) -> list[str]:
    """Each case once, with every change that was found in it."""
    said = ["Small made-up cases that the same rule decides; whoever is named there is not in your case."]
    cases = groupby(near, lambda one: (one.facts, one.subject, one.label, one.called_for))
    for number, ((facts, subject, label, called_for), each) in enumerate(cases, 1):
        about = "" if subject == CASE else f" ({label})"
        said += [f"Case {number}.", *facts, f"Called for there{about}: {called_for}."]
        said += [one.sentence for one in each]
    return said if near else [NO_NEAR]


def _own(flips: FlipsView, right: str) -> Iterator[str]:
    if flips.sentences:
        yield f"Your answer “{flips.label}” would have been {right} in {_counted(len(flips.sentences))}."
        yield from _sentences(flips.sentences)
    else:
        yield f"No change of what there is in this case would have made your answer “{flips.label}” {right}."


def _other(flips: FlipsView) -> Iterator[str]:
    yield f"“{flips.label}” would have been called for in {_counted(len(flips.sentences))}."
    yield from _sentences(flips.sentences)


def _sentences(sentences: Sequence[str]) -> Iterator[str]:
    yield from sentences[:MOST]
    more = len(sentences) - MOST
    if more > 0:
        yield f"And {more} more that {'are' if more > 1 else 'is'} as small."


def _counted(ways: int) -> str:
    return "one way" if ways == 1 else f"{ways} ways"
