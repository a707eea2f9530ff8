"""Practice that is planned: what is due today, a case for it, a drill, a test, and the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.faults import InputFault, UsageFault
from simulator.plain.numbered import number_in
from simulator.plain.record import tell_record
from simulator.plain.today import due_by_words, test_offered, today_in_short, today_of
from simulator.plain.wanting import PlayWanted
from simulator.preferences.keeping import keep_minutes, read_preferences
from simulator.preferences.preferences import MOST_MINUTES
from simulator.session.practising import MINUTES, STAGES

if TYPE_CHECKING:
    from simulator.plain.lines import Lines
    from simulator.session.practising import Practising
    from simulator.session.runner import Runner
    from simulator.session.today_view import TodayView

HELP = (
    "today: what to practise today, and why, by number.",
    "due: the next case for what is due. due 3: a case for number 3 of today’s list.",
    "minutes 10: plan for ten minutes.",
    "drill: a case in which the facts of one subject change, and nothing else.",
    "test: the next case of the test before practice, after it, or later.",
    "record: what your record shows, section by section.",
)
NEXT = "Type due for the next case that is due, or record for what your record shows."
NO_TEST = "There is no test to take now."


class PlannedPractice:
    """Does what is asked for between cases, for as many `minutes` as the person said the last time."""

    def __init__(self, practice: Practising, lines: Lines) -> None:
        self.minutes = read_preferences().preferences.minutes or MINUTES
        self._practice = practice
        self._lines = lines
        self._told: tuple[str, ...] = ()

    def greet(self) -> None:
        """Say in one or two lines what to practise today and why, unless that was just said."""
        try:
            told = tuple(today_in_short(self._today()))
        except (UsageFault, InputFault) as fault:
            told = (str(fault),)
        if told != self._told:
            self._told = told
            self._lines.say_all(told)

    def entries(self) -> list[tuple[str, str]]:
        """What a menu offers, each with the word that does it."""
        try:
            today = self._today()
        except (UsageFault, InputFault):
            return []
        entries = [("What to practise today, and why", "today"), ("Your record", "record")]
        drill = f" {today.drill.said}" if today.drill is not None else ""
        entries.append((f"A drill: the facts of one subject change, and nothing else.{drill}", "drill"))
        if today.test is not None and today.test.from_when is None:
            number = f"case {today.test.done + 1} of {today.test.cases}"
            entries.append((f"The test {STAGES[today.test.stage]}, {number}. {today.test.said}", "test"))
        return [("Practise what is due", "due"), *entries] if today.due else entries

    def hears(self, said: str) -> bool:
        """Whether `said` was one of the words of HELP, and is done; raises PlayWanted with a case that is begun."""
        words = said.lower().split()
        try:
            return self._looks(words) or self._begins(words)
        except (UsageFault, InputFault) as fault:
            self._lines.say(str(fault))
            return True

    def _looks(self, words: list[str]) -> bool:
        match words:
            case ["today"]:
                with self._lines.in_screens():
                    self._lines.say_all(today_of(self._today()))
            case ["record"]:
                tell_record(self._practice.record(), self._lines)
            case ["minutes", *rest]:
                self.minutes = number_in(" ".join(rest), MOST_MINUTES)
                if trouble := keep_minutes(self.minutes):
                    self._lines.say(trouble)
                self._told = ()
                self.greet()
            case _:
                return False
        return True

    def _begins(self, words: list[str]) -> bool:
        match words:
            case ["due"] | ["practise" | "practice", "due"]:
                raise _begun(self._practice.begin_due(self.minutes))
            case ["due", number]:
                raise _begun(self._practice.begin_rule(self._rule(number)))
            case ["drill"]:
                raise _begun(self._practice.begin_drill())
            case ["test"]:
                self._test()
            case _:
                return False
        return True

    def _rule(self, said: str) -> str:
        """The most urgent rule under a number of today's list; raises UsageFault."""
        listed = list(due_by_words(self._today()).values())
        if not listed:
            raise UsageFault("Nothing is due.")
        return listed[number_in(said, len(listed)) - 1][0].rule

    def _test(self) -> None:
        test = self._today().test
        if test is None:
            self._lines.say(NO_TEST)
        elif test.from_when is None:
            raise _begun(self._practice.begin_test(test.stage))
        else:
            self._lines.say(test_offered(test))

    def _today(self) -> TodayView:
        return self._practice.today(self.minutes)


def _begun(runner: Runner) -> PlayWanted:
    return PlayWanted(runner=runner)
