"""What a seat chose, for it to be marked among the votes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from simulator.classroom.class_view import SeatView

    Chosen: TypeAlias = dict[str, tuple[str, ...]]


class OwnChoices:
    """Remembers them: the view of a seat has those of a question only while that is open, or is left behind."""

    def __init__(self) -> None:
        self._case = 0
        self._chosen: dict[tuple[str, str], Chosen] = {}

    def remember(self, seat: SeatView) -> None:
        """What the seat has chosen by now in its case."""
        if seat.case != self._case:
            self._case, self._chosen = seat.case, {}
        if seat.view is None:
            return
        left_behind = [step for phase in seat.view.phases for step in phase.committed]
        for step in [*left_behind, *([seat.view.step] if seat.view.step is not None else [])]:
            for question in step.questions:
                chosen = {subject.subject: subject.chosen for subject in question.subjects}
                self._chosen[step.phase, question.question] = chosen

    def of(self, phase: str, question: str) -> Chosen:
        """The options chosen for a question, by subject."""
        return self._chosen.get((phase, question), {})
