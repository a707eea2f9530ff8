"""The record: its sections, one at a time in one table, and one pane that tells the row under the cursor in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from simulator.tui.looking import Trouble
from simulator.tui.safety import shown
from simulator.tui.screens.sheet import SheetScreen
from simulator.tui.telling.record.sections import Section, sheet_of
from simulator.tui.wanting import GuidanceWanted
from simulator.tui.widgets.section_tabs import SectionTabs
from simulator.tui.widgets.sheet_panes import SheetPanes
from simulator.tui.widgets.sheet_table import SheetTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from simulator.session.record_view import RecordView

TITLE = "Your record"
READING = "Your record is being put together…"


class RecordTable(SheetTable):
    """One section of the record."""

    HELP: ClassVar[str] = (
        "One section of your record at a time. The up and down arrows go from row to row, and the whole row is told "
        "below or beside. Enter goes into what is told."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", "Read", id="record.read", tooltip="Read what is told of the row"),
    ]


class RecordScreen(SheetScreen):
    """Posts what is wanted of the app; `show` is to be called with what the record shows."""

    HELP: ClassVar[str] = (
        "This is your record, for you alone: nobody else is shown it, and nothing of it is sent anywhere. 1 to 9 and 0 "
        "open its sections. s saves it as a page and as tables. A case that should not count, because somebody "
        "else played it or it was only tried out, can be left out of all figures with a reason, and counted again."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                section.key,
                f"section('{section.name}')",
                "Sections",
                id=f"record.{section.name.lower()}",
                key_display="1-0",
                tooltip=f"The section {section.title}",
                show=section is Section.SUMMARY,
            )
            for section in Section
        ),
        Binding("n", "step(1)", "Next", id="record.next", tooltip="The next section", show=False),
        Binding("p", "step(-1)", "Previous", id="record.previous", tooltip="The section before", show=False),
        Binding(
            "b", "rule", "New case", id="record.rule", tooltip="A new case for the rule under the cursor"
        ),
        Binding(
            "g", "guidance", "Guidance", id="record.guidance", tooltip="Read the paragraph under the cursor"
        ),
        Binding(
            "x",
            "correct",
            "Count or not",
            id="record.correct",
            tooltip="Leave the case out of all figures, with a reason, or count it again",
        ),
        Binding("s", "save", "Save", id="record.save", tooltip="Save the record as a page and as tables"),
        Binding(
            "f",
            "other_side",
            "List/row",
            id="record.side",
            tooltip="Go between the table and what is told of a row",
            show=False,
        ),
        Binding("escape", "back", "Back", id="record.back", tooltip="Back to the table, then away"),
        Binding("q", "leave", "Close", id="record.leave", tooltip="Close the record", show=False),
    ]

    @dataclass
    class Correcting(Message):
        """A case is to be left out of all figures for a reason, or to count again."""

        session: str
        reason: str
        counts: bool

    class Saving(Message):
        """The learner wants to save the record."""

    def __init__(self, standing: str) -> None:
        super().__init__(RecordTable(heads=True), READING, standing)
        self.record: RecordView | None = None
        """What is shown; None until it is known."""
        self._section = Section.SUMMARY

    def _heads(self) -> Iterator[Widget]:
        yield Static(shown(TITLE, "bold $accent"), id="sheet-head")
        yield SectionTabs()

    def on_mount(self) -> None:
        """Say which section is open."""
        super().on_mount()
        self.query_one(SectionTabs).show(self._section)

    # What is told

    def show(self, record: RecordView | Trouble, said: str = "") -> None:
        """Show `record`, and say what was done to it; where it could not be read, say why: what was shown stays."""
        if isinstance(record, Trouble):
            self.say(record.sentence)
            return
        first = self.record is None
        self.record = record
        head = shown(TITLE, "bold $accent").append(shown(f"  {record.learner}  {record.day}"))
        self.query_one("#sheet-head", Static).update(head)
        self._show_section(0 if first else self._table.cursor_row)
        if said:
            self.say(said, trouble=False)

    def _show_section(self, at: int = 0) -> None:
        self.query_one(SectionTabs).show(self._section)
        if self.record is not None:
            sheet = sheet_of(self.record, self._section)
            self.query_one("#sheet-said", Static).update(shown(sheet.said, "$text-muted"))
            self._table.show(sheet, at)
        self.refresh_bindings()

    def tell_saved(self, places: tuple[str, str] | None) -> None:
        """Say where page and tables lie, if the record was saved."""
        if places is not None:
            self.say("Saved: {}, and tables in {}".format(*places), trouble=False)

    # Where one goes

    def on_section_tabs_wanted(self, event: SectionTabs.Wanted) -> None:
        """A click does what the key does."""
        self.action_section(event.section.name)

    def action_section(self, name: str) -> None:
        """Open a section."""
        self._section = Section[name]
        self._show_section()
        self.query_one(SheetPanes).bring_detail(False)

    def action_step(self, by: int) -> None:
        """The next section, or the one before; from the last, the first."""
        sections = list(Section)
        self.action_section(sections[(sections.index(self._section) + by) % len(sections)].name)

    def on_sheet_table_opened(self) -> None:
        """Enter reads."""
        self.query_one(SheetPanes).bring_detail(True)

    def action_leave(self) -> None:
        """Close the record."""
        self.dismiss()

    # What can be done with it

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What acts on a row needs one that has it."""
        row = self._row
        match action:
            case "rule":
                return row is not None and bool(row.rule)
            case "guidance":
                return row is not None and bool(row.paragraph)
            case "correct":
                return row is not None and bool(row.session)
            case "save":
                return self.record is not None
            case _:
                return True

    def action_guidance(self) -> None:
        """Read the paragraph under the cursor."""
        if (row := self._row) is not None and row.paragraph:
            self.post_message(GuidanceWanted(row.paragraph))

    def action_save(self) -> None:
        """Ask where to."""
        self.post_message(self.Saving())

    def action_correct(self) -> None:
        """Ask why, and have the case left out, or counted again."""
        from simulator.tui.screens.correction import CorrectionScreen

        row = self._row
        if row is None or not row.session:
            return

        def answered(reason: str | None) -> None:
            if reason is not None:
                self.post_message(self.Correcting(row.session, reason, row.left_out))

        self.app.push_screen(CorrectionScreen(row.cells[0], counts=row.left_out), answered)
