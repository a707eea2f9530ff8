"""The opening screen. Its first frame is title and content note; the rest is furnished behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from simulator.tui.index import packs_of, standing_of
from simulator.tui.keyed.screens import Screen
from simulator.tui.layout import BROAD
from simulator.tui.wanting import DueWanted, RecordWanted
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import ActiveBinding

    from simulator.session.case_packs import CasePack
    from simulator.session.drafts import Draft
    from simulator.session.today_view import TodayView
    from simulator.tui.looking import Trouble
    from simulator.tui.messages import Offered
    from simulator.tui.widgets.choices import Choices, Entry

TITLE = "Training simulator"
CONTENT_NOTE = (
    "The cases are fictional and told soberly, and they can still be hard to read. You can leave at any "
    "moment with one key (q); leaving costs nothing, and your answers are kept."
)
LOADING = "The cases are being made ready…"
LOOKING = "Looking for cases to go on with…"
AT_ONCE = "It is being made ready, and opens as soon as it is."
IN_FOOTER = {"app.help": "Help", "app.support": "Support", "app.pause": "Pause", "app.palette": "Find"}
"""What can be done from anywhere, and is named here at the foot of the screen."""


class HomeScreen(Screen[None]):
    """Title and note at once; then what can be gone on with or started."""

    HORIZONTAL_BREAKPOINTS = BROAD
    HELP: ClassVar[str] = (
        "You train on fictional cases: you read a case file, decide, and learn what the guidance calls for and why. "
        "Practise tells you after each part of a case, Assess at its end. You can leave at any moment and go on "
        "later; skipping a case records nothing. What you write yourself is wiped when you close the debrief, unless "
        "you keep it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "discard", "Discard", id="home.discard", tooltip="Wipe the unfinished case; asks once"),
        Binding(
            "z",
            "take_back",
            "Bring back",
            id="home.take-back",
            tooltip="Go on with the case that you have just skipped",
        ),
        Binding(
            "t", "today", "What is due", id="home.today", tooltip="What to practise, and why", show=False
        ),
        Binding("r", "record", "Your record", id="home.record", tooltip="What you know so far", show=False),
        Binding("q", "quit", "Quit", id="home.quit", tooltip="Close the simulator"),
    ]

    class Furnished(Message):
        """The first frame is painted and the screen is complete: loading may begin."""

    class TakenBack(Message):
        """The person wants to go on with the case that was skipped."""

    def __init__(self, index: Mapping[str, object] | None = None, *, introduced: bool = False) -> None:
        """Who is `introduced` is not offered the first case."""
        super().__init__()
        self._index = index
        self._introduced = introduced
        self._choices: Choices | None = None
        self._known = self._failed = False
        self._chosen_early: Entry | None = None
        self._skipped = self._debriefed = self._practised = False
        self._said: Sequence[Content] = ()
        self._due_said: Content | None = None

    def compose(self) -> ComposeResult:
        """The first frame."""
        yield Static(Content.assemble((TITLE, "bold $accent"), "\n\n", CONTENT_NOTE), id="opening")
        yield Standing(standing_of(self._index))

    def on_mount(self) -> None:
        """Everything else comes after the first paint."""
        self.call_after_refresh(self._furnish)

    async def _furnish(self) -> None:
        from simulator.tui.widgets.choices import Choices
        from simulator.tui.widgets.footer import Footer

        self._choices = Choices()
        await self.mount(self._choices, Static(LOADING, id="said", markup=False), after="#opening")
        await self.mount(Static(id="offered", markup=False), Footer())
        if packs := packs_of(self._index):
            self._offer(packs, ())
            self._choices.focus()
            self.say(LOOKING)
        self.call_after_refresh(self.post_message, self.Furnished())

    def show(self, offered: Offered) -> None:
        """Show what can be done, and let it be chosen."""
        self.query_one(Standing).show(offered.standing)
        self._skipped, self._debriefed = offered.skipped, offered.debriefed
        self._practised = offered.practised
        if self._choices is not None:
            self._offer(offered.packs, offered.drafts, offered.at)
            self._known = True
            self.go_on()
            self._catch_up()

    def _offer(self, packs: Sequence[CasePack], drafts: Sequence[Draft], at: str | None = None) -> None:
        """Show what can be done, and beside it, where there is room, which packs there are."""
        from simulator.tui.telling.packs import all_told

        if self._choices is not None:
            self._choices.show(self._entries(packs), drafts, at)
            self.query_one("#offered", Static).update(all_told(packs))

    def _entries(self, packs: Sequence[CasePack]) -> list[Entry]:
        """What can be done with these packs."""
        from simulator.tui.widgets.choices import Entry

        first = any(pack.first for pack in packs) and not self._introduced
        without = set() if packs else {Entry.PRACTISE, Entry.ASSESS, Entry.GUIDANCE}
        without |= set() if first else {Entry.FIRST}
        without |= set() if self._debriefed else {Entry.DEBRIEF}
        without |= set() if self._practised else {Entry.DUE, Entry.RECORD}
        return [entry for entry in Entry if entry not in without]

    def introduce(self) -> None:
        """Offer the first case no more, from the next time on."""
        self._introduced = True

    def wait(self, sentence: str) -> None:
        """Let nothing be chosen until what there is to choose is known (again)."""
        if self._choices is not None:
            self._choices.disabled = True
        self.say(sentence)

    def go_on(self) -> None:
        """Let what was offered be chosen (again); what needs cases can be tried again where they did not come."""
        self._failed, self._chosen_early = not self._known, self._chosen_early if self._known else None
        if self._choices is not None and self._choices.option_count:
            self._choices.disabled = False
            self._choices.focus()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """What needs the cases waits for them."""
        self._chosen_early = None
        if self._known or not event.entry.needs_cases:
            return
        event.stop()
        self._chosen_early = event.entry
        self.say(AT_ONCE)
        if self._failed:
            self._failed = False
            self.post_message(self.Furnished())

    def on_screen_resume(self) -> None:
        """What was chosen early may have become ready meanwhile."""
        self._catch_up()

    def _catch_up(self) -> None:
        """Do what was chosen before it could be done."""
        if self._chosen_early is None or not self._known or self.app.screen is not self:
            return
        from simulator.tui.widgets.choices import Choices

        early, self._chosen_early = self._chosen_early, None
        self.post_message(Choices.Chosen(early))

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """With some of those from anywhere, as the line of keys is to show them."""
        from simulator.tui.widgets.footer import with_titles

        return with_titles(super().active_bindings, IN_FOOTER)

    def say(self, sentence: str = "", *, troubles: Sequence[str] = ()) -> None:
        """Show `sentence` below the choices, and what went wrong."""
        from simulator.tui.safety import shown

        lines = [shown(sentence, "$success")] if sentence else []
        lines.extend(shown(f"! {trouble}", "bold $error") for trouble in troubles)
        self._said = lines
        self._show_said()

    def show_due(self, due: TodayView | Trouble) -> None:
        """Show how much is due, in the list and in a line below it; or why that could not be worked out."""
        from simulator.tui.telling.due import line_of

        if self._choices is not None:
            self._choices.show_due(due)
        self._due_said = line_of(due)
        self._show_said()

    def _show_said(self) -> None:
        """What was said last; below it, where something can be chosen, what is due."""
        due = [self._due_said] if self._due_said and self._practised and self._can_choose else []
        self.query_one("#said", Static).update(Content("\n").join([*self._said, *due]))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only a draft can be discarded, and only what was skipped be taken back."""
        match action:
            case "discard":
                return self._choices is not None and self._choices.draft is not None
            case "take_back":
                return self._skipped and self._can_choose
            case "today" | "record":
                return self._practised and self._can_choose
            case _:
                return True

    def action_take_back(self) -> None:
        """Go on with the case that was skipped."""
        self.post_message(self.TakenBack())

    @property
    def _can_choose(self) -> bool:
        return self._choices is not None and not self._choices.disabled

    def action_today(self) -> None:
        """Show what is due."""
        self.post_message(DueWanted())

    def action_record(self) -> None:
        """Show the record."""
        self.post_message(RecordWanted())

    def action_discard(self) -> None:
        """Wipe the draft under the cursor."""
        if self._choices is not None:
            self._choices.discard()

    def action_quit(self) -> None:
        """Close the simulator."""
        self.app.exit()
