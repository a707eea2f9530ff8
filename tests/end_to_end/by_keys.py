"""A script as keys of the terminal UI. Widgets are only looked at, to see where the cursor is."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.widgets import OptionList

from simulator.session.commands import Answer, Cite, Command, Confirm, Leave, Rationale, Resume, Sureness
from simulator.tui.app import SimulatorApp
from simulator.tui.screens.case_list import CaseList
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.packs import PackChoice
from simulator.tui.widgets.choices import Choices, Entry
from simulator.tui.widgets.decision_table import DecisionTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.coordinate import Coordinate
    from textual.pilot import Pilot

    from simulator.session.commands import Mode
    from simulator.session.texts_view import ParagraphView
    from simulator.session.view import QuestionView, StepView
    from tests.end_to_end.script import Done

ENTRIES: dict[Mode, Entry] = {"practice": Entry.PRACTISE, "assessment": Entry.ASSESS}
KEY_NAMES = {" ": "space"}


class Keys:
    """Presses keys, and waits until everything that follows has happened."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot

    @property
    def app(self) -> SimulatorApp:
        app = self.pilot.app
        assert isinstance(app, SimulatorApp)
        return app

    @property
    def text(self) -> str:
        """All characters on the screen, a line a row."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    async def type(self, text: str) -> None:
        """Press a key for each letter."""
        await self.press(*(KEY_NAMES.get(letter, letter) for letter in text))

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def settle(self) -> None:
        await self.pilot.pause()
        if self.app.desk is not None:
            await asyncio.wrap_future(self.app.desk.rest())
            await self.pilot.pause()

    async def choose_pack(self, pack: str, mode: Mode = "practice") -> None:
        """From the opening screen to the cases of `pack`."""
        await self.settle()
        offers = self.app.screen.query_one(Choices)._offers
        await self.press("home", *["down"] * offers.index(ENTRIES[mode]), "enter")
        choice = self.app.screen
        assert isinstance(choice, PackChoice)
        names = [pack.name for pack in choice._packs]
        await self.press("home", *["down"] * names.index(pack), "enter")

    async def start(self, seed: int, pack: str = "core", mode: Mode = "practice") -> None:
        """From the opening screen into the case of `seed`; `pack` makes cases and has none that are written."""
        await self.choose_pack(pack, mode)
        await self.press(*str(seed), "enter")

    async def start_written(self, place: int, pack: str, mode: Mode = "practice") -> None:
        """From the opening screen into the case that is at `place` among the written ones of `pack`."""
        await self.choose_pack(pack, mode)
        assert isinstance(self.app.screen, CaseList)
        await self.press(*["down"] * place, "enter")

    async def play(self, script: Sequence[Done]) -> None:
        """Do all of `script`; the three reasons for a decision are given at once."""
        left: list[Done] = list(script)
        while left:
            given = 3 if isinstance(left[0].command, Rationale) else 1
            await self._do([one.command for one in left[:given]], left[0].step)
            del left[:given]

    async def _do(self, commands: Sequence[Command], step: StepView) -> None:
        match commands:
            case [Answer() as answer]:
                await self.to_decision(answer.question, answer.subject)
                await self._answer(answer, step)
            case [Rationale() as reason, Cite() as cites, Sureness() as sureness]:
                await self.to_decision(reason.question, reason.subject)
                await self._give_reasons(reason.text, cites.paragraphs, sureness.level)
            case [Confirm()]:
                await self.press("c")
                if step.last:
                    await self.press("y")
                await self.read_feedback()
            case [Leave()]:
                await self.press("q")
            case [Resume()]:
                await self.press("home", "enter")  # "Go on" is the first offer
            case _:
                raise AssertionError(f"no keys for {commands}")

    async def read_feedback(self) -> None:
        """Go on with the case from what is told after a phase, if that is open."""
        if isinstance(self.app.screen, DebriefScreen) and self.app.screen.interim:
            await self.press("q")

    async def to_decision(self, question: str, subject: str) -> None:
        """Move the cursor by arrow keys to a decision."""
        if not isinstance(self.app.focused, DecisionTable):
            await self.press("f")
        at, (table, to) = self._tables.index(self._table), self._find((question, subject))
        while at != table:
            down = table > at
            rows = self._tables[at].row_count - 1 - self._table.cursor_row if down else self._table.cursor_row
            await self.press(*(["down" if down else "up"] * (rows + 1)))
            at += 1 if down else -1
        rows, columns = to.row - self._table.cursor_row, to.column - self._table.cursor_column
        keys = ["down" if rows > 0 else "up"] * abs(rows) + ["right" if columns > 0 else "left"] * abs(
            columns
        )
        if keys:
            await self.press(*keys)

    @property
    def _tables(self) -> list[DecisionTable]:
        return [table for table in self.app.screen.query(DecisionTable) if table.display]

    @property
    def _table(self) -> DecisionTable:
        table = self.app.focused
        assert isinstance(table, DecisionTable)
        return table

    def _find(self, key: tuple[str, str]) -> tuple[int, Coordinate]:
        for number, table in enumerate(self._tables):
            found = table.find(key)
            if found is not None:
                return number, found
        raise AssertionError(f"{key} is not on the screen")

    async def _answer(self, answer: Answer, step: StepView) -> None:
        question = next(each for each in step.questions if each.question == answer.question)
        await self.press("enter")
        if not question.several:
            await self._pick(question, answer.chosen[0])
            return
        for option in self._to_tick(question, answer):
            await self._pick(question, option)
        await self.press("enter")

    def _to_tick(self, question: QuestionView, answer: Answer) -> list[str]:
        """The options whose tick has to change, so that those chosen are left."""
        desk = self.app.screen
        shown = str(desk.query_one(OptionList).get_option_at_index(0).prompt)
        assert shown.startswith("["), shown
        ticked = {
            option.option
            for number, option in enumerate(question.options)
            if str(desk.query_one(OptionList).get_option_at_index(number).prompt).startswith("[x]")
        }
        if question.excluding in answer.chosen:
            return list(answer.chosen)
        removed = [one for one in ticked if one not in answer.chosen and one != question.excluding]
        return [*sorted(removed), *(one for one in answer.chosen if one not in ticked)]

    async def _pick(self, question: QuestionView, option: str) -> None:
        """By its key where it has one, else by the arrow keys."""
        number = [each.option for each in question.options].index(option)
        prompt = str(self.app.screen.query_one(OptionList).get_option_at_index(number).prompt)
        key = prompt[3:].partition("  ")[0].strip()
        if len(key) == 1:
            await self.press(key)
        else:
            await self.press("home", *["down"] * number, "space")

    async def _give_reasons(self, text: str, cites: Sequence[str], level: int) -> None:
        keys = [paragraph.paragraph for paragraph in self._paragraphs]
        await self.press("w")
        await self.type(text)
        await self.press("tab")
        await self.press("home", *["down"] * (level - 1), "space", "tab", "tab", "home")
        at = 0
        for number in sorted(keys.index(cite) for cite in cites):
            await self.press(*["down"] * (number - at), "space")
            at = number
        await self.press("ctrl+s")

    @property
    def _paragraphs(self) -> Sequence[ParagraphView]:
        from simulator.tui.screens.case import CaseScreen

        assert isinstance(self.app.screen, CaseScreen)
        return self.app.screen.view.paragraphs
