"""Every key has an id and a tooltip, can be changed, and is shown as it was changed."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Any

import pytest
from textual.app import App
from textual.widget import Widget
from textual.widgets import Static

import simulator.tui
from simulator.preferences.keeping import keep_preferences
from simulator.preferences.preferences import Preferences
from simulator.tui.app import SimulatorApp
from simulator.tui.keys import Action, all_actions, called, clashes, in_the_way, told
from simulator.tui.screens.ask import Ask
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.pause import PauseScreen
from tests.tui.lost_property import almost_finish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import Binding
    from textual.dom import DOMNode

    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing


def ours() -> Iterator[type[DOMNode]]:
    """Every app, screen and part of a screen that is ours."""
    for module in walk_packages(simulator.tui.__path__, "simulator.tui."):
        for each in vars(import_module(module.name)).values():
            if isinstance(each, type) and issubclass(each, Widget | App) and each.__module__ == module.name:
                yield each


OURS = sorted(ours(), key=lambda each: each.__name__)


def bound(where: type[DOMNode]) -> list[Binding]:
    """All that a class binds, also what it inherits."""
    found = where._merged_bindings
    assert found is not None
    return [binding for _, binding in found]


def test_the_walk_finds_apps_screens_and_widgets() -> None:
    names = {each.__name__ for each in OURS}
    assert {"SimulatorApp", "CaseScreen", "DebriefScreen", "DecisionTable", "Choices", "Palette"} <= names


@pytest.mark.parametrize("where", OURS, ids=lambda each: each.__name__)
def test_every_binding_has_an_id_and_a_tooltip(where: type[DOMNode]) -> None:
    assert [binding for binding in bound(where) if not (binding.id and binding.tooltip)] == []


def test_no_id_stands_for_two_things() -> None:
    meant: dict[str, set[str]] = {}
    for where in OURS:
        for binding in bound(where):
            meant.setdefault(binding.id or "", set()).add(binding.action)
    assert {name: actions for name, actions in meant.items() if len(actions) > 1} == {}


SCREENS: dict[str, tuple[str, ...]] = {
    "home": (),
    "packs": ("enter",),
    "new case": ("enter", "enter"),
    "case": ("enter", "enter", "enter"),
    "decisions": ("enter", "enter", "enter", "f"),
    "options": ("enter", "enter", "enter", "f", "enter"),
    "reasons": ("enter", "enter", "enter", "f", "w"),
    "seeking": ("enter", "enter", "enter", "f", "w", "tab", "tab"),
    "help": ("f1",),
    "support": ("f2",),
    "settings": ("f3",),
    "keys": ("f3", "down", "down", "down", "enter"),
    "palette": ("ctrl+p",),
    "pause": ("ctrl+b",),
    "draft": ("discard",),
    "debrief": ("resume", "c", "y"),
    "explanation": ("resume", "c", "y", "m", "enter"),
}


@pytest.mark.parametrize("screen", SCREENS)
async def test_every_key_that_works_on_a_screen_has_an_id_and_a_tooltip(
    playing: Playing, store: Store, screen: str
) -> None:
    keys = SCREENS[screen]
    if keys[:1] in (("discard",), ("resume",)):
        almost_finish(store)
        keys = ({"discard": "x", "resume": "enter"}[keys[0]], *keys[1:])
    async with playing() as player:
        await player.press(*keys)
        active = player.app.screen.active_bindings.values()
        assert [each.binding for each in active if not (each.binding.id and each.binding.tooltip)] == []


async def choose(player: Player, action: str, *keys: str) -> None:
    """In the list of all keys, go to an action, and press `keys` there."""
    await player.press("f3", "down", "down", "down", "enter")
    table = player.app.screen.query_one("#keys")
    ids = [action.id for action in all_actions(SimulatorApp)]
    table.move_cursor(row=ids.index(action))  # type: ignore[attr-defined]
    await player.settle()
    await player.press(*keys)


async def test_an_action_gets_another_key_which_works_at_once_and_is_shown(playing: Playing) -> None:
    async with playing() as player:
        await choose(player, "home.quit", "enter", "b")
        assert "b now does “Quit”" in player.text()
        await player.press("escape", "escape")
        assert isinstance(player.app.screen, HomeScreen)
        assert player.text().splitlines()[-1].strip().startswith("b Quit  ")
        await player.press("q")
        assert player.app.return_code is None
        await player.press("b")
    assert player.app.return_code == 0


async def test_a_key_of_a_class_is_listed_with_where_it_is_and_can_be_changed(playing: Playing) -> None:
    async with playing(size=(120, 40)) as player:
        await choose(player, "gathering.case", "enter", "b")
        said = " ".join(player.text().split())
        assert "b now does “Choose a case”" in said
        assert "Console: before the b (yours) Choose a case" in said
        await player.press("escape")
        assert player.app.preferences.keys == {"gathering.case": "b"}


def test_every_key_of_a_class_can_be_changed() -> None:
    listed = {each.id for each in all_actions(SimulatorApp)}
    of_class = [where for where in OURS if where.__module__.startswith("simulator.tui.classroom.")]
    assert {binding.id for where in of_class for binding in bound(where)} - listed == set()


async def test_another_key_is_kept_for_the_next_time(playing: Playing) -> None:
    async with playing() as player:
        await choose(player, "app.help", "enter", "f9", "escape")
    async with playing() as player:
        await player.press("f1")
        assert isinstance(player.app.screen, HomeScreen)
        await player.press("f9")
        assert isinstance(player.app.screen, HelpScreen)
        help_text = player.app.screen.query_one("#help > Static", Static)
        assert "F9 or ?" not in str(help_text.visual)
        assert "F9 " in str(help_text.visual)


async def test_a_key_that_is_taken_is_refused_in_a_sentence(playing: Playing) -> None:
    async with playing() as player:
        await choose(player, "case.confirm", "enter", "n")
        assert "! n is taken by “Next open” (Case)" in " ".join(player.text().split())
        await player.press("escape")
        assert player.app.preferences.keys == {}


@pytest.mark.parametrize("key", ["ctrl+q", "f1", "ctrl+b", "ctrl+l", "ctrl+g", "ctrl+p", "f3"])
async def test_a_key_that_works_everywhere_does_nothing_while_a_key_is_asked_for(
    playing: Playing, key: str
) -> None:
    async with playing() as player:
        await choose(player, "case.confirm", "enter", key)
        assert "is taken by" in player.text()
        assert player.app.return_code is None


async def test_the_keys_are_seen_in_the_smallest_terminal(playing: Playing) -> None:
    async with playing() as player:
        await choose(player, "app.pause", "enter", "f12")
        assert "F12 (yours)" in player.text()


async def test_escape_changes_no_key(playing: Playing) -> None:
    async with playing() as player:
        await choose(player, "case.confirm", "enter", "escape", "escape")
        assert player.app.preferences.keys == {}


async def test_the_usual_key_can_be_had_again(playing: Playing) -> None:
    async with playing() as player:
        await choose(player, "case.confirm", "enter", "f9", "x", "escape")
        assert player.app.preferences.keys == {}


async def test_all_usual_keys_can_be_had_again(playing: Playing) -> None:
    keep_preferences(Preferences(keys={"case.confirm": "f9", "home.quit": "k"}))
    async with playing() as player:
        await choose(player, "case.confirm", "X", "escape")
        assert player.app.preferences.keys == {}


async def test_the_usual_key_is_not_taken_from_what_has_it_now(playing: Playing) -> None:
    keep_preferences(Preferences(keys={"case.confirm": "f9", "case.reasons": "c"}))
    async with playing() as player:
        await choose(player, "case.confirm", "x")
        assert "! c is taken" in player.text()
        await player.press("escape")
        assert player.app.preferences.keys["case.confirm"] == "f9"


async def test_two_actions_can_change_their_keys_with_each_other(playing: Playing) -> None:
    keep_preferences(Preferences(keys={"case.confirm": "w", "case.reasons": "c"}))
    async with playing() as player:
        await player.start()
        await player.press("enter", "1", "down", "enter", "1", "enter", "w")
        assert isinstance(player.app.screen, Ask)


async def test_a_key_of_a_part_of_a_screen_can_be_changed(playing: Playing) -> None:
    keep_preferences(Preferences(keys={"list.cursor-down": "j"}))
    async with playing() as player:
        await player.press("j", "enter", "escape")
        choices = player.app.screen.query_one("#choices")
        assert choices.highlighted == 1  # type: ignore[attr-defined]


async def test_a_key_that_works_everywhere_can_be_changed(playing: Playing) -> None:
    keep_preferences(Preferences(keys={"app.pause": "f12"}))
    async with playing() as player:
        await player.start()
        await player.press("ctrl+b")
        assert isinstance(player.app.screen, CaseScreen)
        await player.press("f12")
        assert isinstance(player.app.screen, PauseScreen)
        await player.press("f12")
        assert isinstance(player.app.screen, CaseScreen)


async def test_a_key_that_two_actions_have_in_the_file_is_named(playing: Playing) -> None:
    keep_preferences(Preferences(keys={"home.take-back": "q"}))
    async with playing() as player:
        said = " ".join(player.text().split())
        assert "! The key q is that of “Quit” and of “Bring back” (Opening screen): change one" in said


@pytest.mark.parametrize("keys", ["", ",", " ", "no such key", "\x1b", "q,,q", "ctrl+"])
async def test_keys_that_are_none_in_the_file_do_no_harm(playing: Playing, keys: str) -> None:
    keep_preferences(Preferences(keys={"home.quit": keys, "no.such": "k"}))
    async with playing() as player:
        await player.press("f1", "escape", "ctrl+p", "escape", "down")
        assert isinstance(player.app.screen, HomeScreen)


def action(name: str, *keys: str, everywhere: bool = False, on_screen: bool = True) -> Action:
    return Action(name, name, name, keys, everywhere, on_screen)


HERE, BESIDE, ELSEWHERE = action("a.one", "x"), action("a.two", "y"), action("b.three", "z")
PART, OTHER_PART = action("p.four", "u", on_screen=False), action("r.five", "v", on_screen=False)
ALWAYS = action("app.six", "w", everywhere=True, on_screen=False)
IN_CLASS = Action("c.seven", "c.seven", "c.seven", ("t",), everywhere=True, on_screen=False, room="Class")
AT_CONSOLE = Action("d.eight", "d.eight", "d.eight", ("s",), everywhere=True, on_screen=False, room="Console")
ALL = [HERE, BESIDE, ELSEWHERE, PART, OTHER_PART, ALWAYS, IN_CLASS, AT_CONSOLE]


@pytest.mark.parametrize(
    ("wanted", "key", "taken"),
    [
        (HERE, "x", None),
        (HERE, "y", BESIDE),
        (HERE, "z", None),
        (HERE, "u", PART),
        (HERE, "w", ALWAYS),
        (HERE, "k", None),
        (PART, "x", HERE),
        (PART, "v", None),
        (ALWAYS, "x", HERE),
        (ALWAYS, "v", OTHER_PART),
        (IN_CLASS, "s", None),
        (IN_CLASS, "w", ALWAYS),
        (HERE, "s", AT_CONSOLE),
    ],
)
def test_a_key_is_taken_where_both_can_be_wanted_at_once(
    wanted: Action, key: str, taken: Action | None
) -> None:
    assert in_the_way(ALL, wanted, key, {}) == taken


def test_a_key_that_was_given_away_is_free_and_one_that_was_given_is_taken() -> None:
    keymap = {"a.two": "k,l"}
    assert in_the_way(ALL, HERE, "y", keymap) is None
    assert in_the_way(ALL, HERE, "l", keymap) == BESIDE


@pytest.mark.parametrize(
    ("wanted", "key", "taken"),
    [
        ("ask.yes", "right", "question.next"),
        ("question.next", "w", "own-words.wipe"),
        ("screen.app-focus-next", "y", "chooser.letter-y"),
        ("case.confirm", "right", "list.scroll-right"),
        ("ask.yes", "w", None),
    ],
)
def test_a_key_that_a_screen_inherits_is_taken_there_and_not_on_others(
    wanted: str, key: str, taken: str | None
) -> None:
    actions = {each.id: each for each in all_actions(SimulatorApp)}
    met = in_the_way(actions.values(), actions[wanted], key, {})
    assert (met.id if met else None) == taken


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("c", "c"), ("ctrl+b", "Ctrl+B"), ("question_mark", "?"), ("f1", "F1"), ("shift+up", "Shift+↑"),
        ("escape", "Esc"), ("X", "X"), ("plus", "+"), ("ctrl+f5", "Ctrl+F5"), ("+", "+"),
    ],
)  # fmt: skip
def test_a_key_is_called_by_what_stands_on_it(key: str, words: str) -> None:
    assert called(key) == words


def test_two_actions_with_one_key_are_told_once() -> None:
    assert len(clashes(ALL, {"a.one": "k", "a.two": "k"})) == 1
    assert clashes(ALL, {"a.one": "y", "a.two": "x"}) == []


def test_an_action_without_a_key_is_said_to_have_none() -> None:
    assert told(()) == "no key"


ONE_OF_THEM = [
    {"debrief.leave", "debrief.go_on"},
    {"ended.end", "ended.close"},
    {"case.feedback", "case.results"},
]
"""Of which a screen has one or the other."""


def test_the_usual_keys_of_the_program_do_not_clash_within_a_place() -> None:
    everything = all_actions(SimulatorApp)
    groups: dict[tuple[str, str], list[Any]] = {}
    for each in everything:
        if each.on_screen:
            for key in each.keys:
                groups.setdefault((each.group, key), []).append(each.id)
    assert [ids for ids in groups.values() if len(ids) > 1 and set(ids) not in ONE_OF_THEM] == []
