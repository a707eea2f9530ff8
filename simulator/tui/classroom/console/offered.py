"""The packs, the cases and the seeds, as a facilitator is offered them."""

from __future__ import annotations

from textual.widgets import Static

from simulator.tui.screens.case_list import CaseList
from simulator.tui.screens.new_case import NewCase
from simulator.tui.screens.packs import PackChoice
from simulator.tui.styles import SCREENS

PACKS = "Which pack is the case to come from?"
CASES = "Enter takes the case under the cursor; you see all of it before it begins. Esc goes back."
SEED = "The same seed makes the same case again. Enter takes it; you see all of the case before it begins."


class ClassPacks(PackChoice):
    """The packs, for a class."""

    CSS_PATH = str(SCREENS / "packs.tcss")

    def on_mount(self) -> None:
        """Say what they are for."""
        super().on_mount()
        self.query_one("#head", Static).update(PACKS)


class ClassCases(CaseList):
    """The cases of a pack, for a class."""

    CSS_PATH = str(SCREENS / "case_list.tcss")

    def on_mount(self) -> None:
        """Say what Enter does."""
        super().on_mount()
        self.query_one("#hint", Static).update(CASES)


class ClassSeed(NewCase):
    """The seed of a new case, for a class."""

    CSS_PATH = str(SCREENS / "new_case.tcss")

    def on_mount(self) -> None:
        """Say what Enter does."""
        super().on_mount()
        self.query_one("#hint", Static).update(SEED)
