"""All figures of the record that are folded over finished cases, one case after another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulator.practice.calibration import NO_TALLY, Calibration, right_in, wrong_in
from simulator.practice.cases_kept import CasesKept, in_utc
from simulator.practice.citing import Cited
from simulator.practice.confusion import Confusions
from simulator.practice.folded import Count, Folded
from simulator.practice.independence import Independence
from simulator.practice.mistakes_made import MistakesMade
from simulator.practice.testing import Sittings

if TYPE_CHECKING:
    from simulator.practice.played import Played


class Figures(Folded, frozen=True):
    """The figures over `cases` cases; `unread` are those besides that could not be judged."""

    cases: Count
    unread: Count
    confusions: Confusions
    calibration: Calibration
    cited: Cited
    mistakes: MistakesMade
    independence: Independence
    testing: Sittings
    last: CasesKept

    @property
    def decisions(self) -> int:
        """Decisions that were right or wrong."""
        return self.right + wrong_in(self.calibration.overall)

    @property
    def right(self) -> int:
        """Those of them that were right."""
        return right_in(self.calibration.overall)

    def after(self, played: Played) -> Figures:
        """With one more case; cases are given in the order in which they ended, and none that is left out."""
        read, decisions = played.decisions is not None, played.decisions or ()
        day = in_utc(played.at)[:10]
        return Figures(
            cases=self.cases + read,
            unread=self.unread + (not read),
            confusions=self.confusions.after(decisions),
            calibration=self.calibration.after(decisions),
            cited=self.cited.after(decisions),
            mistakes=self.mistakes.after(decisions) if read else self.mistakes,
            independence=self.independence.after(decisions, played.purpose, day),
            testing=self.testing.after(decisions, played.purpose, day),
            last=self.last.after(played),
        )


NO_FIGURES: Final = Figures(
    cases=0,
    unread=0,
    confusions=Confusions({}, {}),
    calibration=Calibration(NO_TALLY, {}, {}),
    cited=Cited(0, 0, 0, {}),
    mistakes=MistakesMade({}, {}, ()),
    independence=Independence(0, 0, 0, (), ()),
    testing=Sittings(()),
    last=CasesKept(()),
)
"""Before the first case."""
