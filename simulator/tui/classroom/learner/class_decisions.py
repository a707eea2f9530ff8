"""The decisions of a question in a class: once its vote is closed, what the seat has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from simulator.tui.widgets.decisions import Decisions

if TYPE_CHECKING:
    from simulator.session.view import StepView
    from simulator.tui.classroom.learner.own_vote import OwnVote


class ClassDecisions(Decisions):
    """As in any case; `tell_own` has to be called when the class or the seat has changed."""

    DEFAULT_CSS: ClassVar[str] = """
    ClassDecisions #own-vote {
        height: auto;
        padding: 1 0;
    }
    """

    _own: OwnVote | None = None

    def on_mount(self) -> None:
        """There is a place for what the seat has chosen."""
        choices = Static(id="own-vote")
        choices.display = False
        self.query_one("#tables").mount(choices)

    def tell_own(self, own: OwnVote | None) -> None:
        """Show how the seat has voted, where nothing is asked."""
        self._own = own
        self._progress(self._step)

    def _progress(self, step: StepView | None) -> None:
        super()._progress(step)
        own = self._own if step is None else None
        if own is not None:
            self.query_one("#progress", Static).update(own.head, layout=False)
        for choices in self.query("#own-vote").results(Static):
            choices.display = own is not None
            if own is not None:
                choices.update(own.choices)
