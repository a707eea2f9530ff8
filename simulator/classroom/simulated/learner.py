"""Simulated learners: who they are. The same seed always gives the same ones."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Learner:
    """A simulated learner of a class; all but `assurance` and `pace` go from 0 to 1."""

    number: int
    """From 1; of the same seed, the same number is the same learner, however many there are."""
    skill: float
    assurance: float
    """What they are surer than they have reason to be; below 0 for who is too modest."""
    pace: float
    """How long they think, as a factor."""
    writes: float
    """How often they say why."""
    cites: float
    """How often they name a paragraph."""
    listens: float
    """How often a discussion changes their mind."""
    restless: float
    """How often at a question they are called away, or their line breaks."""


def learners(seed: str, number: int) -> tuple[Learner, ...]:
    """As many learners: most of them fair, a few strong, a few weak, and some surer than they should be."""
    return tuple(_learner(each, Random(f"{seed} learner {each}")) for each in range(1, number + 1))


def _learner(number: int, chance: Random) -> Learner:
    return Learner(
        number=number,
        skill=chance.betavariate(3.0, 2.0),
        assurance=chance.choice((-0.15, 0.0, 0.0, 0.0, 0.1, 0.35)),
        pace=chance.lognormvariate(0.0, 0.3),
        writes=chance.betavariate(1.0, 5.0),
        cites=chance.betavariate(2.0, 3.0),
        listens=chance.betavariate(4.0, 2.0),
        restless=chance.betavariate(1.0, 40.0),
    )
