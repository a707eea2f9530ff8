"""The preview of a case in a terminal: shown again whenever a file of its pack is saved."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from simulator.tui.preview.bench import Bench, Checked, Read, Source, Troubled
from simulator.tui.preview.screen import PreviewScreen
from simulator.tui.safe_app import SafeApp

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import PurePath

FAILED = 3


def _now() -> str:
    return datetime.now().strftime("%H:%M:%S")


class PreviewApp(SafeApp):
    """Shows the cases of `source`, one at a time; `clock` gives the time of day as it is told."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = "preview.tcss"
    TITLE = "Preview"
    AFTERWARDS: ClassVar[str] = "No file was changed."

    def __init__(self, source: Source, *, key: bool, clock: Callable[[], str] = _now) -> None:
        super().__init__()
        self.bench = Bench(self.post_message, source)
        self._which = source.first
        self._with_key = key
        self._clock = clock

    def get_default_screen(self) -> PreviewScreen:
        """The only screen but the list of cases."""
        return PreviewScreen(key=self._with_key)

    def on_preview_screen_furnished(self) -> None:
        """Read the first case."""
        self.bench.begin()

    def on_unmount(self) -> None:
        """Read nothing more."""
        self.bench.close()

    @property
    def _preview(self) -> PreviewScreen:
        screen = self.screen_stack[0]
        assert isinstance(screen, PreviewScreen)
        return screen

    def on_preview_screen_wanted(self, event: PreviewScreen.Wanted) -> None:
        """Read another case."""
        self._which = event.which
        self.bench.show(event.which)

    async def on_read(self, event: Read) -> None:
        """Show the case, unless another one has been asked for meanwhile."""
        if event.preview.which == self._which:
            await self._preview.show(event.preview, f"read again at {self._clock()}" if event.again else "")

    async def on_checked(self, event: Checked) -> None:
        """Show what the linter finds in it."""
        if event.which == self._which:
            await self._preview.show_findings(event.linted)

    def on_troubled(self, event: Troubled) -> None:
        """Say it."""
        self._preview.say_trouble(event.sentence)


def run_preview(source: Source, *, key: bool) -> int:
    """Run the preview until it is closed; its exit code: 0, 130 after Ctrl-C, 3 where it failed."""
    app = PreviewApp(source, key=key)
    try:
        app.run()
    finally:
        app.bench.close()
    return FAILED if app.failed else app.return_code or 0
