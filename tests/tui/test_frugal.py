"""What is no longer shown is let go of, and the footer works only where its keys change."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Button

from simulator.tui.safe_app import SafeApp
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    import pytest
    from textual.app import ComposeResult

ROUNDS = 12


class Other(Button):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("x", "app.bell", "Only here")]


class Shown(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("s", "app.toggle_dark", "Anywhere")]

    def compose(self) -> ComposeResult:
        yield Button("one", id="one")
        yield Button("two", id="two")
        yield Other("other", id="other")
        yield Footer()


def keys_of(app: SafeApp) -> list[str]:
    return [key.description for key in app.screen.query_one(Footer).keys]


def alive(kind: str) -> int:
    gc.collect()
    return sum(type(one).__name__ == kind for one in gc.get_objects())


async def test_the_footer_shows_the_keys_that_act() -> None:
    app = SafeApp()
    async with app.run_test() as pilot:
        await app.push_screen(Shown())
        await pilot.pause()
        assert "Only here" not in keys_of(app)
        app.screen.query_one("#other").focus()
        await pilot.pause()
        assert {"Anywhere", "Only here"} <= set(keys_of(app))
        app.screen.query_one("#one").focus()
        await pilot.pause()
        assert "Only here" not in keys_of(app)


async def test_keys_that_stay_are_not_drawn_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    app = SafeApp()
    async with app.run_test() as pilot:
        await app.push_screen(Shown())
        await pilot.pause()
        drawn: list[bool] = []
        footer = app.screen.query_one(Footer)
        monkeypatch.setattr(footer, "refresh", lambda: drawn.append(True))
        for name in ("#two", "#one"):
            app.screen.query_one(name).focus()
            await pilot.pause()
        assert not drawn
        app.screen.query_one("#other").focus()
        await pilot.pause()
        assert drawn


async def test_a_click_on_a_key_does_what_the_key_does() -> None:
    app = SafeApp()
    async with app.run_test() as pilot:
        await app.push_screen(Shown())
        await pilot.pause()
        pressed: list[str] = []
        app.simulate_key = pressed.append  # type: ignore[assignment, method-assign]
        [first, *_] = app.screen.query_one(Footer).keys
        for column in (first.start, first.end - 1):
            await pilot.click(Footer, offset=(column, 0))
        await pilot.click(Footer, offset=(first.end, 0))
        assert pressed == [first.key] * 2


async def test_the_pointer_over_a_key_has_it_told() -> None:
    app = SafeApp()
    async with app.run_test() as pilot:
        await app.push_screen(Shown())
        await pilot.pause()
        footer = app.screen.query_one(Footer)
        await pilot.hover(Footer, offset=(footer.keys[0].start, 0))
        assert footer.tooltip == footer.keys[0].tooltip
        await pilot.hover(Footer, offset=(70, 0))
        assert footer.tooltip is None


async def test_screens_that_are_gone_are_let_go_of() -> None:
    app = SafeApp()
    async with app.run_test() as pilot:
        gone: list[weakref.ref[Screen[None]]] = []
        for _ in range(ROUNDS):
            screen = Shown()
            gone.append(weakref.ref(screen))
            await app.push_screen(screen)
            await pilot.pause()
            await app.pop_screen()
            del screen
        await pilot.pause()
        gc.collect()
        assert sum(one() is not None for one in gone) <= 2


async def test_every_line_is_cleaned_by_one_and_the_same_filter() -> None:
    app = SafeApp()
    async with app.run_test():
        assert app.get_line_filters()[-1] is app.get_line_filters()[-1]
