"""What the toolkit binds is given ids and tooltips, and keeps doing what it did."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual import widgets
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from simulator.tui.keyed.lists import OptionList
from simulator.tui.keyed.naming import named


class Upper(Widget):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,ctrl+c", "go('up')", "Cursor up"),
        ("down", "go('down')", "Anything at all"),
    ]


class Lower(Upper):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "sink(True)", "Sink"),
        Binding("j", "sink(True)", "Sink"),
    ]


def found() -> list[Binding]:
    return [binding for binding in named(Lower, "lower") if isinstance(binding, Binding)]


def test_a_key_means_what_the_nearest_class_says() -> None:
    assert [(each.key, each.action) for each in found()] == [("down,j", "sink(True)"), ("up", "go('up')")]


def test_each_action_has_an_id_and_a_tooltip_in_plain_words() -> None:
    assert [(each.id, each.tooltip) for each in found()] == [
        ("lower.sink-select", "Sink"),
        ("lower.go--up", "Go up"),
    ]


def test_keys_that_mean_the_same_everywhere_are_left_out() -> None:
    assert "ctrl+c" not in {key for each in found() for key in each.key.split(",")}


@pytest.mark.parametrize("part", [widgets.Input, widgets.TextArea, widgets.DataTable, widgets.OptionList])
def test_nothing_that_the_toolkit_binds_is_lost(part: type[Widget]) -> None:
    bound = part._merged_bindings
    assert bound is not None
    usual = {(key, binding.action) for key, binding in bound if key not in ("ctrl+c", "super+c", "ctrl+q")}
    now = {(each.key, each.action) for each in Binding.make_bindings(named(part, "part"))}
    assert now == usual


async def test_the_cursor_of_a_list_is_seen_without_colours() -> None:
    class Listed(App[None]):
        def compose(self) -> ComposeResult:
            yield OptionList("one\nmore of it", "two", compact=True)

    app = Listed()
    async with app.run_test(size=(20, 5)) as pilot:
        seen = []
        for key in ("home", "down", "up"):
            await pilot.press(key)
            strips = app.screen._compositor.render_strips()
            lines = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
            seen.append(lines[:3])
    first, second = ["► one", "  more of it", "  two"], ["  one", "  more of it", "► two"]
    assert seen == [first, second, first]
