"""The state of a session: what its events add up to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.session.plan import Plan, Seen

Key: TypeAlias = tuple[str, str, str]
"""Phase, question and subject."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the learner has said about one subject of one question."""

    chosen: tuple[str, ...] = ()
    rationale: str = ""
    sureness: int | None = None
    cites: tuple[str, ...] = ()


NOTHING = Given()


@dataclass(frozen=True, slots=True)
class State:
    """A session that has begun: `steps` counts the confirmed ones, `length` the events."""

    case: Mapping[str, Any]
    plan: Plan
    length: int
    answers: Mapping[Key, Given] = field(default_factory=dict)
    seen: Mapping[str | None, tuple[Seen, ...]] = field(default_factory=dict)
    steps: int = 0
    left: bool = False
    finished: bool = False

    def given(self, phase: str, question: str, subject: str) -> Given:
        """What was said about `subject`, or NOTHING."""
        return self.answers.get((phase, question, subject), NOTHING)

    def saying(self, key: Key, **said: Any) -> State:
        """This state with `said` (fields of Given) said about `key`."""
        given = replace(self.answers.get(key, NOTHING), **said)
        return replace(self, answers={**self.answers, key: given})
