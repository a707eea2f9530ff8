"""Into the guidance: to a paragraph, and to the cases that exercise it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.journeys.case_journey import Part

if TYPE_CHECKING:
    from simulator.tui.messages import BookRead, CasesFound
    from simulator.tui.screens.guidance import GuidanceScreen
    from simulator.tui.wanting import GuidanceWanted
    from simulator.tui.widgets.book_cases import BookCases


class Reading(Part):
    """Lets the guidance be read, from anywhere."""

    def on_guidance_wanted(self, event: GuidanceWanted) -> None:
        """Fetch the guidance."""
        self._desk.read(event.paragraph)

    def on_book_read(self, event: BookRead) -> None:
        """Let it be read; once is enough."""
        from simulator.tui.screens.guidance import GuidanceScreen

        if self._guidance_screen is None:
            playable = self._case_screen is None and self._debrief_screen is None
            self.push_screen(GuidanceScreen(event.book, event.paragraph, playable=playable))

    @property
    def _guidance_screen(self) -> GuidanceScreen | None:
        from simulator.tui.screens.guidance import GuidanceScreen

        return self._open_screen(GuidanceScreen)

    def on_book_cases_wanted(self, event: BookCases.Wanted) -> None:
        """Find the cases of a paragraph or rule."""
        self._desk.find_cases(event.name)

    def on_cases_found(self, event: CasesFound) -> None:
        """List them, if the guidance is still open."""
        if self._guidance_screen is not None:
            self._guidance_screen.tell_cases(event.name, event.cases)
