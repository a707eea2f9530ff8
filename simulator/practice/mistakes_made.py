"""How often each kind of mistake was made that the guidance declares, and in how many of the last cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulator.errors.text import clean, clean_block
from simulator.practice.folded import Count, Folded, counted
from simulator.session.record_view import MistakeKindView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.guidance.mistake_reading import MistakeKind
    from simulator.session.guide import Judged

LATELY: Final = 10
"""Cases that count as the last ones."""


class MistakesMade(Folded, frozen=True):
    """Kinds of mistake: in how many decisions, in how many cases, and in which of the last `LATELY` cases."""

    times: dict[str, Count]
    cases: dict[str, Count]
    lately: tuple[tuple[str, ...], ...]

    def after(self, decisions: Iterable[Judged]) -> MistakesMade:
        """With the decisions of one more case."""
        made = [kind for one in decisions for kind in dict.fromkeys(one.kinds)]
        kinds = tuple(sorted(set(made)))
        return MistakesMade(
            counted(self.times, made), counted(self.cases, kinds), (*self.lately, kinds)[-LATELY:]
        )


def mistake_views(made: MistakesMade, kinds: Iterable[MistakeKind]) -> tuple[MistakeKindView, ...]:
    """The kinds that were made, those of lately first; `kinds` are all that the guidance declares."""
    views = [_view(made, kind) for kind in kinds if kind.mistake in made.times]
    return tuple(sorted(views, key=lambda one: (-one.lately, -one.times)))


def _view(made: MistakesMade, kind: MistakeKind) -> MistakeKindView:
    return MistakeKindView(
        kind=kind.mistake,
        text=clean_block(kind.text),
        paragraphs=tuple(map(clean, kind.paragraphs)),
        cases=made.cases.get(kind.mistake, 0),
        times=made.times[kind.mistake],
        lately=sum(kind.mistake in case for case in made.lately),
    )
