"""The decisions of a step: how far one is, the tables, and the decision under the cursor in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Button, Static

from simulator.errors.text import clean
from simulator.tui.grid import Cell, cells_of, grids_of
from simulator.tui.safety import shown
from simulator.tui.widgets.decision_table import DecisionTable

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.session.view import StepView


class Decisions(Vertical):
    """Shows a step; posts what `DecisionTable` and the button post."""

    def __init__(self) -> None:
        super().__init__(id="decisions")
        self._step: StepView | None = None
        self._tables: list[DecisionTable] = []
        self._at: tuple[str, str] | None = None
        self._moved = False

    def compose(self) -> ComposeResult:
        """Progress, tables, the decision under the cursor, and a line for what has just happened."""
        with Horizontal(id="progress-line"):
            yield Static(id="progress")
            yield Button("Confirm (c)", id="confirm", compact=True)
        yield VerticalScroll(id="tables", can_focus=False)
        yield Static(id="asked")
        yield Static(id="said")

    async def show(self, step: StepView) -> None:
        """Show `step`; the cursor stays where it was while it is the same step."""
        new = self._step is None or (self._step.phase, self._step.step) != (step.phase, step.step)
        self._step = step
        if new:
            await self._lay_out(len(grids_of(step)))
        self._progress(step)
        self._fill()
        if new and self.has_focus_within:
            self.take_focus()
        self._tell()

    async def _lay_out(self, count: int) -> None:
        """Have `count` tables, with their cursors at the start."""
        holder = self.query_one("#tables", VerticalScroll)
        missing = [DecisionTable() for _ in range(count - len(self._tables))]
        self._tables.extend(missing)
        await holder.mount(*missing)
        for number, table in enumerate(self._tables):
            table.display = number < count
            table.forget()
        self._at = None
        self._moved = False
        holder.scroll_home(animate=False)

    @property
    def _shown(self) -> list[DecisionTable]:
        return [table for table in self._tables if table.display]

    def _progress(self, step: StepView) -> None:
        cells = list(cells_of(step))
        answered = sum(cell.subject.answered for cell in cells)
        of_phase = f" ({step.number} of {step.count})" if step.count > 1 else ""
        text = shown(f"{step.title}{of_phase}", "bold $primary")
        count = shown(f"{answered} of {len(cells)} answered", "bold $success" if step.complete else "")
        self.query_one("#progress", Static).update(Content("  ").join([text, count]))
        self.query_one("#confirm", Button).variant = "success" if step.complete else "default"

    def _fill(self) -> None:
        if self._step is None:
            return
        width = self.query_one("#tables").size.width - 1
        if width < 20:
            return
        for table, grid in zip(self._shown, grids_of(self._step), strict=True):
            table.show(grid, width)

    def on_resize(self) -> None:
        """Fit the tables to the new width."""
        self._fill()

    def take_focus(self) -> None:
        """Put the cursor back where it was, else into the first table."""
        tables = self._shown
        table = next((table for table in tables if self._at and table.find(self._at)), tables[0])
        table.focus()

    def to_next_open(self, because: str = "") -> None:
        """Put the cursor on the next open decision, and say after `because` how many are; say so if none is.

        The next is the one after the cursor; where the cursor has not been moved in this step, its own as well.
        """
        cells = list(cells_of(self._step)) if self._step else []
        still_open = [cell for cell in self._from_cursor(cells) if not cell.subject.answered]
        self._moved = True
        if not still_open:
            self.say("Every decision of this step is made: c confirms it.")
            return
        self.say(f"{because}{len(still_open)} still open.")
        self._point_at(still_open[0])

    def _from_cursor(self, cells: list[Cell]) -> list[Cell]:
        keys = [cell.key for cell in cells]
        start = keys.index(self._at) + self._moved if self._at in keys else 0
        return [*cells[start:], *cells[:start]]

    def _point_at(self, cell: Cell) -> None:
        for table in self._shown:
            found = table.find(cell.key)
            if found is not None:
                table.move_cursor(row=found.row, column=found.column, animate=False)
                table.focus()
                return

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Show `sentence` on the line for what has just happened."""
        style = "bold $error" if trouble else "$success"
        self.query_one("#said", Static).update(shown(f"! {sentence}" if trouble else sentence, style))

    def on_decision_table_pointed(self, event: DecisionTable.Pointed) -> None:
        """Tell the decision under the cursor in full."""
        event.stop()
        to = event.cell.key if event.cell else None
        self._moved = self._moved or (self._at is not None and self._at != to)
        self._at = to
        self._tell()
        self._keep_in_sight(event.table)

    def on_decision_table_left(self, event: DecisionTable.Left) -> None:
        """Go on to the next or previous table."""
        event.stop()
        tables = self._shown
        to = tables.index(event.table) + event.by
        if 0 <= to < len(tables):
            table = tables[to]
            row = 0 if event.by > 0 else table.row_count - 1
            column = min(event.table.cursor_column, len(table.columns) - 1)
            table.move_cursor(row=row, column=column, animate=False)
            table.focus()

    def _keep_in_sight(self, table: DecisionTable) -> None:
        holder = self.query_one("#tables", VerticalScroll)
        top = table.virtual_region.y + table.rows_above()
        first = table.cursor_row == 0
        region = Region(0, top - first, 1, 2 + first)
        holder.scroll_to_region(region, animate=False, force=True)

    @property
    def cell(self) -> Cell | None:
        """The decision under the cursor."""
        cells = cells_of(self._step) if self._step else ()
        return next((cell for cell in cells if cell.key == self._at), None)

    def _tell(self) -> None:
        asked = self.query_one("#asked", Static)
        asked.update(_told(self.cell) if self.cell else "")


def _told(cell: Cell) -> Content:
    subject = cell.subject
    parts = [shown(f"{cell.question.title} – {subject.label}:", "bold"), shown(cell.question.asks)]
    if subject.chosen:
        parts.append(shown(f"Your answer: {'; '.join(subject.chosen_labels)}.", "$success"))
    else:
        parts.append(shown("Enter chooses.", "$text-muted"))
    if subject.cites:
        parts.append(shown(f"Cited: {', '.join(subject.cites)}.", "$text-muted"))
    if subject.rationale:
        parts.append(shown(f"Why: {clean(subject.rationale)}", "$text-muted"))
    return Content(" ").join(parts)
