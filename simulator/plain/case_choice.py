"""Which case of a pack: a written one by its number, or one that is made from a seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cases.seeds import SEED_RANGE, seed_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.plain.lines import Lines
    from simulator.session.case_packs import CasePack

A_PAGE = 20
"""How many titles are told at a time."""


class CaseChoice:
    """Asks until a case is chosen; what `hears` hears is done, and is no choice."""

    def __init__(
        self, pack: CasePack, lines: Lines, draw_seed: Callable[[], int], hears: Callable[[str], bool]
    ) -> None:
        self._pack = pack
        self._lines = lines
        self._draw_seed = draw_seed
        self._hears = hears

    def chosen(self) -> int | str:
        """The seed of a case to be made, or the id of a written one."""
        return self._written() if self._pack.cases else self._seed()

    def _seed(self) -> int:
        while True:
            said = self._lines.ask("Which case? Type its seed, or press Enter for a random one.")
            if not said:
                return self._draw_seed()
            seed = seed_in(said)
            if seed is not None:
                return seed
            if not self._hears(said):
                self._lines.say(f"A seed is {SEED_RANGE}.")

    def _written(self) -> int | str:
        cases = self._pack.cases
        told = self._tell_titles(0)
        while True:
            said = self._lines.ask(self._prompt(told)).lower()
            if said == "more" and told < len(cases):
                told = self._tell_titles(told)
            elif self._pack.makes and said == "new":
                return self._draw_seed()
            elif self._pack.makes and said.startswith("seed"):
                seed = seed_in(said.removeprefix("seed").strip())
                if seed is not None:
                    return seed
                self._lines.say(f"A seed is {SEED_RANGE}.")
            elif said.isascii() and said.isdigit() and len(said) < 6 and 1 <= int(said) <= len(cases):
                return cases[int(said) - 1].case
            elif not self._hears(said):
                self._lines.say(f"Type a number from 1 to {len(cases)}{self._others(told)}.")

    def _tell_titles(self, told: int) -> int:
        page = self._pack.cases[told : told + A_PAGE]
        self._lines.say_list([case.title for case in page], first=told + 1)
        return told + len(page)

    def _prompt(self, told: int) -> str:
        return f"Which case? Type its number{self._others(told)}."

    def _others(self, told: int) -> str:
        more = "; more for further ones" if told < len(self._pack.cases) else ""
        made = "; new for one made at random; seed and a number for the one made from that seed"
        return f"{more}{made if self._pack.makes else ''}"
