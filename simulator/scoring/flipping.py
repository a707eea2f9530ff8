"""What would have made a choice right, and what would change how a matter ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.rules.flips.finding import flips_of
from simulator.rules.flips.search import BeyondSearch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.rules.engine import Engine
    from simulator.scoring.marked import Marked
    from simulator.scoring.parts import Parts


class Flipping:
    """Finds the flips of decisions that were marked at the facts of some parts."""

    def __init__(self, engine: Engine, parts: Parts) -> None:
        self._engine = engine
        self._facts = dict(parts)

    def of(self, one: Marked, option: str) -> dict[str, Any]:
        """`{"flips": [...]}`: all the smallest changes of the facts under which an option would be expected.

        Where too much can change for them to be found, none, and `flips_unknown` says so.
        """
        decision = one.decision
        try:
            found = flips_of(
                self._engine, self._facts[one.phase], decision.question, decision.subject, option
            )
        except BeyondSearch as reason:
            return {"flips": [], "flips_unknown": f"They could not be found: {reason}."}
        return {"flips": [flip.as_data() for flip in found]}

    def endings(self, marked: Sequence[Marked]) -> list[dict[str, Any]]:
        """For each decision of a question that settles a matter, the flips of every option that is not expected."""
        return [
            self._ending(one)
            for one in marked
            if self._engine.guidance.questions[one.decision.question].settles
        ]

    def _ending(self, one: Marked) -> dict[str, Any]:
        decision = one.decision
        phase = {} if one.phase is None else {"phase": one.phase}
        options = {
            option: self.of(one, option)
            for option, ruling in decision.options.items()
            if ruling.verdict != "expected"
        }
        return {**phase, "question": decision.question, "subject": decision.subject, "options": options}
