"""A small app for a browser: tells its size, who it is and what is typed; `~` ends it, `!` makes it deaf."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.events import Key, Resize


def load() -> None:
    """Import whatever the app needs."""
    import textual.app
    import textual.drivers.web_driver
    import textual.widgets._footer
    import textual.widgets._static  # noqa: F401


def run_browser(address: str, token: str, state: str) -> int:
    """Run it."""
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class Small(App[None]):
        typed = ""

        def compose(self) -> ComposeResult:
            yield Static(id="size")
            yield Static(f"I am {token}, {state}, of {address}.", markup=False)
            yield Static(f"kept in {os.environ['SIMULATOR_PREFERENCES']} process {os.getpid()}", markup=False)
            yield Static(id="typed", markup=False)

        def on_resize(self, event: Resize) -> None:
            self.query_one("#size", Static).update(f"{event.size.width} by {event.size.height}")

        def on_key(self, event: Key) -> None:
            if event.character == "~":
                self.exit()
            elif event.character == "!":
                self._stop_listening()
            self.typed += event.character or f"<{event.key}>"
            self.query_one("#typed", Static).update(f"typed {self.typed}")

        def _stop_listening(self) -> None:
            for each in (signal.SIGTERM, signal.SIGINT):
                signal.signal(each, signal.SIG_IGN)
            os.write(2, b"deaf\n")
            while True:
                time.sleep(60)

    small = Small()
    small.run()
    return small.return_code or 0
