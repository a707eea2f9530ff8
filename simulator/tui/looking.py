"""What is looked up only when somebody wants to read it: each thing once, and one at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from simulator.session.debrief_view import ExplanationView, NearMissView


@dataclass(frozen=True, slots=True)
class Explanation:
    """The further explanation of one decision."""

    phase: str
    question: str
    subject: str


@dataclass(frozen=True, slots=True)
class NearMisses:
    """The near misses of one rule."""

    rule: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """The sentence that says why something could not be found."""

    sentence: str


Sought: TypeAlias = Explanation | NearMisses
Explained: TypeAlias = "ExplanationView | Trouble | None"
"""None while it is still looked for."""
Nearby: TypeAlias = "Sequence[NearMissView] | Trouble | None"
"""None while they are still looked for."""
Found: TypeAlias = "ExplanationView | Sequence[NearMissView] | Trouble"


class Looking:
    """Asks `ask` for what is not known yet; `found` has to be called with what comes of it.

    Nothing is asked for while something else is on its way: who moves quickly over many decisions waits
    for the one on which they stop, and not for all those on the way.
    """

    def __init__(self, ask: Callable[[Sought], object]) -> None:
        self._ask = ask
        self._found: dict[Sought, Found] = {}
        self._on_its_way = False

    def known(self, sought: Explanation) -> Explained:
        """What has been found out about a decision; asks for nothing."""
        return self._found.get(sought)  # type: ignore[return-value]

    def explanation(self, sought: Explanation) -> Explained:
        """What is found out about a decision."""
        self._want(sought)
        return self.known(sought)

    def near_misses(self, explained: Explained) -> Nearby:
        """The near misses of the rule that decides; none before that rule is known."""
        if explained is None or isinstance(explained, Trouble):
            return None
        sought = NearMisses(explained.rule)
        self._want(sought)
        return self._found.get(sought)  # type: ignore[return-value]

    def found(self, sought: Sought, found: Found) -> None:
        """Keep what came of asking."""
        self._found[sought] = found
        self._on_its_way = False

    def _want(self, sought: Sought) -> None:
        if sought not in self._found and not self._on_its_way:
            self._on_its_way = True
            self._ask(sought)
