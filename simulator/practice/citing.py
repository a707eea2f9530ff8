"""How often the paragraph that was relied on is one that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.text import clean
from simulator.practice.folded import Count, Folded, counted
from simulator.session.record_view import CitedView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.session.guide import Judged


class Cited(Folded, frozen=True):
    """Paragraphs named, those of them that decide, decisions without one, and what was not named by paragraph.

    Counted in decisions that rest on a paragraph, and on which the guidance is not silent.
    """

    relied: Count
    deciding: Count
    unsaid: Count
    missed: dict[str, Count]

    def after(self, decisions: Iterable[Judged]) -> Cited:
        """With the decisions of one more case."""
        meant = [one for one in decisions if one.decides and one.mark != "silent"]
        said = [(set(one.cites), set(one.decides)) for one in meant if one.cites]
        return Cited(
            self.relied + sum(len(cites) for cites, _ in said),
            self.deciding + sum(len(cites & decides) for cites, decides in said),
            self.unsaid + len(meant) - len(said),
            counted(self.missed, (one for cites, decides in said for one in decides - cites)),
        )


def cited_view(cited: Cited) -> CitedView:
    """What was relied on; what was missed most comes first."""
    missed = sorted(cited.missed.items(), key=lambda each: (-each[1], each[0]))
    return CitedView(
        cited.relied, cited.deciding, cited.unsaid, tuple((clean(key), times) for key, times in missed)
    )
