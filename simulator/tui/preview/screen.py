"""The one screen of a preview: where one is, what is wrong, the page, and how the linter finds the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from simulator.authoring.preview.findings import counted, with_findings
from simulator.authoring.preview.view import CaseView
from simulator.cases.seeds import LARGEST_SEED
from simulator.tui.keyed.screens import Screen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.layout import BOTH_SIDES, BREAKPOINTS
from simulator.tui.preview.case_list import CasesOfPack
from simulator.tui.preview.page import Page
from simulator.tui.safety import shown
from simulator.tui.telling.pieces import lines
from simulator.tui.widgets.footer import Footer
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from simulator.authoring.lint.finding import Linted
    from simulator.authoring.preview.view import Preview, Which

READING = "The case is being read…"
LOOKING = "the linter is looking…"
LAST_GOOD = "Below is what it was before."
MOST_FAULTS = 20
EMPTY = CaseView("", ())


class PreviewScreen(Screen[None]):
    """Shows one case; posts `Wanted` where another one is wanted."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "k", "key", "Key", id="preview.key", tooltip="Show or hide what decides, and what is called for"
        ),
        Binding("l", "cases", "Cases", id="preview.cases", tooltip="List the pack's cases"),
        Binding("n", "step(1)", "Next", id="preview.next", tooltip="Show the next case, or the next seed's"),
        Binding("p", "step(-1)", "Previous", id="preview.previous", tooltip="Show the case before this one"),
        Binding("q", "app.quit", "Quit", id="preview.quit", tooltip="Close the preview"),
    ]

    class Furnished(Message):
        """Everything that a case is shown in is there."""

    class Wanted(Message):
        """Another case of the pack is wanted."""

        def __init__(self, which: Which) -> None:
            super().__init__()
            self.which = which

    def __init__(self, *, key: bool) -> None:
        super().__init__()
        self._latest: Preview | None = None
        self._case: CaseView | None = None
        self._linted: Linted | None = None
        self._key = key
        self._said = ""

    def compose(self) -> ComposeResult:
        """From the top to the keys at the bottom."""
        yield Static(shown(READING), id="where")
        with VerticalScroll(id="faults", can_focus=False):
            yield Static(id="faults-told")
        yield Page()
        yield Static(id="state")
        yield Standing()
        yield Footer()

    def on_mount(self) -> None:
        """The page can be scrolled at once."""
        self.query_one(Page).focus()
        self.call_after_refresh(self.post_message, self.Furnished())

    async def show(self, preview: Preview, said: str) -> None:
        """Show a case as it is now; one that is at fault stays as it was, below its faults."""
        if self._latest is None or preview.which != self._latest.which:
            self._case = self._linted = None
            self.query_one(Page).scroll_home(animate=False, immediate=True)
        self._latest, self._said = preview, said
        self._case = preview.case or self._case
        self._tell_faults([str(fault) for fault in preview.faults])
        if preview.standing:
            self.query_one(Standing).show(preview.standing)
        await self._show_page()

    async def show_findings(self, linted: Linted) -> None:
        """Show what the linter finds in the file that is shown."""
        self._linted = linted
        await self._show_page()

    def say_trouble(self, sentence: str) -> None:
        """Say what went wrong, above what is shown."""
        self._tell_faults([sentence])

    def _tell_faults(self, faults: Sequence[str]) -> None:
        told = [shown(each, "$error") for each in faults[:MOST_FAULTS]]
        if len(faults) > MOST_FAULTS:
            told.append(shown(f"and {len(faults) - MOST_FAULTS} more", "$error"))
        if faults and self._case is not None:
            told.append(shown(LAST_GOOD, "italic"))
        self.query_one("#faults").display = bool(faults)
        self.query_one("#faults-told", Static).update(lines(*told))

    async def _show_page(self) -> None:
        if self._latest is not None:
            self.query_one("#where", Static).update(shown(self._where(self._latest)))
            self.query_one("#state", Static).update(shown(self._state()))
        case = self._case or EMPTY
        if self._linted is not None and self._case is not None:
            case = with_findings(case, self._linted)
        await self.query_one(Page).show(case, text=not self._key or self._both, key=self._key)

    @property
    def _both(self) -> bool:
        """Whether there is room for text and key beside each other."""
        return self.size.width >= BOTH_SIDES

    def _where(self, preview: Preview) -> str:
        which, files = preview.which, _files(preview)
        place = f"seed {which}" if isinstance(which, int) else which
        if which in files:
            place += f" ({files.index(which) + 1} of {len(files)})"
        side = " – KEY" if self._key and not self._both else ""
        return f"{preview.pack}: {place}{side}"

    def _state(self) -> str:
        linter = counted(self._linted) if self._linted is not None else LOOKING
        return "; ".join(filter(None, (f"Linter: {linter}", self._said)))

    # Keys

    async def on_resize(self) -> None:
        """Show both sides where there is room for them."""
        await self._show_page()

    async def action_key(self) -> None:
        """Show the key, or hide it."""
        self._key = not self._key
        await self._show_page()

    def action_cases(self) -> None:
        """Let the author choose another case."""
        preview = self._latest
        if preview is not None and preview.cases:
            cases = CasesOfPack(preview.pack, preview.cases, preview.which)
            self.app.push_screen(cases, lambda file: self._go(file) if file is not None else None)

    def action_step(self, by: int) -> None:
        """To the next case or the one before; of made cases to those of the seeds beside."""
        if self._latest is None:
            return
        which, files = self._latest.which, _files(self._latest)
        if isinstance(which, int):
            self._go(min(max(which + by, 0), LARGEST_SEED))
        elif which in files:
            self._go(files[(files.index(which) + by) % len(files)])
        elif files:
            self._go(files[0])

    def _go(self, which: Which) -> None:
        self.post_message(self.Wanted(which))


def _files(preview: Preview) -> list[Which]:
    return [case.file for case in preview.cases]
