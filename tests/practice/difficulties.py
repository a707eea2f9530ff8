"""Rules whose difficulty is known, and learners who get better, to hold Elo against: by another curve than Elo's."""

from __future__ import annotations

from random import Random
from statistics import NormalDist

from simulator.practice.memory import Memory
from tests.practice.made import judged, played

RULES = 60
EACH_CASE = 12
_CURVE = NormalDist()


def recovered(seed: int, decisions: int) -> float:
    """The rank correlation of known difficulties with those that Elo finds after so many decisions, from -1 to 1."""
    draw = Random(seed)
    known = {f"rule.{number}": draw.gauss(0.0, 1.0) for number in range(RULES)}
    skill, gain, guesses = draw.gauss(0.5, 0.5), draw.uniform(0.0, 1.0), draw.uniform(0.0, 0.3)
    memory = Memory()
    for number in range(decisions // EACH_CASE):
        now = skill + gain * number * EACH_CASE / decisions
        asked = draw.sample(list(known), EACH_CASE)
        right = {rule: _right(draw, now - known[rule], guesses) for rule in asked}
        decided = (judged(rule, mark="right" if right[rule] else "mistake") for rule in asked)
        memory = memory.after(played(*decided, day=number))
    found = [memory.difficulty(rule) or 0.0 for rule in known]
    return rank_correlation(list(known.values()), found)


def _right(draw: Random, ahead: float, guesses: float) -> bool:
    return draw.random() < guesses + (1.0 - guesses) * _CURVE.cdf(ahead)


def rank_correlation(one: list[float], other: list[float]) -> float:
    """Spearman's, of two lists of numbers, of which no two are alike."""
    count = len(one)
    apart = sum((a - b) ** 2 for a, b in zip(_ranks(one), _ranks(other), strict=True))
    return 1.0 - 6.0 * apart / (count * (count**2 - 1))


def _ranks(values: list[float]) -> list[int]:
    order = sorted(range(len(values)), key=lambda place: values[place])
    ranks = [0] * len(values)
    for rank, place in enumerate(order):
        ranks[place] = rank
    return ranks
