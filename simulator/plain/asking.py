"""Asks the questions of a session one after the other, until it is finished or left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from simulator.errors.faults import UsageFault
from simulator.session.commands import Answer, Cite, Command, Confirm, Leave, Rationale, Sureness
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from simulator.plain.lines import Lines
    from simulator.session.runner import Runner
    from simulator.session.view import PhaseView, QuestionView, StepView, SubjectView

HELP = (
    "A number answers the question; where several options may be chosen, type them all, as in: 1 3",
    "withdraw: take the answer to this question back.",
    "back: go to the question before. next: go to the question after.",
    "go 5: go to question 5. review: what you have chosen so far.",
    "text: read the case again. read X: read paragraph X of the guidance.",
    "why ...: say in your own words why you choose as you do. why alone takes it back.",
    "cite X Y: name the paragraphs that you rely on. cite alone takes them back.",
    "sure 1, sure 2 or sure 3: how sure you are (less than 67%, more than 67%, more than 80%).",
    "confirm: commit this step when every question of it is answered.",
    "leave: stop for now. Your answers are kept and nothing is scored.",
)


PROMPT_AT_END = "Type confirm to commit these answers, or go and a number to change one."


class Ask(NamedTuple):
    """One question about one subject."""

    question: QuestionView
    subject: SubjectView


class Asking:
    """The asking of one session; `at` is the question's index in the current step."""

    def __init__(self, runner: Runner, lines: Lines) -> None:
        self.runner = runner
        self.lines = lines
        self.at = 0
        self._told: set[str] = set()
        self._put: int | None = None
        self._left = False

    def until_finished(self) -> None:
        """Ask until the session is finished or was left; raises EOFError where the input ends."""
        while (step := self.runner.view.step) is not None and not self._left:
            self._tell_new_phases()
            self._begin_step(step)
            while self.runner.view.step is not None and self._is_current(step) and not self._left:
                self._ask_one()
        self._tell_new_phases()

    def _is_current(self, step: StepView) -> bool:
        now = self.runner.view.step
        return now is not None and (now.phase, now.step) == (step.phase, step.step)

    def _begin_step(self, step: StepView) -> None:
        self.lines.say()
        self.lines.say(f"Step {step.number} of {step.count}: {step.title}")
        self.at, self._put = _first_open(_asks(step)), None

    def _ask_one(self) -> None:
        """Put the question, unless the last line was about it, and do what the next line says."""
        asks = self._asks()
        at_end = self.at >= len(asks)
        if self._put != self.at:
            self._put = self.at
            if at_end:
                self._review()
            else:
                self._put_question(asks[self.at], len(asks))
        said = self.lines.ask(PROMPT_AT_END if at_end else _prompt(asks[self.at].question))
        try:
            self._do(said)
        except StoreFault as fault:
            self.lines.say(f"Not saved. {fault}")
        except UsageFault as fault:
            self.lines.say(str(fault))

    def _put_question(self, ask: Ask, count: int) -> None:
        question, subject = ask
        self.lines.say()
        self.lines.say(f"Question {self.at + 1} of {count}. {question.title}. {subject.label}.")
        self.lines.say(question.asks)
        self.lines.say_list(option.label for option in question.options)
        for line in _said_so_far(subject):
            self.lines.say(line)

    def _do(self, said: str) -> None:
        word, _, rest = said.partition(" ")
        rest = rest.strip()
        match word.lower():
            case "":
                self._move(self.at + 1 if self._answered() else self.at)
            case "next":
                self._move(self.at + 1)
            case "back":
                self._move(self.at - 1)
            case "go":
                self._move(_number(rest, len(self._asks())) - 1)
                self._put = None
            case "review":
                self._review()
            case "text":
                for phase in self.runner.view.phases:
                    self._tell_phase(phase)
                self._put = None
            case "read":
                self._read(rest)
            case "help":
                for line in HELP:
                    self.lines.say(line)
            case "leave":
                self.runner.do(Leave())
                self._left = True
            case "confirm":
                self._keep(Confirm())
            case _:
                self._say_about_question(word.lower(), rest, said)

    def _say_about_question(self, word: str, rest: str, said: str) -> None:
        asks = self._asks()
        if self.at >= len(asks):
            raise UsageFault("Type confirm, or go and a number, or help.")
        question, subject = asks[self.at]
        about = question.question, subject.subject
        match word:
            case "why":
                self._keep(Rationale(*about, rest))
            case "cite":
                self._keep(Cite(*about, tuple(self._paragraph_keys(rest))))
            case "sure":
                self._keep(Sureness(*about, _number(rest, 3)))
            case "withdraw" if rest:
                raise UsageFault(
                    "withdraw stands alone, and takes back the answer to the question before you."
                )
            case "withdraw":
                self._keep(Answer(*about, ()))
                self._put = None
            case _:
                self._keep(Answer(*about, _options(question, said)))
                self.at += 1

    def _keep(self, command: Command) -> None:
        """Carry out `command`, and say so only when it is on the disk."""
        self.lines.say("Saved." if self.runner.do(command) else "No change.")

    def _move(self, to: int) -> None:
        self.at = min(max(to, 0), len(self._asks()))

    def _answered(self) -> bool:
        asks = self._asks()
        return self.at < len(asks) and asks[self.at].subject.answered

    def _asks(self) -> list[Ask]:
        step = self.runner.view.step
        return _asks(step) if step is not None else []

    def _review(self) -> None:
        self.lines.say()
        self.lines.say("Your answers in this step:")
        for number, (question, subject) in enumerate(self._asks(), 1):
            chosen = ", ".join(subject.chosen_labels) or "not answered"
            self.lines.say(f"{number}. {question.title}, {subject.label}: {chosen}")

    def _read(self, key: str) -> None:
        [wanted] = self._paragraph_keys(key)[:1] or [key]
        found = next((one for one in self.runner.view.paragraphs if one.paragraph == wanted), None)
        if found is None:
            raise UsageFault("Type read and the number of a paragraph, as in: " + self._example())
        self.lines.say(f"{found.paragraph}. {found.text}")
        for note in found.notes:
            self.lines.say(f"Note, {note}")

    def _example(self) -> str:
        return next((f"read {one.paragraph}" for one in self.runner.view.paragraphs), "read 1")

    def _paragraph_keys(self, said: str) -> list[str]:
        """The paragraphs named in `said`, whatever the case of their letters."""
        known = {one.paragraph.lower(): one.paragraph for one in self.runner.view.paragraphs}
        return [known.get(word.lower(), word) for word in said.replace(",", " ").split()]

    def _tell_new_phases(self) -> None:
        for phase in self.runner.view.phases:
            if phase.state == "current" and phase.phase not in self._told:
                self._tell_phase(phase)
                self._told.add(phase.phase)

    def _tell_phase(self, phase: PhaseView) -> None:
        if phase.state == "ahead":
            return
        self.lines.say()
        self.lines.say(phase.title)
        for block in phase.narrative:
            self.lines.say()
            if block.note:
                self.lines.say(block.note)
            self.lines.say(block.text)


