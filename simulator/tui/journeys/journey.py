"""What every journey through the screens knows: what is open now, and whether there is room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from simulator.tui.layout import LARGE, NEEDED, NEEDED_LARGE
from simulator.tui.safe_app import SafeApp

if TYPE_CHECKING:
    from textual.binding import Binding
    from textual.events import Resize
    from textual.geometry import Size
    from textual.screen import Screen

    from simulator.session.view import CareView
    from simulator.tui.journeys.places import FirstScreen
    from simulator.tui.screens.too_small import TooSmall

    AnyScreen = TypeVar("AnyScreen", bound=Screen[Any])


class Journey(SafeApp):
    """`standing` is the standing line, where it is known from the start."""

    def __init__(self, standing: str = "") -> None:
        super().__init__()
        self._standing = standing
        self._care: CareView | None = None
        self._room: TooSmall | None = None

    def get_key_display(self, binding: Binding) -> str:
        """What stands on the key, as the sentences on the screens call it."""
        from simulator.tui.keys import called

        return binding.key_display or called(binding.key)

    def _open_screen(self, kind: type[AnyScreen]) -> AnyScreen | None:
        return next((screen for screen in self.screen_stack if isinstance(screen, kind)), None)

    @property
    def _at_home(self) -> bool:
        """Whether nothing else is open; then no other screen need be loaded to find that out."""
        return len(self.screen_stack) < 2

    def _go_back_to(self, screen: Screen[Any] | FirstScreen) -> None:
        """Close everything above `screen`, without an answer."""
        while self.screen is not screen:
            self.pop_screen()
        if self._room is not None and self._room not in self.screen_stack:
            self._room = None
            self._fit(self.size)

    def on_resize(self, event: Resize) -> None:
        """A terminal that is too small is told so until there is room."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        needed = NEEDED_LARGE if self.has_class(LARGE) else NEEDED
        fits = size.width >= needed.width and size.height >= needed.height
        if fits and self._room is not None and self.screen is self._room:
            self._room.dismiss()
            self._room = None
        elif not fits:
            self._show_too_small(needed, size)

    def _show_too_small(self, needed: Size, size: Size) -> None:
        from simulator.tui.screens.too_small import TooSmall

        if self._room is None:
            self._room = TooSmall(self._standing)
            self.push_screen(self._room)
        self._room.tell(needed, size)
