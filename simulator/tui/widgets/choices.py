"""What the opening screen offers: to go on, to start a case, to quit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.session.drafts import Draft
from simulator.tui.safety import shown
from simulator.tui.telling.packs import described

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from simulator.session.training import CasePack


class Choices(OptionList):
    """A list of drafts, packs of cases, and the way out."""

    @dataclass
    class GoOn(Message):
        """Go on with an unfinished session."""

        draft: Draft

    @dataclass
    class Start(Message):
        """Start a case of a pack."""

        pack: CasePack

    @dataclass
    class Discard(Message):
        """Wipe an unfinished session."""

        draft: Draft

    def __init__(self) -> None:
        super().__init__(id="choices", markup=False)
        self._offers: list[Draft | CasePack | None] = []

    def show(self, packs: Sequence[CasePack], drafts: Sequence[Draft]) -> None:
        """Offer `drafts` first, then `packs`; the cursor stays on an offer that it was moved to."""
        moved_to = self._offers[self.highlighted] if self.highlighted else None
        self._offers = [*drafts, *packs, None]
        self.clear_options()
        for number, offer in enumerate(self._offers):
            apart = number and type(offer) is not type(self._offers[number - 1])
            self.add_options([None, Option(_prompt(offer))] if apart else [Option(_prompt(offer))])
        self.highlighted = self._offers.index(moved_to) if moved_to in self._offers[:-1] else 0
        self.screen.refresh_bindings()

    @property
    def draft(self) -> Draft | None:
        """The unfinished session under the cursor."""
        if self.disabled or self.highlighted is None:
            return None
        offer = self._offers[self.highlighted]
        return offer if isinstance(offer, Draft) else None

    def discard(self) -> None:
        """Ask for the draft under the cursor to be wiped."""
        if self.draft is not None:
            self.post_message(self.Discard(self.draft))

    def on_option_list_option_highlighted(self) -> None:
        """What can be done depends on what is under the cursor."""
        self.screen.refresh_bindings()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        event.stop()
        offer = self._offers[event.option_index]
        if offer is None:
            self.app.exit()
        elif isinstance(offer, Draft):
            self.post_message(self.GoOn(offer))
        else:
            self.post_message(self.Start(offer))


def _prompt(offer: Draft | CasePack | None) -> Content:
    if offer is None:
        return shown("Quit", "bold")
    if isinstance(offer, Draft):
        head, text = "Go on", f"{offer.title}\nYour answers are kept. Begun {_minute(offer.begun)}."
    else:
        return shown(described(offer))
    return shown(head, "bold").append(shown(f"  {text}"))


def _minute(moment: str) -> str:
    """Day, hour and minute of an ISO 8601 `moment` in UTC."""
    return f"{moment[:10]} {moment[11:16]} UTC"
