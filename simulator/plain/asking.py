"""Asks the questions of a session one after the other, until it is finished or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.faults import InputFault, UsageFault
from simulator.plain.annotating import Annotating
from simulator.plain.asking_words import (
    FINAL,
    HELP,
    NO_NAMES,
    PROMPT_AT_END,
    PROMPT_AT_LAST,
    SKIPPED,
    UNSKIP,
    WIPED,
)
from simulator.plain.feedback import Feedback
from simulator.plain.numbered import number_in
from simulator.plain.saying import WORDS, asks_of, command_of, paragraph_keys, said_so_far, tell_frame
from simulator.plain.unsaved import Unsaved
from simulator.session.commands import (
    Annotate,
    Confirm,
    Leave,
    Rationale,
    Redo,
    Resume,
    Skip,
    Undo,
)
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.plain.anywhere import Anywhere
    from simulator.plain.lines import Lines
    from simulator.plain.saying import Ask
    from simulator.session.commands import Command
    from simulator.session.runner import Runner
    from simulator.session.view import PhaseView, QuestionView, StepView


class Asking:
    """The asking of one session; `at` is the question's index in the current step."""

    def __init__(self, runner: Runner, lines: Lines, anywhere: Anywhere) -> None:
        self.runner = runner
        self.lines = lines
        self.at = 0
        self.feedback = Feedback(runner, lines)
        self._anywhere = anywhere
        self._annotating = Annotating(runner, lines, self._keep)
        self._words = self._moving() | self._looking() | self._changing()
        self._unsaved = Unsaved(lines, self._do, self._looks, self._stop)
        self._told: set[str] = set()
        self._put: int | None = None
        self._left = False
        self._asked_for_no_names = False

    def until_finished(self, tell_troubles: Callable[[], None] = lambda: None) -> None:
        """Ask until the session is finished or was left; raises EOFError where the input ends.

        Raises PlayWanted where another case is wanted. After feedback `tell_troubles` is called.
        """
        self.feedback.say_earlier()
        while (step := self.runner.view.step) is not None and not self._left:
            self.feedback.tell_new()
            tell_troubles()
            self._tell_new_phases()
            self._begin_step(step)
            while self._is_current(step) and not self._left:
                self._ask_one()
        if not self._left:
            self._tell_new_phases()

    @property
    def unsaved(self) -> bool:
        """Whether the last line could not be saved."""
        return self._unsaved.waits

    def try_again(self) -> None:
        """Carry out the line that could not be saved, if there is one; raises StoreFault."""
        self._unsaved.try_again()

    def _moving(self) -> dict[str, Callable[[str], None]]:
        """What leads to another question, or away from them all."""
        return {
            "": lambda _: self._move(self.at + 1 if self._answered() else self.at),
            "next": lambda _: self._move(self.at + 1),
            "back": lambda _: self._move(self.at - 1),
            "go": self._go,
            "confirm": lambda _: self._keep(Confirm()),
            "leave": self._leave,
            "skip": self._skip,
        }

    def _looking(self) -> dict[str, Callable[[str], None]]:
        """What tells something."""
        return {
            "help": lambda _: self.lines.say_all(HELP),
            "review": lambda _: self._review(),
            "text": lambda _: self._text(),
            "read": self._read,
            "find": self._annotating.find,
            "notes": lambda _: self._annotating.notes(),
            "frame": lambda _: tell_frame(self.runner.view, self.lines),
            "feedback": self.feedback.again,
            "explain": lambda rest: self.feedback.explaining().why(rest),
            "change": lambda rest: self.feedback.explaining().change(rest),
            "near": lambda rest: self.feedback.explaining().near(rest),
        }

    def _changing(self) -> dict[str, Callable[[str], None]]:
        """What is undone, done again, or written into the case file."""
        return {
            "undo": lambda _: self._take_back(),
            "redo": lambda _: self._do_again(),
            "mark": self._annotating.mark,
            "unmark": self._annotating.unmark,
            "note": self._annotating.note,
        }

    def _is_current(self, step: StepView) -> bool:
        now = self.runner.view.step
        return now is not None and (now.phase, now.step) == (step.phase, step.step)

    def _begin_step(self, step: StepView) -> None:
        self.lines.say()
        self.lines.say(f"Step {step.number} of {step.count}: {step.title}")
        self.at, self._put = _first_open(asks_of(step)), None

    def _ask_one(self) -> None:
        """Put the question, unless the last line was about it, and do what the next line says."""
        if self._unsaved.waits:
            self._try("", self._unsaved.ask)
            return
        asks = self._asks()
        at_end = self.at >= len(asks)
        if self._put != self.at:
            self._put = self.at
            if at_end:
                self._review()
                self._warn()
            else:
                self._put_question(asks[self.at], len(asks))
        said = self.lines.ask(self._prompt_at_end() if at_end else _prompt(asks[self.at].question))
        self._try(said, lambda: self._do(said))

    def _try(self, said: str, do: Callable[[], None]) -> None:
        try:
            do()
        except StoreFault as fault:
            self._unsaved.tell(fault, said)
        except (UsageFault, InputFault) as fault:
            self.lines.say(str(fault))

    def _looks(self, said: str) -> bool:
        """Whether `said` only has something told, and that is done."""
        word, _, rest = said.partition(" ")
        if does := self._looking().get(word.lower()):
            does(rest.strip())
            return True
        return self._anywhere.hears(said)

    def _stop(self) -> None:
        self._left = True

    def _commit(self, command: Command) -> bool:
        """Carry out `command`; whether that changed anything. It is kept on return."""
        with self._unsaved.soon_told():
            return bool(self.runner.do(command))

    def _warn(self) -> None:
        """Say that the phase becomes final, before the command that makes it so."""
        if self._is_last:
            self.lines.say(FINAL)

    def _prompt_at_end(self) -> str:
        return PROMPT_AT_LAST if self._is_last else PROMPT_AT_END

    @property
    def _is_last(self) -> bool:
        step = self.runner.view.step
        return step is not None and step.last

    def _put_question(self, ask: Ask, count: int) -> None:
        question, subject = ask
        self.lines.say()
        self.lines.say(f"Question {self.at + 1} of {count}. {question.title}. {subject.label}.")
        self.lines.say(question.asks)
        self.lines.say_list(option.label for option in question.options)
        self.lines.say_all(said_so_far(subject))

    def _do(self, said: str) -> None:
        word, _, rest = said.partition(" ")
        if does := self._words.get(word.lower()):
            does(rest.strip())
        elif self._anywhere.hears(said):
            self._put = None
        else:
            self._say_about_question(word.lower(), said)

    def _say_about_question(self, word: str, said: str) -> None:
        asks = self._asks()
        if self.at >= len(asks):
            raise UsageFault("Type confirm, or go and a number, or help.")
        self._keep(command_of(asks[self.at], said, self.runner.view))
        if word == "withdraw":
            self._put = None
        elif word not in WORDS:
            self.at += 1

    def _keep(self, command: Command) -> None:
        """Carry out `command`, and say so only when it is on the disk."""
        if not self._asked_for_no_names and _own_words(command):
            self._asked_for_no_names = True
            self.lines.say_all((NO_NAMES, WIPED))
        self.lines.say("Saved." if self._commit(command) else "No change.")

    def _take_back(self) -> None:
        what = self.runner.view.undoes
        self._changed(Undo(), f"Undone: {what}.")

    def _do_again(self) -> None:
        what = self.runner.view.redoes
        self._changed(Redo(), f"Done again: {what}.")

    def _changed(self, command: Command, said: str) -> None:
        """Carry out `command`, say so, and go to the question that it is about."""
        before = self._asks()
        self._commit(command)
        self.lines.say(said)
        for at, (old, new) in enumerate(zip(before, self._asks(), strict=False)):
            if old.subject != new.subject:
                self.at, self._put = at, None
                return

    def _leave(self, _rest: str) -> None:
        """One can leave whatever can be saved."""
        try:
            self._commit(Leave())
        except StoreFault as fault:
            self.lines.say(str(fault))
        self._left = True

    def _skip(self, _rest: str) -> None:
        """Leave for good, unless the person thinks better of it."""
        self._commit(Skip())
        self._left = True
        self.lines.say(SKIPPED)
        if self.lines.ask(UNSKIP).lower() in {"undo", "back"}:
            self._commit(Resume())
            self._left, self._put = False, None

    def _go(self, rest: str) -> None:
        self._move(number_in(rest, len(self._asks())) - 1)
        self._put = None

    def _move(self, to: int) -> None:
        self.at = min(max(to, 0), len(self._asks()))

    def _answered(self) -> bool:
        asks = self._asks()
        return self.at < len(asks) and asks[self.at].subject.answered

    def _asks(self) -> list[Ask]:
        return asks_of(self.runner.view.step)

    def _review(self) -> None:
        self.lines.say()
        self.lines.say("Your answers in this step:")
        for number, (question, subject) in enumerate(self._asks(), 1):
            chosen = ", ".join(subject.chosen_labels) or "not answered"
            self.lines.say(f"{number}. {question.title}, {subject.label}: {chosen}")

    def _text(self) -> None:
        self._annotating.text()
        self._put = None

    def _read(self, key: str) -> None:
        view = self.runner.view
        [wanted] = paragraph_keys(view, key)[:1] or [key]
        found = next((one for one in view.paragraphs if one.paragraph == wanted), None)
        if found is None:
            example = next((f"read {one.paragraph}" for one in view.paragraphs), "read 1")
            raise UsageFault(f"Type read and the number of a paragraph, as in: {example}")
        self.lines.say(f"{found.paragraph}. {found.text}")
        for note in found.notes:
            self.lines.say(f"Note, {note}")

    def _tell_new_phases(self) -> None:
        for phase in self.runner.view.phases:
            if phase.state == "current" and phase.phase not in self._told:
                self._tell_phase(phase)
                self._told.add(phase.phase)

    def _tell_phase(self, phase: PhaseView) -> None:
        self.lines.say()
        self.lines.say(phase.title)
        for block in phase.narrative:
            self.lines.say()
            if block.note:
                self.lines.say(block.note)
            self.lines.say(block.text)


def _first_open(asks: list[Ask]) -> int:
    return next((at for at, ask in enumerate(asks) if not ask.subject.answered), len(asks))


def _prompt(question: QuestionView) -> str:
    return "Type one or more numbers, or help." if question.several else "Type a number, or help."


def _own_words(command: Command) -> bool:
    """Whether there is text of the person's own in it."""
    match command:
        case Rationale(text=text):
            return bool(text)
        case Annotate(note=note):
            return bool(note)
        case _:
            return False
