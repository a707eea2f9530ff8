"""Cases as practice has them made: whoever makes them reads packs, and says why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Wish:
    """A case in which `rule` decides; best one in which something of what the learner confuses it with matters too.

    `beside` are rules that are confused with it, the learner's own confusions first; `kinds` are kinds of mistake
    that the learner made lately, most often first. The same wish and seed give the same case.
    """

    rule: str
    seed: int
    beside: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DrillWish:
    """Two cases of a seed that differ in one subject; in the first of them `rule` decides, where one is named.

    `pack` is the name of the pack that makes them; empty for whichever does.
    """

    seed: int
    rule: str = ""
    pack: str = ""


@dataclass(frozen=True, slots=True)
class Drill:
    """Two `case/1` objects; facts of the subject `changed` alone differ between them."""

    first: Mapping[str, Any]
    second: Mapping[str, Any]
    changed: str


class Maker(Protocol):
    """Every method raises UsageFault, with a sentence that says why, where there is no such case."""

    def case(self, wish: Wish) -> Mapping[str, Any]:
        """A new `case/1` for a rule, found sound."""

    def cases(self, seeds: Sequence[int]) -> Sequence[Mapping[str, Any]]:
        """The cases of these seeds as they come, of one pack, for want of nothing in particular, found sound."""

    def levels(self, cases: Sequence[Mapping[str, Any]]) -> Sequence[str]:
        """How hard each of these cases is: its level, as `simulator.cases.difficulty` has it."""

    def drill(self, wish: DrillWish) -> Drill:
        """Two cases for a drill, found sound."""

    def written(self, rule: str, met: Met) -> Mapping[str, Any]:
        """A case in which a rule decides that nothing has to be made for, and that the learner has not `met`."""

    def vouch(self, case: Mapping[str, Any]) -> None:
        """Take a case for sound of which only questions were left out: what it was made from was found so."""


class Met(Protocol):
    """The ids of cases that a learner met."""

    def __contains__(self, case: object) -> bool:
        """Whether this is one of them."""
