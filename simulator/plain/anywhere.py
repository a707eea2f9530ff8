"""What can be asked for at any prompt: support, a pause, the guidance, where things lie; and practice between cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.text import clean
from simulator.plain.guidance import GuidanceReading
from simulator.plain.practising import HELP as HELP_PRACTICE
from simulator.plain.practising import PlannedPractice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.plain.lines import Lines
    from simulator.session.training import Training

HELP = (
    "support: where support can be found, and what to do if something real comes up.",
    "pause: clear the screen and wait for you.",
    "guidance: read and search the guidance.",
    "settings: where your settings, cases and answers lie.",
)
NO_SUPPORT = "No text on support is set. Ask your trainer."
NO_DISCLOSURE = "Stop. This is not a case; follow your force's procedure."


class Anywhere:
    """Does what may be asked for anywhere; `places` says where things lie, a sentence each."""

    def __init__(self, training: Training, lines: Lines, places: Sequence[str]) -> None:
        self._training = training
        self._lines = lines
        self._places = places
        self.practice = PlannedPractice(training.practice, lines) if training.practice else None

    @property
    def help_between(self) -> Sequence[str]:
        """The words that are heard between cases alone."""
        return HELP_PRACTICE if self.practice else ()

    def hears_between(self, said: str) -> bool:
        """Like `hears`, between cases: the words of practice as well, where practice is planned."""
        return bool(self.practice and self.practice.hears(said)) or self.hears(said)

    def hears(self, said: str) -> bool:
        """Whether `said` was one of the words of HELP, and is done.

        Raises PlayWanted where a case is chosen from the guidance, EOFError where the input ends.
        """
        match said.lower():
            case "support":
                self.support()
            case "pause":
                self._lines.pause()
            case "guidance":
                self.guidance()
            case "settings":
                self.settings()
            case _:
                return False
        return True

    def support(self) -> None:
        """What the force says to its learners."""
        care = self._training.care
        self._lines.say("Support.")
        self._lines.say(care.support or NO_SUPPORT)
        self._lines.say("If something real comes up.")
        self._lines.say(care.disclosure or NO_DISCLOSURE)

    def guidance(self) -> None:
        """Read the guidance until that is enough."""
        GuidanceReading(self._training, self._lines, self.hears).until_back()

    def settings(self) -> None:
        """Where the things lie that a person may change or take away."""
        self._lines.say_all(self._places)
        self._lines.say(f"Your answers are kept in {clean(self._training.store.called)}.")
