"""What was salvaged and what was not, for people and for programs."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.store.journal import ENTRY
from simulator.store.ruins.planning import events_by_session

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from simulator.store.ruins.classes import ClassPlan
    from simulator.store.ruins.planning import Plan
    from simulator.store.ruins.proving import Proven

FORMAT = "salvage/1"


@dataclass(slots=True)
class Salvaged:
    """What a salvage found; `loose` are events that can be read and that nothing proves."""

    store: str
    plans: Sequence[Plan]
    classes: Sequence[ClassPlan]
    loose: Sequence[Proven]
    learners: Mapping[str, Mapping[str, Any]]
    read: Sequence[str]
    """The backups that were read, the newest first."""
    unread: Sequence[str]
    ends: Container[str]
    """The learners of whose chain the damaged store itself still told the end."""
    into: str = ""

    @property
    def brought_back(self) -> int:
        """How many events come back, of sessions and of classes; an empty record that is whole is one as well."""
        events = sum(len(each) for plan in self.able for each in events_by_session(plan).values())
        records = sum(plan.whole for plan in self.able)
        return events + sum(len(each.events) for each in self.classes) + records

    @property
    def able(self) -> list[Plan]:
        """The plans that can be written: of learners whose salt is known, or who were erased."""
        erased = {learner for learner, row in self.learners.items() if row["erased"] is not None}
        return [plan for plan in self.plans if plan.salt is not None or plan.learner in erased]

    @property
    def whole(self) -> bool:
        """Whether everything came back that is known to have been there."""
        unproven = any(each.unproven for each in self.classes) or self.loose
        ended = all(plan.learner in self.ends for plan in self.plans)
        return ended and all(plan.whole or _mended(plan) for plan in self.plans) and not unproven

    def as_data(self) -> dict[str, Any]:
        """As `salvage/1`; events are ranges of numbers, both ends included."""
        return {
            "format": FORMAT,
            "store": self.store,
            "into": self.into,
            "whole": self.whole,
            "backups": {"read": [*self.read], "unreadable": [*self.unread]},
            "learners": [self._learner(plan) for plan in self.plans],
            "sessions": [one for plan in self.plans for one in _sessions(plan)],
            "unproven": [
                {"session": session, "events": ranges(numbers)}
                for session, numbers in _numbers(self.loose).items()
            ],
            "classes": [
                {
                    "class": each.class_,
                    "events": ranges(each.events),
                    "from_backups": _from_backups(each.sources[seq] for seq in each.events),
                    "left_out": ranges(each.unproven),
                }
                for each in self.classes
            ],
        }

    def _learner(self, plan: Plan) -> dict[str, Any]:
        row = self.learners[plan.learner]
        return {
            "learner": plan.learner,
            "pseudonym": row["pseudonym"],
            "erased": row["erased"] is not None,
            "end_known": plan.learner in self.ends,
            "chain_kept": len(plan.beginning),
            "chained_anew": len(plan.further),
            "lost_places": plan.lost_places,
            "entries_lost": ranges(seq for session, seq in plan.lost if session == ENTRY),
        }


def ranges(numbers: Iterable[int]) -> list[list[int]]:
    """Numbers as ranges, each its first and its last."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found


def _mended(plan: Plan) -> bool:
    """Whether all came back, though the chain had to be made anew."""
    words = any(one.words_lost for one in (*plan.kept, *plan.further))
    return not (plan.lost or plan.lost_places or plan.set_aside or words)


def _sessions(plan: Plan) -> list[dict[str, Any]]:
    back = events_by_session(plan)
    aside, lost = _numbers(plan.set_aside), defaultdict(list)
    for session, seq in sorted(plan.lost):
        lost[session].append(seq)
    named = sorted({*back, *aside, *lost} - {ENTRY})
    return [
        {
            "session": session,
            "learner": plan.learner,
            "events": ranges(one.seq for one in back.get(session, ())),
            "from_backups": _from_backups(one.source for one in back.get(session, ())),
            "lost": ranges(lost.get(session, ())),
            "set_aside": ranges(aside.get(session, ())),
            "words_lost": [one.seq for one in back.get(session, ()) if one.words_lost],
        }
        for session in named
    ]


def _numbers(events: Iterable[Proven]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for one in events:
        found[one.session].append(one.seq)
    return dict(found)


def _from_backups(sources: Iterable[str]) -> dict[str, int]:
    return {source: count for source, count in sorted(Counter(sources).items()) if source}
