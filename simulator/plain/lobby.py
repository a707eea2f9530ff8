"""Before a case: what to practise today, practice or assessment, the guidance, settings, support, a first case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.plain.anywhere import HELP as HELP_ANYWHERE
from simulator.plain.wanting import PlayWanted

if TYPE_CHECKING:
    from simulator.plain.anywhere import Anywhere
    from simulator.plain.lines import Lines
    from simulator.session.case_packs import CasePack
    from simulator.session.commands import Mode

MODES: dict[Mode, str] = {
    "practice": "Practice is on: after each phase you hear how it went, and the case goes on.",
    "assessment": "Assessment is on: how it went is told at the end.",
}
SWITCHES: dict[Mode, str] = {"practice": "Switch to assessment", "assessment": "Switch to practice"}
OTHER: dict[Mode, Mode] = {"practice": "assessment", "assessment": "practice"}
HELP = (
    "practise: hear after each phase how it went.",
    "assess: hear at the end how it went.",
    *HELP_ANYWHERE,
    "leave: stop. Nothing is lost.",
)
NEW_HERE = "New here? Type first for a short first case."
FIRST_HELP = "first: the first case, about five minutes."


class Lobby:
    """Where a case is chosen; `mode` is how it is to be played, `first` the pack with a case for newcomers."""

    def __init__(self, anywhere: Anywhere, lines: Lines, mode: Mode, first: CasePack | None) -> None:
        self.mode = mode
        self._anywhere = anywhere
        self._lines = lines
        self._first = first
        self._words: list[str] = []

    def say_mode(self) -> None:
        """Say whether this is practice."""
        self._lines.say(MODES[self.mode])

    def greet(self) -> None:
        """Say what to practise today; where there is a first case, how to ask for it."""
        self.say_today()
        if self._first:
            self._lines.say(NEW_HERE)

    def say_today(self) -> None:
        """Say what to practise today and why, unless that was just said."""
        if self._anywhere.practice:
            self._anywhere.practice.greet()

    def offers(self) -> list[str]:
        """What a menu offers beside its own."""
        entries = self._entries()
        self._words = [word for _, word in entries]
        return [label for label, _ in entries]

    def take(self, offer: int) -> None:
        """Do what the `offer` of that index says; raises PlayWanted for a case."""
        self.hears(self._words[offer])

    def _entries(self) -> list[tuple[str, str]]:
        """What is offered, each with the word that does it."""
        practice = self._anywhere.practice
        entries = [
            *(practice.entries() if practice else ()),
            (SWITCHES[self.mode], "assess" if self.mode == "practice" else "practise"),
            ("Read the guidance", "guidance"),
            ("Settings that matter here", "settings"),
            ("Where support can be found, and what to do if something real comes up", "support"),
        ]
        return [*entries, ("First case, about five minutes", "first")] if self._first else entries

    def hears(self, said: str) -> bool:
        """Whether `said` was one of the words of HELP, and is done.

        Raises PlayWanted where a case is chosen, EOFError where the person leaves or the input ends.
        """
        match said.lower():
            case "assess":
                self._switch("assessment")
            case "practise" | "practice":
                self._switch("practice")
            case "first" if self._first:
                raise PlayWanted(self._first.name, self._first.first)
            case "leave":
                raise EOFError
            case "help":
                self._lines.say_all((*self._anywhere.help_between, *HELP))
                if self._first:
                    self._lines.say(FIRST_HELP)
            case _:
                return self._anywhere.hears_between(said)
        return True

    def _switch(self, mode: Mode) -> None:
        self.mode = mode
        self.say_mode()
