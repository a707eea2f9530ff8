"""Boxes in which the facilitator writes to the class, and what stands in them at first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.classroom.conduct import Inject, Pause
from simulator.tui.classroom.console.next_step import named
from simulator.tui.classroom.console.orders import place_of
from simulator.tui.classroom.console.prompting import prompts
from simulator.tui.classroom.console.wanting import SettlingWanted, Wanted
from simulator.tui.classroom.console.words import Asked, WordsScreen
from simulator.tui.telling.own_words import NO_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from textual.message import Message

    from simulator.classroom.class_view import SplitView
    from simulator.tui.classroom.console.departure_groups import Group
    from simulator.tui.classroom.console.orders import Order
    from simulator.tui.classroom.console.screen import ConsoleScreen
    from simulator.tui.classroom.console.words import Written

NOT_USED = "Nothing was done. What you typed is there again when you open the box."
PAUSED = f"Every screen is paused and shows these words; they may be empty. {NO_NAMES}"
INFORM = f"Everybody reads this with the case, as further information. {NO_NAMES}"


def write(
    screen: ConsoleScreen[Any],
    asked: Asked,
    order: Callable[[str], Order],
    then: Callable[[], object] | None = None,
) -> None:
    """Let words be written, and want `order` of them carried out; until it is done they are not lost.

    `then` is called once it is wanted.
    """
    _write(screen, asked, place_of(order("")), lambda text: Wanted(order(text)), then)


def settle(screen: ConsoleScreen[Any], asked: Asked, group: Group, accepted: bool) -> None:
    """Let a reason be written, and want every departure of `group` settled with it."""
    place = group.place(accepted)
    _write(screen, asked, place, lambda text: SettlingWanted(group.settled(accepted, text), place))


def _write(
    screen: ConsoleScreen[Any],
    asked: Asked,
    place: Hashable,
    wanted: Callable[[str], Message],
    then: Callable[[], object] | None = None,
) -> None:
    drafts = screen.known.drafts

    def written(words: Written | None) -> None:
        if words is None:
            return
        left = drafts.leave(place, words.text, asked.drafts[0])
        if words.kept:
            screen.app.post_message(wanted(words.text))
            if then is not None:
                then()
        elif left:
            screen.say(NOT_USED)

    screen.app.push_screen(WordsScreen(asked, drafts.at(place)), written)


def pause(
    screen: ConsoleScreen[Any], split: SplitView | None, then: Callable[[], object] | None = None
) -> None:
    """Let a prompt for a discussion be written; about `split` where opinions differ.

    `then` is called once the pause is wanted.
    """
    known = screen.known
    text = PAUSED if split is None else f"The class splits on {named(split)}. {PAUSED}"
    write(screen, Asked("Pause for a discussion", text, "Pause", prompts(known, split)), Pause, then)


def inform(screen: ConsoleScreen[Any]) -> None:
    """Let a piece of information be written."""
    write(screen, Asked("Further information", INFORM, "Give it", needed=True), Inject)
