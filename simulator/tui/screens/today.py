"""What is due: the plan for the minutes that there are, every rule that is due and why, the next test, and a drill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from simulator.tui.looking import Trouble
from simulator.tui.safety import shown
from simulator.tui.screens.sheet import SheetScreen
from simulator.tui.telling.minutes import CHOICES
from simulator.tui.telling.today import retention_of, today_sheet
from simulator.tui.wanting import CaseWanted, RecordWanted
from simulator.tui.widgets.sheet_table import SheetTable

if TYPE_CHECKING:
    from simulator.session.today_view import TodayView

TITLE = "What is due"
WORKING_OUT = "What is due is being worked out…"
NOTHING_DUE = "Nothing is due; d begins a drill, and r opens your record, where any rule can be chosen."
NO_TEST = "No test is offered now."


class DueTable(SheetTable):
    """The plan and all that is due."""

    HELP: ClassVar[str] = (
        "Your plan comes first, then every rule that is due, the most urgent first. The up and down arrows go from row "
        "to row; why it is there is told below or beside. Enter begins the next case that is due."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "select_cursor", "Begin", id="today.begin", tooltip="Begin the next case that is due"
        ),
    ]


class TodayScreen(SheetScreen):
    """Posts `CaseWanted`, `RecordWanted`, and `PlanWanted` for other minutes; `show` is to be called with a view."""

    HELP: ClassVar[str] = (
        "This says what to practise today, and why. Rules that you got wrong while sure come first, then other "
        "mistakes, then what you are about to forget, then what is new. 1 to 4 say how many minutes you have; the plan "
        "fits them. No case comes twice."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(place),
                f"minutes({minutes})",
                "Minutes",
                id=f"today.minutes-{minutes}",
                key_display="1-4",
                tooltip=f"Plan for {minutes} minutes",
                show=place == 1,
            )
            for place, minutes in enumerate(CHOICES, 1)
        ),
        Binding(
            "b", "rule", "This rule", id="today.rule", tooltip="A new case for the rule under the cursor"
        ),
        Binding("d", "drill", "Drill", id="today.drill", tooltip="Begin the next case of a drill"),
        Binding("t", "test", "Test", id="today.test", tooltip="Begin the next case of the test that is next"),
        Binding("r", "record", "Record", id="today.record", tooltip="Open your record"),
        Binding(
            "f",
            "other_side",
            "List/why",
            id="today.side",
            tooltip="Go between the list and what is told of a row",
            show=False,
        ),
        Binding("escape,q", "back", "Back", id="today.back", tooltip="Go back to the opening screen"),
    ]

    @dataclass
    class PlanWanted(Message):
        """What is due is to be planned for so many minutes."""

        minutes: int

    def __init__(self, today: TodayView | None, minutes: int, standing: str) -> None:
        super().__init__(DueTable(heads=False), WORKING_OUT, standing)
        self._told: TodayView | Trouble | None = today
        self._today: TodayView | None = None
        self._minutes = minutes
        self._painted = False

    def on_mount(self) -> None:
        """What is known is shown at once."""
        super().on_mount()
        self._head()
        self.call_after_refresh(self._show_first)

    def _show_first(self) -> None:
        self._painted = True
        if self._told is not None:
            self.show(self._told)

    def _head(self) -> None:
        """The minutes that can be chosen; those that are planned for are marked, whatever they are."""
        told = [
            (f"{place}\N{NO-BREAK SPACE}{each} min", each == self._minutes)
            for place, each in enumerate(CHOICES, 1)
        ]
        if self._minutes not in CHOICES:
            told.append((f"{self._minutes} min", True))
        tabs = [shown(words, "bold reverse" if chosen else "$text-muted") for words, chosen in told]
        self.query_one("#sheet-head", Static).update(
            Content("   ").join([shown(TITLE, "bold $accent"), Content("  ").join(tabs)])
        )

    def show(self, today: TodayView | Trouble) -> None:
        """Show what is due, or say why that could not be worked out; what was shown stays then.

        What is worked out anew for the same minutes leaves the cursor where it is.
        """
        self._told = today
        if not self._painted:
            return
        if isinstance(today, Trouble):
            self.say(today.sentence)
            return
        at = self._table.cursor_row if today.minutes == self._minutes else 0
        self._today, self._minutes = today, today.minutes
        self._head()
        told = Content("\n").join([shown(today.said), retention_of(today, self.size.width - 2)])
        self.query_one("#sheet-said", Static).update(told)
        self._table.show(today_sheet(today), at)
        self.refresh_bindings()

    def on_sheet_table_opened(self, event: SheetTable.Opened) -> None:
        """Begin the next case that is due; on a test or a drill, that."""
        if event.row.stage is not None:
            self.action_test()
        elif event.row.drill:
            self.action_drill()
        elif self._today is not None and self._today.due:
            self.post_message(CaseWanted("due", minutes=self._minutes))
        else:
            self.say(NOTHING_DUE)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """A case for a rule needs a rule under the cursor, a test one that is offered."""
        match action:
            case "rule":
                return self._row is not None and bool(self._row.rule)
            case "test":
                return self._today is not None and self._today.test is not None
            case _:
                return True

    def action_minutes(self, minutes: int) -> None:
        """Plan for so many minutes."""
        self._minutes = minutes
        self._head()
        self.post_message(self.PlanWanted(minutes))

    def action_drill(self) -> None:
        """The next case of a drill."""
        self.post_message(CaseWanted("drill"))

    def action_test(self) -> None:
        """The next case of the test that is next."""
        test = self._today.test if self._today is not None else None
        if test is not None:
            self.post_message(CaseWanted("test", stage=test.stage))

    def action_record(self) -> None:
        """Open the record."""
        self.post_message(RecordWanted())
