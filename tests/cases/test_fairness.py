"""Names, sexes, ages, order and pronouns tell nothing of role or outcome over ten thousand seeds; five points do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest

from simulator.cases.chance import Chance
from tests.cases.fairness import View, fairness_of, view_of

if TYPE_CHECKING:
    from simulator.cases.generating import Generator

SEEDS = 10_000
FIVE_POINTS = 0.05

Value = TypeVar("Value")
Swap = Callable[[View, int, int], View]


@pytest.fixture(scope="module")
def views(generator: Generator) -> list[View]:
    girls = frozenset(generator.pack.wording.first_names["she"])
    drawn = ((seed, generator.drawn(seed)) for seed in range(SEEDS))
    return [view_of(generator.told(seed, each), each[1], girls) for seed, each in drawn]


def test_nothing_that_is_seen_of_somebody_tells_what_they_did_or_what_becomes_of_them(
    views: list[View],
) -> None:
    assert not list(fairness_of(views).suspicions())


def _exchanged(values: Sequence[Value], one: int, other: int) -> list[Value]:
    changed = list(values)
    changed[one], changed[other] = changed[other], changed[one]
    return changed


def _sexes(view: View, one: int, other: int) -> View:
    return replace(view, girls=_exchanged(view.girls, one, other), she=_exchanged(view.she, one, other))


def _pronouns(view: View, one: int, other: int) -> View:
    return replace(view, she=_exchanged(view.she, one, other))


def _names(view: View, one: int, other: int) -> View:
    return replace(view, names=_exchanged(view.names, one, other), report="")


def _ages(view: View, one: int, other: int) -> View:
    return replace(view, ages=_exchanged(view.ages, one, other))


def _places_in_the_list(view: View, one: int, other: int) -> View:
    matters = {name: _exchanged(told, one, other) for name, told in view.matters.items()}
    return replace(view, matters=matters)


def _order_of_naming(view: View, one: int, other: int) -> View:
    first, second = view.names[one], view.names[other]
    named = {first: second, second: first}
    return replace(
        view, report=re.sub(rf"\b(?:{first}|{second})\b", lambda found: named[found[0]], view.report)
    )


@pytest.mark.parametrize(
    ("trait", "matter", "swap"),
    [
        ("a girl", "suspect", _sexes),
        ("a girl", "code_2", _sexes),
        ("called she", "own image", _pronouns),
        ("first in the alphabet", "attributed", _names),
        ("eldest", "code_10", _ages),
        ("listed first", "own image", _places_in_the_list),
        ("named first", "suspect", _order_of_naming),
        ("named last", "witness", _order_of_naming),
    ],
)
def test_a_bias_of_five_points_is_found(views: list[View], trait: str, matter: str, swap: Swap) -> None:
    """In so many cases somebody of the matter exchanges what shows the trait with somebody who is not of it."""
    biased, left = list(views), round(FIVE_POINTS * _told(views, trait, matter))
    for number in Chance("bias", trait, matter).shuffled(range(len(views))):
        pair = _pair(views[number], trait, matter)
        if pair is not None and left:
            biased[number] = swap(views[number], *pair)
            left -= 1
    assert not left
    assert [each for each in fairness_of(biased).suspicions() if each.startswith(trait) and matter in each]


def _told(views: Sequence[View], trait: str, matter: str) -> int:
    """How many are of the matter, where the trait can be seen of them."""
    return sum(
        one is not None and other
        for view in views
        for one, other in zip(view.traits().get(trait, ()), view.matters[matter], strict=False)
    )


def _pair(view: View, trait: str, matter: str) -> tuple[int, int] | None:
    """One who is of the matter and has not the trait, and one who has the trait and is not of the matter."""
    marks, told = view.traits().get(trait, ()), view.matters[matter]
    lacking = [number for number, has in enumerate(marks) if has is False and told[number]]
    having = [number for number, has in enumerate(marks) if has and not told[number]]
    return (lacking[0], having[0]) if lacking and having else None
