"""After the debrief: more on a decision, the summary again, saving the debrief, and keeping one's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.faults import InputFault, UsageFault
from simulator.plain.anywhere import HELP as HELP_ANYWHERE
from simulator.plain.debrief import tell_debrief, tell_summary
from simulator.plain.explaining import Explaining
from simulator.plain.numbered import numbered
from simulator.plain.practising import NEXT
from simulator.plain.saving import save
from simulator.plain.summary import MEANING
from simulator.plain.wanting import PlayWanted
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from simulator.plain.anywhere import Anywhere
    from simulator.plain.lines import Lines
    from simulator.session.debrief_view import DebriefView
    from simulator.session.runner import Runner

PROMPT = "Type why, change or near and the number of a decision, or help; Enter ends."
HELP = (
    "why 4: why the rule that decides number 4 does so, and why none of the others does.",
    "change 4: what would have made your answer to number 4 right, or called for another.",
    "near 4: small made-up cases that the same rule decides, and the one fact that changes each.",
    "4: hear number 4 again. summary: hear the summary again. debrief: hear all of it, in full.",
    "save PATH: save the debrief as a page, to a file that ends in .html or .md, without your own words.",
    "save PATH with words: the same, with your reasons and notes in it.",
    "keep: keep your reasons and notes. Otherwise they are wiped when you go on.",
    "another: play another case.",
    *MEANING,
    *HELP_ANYWHERE,
    "Enter or end: that is enough.",
)
KEPT = "Your words are kept."


class Further:
    """Answers what is asked until that is enough; `runner` has a finished session."""

    def __init__(self, runner: Runner, lines: Lines, debrief: DebriefView, anywhere: Anywhere) -> None:
        self._runner = runner
        self._lines = lines
        self._debrief = debrief
        self._anywhere = anywhere
        self._explaining = Explaining(runner, lines, numbered(debrief))
        self._keeps = False

    def until_enough(self) -> None:
        """Ask until a line is empty or says so, or the input ends; then the words that are not kept are wiped.

        Raises PlayWanted where another case is wanted.
        """
        if self._anywhere.practice:
            self._lines.say(NEXT)
        try:
            self._ask_until_enough()
        finally:
            self._forget()

    def _ask_until_enough(self) -> None:
        while True:
            self._lines.say()
            try:
                said = self._lines.ask(PROMPT)
                if said.lower() in {"", "end", "leave"}:
                    return
                self._answer(said)
            except EOFError:
                return

    def _forget(self) -> None:
        if self._keeps:
            return
        try:
            self._runner.forget_words()
        except StoreFault as fault:
            self._lines.say(f"Your words are not wiped yet. {fault}")

    def _answer(self, said: str) -> None:
        try:
            if not self._anywhere.hears_between(said):
                self._tell(said)
        except (UsageFault, InputFault, StoreFault) as fault:
            self._lines.say(str(fault))

    def _tell(self, said: str) -> None:
        word, _, rest = said.partition(" ")
        match [word.lower(), *rest.lower().split()]:
            case ["help"]:
                self._lines.say_all((*HELP, *self._anywhere.help_between))
            case ["summary"]:
                tell_summary(self._debrief, self._lines)
            case ["debrief"]:
                tell_debrief(self._debrief, self._lines, whole=True)
            case ["keep"]:
                self._runner.keep_words()
                self._keeps = True
                self._lines.say(KEPT)
            case ["another"]:
                raise PlayWanted
            case ["save", *_]:
                self._lines.say(save(self._runner, self._debrief, rest))
            case ["why", number]:
                self._explaining.why(number)
            case ["change", number]:
                self._explaining.change(number)
            case ["near", number]:
                self._explaining.near(number)
            case [number] if number not in {"why", "change", "near"}:
                self._explaining.again(number)
            case _:
                raise UsageFault("Type for example: why 1. Or type help.")
