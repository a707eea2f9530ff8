"""The library's cases played to the debrief: in lines of text, and by keys in a terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.any_guidance.due import PHASES, due_of
from tests.end_to_end.officer import (
    AT_DEBRIEF,
    CASE,
    FEEDBACK,
    NOT_YET,
    STEP_CONFIRMED,
    TO,
    UP,
    choosing,
    offered,
)
from tests.end_to_end.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from simulator.session.commands import Mode
    from tests.any_guidance.due import Due
    from tests.any_guidance.running import Library

STANDING = "Made up. No such library is meant to exist; for training only."
TITLES = {phase["phase"]: phase["title"] for phase in PHASES}
VERDICT_WORDS = ("called for", "mistake", "contrary to the guidance")
SEED = 2


def lines_of(dues: Sequence[Due], mistaken: str = "") -> Iterator[str]:
    """What is typed in plain mode to choose what is called for, save in the question `mistaken`."""
    for number, due in enumerate(dues):
        wrong = due.question == mistaken
        yield " ".join(map(str, [due.wrong] if wrong else due.called_for))
        following = dues[number + 1] if number + 1 < len(dues) else None
        if following is None or (following.phase, following.step) != (due.phase, due.step):
            yield "confirm"


def played(library: Library, lines: Sequence[str], *further: str) -> str:
    """What plain mode says to these lines, with `further` words on the command line."""
    given = "".join(f"{line}\n" for line in lines)
    words = ("play", "--plain", "--seed", str(SEED), *library.guidance, *library.pack, *further)
    return library.said(*words, given=given)


# Lines of text


def test_a_case_is_played_to_the_debrief_in_lines_of_text(library: Library) -> None:
    case = library.case(SEED)
    said = " ".join(played(library, list(lines_of(due_of(library, case)))).split())
    assert case["title"] in said
    assert "At the desk" in said
    assert "Weight of the sign. A name on it: [+] Right." in said
    assert "(100%)" in said
    assert said.endswith(STANDING)


def test_a_mistake_is_explained_with_the_paragraph_and_what_would_have_been_right(library: Library) -> None:
    case = library.case(SEED)
    said = " ".join(played(library, list(lines_of(due_of(library, case), mistaken="keeping"))).split())
    assert said.count("[x] A mistake") == 2
    assert "Keep valuables, keys, and whatever bears a name, in the office safe." in said
    assert "(100%)" not in said


def test_what_nobody_asked_for_is_told_with_the_packs_own_sentence(library: Library) -> None:
    case = library.case(SEED)
    dues = due_of(library, case)
    assert any(block["after"] == "asking=description" for block in case["phases"][1]["narrative"])
    said = " ".join(played(library, list(lines_of(dues, mistaken="asking"))).split())
    assert "A description: nobody had thought of this. It was done before the claims were weighed." in said


def test_no_verdict_is_said_before_the_debrief(library: Library) -> None:
    dues = due_of(library, library.case(SEED))
    said = played(library, [*list(lines_of(dues))[:-1], "leave"], "--mode", "assessment")
    assert not [word for word in VERDICT_WORDS if word in said]


# A terminal


def at_the_library(library: Library) -> Terminal:
    """The program on the library's packs, in a terminal; what it keeps is no other test's."""
    folder = library.folder
    words = ("play", *library.guidance, *library.pack)
    return Terminal(folder / "store.sqlite", folder / "cache", rows=40, words=words, COLORTERM=None)


def shows(*words: str) -> Callable[[str], bool]:
    """Whether one of `words` is on a screen, however it is folded."""
    return lambda text: any(word in " ".join(text.split()) for word in words)


def choose_pack(screen: Terminal, mode: Mode) -> None:
    """From the opening screen to the cases of the one pack."""
    screen.wait(offered)
    screen.press(TO[mode], shows("Things left at the library: 2 cases of 5 min"))
    screen.press("\r", shows("A new case, made for you from a seed"))


def open_one_of(screen: Terminal, dues: Sequence[Due]) -> Due:
    """Goes to the next open decision and opens it; which one it is, its chooser says."""
    screen.press("n", shows(*(f"{due.title} – {due.label}:" for due in dues)))
    titles = {f"{due.title} – {due.label} │": due for due in dues}
    shown = " ".join(screen.press("\r", shows(*titles)).split())
    return next(due for title, due in titles.items() if title in shown)


def choose(screen: Terminal, due: Due) -> None:
    """Chooses what is called for in the chooser that is open."""
    for number in due.called_for:
        screen.press(str(number), shows(f"[x] {number} ") if due.several else lambda text: not choosing(text))
    if due.several:
        screen.press("\r", lambda text: not choosing(text))


def steps_of(dues: Sequence[Due]) -> list[list[Due]]:
    """The decisions of each step."""
    steps: dict[tuple[str, str], list[Due]] = {}
    for due in dues:
        steps.setdefault((due.phase, due.step), []).append(due)
    return list(steps.values())


def confirm(screen: Terminal, step: Sequence[Due], mode: Mode) -> None:
    """Confirms the step; in practice what is told after its phase is read and put away."""
    final, title = "The answers of this phase are final", TITLES[step[0].phase]
    text = screen.press("c", shows(final, STEP_CONFIRMED))
    if shows(STEP_CONFIRMED)(text):
        return
    if mode == "assessment":
        screen.press("y", lambda text: f"✓ {title}" in text and NOT_YET not in text)
        return
    text = screen.press("y", shows(FEEDBACK, AT_DEBRIEF))
    if FEEDBACK in text:
        assert f"{FEEDBACK}{title}" in text
        screen.press("q", shows(CASE))


def play_by_keys(screen: Terminal, dues: Sequence[Due], mode: Mode) -> None:
    """Every step answered and confirmed."""
    for step in steps_of(dues):
        waiting = list(step)
        while waiting:
            assert not [word for word in VERDICT_WORDS if word in screen.text]
            assert STANDING in screen.text
            due = open_one_of(screen, waiting)
            choose(screen, due)
            waiting.remove(due)
            screen.wait(shows(f"{len(step) - len(waiting)} of {len(step)} answered"))
        confirm(screen, step, mode)


def test_a_case_is_played_by_keys_in_a_terminal_to_its_debrief(library: Library) -> None:
    dues = due_of(library, library.case(SEED))
    with at_the_library(library) as screen:
        choose_pack(screen, "assessment")
        screen.press(f"{UP}\r", shows("The same seed makes the same case again."))
        screen.press(str(SEED), shows(f"Seed {SEED} │"))
        screen.press("\r", shows("Assessment: ▶ At the desk"))
        play_by_keys(screen, dues, "assessment")
        text = screen.wait(shows(AT_DEBRIEF))
        assert re.search(r"guidance (\d+) of \1 ", text)
        assert STANDING in text
        screen.press("1", shows("In the guidance"))
        screen.press("q", offered)
        assert screen.quit("q") == 0
