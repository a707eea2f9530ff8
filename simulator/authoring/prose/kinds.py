"""What a kind of rule is to the checker."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.authoring.prose.lexicon import Hit
    from simulator.authoring.prose.passage import Passage

Span = tuple[int, int]
"""Offsets in the folded text."""


class Kind:
    """A rule at work. The checker calls `judge` for each hit of one of its triggers, and `sweep` once a text.

    A kind has one of the two or both.
    """

    def triggers(self) -> Iterable[tuple[str, object]]:
        """Phrases, each with what it means to this rule."""
        return ()

    def judge(self, passage: Passage, hit: Hit[object]) -> Span | None:
        """What is wrong where a trigger stands."""
        del passage, hit
        return None

    def sweep(self, passage: Passage) -> Iterator[Span]:
        """What is wrong anywhere else."""
        del passage
        yield from ()


def words_of(passage: Passage, first: int, last: int) -> Span:
    """The span of the words from `first` to before `last`."""
    return passage.starts[first], passage.ends[last - 1]
