"""Plays a case in memory: what is called for is chosen, save where a test wants otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.session.commands import Answer, Begin, Confirm
from simulator.session.core import Session

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.session.commands import Mode
    from simulator.session.debrief_view import DebriefView, DecisionView
    from simulator.session.guide import Guide
    from simulator.session.texts_view import BlockView
    from simulator.session.view import StepView, View

Key = tuple[str, str, str]
"""Phase, question and subject."""


@dataclass
class Played:
    """The view at the start of each phase, and in the end."""

    opened: dict[str, View] = field(default_factory=dict)
    end: View | None = None

    @property
    def debrief(self) -> DebriefView:
        assert self.end is not None
        assert self.end.debrief is not None
        return self.end.debrief

    def decisions(self, question: str) -> Iterator[DecisionView]:
        """The decisions of a question in the debrief."""
        for phase in self.debrief.phases:
            for each in phase.questions:
                if each.question == question:
                    yield from each.decisions

    def told_in(self, phase: str) -> Sequence[BlockView]:
        """The blocks that came to light when a phase opened."""
        return next(each.narrative for each in self.opened[phase].phases if each.phase == phase)


def played(
    guide: Guide,
    case: Mapping[str, Any],
    wanted: Mapping[Key, Sequence[str]] | None = None,
    mode: Mode = "assessment",
) -> Played:
    """A case from its beginning to its debrief; `wanted` are choices in place of those called for."""
    session = Session(guide)
    session = session.after(session.apply(Begin(case, mode)))
    done = Played()
    while (step := session.view().step) is not None:
        done.opened.setdefault(step.phase, session.view())
        for answer in _answers(guide, case, step, wanted or {}):
            session = session.after(session.apply(answer))
        session = session.after(session.apply(Confirm()))
    done.end = session.view()
    return done


def _answers(
    guide: Guide, case: Mapping[str, Any], step: StepView, wanted: Mapping[Key, Sequence[str]]
) -> Iterator[Answer]:
    called_for = {(one.question, one.subject): one.called_for for one in guide.due(case, step.phase)}
    for question in step.questions:
        for subject in question.subjects:
            key = question.question, subject.subject
            right = called_for[key] or (question.options[0].option,)
            chosen = wanted.get((step.phase, *key), right if question.several else right[:1])
            yield Answer(*key, tuple(chosen))
