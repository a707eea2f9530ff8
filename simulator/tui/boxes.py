"""The boxes in which a learner says something about a case in own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.session.commands import Annotate, Cite, Rationale, Sureness
from simulator.tui.drafts import Drafts
from simulator.tui.frame import own_words
from simulator.tui.screens.note import NoteScreen
from simulator.tui.screens.reasons import Reasons, ReasonsScreen, reasons_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from typing import Any

    from textual.screen import Screen

    from simulator.session.commands import Command
    from simulator.session.view import View
    from simulator.tui.grid import Cell
    from simulator.tui.screens.note import Note
    from simulator.tui.widgets.file_text import Passage

NOT_KEPT = "Not kept yet. What you typed is there again when you open it."


@dataclass(frozen=True, slots=True)
class Unkept:
    """Words that somebody was typing when their box was closed, and what they are about."""

    about: str
    words: str


class Boxes:
    """Opens them over `screen`; `want` has what is kept carried out, `say` says what became of the rest.

    What was typed and not kept is there again when the same box is opened.
    """

    def __init__(
        self,
        screen: Screen[Any],
        want: Callable[[Command], object],
        say: Callable[[str], object],
        *,
        in_class: bool = False,
    ) -> None:
        """`in_class` where the record of a class keeps what is said."""
        self._in_class = in_class
        self._screen = screen
        self._want = want
        self._say = say
        self._reasons: Drafts[Reasons] = Drafts()
        self._notes: Drafts[str] = Drafts()
        self._opened: tuple[Screen[Any], Callable[[], Unkept | None]] | None = None

    def note(self, at: Passage) -> None:
        """Let the learner write a note to a sentence."""
        draft = self._notes.at((at.passage, at.start))
        box = NoteScreen(at.text, at.note, draft, in_class=self._in_class)

        def left() -> Unkept | None:
            words = box.typed.text
            self._notes.leave((at.passage, at.start), words, at.note)
            return Unkept(f"“{at.text}”", words) if words not in {"", at.note} else None

        self._opened = box, left
        self._screen.app.push_screen(box, lambda note: self._noted(at, note))

    def _noted(self, at: Passage, note: Note | None) -> None:
        place = (at.passage, at.start)
        if note is None:
            return
        if not note.kept:
            self._left(unkept=self._notes.leave(place, note.text, at.note))
            return
        self._notes.drop(place)
        if note.text != at.note:
            self._want(Annotate(at.passage, at.start, at.end, at.highlighted, note.text))

    def reasons(self, cell: Cell, view: View) -> None:
        """Let the learner give reasons for a decision of the current step."""
        place = (view.step and (view.step.phase, view.step.step), cell.key)
        draft = self._reasons.at(place)
        box = ReasonsScreen(cell, view.paragraphs, view.frame, draft, in_class=self._in_class)

        def left() -> Unkept | None:
            typed, said = box.typed, cell.subject
            self._reasons.leave(place, typed, reasons_of(cell))
            words = own_words(typed.rationale, view.frame)
            about = f"{cell.question.title} – {said.label}"
            return Unkept(about, words) if words not in {"", said.rationale} else None

        self._opened = box, left
        self._screen.app.push_screen(box, lambda given: self._reasoned(place, cell, given))

    def _reasoned(self, place: Hashable, cell: Cell, given: Reasons | None) -> None:
        if given is None:
            return
        if not given.kept:
            self._left(unkept=self._reasons.leave(place, given, reasons_of(cell)))
            return
        self._reasons.drop(place)
        said = cell.subject
        if given.rationale != said.rationale:
            self._want(Rationale(*cell.key, given.rationale))
        if given.cites != said.cites:
            self._want(Cite(*cell.key, given.cites))
        if given.sureness is not None and given.sureness != said.sureness:
            self._want(Sureness(*cell.key, given.sureness))

    def interrupt(self, box: Screen[Any]) -> Unkept | None:
        """Have what is typed in `box` stay as a draft, for it is closed without an answer; new words are answered."""
        opened, self._opened = self._opened, None
        return opened[1]() if opened is not None and opened[0] is box else None

    def _left(self, *, unkept: bool) -> None:
        if unkept:
            self._say(NOT_KEPT)
