"""What the opening screen offers: to go on, to begin a case, to read, to settle, to quit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.widgets.option_list import Option

from simulator.session.drafts import Draft
from simulator.tui.keyed.lists import OptionList
from simulator.tui.looking import Trouble
from simulator.tui.safety import shown
from simulator.tui.telling.due import PRACTISE_DUE, entry_of
from simulator.tui.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from simulator.session.today_view import TodayView


class Entry(Enum):
    """What can be done beside going on: its name, and a few words on it."""

    FIRST = ("First case", "A short one, about five minutes; it tells you what to press.")
    DUE = (PRACTISE_DUE, "")
    PRACTISE = ("Practise", "What was right, and why, is told after each part of a case.")
    ASSESS = ("Assess", "What was right, and why, is told at the end of a case.")
    DEBRIEF = ("Debrief", "Read the last one again.")
    RECORD = ("Your record", "What you know, what you mix up, your tests; for you alone.")
    GUIDANCE = ("Guidance", "Read it and search it.")
    SETTINGS = ("Settings", "Colours, keys, large layout.")
    HELP = ("Help", "What this is, and every key.")
    QUIT = ("Quit", "")

    @property
    def needs_cases(self) -> bool:
        """Whether packs have to be there for it."""
        return self in {Entry.FIRST, Entry.PRACTISE, Entry.ASSESS, Entry.GUIDANCE}


BROADEST, AROUND = 100, 10
"""Columns of the list at most, as in the stylesheet; and those that are around the words of a line."""
WIDEST = max(len(entry.value[0]) for entry in Entry if entry is not Entry.DUE)


class Choices(OptionList):
    """A list of drafts and entries."""

    HELP: ClassVar[str] = (
        "Up and Down move through what can be done here, and Enter does it. Cases that you have left come first: "
        "you can go on with them where you were."
    )

    @dataclass
    class GoOn(Message):
        """Go on with an unfinished session."""

        draft: Draft

    @dataclass
    class Chosen(Message):
        """Do what an entry says."""

        entry: Entry

    @dataclass
    class Discard(Message):
        """Wipe an unfinished session."""

        draft: Draft

    def __init__(self) -> None:
        super().__init__(id="choices", markup=False)
        self._offers: list[Draft | Entry] = []
        self._due: TodayView | Trouble | None = None

    def show(self, entries: Sequence[Entry], drafts: Sequence[Draft], at: str | None = None) -> None:
        """Offer `drafts` first, then `entries`.

        The cursor goes to the draft of the session `at`; without one it stays on an offer that it was moved to.
        """
        left = next((draft for draft in drafts if draft.session == at), None)
        moved_to = left or (self._offers[self.highlighted] if self.highlighted else None)
        self._offers = [*drafts, *entries]
        self.clear_options()
        if drafts:
            self.add_options([*map(_going_on, drafts), None])
        self.add_options(map(self._entry, entries))
        self.highlighted = self._offers.index(moved_to) if moved_to in self._offers else 0
        self.screen.refresh_bindings()

    def _entry(self, entry: Entry) -> Option:
        if entry is not Entry.DUE:
            return Option(_line(*entry.value), id=entry.name)
        head, why = entry_of(self._due)
        room = min(self.app.size.width, BROADEST) - WIDEST - AROUND
        lines = (f"\n{'':{WIDEST}}  {why[start:end]}" for start, end in wrapped(why, room))
        return Option(shown(head, "bold").append(shown("".join(lines))), id=entry.name)

    def show_due(self, due: TodayView | Trouble) -> None:
        """Say how much is due, and why; where that cannot be told, what was told before stays."""
        if self._due is None or isinstance(self._due, Trouble) or not isinstance(due, Trouble):
            self._due = due
        if Entry.DUE in self._offers:
            self.replace_option_prompt(Entry.DUE.name, self._entry(Entry.DUE).prompt)

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
        self.post_message(self.GoOn(offer) if isinstance(offer, Draft) else self.Chosen(offer))


def _going_on(draft: Draft) -> Option:
    begun = f"{draft.begun[:10]} {draft.begun[11:16]} UTC"
    return Option(_line("Go on", f"{draft.title}\n{'':{WIDEST}}  Your answers are kept. Begun {begun}."))


def _line(head: str, text: str) -> Content:
    return shown(f"{head:{WIDEST}}", "bold").append(shown(f"  {text}"))
