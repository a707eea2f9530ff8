"""The way through a case: its phases, their steps, and when each block of its text comes to light."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from simulator.session.commands import Mode
    from simulator.session.guide import Due, Guide

ChosenFor: TypeAlias = "Callable[[str, str, str], Sequence[str]]"
"""The options chosen for a phase, question and subject."""


class Seen(NamedTuple):
    """A block that came to light: where it stands, and whether the case went on without the choice."""

    phase: str
    block: int
    went_on: bool

    @property
    def passage(self) -> str:
        """What the block is called where it is annotated."""
        return f"{self.phase}.{self.block}"


@dataclass(frozen=True, slots=True)
class Step:
    """Questions committed together: `asks` maps each question to its subjects, in order."""

    phase: str
    step: str
    number: int
    count: int
    asks: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase: its blocks of text as the case has them, what it asks, and in which steps."""

    phase: str
    blocks: tuple[Mapping[str, Any], ...]
    due: tuple[Due, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The phases of a case, and all their steps in order."""

    phases: tuple[Phase, ...]
    steps: tuple[Step, ...]

    def opening(self, position: int, chosen: ChosenFor) -> tuple[Seen, ...]:
        """The blocks that come to light when phase number `position`, from 0, opens.

        The number after the last phase stands for the end of the case.
        """
        seen = []
        for stands, phase in enumerate(self.phases):
            for number, block in enumerate(phase.blocks):
                known, went_on = self._comes_to_light(stands, block.get("after"), chosen)
                if known == position:
                    seen.append(Seen(phase.phase, number, went_on))
        return tuple(seen)

    def block(self, seen: Seen) -> Mapping[str, Any]:
        """The block that `seen` means; raises LookupError where there is none."""
        for phase in self.phases:
            if phase.phase == seen.phase and seen.block >= 0:
                return phase.blocks[seen.block]
        raise KeyError(seen.phase)

    def _comes_to_light(self, stands: int, after: str | None, chosen: ChosenFor) -> tuple[int | None, bool]:
        """The phase in which a block standing in phase `stands` shows, and whether nobody chose it."""
        if after is None:
            return stands, False
        question, _, option = after.partition("=")
        for asked, phase in enumerate(self.phases):
            due = [one for one in phase.due if one.question == question]
            if any(option in chosen(phase.phase, question, one.subject) for one in due):
                return max(stands, asked + 1), False
            if any(option in one.called_for for one in due):
                return max(stands, asked + 1), True
        return None, False


def plan_of(case: Mapping[str, Any], guide: Guide, mode: Mode = "assessment") -> Plan:
    """The plan of a checked `case/1`; in a class every question is a step of its own."""
    phases = tuple(_phase_of(case, phase, guide, mode) for phase in case["phases"])
    return Plan(phases, tuple(step for phase in phases for step in phase.steps))


def _phase_of(case: Mapping[str, Any], phase: Mapping[str, Any], guide: Guide, mode: Mode) -> Phase:
    due = tuple(guide.due(case, phase["phase"]))
    steps = _steps_of(phase["phase"], due, by_question=mode == "class")
    return Phase(phase["phase"], tuple(phase["narrative"]), due, steps)


def _steps_of(phase: str, due: Sequence[Due], *, by_question: bool) -> tuple[Step, ...]:
    asks: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    for one in due:
        of_step = asks.setdefault((one.step, one.question if by_question else ""), {})
        of_step[one.question] = (*of_step.get(one.question, ()), one.subject)
    return tuple(
        Step(phase, step, number, len(asks), of_step)
        for number, ((step, _), of_step) in enumerate(asks.items(), start=1)
    )
