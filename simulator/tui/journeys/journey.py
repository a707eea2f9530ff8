"""What every journey through the screens knows: the desk, the opening screen, and what is open now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from simulator.tui.index import standing_of
from simulator.tui.layout import LARGE, NEEDED, NEEDED_LARGE
from simulator.tui.safe_app import SafeApp
from simulator.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.events import Resize
    from textual.geometry import Size
    from textual.screen import Screen

    from simulator.session.case_packs import CasePack
    from simulator.session.commands import Mode
    from simulator.session.training import Training
    from simulator.session.view import CareView
    from simulator.tui.desk import Desk
    from simulator.tui.screens.case import CaseScreen
    from simulator.tui.screens.debrief import DebriefScreen
    from simulator.tui.screens.too_small import TooSmall

    AnyScreen = TypeVar("AnyScreen", bound=Screen[Any])


class Journey(SafeApp):
    """`load` is called on the desk's thread, once the first frame is painted."""

    def __init__(self, load: Callable[[], Training], index: Mapping[str, object] | None = None) -> None:
        super().__init__()
        self.desk: Desk | None = None
        self._load = load
        self._index = index
        self._standing = standing_of(index)
        self._care: CareView | None = None
        self._room: TooSmall | None = None
        self._packs: Sequence[CasePack] = ()
        self._mode: Mode = "practice"
        self._coached: bool | None = None
        self._coached_sessions: set[str] = set()

    @property
    def _desk(self) -> Desk:
        if self.desk is None:
            from simulator.tui.desk import Desk

            self.desk = Desk(self.post_message, self._load)
        return self.desk

    @property
    def _home(self) -> HomeScreen:
        home = self.screen_stack[0]
        assert isinstance(home, HomeScreen)
        return home

    def _open_screen(self, kind: type[AnyScreen]) -> AnyScreen | None:
        return next((screen for screen in self.screen_stack if isinstance(screen, kind)), None)

    @property
    def _at_home(self) -> bool:
        """Whether nothing else is open; then no other screen need be loaded to find that out."""
        return len(self.screen_stack) < 2

    @property
    def _case_screen(self) -> CaseScreen | None:
        if self._at_home:
            return None
        from simulator.tui.screens.case import CaseScreen

        return self._open_screen(CaseScreen)

    @property
    def _debrief_screen(self) -> DebriefScreen | None:
        if self._at_home:
            return None
        from simulator.tui.screens.debrief import DebriefScreen

        return self._open_screen(DebriefScreen)

    def _go_back_to(self, screen: Screen[Any]) -> None:
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
        if fits and self._room is not None:
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

    def _start(self, pack: CasePack, which: int | str, *, coached: bool = False) -> None:
        """Begin a case of `pack`; `coached` where it tells a newcomer what to press."""
        self._coached = coached
        self._home.wait("The case is being opened…" if isinstance(which, str) else "The case is being made…")
        self._desk.begin(pack.name, which, self._mode)


if TYPE_CHECKING:
    Part = Journey
else:
    Part = object
"""What a part of the journeys stands on. Textual takes a millisecond for each kind of app, before the first frame."""
