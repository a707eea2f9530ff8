"""The decisions of a step: how far one is, the tables, and the decision under the cursor in short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Static

from simulator.tui.grid import Cell, cells_of, grids_of
from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.safety import shown
from simulator.tui.telling.asked import in_short
from simulator.tui.widgets.decision_table import DecisionTable

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.session.view import StepView


EVERY_MADE = "Every decision of this step is made: {case.confirm} confirms it."
ON_IT = "You are at one of them."
NOTHING_ASKED = "Nothing is to be decided at the moment."


class Decisions(Vertical):
    """Shows a step; posts what `DecisionTable` and the button post, and where the cursor is."""

    HELP: ClassVar[str] = (
        "The decisions of this step. Every cell of a table is one decision: the arrow keys move, Enter opens the one "
        "under the cursor, n goes to the next that is open. Below, or beside the tables, it is told in words."
    )

    @dataclass
    class At(Message):
        """The cursor stands on `cell`, or on nothing that is asked."""

        cell: Cell | None

    def __init__(self, confirm: str = "Confirm (c)", every_made: str = EVERY_MADE) -> None:
        """`confirm` stands on the button; `every_made` is said where no decision is open."""
        super().__init__(id="decisions")
        self._confirm = confirm
        self._every_made = every_made
        self._step: StepView | None = None
        self._tables: list[DecisionTable] = []
        self._at: tuple[str, str] | None = None
        self._told: Cell | None = None
        self._start: tuple[str, str] | None = None
        self._passed: tuple[str, str] | None = None

    def compose(self) -> ComposeResult:
        """Progress, tables, and the decision under the cursor."""
        with Horizontal(id="progress-line"):
            yield Static(id="progress")
            yield Button(shown(self._confirm), id="confirm", compact=True)
        yield VerticalScroll(id="tables", can_focus=False)
        yield Static(id="asked")

    def on_mount(self) -> None:
        """No row is cut in half at the bottom."""
        self.watch(self.query_one("#tables"), "scroll_y", self._show_whole_rows, init=False)

    async def show(self, step: StepView | None) -> None:
        """Show `step`, or that nothing is asked; the cursor stays where it was while the same is asked."""
        new = self._step is None or _asked(self._step) != _asked(step)
        self._step = step
        if new:
            await self._lay_out(len(grids_of(step)) if step is not None else 0)
            self._start = self._first_open()
        self._progress(step)
        self._fill()
        self._tell()

    async def _lay_out(self, count: int) -> None:
        """Have `count` tables, with their cursors at the start."""
        holder = self.query_one("#tables", VerticalScroll)
        missing = [DecisionTable(self._go_on_from) for _ in range(count - len(self._tables))]
        self._tables.extend(missing)
        await holder.mount(*missing)
        for number, table in enumerate(self._tables):
            table.display = number < count
            table.forget()
        self._at = self._passed = None
        holder.scroll_home(animate=False)

    @property
    def _shown(self) -> list[DecisionTable]:
        return [table for table in self._tables if table.display]

    def _progress(self, step: StepView | None) -> None:
        self.query_one("#confirm").display = step is not None
        if step is None:
            self.query_one("#progress", Static).update(shown(NOTHING_ASKED), layout=False)
            return
        cells = list(cells_of(step))
        answered = sum(cell.subject.answered for cell in cells)
        of_phase = f" ({step.number} of {step.count})" if step.count > 1 else ""
        text = shown(f"{step.title}{of_phase}", "bold $primary")
        count = shown(f"{answered} of {len(cells)} answered", "bold $success" if step.complete else "")
        self.query_one("#progress", Static).update(Content("  ").join([text, count]), layout=False)
        self.query_one("#confirm", Button).variant = "success" if step.complete else "default"

    def _fill(self) -> None:
        if self._step is None:
            return
        width = self.query_one("#tables").size.width - 1
        if width < 20:
            return
        for table, grid in zip(self._shown, grids_of(self._step), strict=True):
            table.show(grid, width)
        if self._at is None and self._start is not None:
            table = self._point_at(self._start)
            self._show_cursor_in(table)
            if self.has_focus_within:
                self._at = self._start
                self.screen.set_focus(table)
                self._tell()
                self.call_after_refresh(self._keep_in_sight, table)
        self.call_after_refresh(self._show_whole_rows)

    def _show_whole_rows(self) -> None:
        if not self.query("#tables"):  # the case was closed before it was drawn
            return
        holder = self.query_one("#tables", VerticalScroll)
        bottom = holder.scroll_offset.y + holder.outer_size.height
        cut = any(table.is_cut_at(bottom - table.virtual_region.y) for table in self._shown)
        holder.styles.padding = (0, 0, int(cut), 0)

    def on_resize(self) -> None:
        """Fit the tables to the new width."""
        self._fill()

    def take_focus(self) -> None:
        """Put the cursor back where it was, else on the first open decision; nothing has it where nothing is asked."""
        tables = self._shown
        if not tables:
            self.screen.set_focus(None)
            return
        to = self._at or self._start
        table = next((table for table in tables if to and table.find(to)), tables[0])
        self.screen.set_focus(table)

    def to_next_open(self, *, first: bool = False) -> str:
        """Put the cursor on the next open decision; a sentence on how many are.

        The next is the one under the cursor while that has not been passed by, else the one after it; or `first`.
        """
        still_open = [cell for cell in self._from(None if first else self._at) if not cell.subject.answered]
        if not still_open:
            return self._every_made if self._step is not None else NOTHING_ASKED
        to = still_open[0].key
        stays = not first and to == self._at
        if stays and to == self._passed:
            to = still_open[1 % len(still_open)].key
            stays = len(still_open) == 1
        self.screen.set_focus(self._point_at(to))
        self._at = self._passed = to
        return f"{len(still_open)} still open. {ON_IT if stays else ''}".rstrip()

    def pass_by(self, cell: Cell) -> None:
        """The learner has looked at `cell`: the next open decision is another."""
        self._passed = cell.key

    def _cells(self) -> list[Cell]:
        return list(cells_of(self._step)) if self._step else []

    def _first_open(self) -> tuple[str, str] | None:
        cells = self._cells()
        return next(
            (cell.key for cell in cells if not cell.subject.answered), cells[0].key if cells else None
        )

    def _from(self, key: tuple[str, str] | None) -> list[Cell]:
        cells = self._cells()
        start = next((number for number, cell in enumerate(cells) if cell.key == key), 0)
        return [*cells[start:], *cells[:start]]

    def _point_at(self, key: tuple[str, str]) -> DecisionTable:
        for table in self._shown:
            found = table.find(key)
            if found is not None:
                table.move_cursor(row=found.row, column=found.column, animate=False)
                return table
        return self._shown[0]

    def on_decision_table_pointed(self, event: DecisionTable.Pointed) -> None:
        """Tell the decision under the cursor in full, unless the focus is elsewhere by now."""
        event.stop()
        if self.screen.focused is not event.table:
            return
        to = event.cell.key if event.cell else None
        if to != self._passed:
            self._passed = None
        self._at = to
        self._show_cursor_in(event.table)
        self._tell()
        self._keep_in_sight(event.table)

    def _show_cursor_in(self, table: DecisionTable) -> None:
        """One decision at a time is marked, also while the focus is elsewhere."""
        for each in self._shown:
            each.show_cursor = each is table

    def _go_on_from(self, left: DecisionTable, by: int) -> None:
        tables = self._shown
        to = tables.index(left) + by
        if 0 <= to < len(tables):
            table = tables[to]
            row = 0 if by > 0 else table.row_count - 1
            column = min(left.cursor_column, len(table.columns) - 1)
            table.move_cursor(row=row, column=column, animate=False)
            self.screen.set_focus(table)

    def _keep_in_sight(self, table: DecisionTable) -> None:
        if not self.query("#tables"):
            return
        holder = self.query_one("#tables", VerticalScroll)
        top = table.virtual_region.y + table.rows_above()
        first = table.cursor_row == 0
        region = Region(0, top - first, 1, table.lines_of_cursor() + first)
        holder.scroll_to_region(region, animate=False, force=True)

    @property
    def cell(self) -> Cell | None:
        """The decision under the cursor, or under where it was before the focus went elsewhere."""
        focused = next((table for table in self._shown if table.has_focus), None)
        if focused is not None:
            return focused.cell
        cells = cells_of(self._step) if self._step else ()
        return next((cell for cell in cells if cell.key == self._at), None)

    def _tell(self) -> None:
        cell = self.cell
        if cell != self._told:
            self._told = cell
            self._tell_asked(in_short(cell) if cell else Content(""))
        self.post_message(self.At(cell))

    def _tell_asked(self, told: Content) -> None:
        """Tell the decision in short; the screen is laid out anew only where that takes another height."""
        asked = self.query_one("#asked", Static)
        width, height = asked.content_size
        lines = told.get_height({}, width) if width else 0
        room = asked.styles.min_height
        least = int(room.value) if room is not None else 0
        asked.update(told, layout=max(lines, least) != height)


def _asked(step: StepView | None) -> tuple[str, ...]:
    """What tells one step from another; in a class its questions are opened one by one."""
    if step is None:
        return ()
    return step.phase, step.step, *(question.question for question in step.questions)