def _asks(step: StepView) -> list[Ask]:
    return [Ask(question, subject) for question in step.questions for subject in question.subjects]


def _first_open(asks: list[Ask]) -> int:
    return next((at for at, ask in enumerate(asks) if not ask.subject.answered), len(asks))


def _said_so_far(subject: SubjectView) -> list[str]:
    said = []
    if subject.chosen_labels:
        said.append(f"Chosen: {', '.join(subject.chosen_labels)}")
    if subject.rationale:
        said.append(f"Why: {subject.rationale}")
    if subject.cites:
        said.append(f"Cited: {', '.join(subject.cites)}")
    if subject.sureness is not None:
        said.append(f"Sure: {subject.sureness} of 3")
    return said


def _prompt(question: QuestionView) -> str:
    return "Type one or more numbers, or help." if question.several else "Type a number, or help."


def _options(question: QuestionView, said: str) -> tuple[str, ...]:
    words = said.replace(",", " ").split()
    if not words:
        raise UsageFault("A comma alone names no option: type a number, or withdraw to take the answer back.")
    return tuple(question.options[_number(word, len(question.options)) - 1].option for word in words)


def _number(said: str, largest: int) -> int:
    if said.isascii() and said.isdigit() and len(said) < 6 and 1 <= int(said) <= largest:
        return int(said)
    raise UsageFault(f"{said[:40] or 'That'} does not fit here: type a number from 1 to {largest}, or help.")
