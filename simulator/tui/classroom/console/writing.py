"""Boxes in which the facilitator writes to the class, and what stands in them at first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.classroom.conduct import Inject, Pause
from simulator.tui.classroom.console.next_step import named
from simulator.tui.classroom.console.orders import place_of
from simulator.tui.classroom.console.wanting import Wanted
from simulator.tui.classroom.console.words import Asked, WordsScreen
from simulator.tui.telling.own_words import NO_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.classroom.class_view import SplitView
    from simulator.tui.classroom.console.known import Known
    from simulator.tui.classroom.console.orders import Order
    from simulator.tui.classroom.console.screen import ConsoleScreen
    from simulator.tui.classroom.console.words import Written

NOT_USED = "Nothing was done. What you typed is there again when you open the box."
PAUSED = f"Every screen is paused and shows these words; they may be empty. {NO_NAMES}"
INFORM = f"Everybody reads this with the case, as further information. {NO_NAMES}"


def write(screen: ConsoleScreen[Any], asked: Asked, order: Callable[[str], Order]) -> None:
    """Let words be written, and want `order` of them carried out; until it is done they are not lost."""
    drafts, place = screen.known.drafts, place_of(order(""))

    def written(words: Written | None) -> None:
        if words is None:
            return
        left = drafts.leave(place, words.text, asked.drafts[0])
        if words.kept:
            screen.post_message(Wanted(order(words.text)))
        elif left:
            screen.say(NOT_USED)

    screen.app.push_screen(WordsScreen(asked, drafts.at(place)), written)


def pause(screen: ConsoleScreen[Any], split: SplitView | None) -> None:
    """Let a prompt for a discussion be written; about `split` where opinions differ."""
    known = screen.known
    text = PAUSED if split is None else f"The class splits on {named(split)}. {PAUSED}"
    write(screen, Asked("Pause for a discussion", text, "Pause", prompts(known, split)), Pause)


def inform(screen: ConsoleScreen[Any]) -> None:
    """Let a piece of information be written."""
    write(screen, Asked("Further information", INFORM, "Give it", needed=True), Inject)


def prompts(known: Known, split: SplitView | None) -> list[str]:
    """What could be discussed: where opinions differ, then what the pack names and the class has not discussed."""
    of_pack = known.key.prompts if known.key is not None else ()
    about = [] if split is None else [_about(known, split)]
    return [*about, *sorted(of_pack, key=known.discussed_prompts.__contains__), ""]


def _about(known: Known, split: SplitView) -> str:
    """The paragraph is named once the class has been told: before, it would tell the answer."""
    asks = f"You differ on “{split.title}” about {split.label}. What speaks for your answer, and what against it?"
    told = any(
        (phase.phase, question.question, question.standing) == (split.phase, split.question, "told")
        for phase in known.console.phases
        for question in phase.questions
    )
    return f"{asks} Read {split.paragraph} together." if told and split.paragraph else asks
