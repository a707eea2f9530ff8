"""What a decision rests on, as bits: what is asked of the subject, and statements about some element."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from simulator.model.conditions import All, Always, AnyOf, Condition, FewerThan, Not, Some, parts_of
from simulator.rules.flips.folding import is_own, only_field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")
COUNT = 4
"""The bits that hold how many elements of one part of the facts a counting statement counts."""


@dataclass(frozen=True)
class Atom:
    """An atom of a formula, by its number."""

    number: int


@dataclass(frozen=True)
class Opposite:
    """Holds where its part does not."""

    part: Formula


@dataclass(frozen=True)
class Joined:
    """Holds where every part does, or, if not `every`, where some part does."""

    parts: tuple[Formula, ...]
    every: bool


Formula = bool | Atom | Opposite | Joined


@dataclass(frozen=True)
class Layout:
    """Atoms in order: `own` are asked of the subject, then what `some` states, then what is `counted`.

    In a mask each of the first two has a bit, at its number; then comes a count for each of the last.
    """

    own: tuple[Condition, ...]
    some: tuple[Some, ...]
    counted: tuple[FewerThan, ...]

    @property
    def statements(self) -> tuple[Some | FewerThan, ...]:
        """All that is stated of some or so many elements."""
        return (*self.some, *self.counted)

    @cached_property
    def bits(self) -> int:
        """The number of atoms that have a bit."""
        return len(self.own) + len(self.some)

    def count_shift(self, place: int) -> int:
        """Where a count begins."""
        return self.bits + COUNT * place

    def joined(self, one: int, other: int) -> int:
        """What two elements make true together."""
        if not self.counted:
            return one | other
        low = (1 << self.bits) - 1
        return (one | other) & low | (one & ~low) + (other & ~low)

    def formula(self, condition: Condition) -> Formula:
        """A condition in terms of the atoms."""
        match condition:
            case Always():
                return True
            case Not(part):
                inner = self.formula(part)
                return not inner if isinstance(inner, bool) else Opposite(inner)
            case _ if condition in self.own:
                return Atom(self.own.index(condition))
            case Some():
                return Atom(len(self.own) + self.some.index(condition))
            case FewerThan():
                return Atom(self.bits + self.counted.index(condition))
            case All(parts) | AnyOf(parts):
                return Joined(tuple(self.formula(part) for part in parts), isinstance(condition, All))
            case _:
                raise LookupError(f"{condition} is no atom")


def layout_of(conditions: Iterable[Condition], plain: frozenset[str]) -> Layout:
    """The layout of conditions about a subject whose plain fields are given."""
    atoms = dict.fromkeys(atom for each in conditions for atom in _atoms(each, plain))
    some = [each for each in atoms if isinstance(each, Some)]
    counted = [each for each in atoms if isinstance(each, FewerThan)]
    own = [each for each in atoms if not isinstance(each, Some | FewerThan)]
    return Layout(_ordered(own), _ordered(some), _ordered(counted))


def _ordered(atoms: Sequence[T]) -> tuple[T, ...]:
    return tuple(sorted(atoms, key=repr))


def _atoms(condition: Condition, plain: frozenset[str]) -> Iterator[Condition]:
    if isinstance(condition, Some | FewerThan) or is_own(condition):
        yield condition
    elif isinstance(condition, Not):
        yield from _atoms(condition.part, plain)
    elif only_field(condition, "this", plain) is not None:
        yield condition
    else:
        for part in parts_of(condition):
            yield from _atoms(part, plain)


def truth(formula: Formula, held: int, failed: int) -> bool | Atom:
    """Whether a formula holds where some atoms hold and some fail, or else the first on which that rests."""
    match formula:
        case bool():
            return formula
        case Atom(number):
            if held >> number & 1:
                return True
            return False if failed >> number & 1 else formula
        case Opposite(part):
            found = truth(part, held, failed)
            return not found if isinstance(found, bool) else found
        case Joined(parts, every):
            first: Atom | None = None
            for part in parts:
                found = truth(part, held, failed)
                if isinstance(found, bool):
                    if found is not every:
                        return found
                elif first is None:
                    first = found
            return every if first is None else first
