"""Whether what a reader sees of somebody tells what they did, by chance within each case and over all cases.

Within a case each child is, by chance, as likely as any other of that case to have a trait: so numbers of children,
plots and ages of a case cannot mislead. Sex is besides tested over all cases together. All tests together raise a
false alarm in one unbiased pack of a thousand: each of them tests at its share of that.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import NormalDist
from typing import Any

FALSE_ALARMS = 0.001
CODES = ("code_1", "code_2", "code_10", "code_21", "no_code", "not_yet")
OWN_IMAGE = {"took_own", "permitted_own", "shared_own", "posted_own"}

Marks = Sequence[bool | None]
"""For each child whether it is so; None where nothing can be seen of it."""


@dataclass(slots=True)
class View:
    """The children of a case in the order of the facts, as a reader sees them, and what there is to tell of them."""

    names: list[str]
    girls: list[bool]
    ages: list[int]
    she: list[bool | None]
    report: str
    came_themselves: bool
    matters: dict[str, list[bool]]

    def traits(self) -> dict[str, Marks]:
        """Each trait of each child. Who came to the police is named first for that, and so those cases tell nothing."""
        places = [_place(name, self.report) for name in self.names]
        traits: dict[str, Marks] = {
            "a girl": self.girls,
            "called she": self.she,
            "listed first": _least(range(len(self.names))),
            "first in the alphabet": _least(self.names),
            "eldest": _least([-age for age in self.ages]),
        }
        if not self.came_themselves:
            traits |= {"named first": _least(places), "named last": _least([-place for place in places])}
        return traits


def view_of(case: Mapping[str, Any], moments: Sequence[Any], girls: Collection[str]) -> View:
    """What is seen of the children of a case, whose first names are girls' where they are among `girls`."""
    children = [each for each in case["phases"][-1]["facts"]["people"] if each["age"] < 18]
    names = [case["names"][child["id"]] for child in children]
    blocks = [block["text"] for phase in case["phases"] for block in phase["narrative"]]
    return View(
        names=names,
        girls=[name in girls for name in names],
        ages=[child["age"] for child in children],
        she=_called_she(names, " ".join(blocks)),
        report=" ".join(block["text"] for block in case["phases"][0]["narrative"]),
        came_themselves=any("reported" in child["acts"] for child in children),
        matters=_matters(children, moments),
    )


def _matters(children: Sequence[Mapping[str, Any]], moments: Sequence[Any]) -> dict[str, list[bool]]:
    expected = {
        (decision.question, decision.subject): decision.with_verdict("expected")
        for moment in moments
        for decision in moment.decisions
    }
    factors = moments[-1].facts.data["factors"]
    ids = [child["id"] for child in children]
    answers = [("role", role) for role in ("suspect", "witness")] + [("outcome", code) for code in CODES]
    return {
        "attributed": [any(factor["by"] == child for factor in factors) for child in ids],
        "against": [any(child in factor["against"] for factor in factors) for child in ids],
        "own image": [bool(OWN_IMAGE & {*child["acts"]}) for child in children],
        **{
            option: [option in expected.get((question, child), ()) for child in ids]
            for question, option in answers
        },
    }


def _called_she(names: Sequence[str], text: str) -> list[bool | None]:
    """Whether the pronouns in the sentences that name one child alone are mostly a girl's; None without any."""
    balance = dict.fromkeys(names, 0)
    for sentence in re.split(r"(?<=[.:;]) ", text):
        named = [name for name in names if re.search(rf"\b{name}\b", sentence)]
        if len(named) == 1:
            balance[named[0]] += len(re.findall(r"\b(?:she|her|herself)\b", sentence, re.I))
            balance[named[0]] -= len(re.findall(r"\b(?:he|him|his|himself)\b", sentence, re.I))
    return [balance[name] > 0 if balance[name] else None for name in names]


def _place(name: str, text: str) -> int:
    found = re.search(rf"\b{name}\b", text)
    return found.start() if found else len(text)


def _least(values: Iterable[Any]) -> list[bool]:
    listed = list(values)
    return [value == min(listed) for value in listed]


@dataclass(slots=True)
class Tally:
    """How often children of a matter have a trait, beside how often they would by chance."""

    observed: float = 0
    by_chance: float = 0
    variance: float = 0

    def add(self, trait: Marks, matter: Sequence[bool]) -> None:
        """Counts one case, by chance within it."""
        known = [(one, other) for one, other in zip(trait, matter, strict=True) if one is not None]
        size, held, told = len(known), sum(one for one, _ in known), sum(other for _, other in known)
        if size > 1:
            self.observed += sum(one and other for one, other in known)
            self.by_chance += held * told / size
            self.variance += held * told * (size - held) * (size - told) / (size * size * (size - 1))

    @property
    def deviation(self) -> float:
        """By how many standard deviations more often than by chance."""
        return (self.observed - self.by_chance) / math.sqrt(self.variance) if self.variance else 0.0


@dataclass(slots=True)
class Fairness:
    """All tallies over many cases."""

    tallies: dict[tuple[str, str], Tally] = field(default_factory=dict)

    def suspicions(self) -> Iterator[str]:
        """Every trait that tells something, and what."""
        bound = NormalDist().inv_cdf(1 - FALSE_ALARMS / (2 * len(self.tallies)))
        for (trait, matter), tally in self.tallies.items():
            if abs(tally.deviation) > bound:
                yield f"{trait} tells of {matter}: {tally.deviation:+.1f} deviations from chance"


def fairness_of(views: Iterable[View]) -> Fairness:
    """The tallies of some cases."""
    fairness = Fairness()
    overall: dict[str, list[int]] = {}
    for view in views:
        for trait, marks in view.traits().items():
            for matter, told in view.matters.items():
                fairness.tallies.setdefault((trait, matter), Tally()).add(marks, told)
        for matter, told in view.matters.items():
            counts = overall.setdefault(matter, [0, 0])
            counts[0] += sum(one and other for one, other in zip(view.girls, told, strict=True))
            counts[1] += sum(told)
    for matter, (girls, of) in overall.items():
        fairness.tallies["a girl, over all cases", matter] = Tally(girls, of / 2, of / 4)
    return fairness
