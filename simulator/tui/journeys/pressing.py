"""Keys in a table act at once.

The toolkit hands a key to the widget with the focus and then to each one around it, and acts when it comes to the app.
No widget around a table has a use for a key, and on the way the time goes by that a person waits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Key

from simulator.tui.journeys.case_journey import Part

if TYPE_CHECKING:
    from textual.events import Event


class Pressing(Part):
    """Takes every key, and keeps them in their order."""

    _on_its_way: Key | None = None

    async def on_event(self, event: Event) -> None:
        """Act on a key in a table; leave everything else to the toolkit."""
        if not isinstance(event, Key):
            await super().on_event(event)
        elif event.is_forwarded:
            self._hear()
            await super().on_event(event)
            if event is self._on_its_way:
                self._on_its_way = None
        elif not await self._acted_at_once(event.key):
            self._on_its_way = event
            await super().on_event(event)

    async def _acted_at_once(self, key: str) -> bool:
        """Whether something was done; never before what the key before it does."""
        before, focused = self._on_its_way, self.focused
        if before is not None and not before._stop_propagation:
            return False
        if focused is None or not focused.is_mounted or not getattr(focused, "PROMPT", False):
            return False
        if await self._check_bindings(key, priority=True):
            return True
        self.screen._clear_tooltip()
        self._hear()
        return await self._check_bindings(key)

    def _hear(self) -> None:
        """What is to happen at any key, just before what the key does."""
        if (hear := getattr(self.screen, "hear", None)) is not None:
            hear()
