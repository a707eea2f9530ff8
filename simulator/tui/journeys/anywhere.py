"""What can be done from anywhere, whatever is open: help, support, a pause, leaving, skipping, every action."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from simulator.tui.journeys.case_journey import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType
    from textual.screen import Screen

ACTIONS = {
    "quit", "help", "support", "pause", "leave", "skip", "palette", "settings",
}  # fmt: skip
"""What can be done from anywhere; to interrupt is always allowed."""


class Anywhere(Part):
    """Keys that work over every screen, also while something is typed."""

    KEYS: ClassVar[list[BindingType]] = [
        Binding(
            "f1,question_mark",
            "help",
            "Help",
            id="app.help",
            tooltip="What this screen is for, and all its keys",
            priority=True,
            show=False,
        ),
        Binding(
            "f2",
            "support",
            "Support",
            id="app.support",
            tooltip="Where support can be found, and what to do if something real is told to you",
            priority=True,
            show=False,
        ),
        Binding(
            "ctrl+b",
            "pause",
            "Pause",
            id="app.pause",
            tooltip="Blank the screen; the same key goes on",
            priority=True,
            show=False,
        ),
        Binding(
            "ctrl+l",
            "leave",
            "Leave at once",
            id="app.leave",
            tooltip="Go to the opening screen; your answers are kept",
            priority=True,
            show=False,
        ),
        Binding(
            "ctrl+g",
            "skip",
            "Skip the case",
            id="app.skip",
            tooltip="Leave this case; nothing of it is recorded (z on the opening screen brings it back)",
            priority=True,
            show=False,
        ),
        Binding(
            "ctrl+p",
            "palette",
            "Every action",
            id="app.palette",
            tooltip="Search everything that can be done here",
            priority=True,
            show=False,
        ),
        Binding(
            "f3",
            "settings",
            "Settings",
            id="app.settings",
            tooltip="Colours, movement, layout and keys",
            priority=True,
            show=False,
        ),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some screens let only a few of these through; there is nothing to leave or skip without a case."""
        if not self._allowed(action):
            return False
        if action == "skip":
            return self._case_screen is not None
        if action == "leave":
            return any(not getattr(screen, "ASIDE", False) for screen in self.screen_stack[1:])
        return super().check_action(action, parameters)

    def _allowed(self, action: str) -> bool:
        """Whether the screen lets an action through."""
        allowed = getattr(self.screen, "ALLOWED", None) if self.screen_stack else None
        return allowed is None or action not in ACTIONS or action in allowed

    def action_help(self) -> None:
        """Tell what the screen and what has the focus are for, and all their keys; the same key goes back."""
        from simulator.tui.screens.help import HelpScreen

        self._turn(HelpScreen, lambda: HelpScreen(self.screen, self._standing))

    def action_support(self) -> None:
        """Tell what the force says to its learners; the same key goes back."""
        from simulator.tui.screens.support import SupportScreen

        self._turn(SupportScreen, lambda: SupportScreen(self._care, self._standing, self._ways_out()))

    def _ways_out(self) -> Sequence[str]:
        """Which keys lead out of a case, a sentence or two each."""
        leave, skip, back = (
            self._key_of(name, key)
            for name, key in (("app.leave", "ctrl+l"), ("app.skip", "ctrl+g"), ("home.take-back", "z"))
        )
        return [
            f"{leave} leaves at once, from anywhere: your answers are kept, and you can go on later.",
            f"{skip} skips the case: nothing of it is recorded. {back} on the opening screen brings it back.",
        ]

    def _key_of(self, name: str, usual: str) -> str:
        """The key of an action as a person reads it; `usual` unless the person gave it another."""
        from simulator.tui.keys import split, told

        return told(split(self.preferences.keys.get(name, usual)))

    def action_pause(self) -> None:
        """Blank the screen; the same key goes on."""
        from simulator.tui.screens.pause import PauseScreen

        self._turn(PauseScreen, lambda: PauseScreen(self._standing))

    def action_palette(self) -> None:
        """Search everything that can be done; the same key goes back."""
        from simulator.tui.palette import Palette

        self._turn(Palette, Palette)

    def _turn(self, kind: type[Screen[None]], made: Callable[[], Screen[None]]) -> None:
        """Close the screen of this kind if it is in front, else open one."""
        if isinstance(self.screen, kind):
            self.screen.dismiss()
        else:
            self.push_screen(made())

    def action_leave(self) -> None:
        """Back to the opening screen; the answers of a case are kept."""
        case, debrief = self._case_screen, self._debrief_screen
        if case is not None:
            self._keep_what_is_written()
            self.call_later(case.post_message, case.Leaving())
        elif debrief is not None:
            self._go_back_to(debrief)
            debrief.post_message(debrief.Leaving())
        else:
            self._go_back_to(self._home)

    def _keep_what_is_written(self) -> None:
        """Words that are being written are answers as well: the screen that has them is asked to keep them."""
        for screen in self.screen_stack[::-1]:
            keep = getattr(screen, "action_keep", None)
            if screen.is_modal and keep is not None:
                self._go_back_to(screen)
                keep()
                return

    def action_skip(self) -> None:
        """Leave the case; nothing of it is recorded."""
        case = self._case_screen
        if case is not None:
            case.post_message(case.Skipping())
