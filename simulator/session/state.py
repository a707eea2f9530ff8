"""The state of a session: what its events add up to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.session.commands import Mode
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
class Annotation:
    """What the learner said about a stretch of a passage that begins at some character and ends before `end`."""

    end: int
    highlighted: bool
    note: str


Stretch: TypeAlias = tuple[str, int]
"""A passage, and the character at which a stretch of it begins."""


@dataclass(frozen=True, slots=True)
class Said:
    """Everything that can be undone: answers, annotations, and how many steps are confirmed."""

    answers: Mapping[Key, Given] = field(default_factory=dict)
    annotations: Mapping[Stretch, Annotation] = field(default_factory=dict)
    steps: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """The event that changed what was said: its number, kind and data; and what was said on its other side."""

    seq: int
    kind: str
    data: Mapping[str, Any]
    other: Said


@dataclass(frozen=True, slots=True)
class State:
    """A session that has begun; `length` counts its events.

    `past` are the changes that can be undone, `future` those that were and can be done again, the next one last.
    """

    case: Mapping[str, Any]
    plan: Plan
    length: int
    mode: Mode = "assessment"
    said: Said = field(default_factory=Said)
    seen: Mapping[str | None, tuple[Seen, ...]] = field(default_factory=dict)
    past: tuple[Change, ...] = ()
    future: tuple[Change, ...] = ()
    left: bool = False
    skipped: bool = False
    finished: bool = False

    @property
    def steps(self) -> int:
        """How many steps are confirmed."""
        return self.said.steps

    def given(self, phase: str, question: str, subject: str) -> Given:
        """What was said about `subject`, or NOTHING."""
        return self.said.answers.get((phase, question, subject), NOTHING)

    def saying(self, key: Key, **said: Any) -> Said:
        """All that is said, with `said` (fields of Given) said about `key`."""
        given = replace(self.said.answers.get(key, NOTHING), **said)
        return replace(self.said, answers={**self.said.answers, key: given})

    def annotating(self, stretch: Stretch, annotation: Annotation) -> Said:
        """All that is said, with `annotation` in place of what was said about `stretch`."""
        others = {at: one for at, one in self.said.annotations.items() if at != stretch}
        if annotation.highlighted or annotation.note:
            others[stretch] = annotation
        return replace(self.said, annotations=others)

    def changed(self, kind: str, data: Mapping[str, Any], said: Said) -> State:
        """This state after the event of `kind` and `data` that leaves `said`."""
        change = Change(self.length + 1, kind, data, self.said)
        return replace(self, said=said, past=(*self.past, change), future=())

    def undone(self) -> State:
        """This state without its last change; there has to be one."""
        change = self.past[-1]
        back = replace(change, other=self.said)
        return replace(self, said=change.other, past=self.past[:-1], future=(*self.future, back))

    def redone(self) -> State:
        """This state with the change that was undone last; there has to be one."""
        change = self.future[-1]
        again = replace(change, other=self.said)
        return replace(self, said=change.other, past=(*self.past, again), future=self.future[:-1])

    @property
    def confirmed(self) -> tuple[str, ...]:
        """The phases that ask something and are confirmed wholly, in order."""
        ahead = {step.phase for step in self.plan.steps[self.steps :]}
        return tuple(
            phase.phase
            for phase in self.plan.phases
            if phase.steps and phase.phase not in ahead and phase.phase in self.seen
        )
