"""Self-paced practice over a learner's record: what is due, cases made for it, and the figures."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from simulator.errors.faults import UsageFault
from simulator.errors.text import clean
from simulator.practice.choosing import asking_for, confused_with, kinds_lately
from simulator.practice.drilling import LARGEST, ToPlay, first_case, second_case
from simulator.practice.due import due_rules, next_due
from simulator.practice.interleaving import interleaved
from simulator.practice.kept import kept_of
from simulator.practice.left_out import left_out_of
from simulator.practice.making import Wish
from simulator.practice.met import MetIn
from simulator.practice.plan_of_case import judging_of, planned
from simulator.practice.record import Taught, record_view
from simulator.practice.syllabus import syllabus_of
from simulator.practice.test_building import (
    CASES,
    TOLERANCE,
    check_stage,
    equal_case,
    test_offer,
    under_way,
)
from simulator.practice.today import today_view
from simulator.session.practising import MINUTES
from simulator.session.runner import Runner
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from simulator.guidance.guidance import Guidance
    from simulator.practice.due import Due
    from simulator.practice.kept import Kept
    from simulator.practice.making import Maker
    from simulator.session.commands import Mode
    from simulator.session.guide import Guide
    from simulator.session.practising import Stage
    from simulator.session.record_view import RecordView
    from simulator.session.today_view import TodayView
    from simulator.store.store import Store

TRIES: Final = 3
"""Seeds that are tried for a rule, where the learner met the case of one."""
PASSED_OVER: Final = 5
"""Rules that are due and that no pack exercises, after which nothing further is looked for."""
CANDIDATES: Final = 40
"""Cases among which one for a test is chosen, and how often as many more are made where none is near enough."""
ROUNDS: Final = 3


class Practice:
    """A `simulator.session.practising.Practising` over the record of the store's learner."""

    def __init__(
        self,
        store: Store,
        guidance: Guidance,
        guide: Guide,
        maker: Maker,
        clock: Callable[[], str],
        chance: Callable[[int], int],
    ) -> None:
        """`guide` is of `guidance`; `chance` gives a whole number below the one that it is given."""
        self._store = store
        self._guide = guide
        self._maker = maker
        self._clock = clock
        self._chance = chance
        self._syllabus = syllabus_of(guidance)
        self._taught = Taught(guide, self._syllabus, guidance.mistakes)
        self._judged_by = judging_of(guidance)
        self._none: dict[str, str] = {}  # by rule, why there is no case for it

    def today(self, minutes: int = MINUTES) -> TodayView:
        """What to practise today, and why."""
        kept, now = self._kept(), self._now()
        return today_view(
            kept.progress.memory,
            self._syllabus,
            now,
            minutes,
            kept.course.pace,
            test_offer(kept.course, now),
        )

    def begin_due(self, minutes: int = MINUTES) -> Runner:
        """The next case for what is due; rules for which there is no case are passed over."""
        kept = self._kept()
        why: list[str] = []
        for one in self._due(kept):
            try:
                return self._begin_for(one.rule, "due", kept, float(minutes))
            except StoreFault:
                raise
            except UsageFault as none:
                why.append(str(none))
            if len(why) == PASSED_OVER:
                break
        raise UsageFault(why[0] if why else self._nothing_due(kept))

    def begin_rule(self, rule: str) -> Runner:
        """A new case for one rule, whether it is due or not."""
        if rule not in self._syllabus.rules:
            raise UsageFault(f"There is no rule {clean(rule)!r} to practise.")
        return self._begin_for(rule, "rule", self._kept(), None)

    def begin_drill(self) -> Runner:
        """The second case of a drill that waits, where another case came between; else a first one."""
        kept = self._kept()
        second = second_case(kept.course, self._maker, self._met)
        if second is not None:
            return self._begin(second)
        rules = (one.rule for one in self._due(kept))
        return self._begin(first_case(rules, self._maker, self._met, self._chance))

    def begin_test(self, stage: Stage) -> Runner:
        """The next case of a test, as hard as those before it."""
        kept = self._kept()
        check_stage(kept.course, stage, self._now())
        begun = under_way(kept.course, stage)
        test = begun[0].test if begun else f"{stage}-{self._chance(1 << 32):08x}"
        of = {"stage": stage, "test": test, "number": len(begun) + 1, "of": CASES}
        case = self._test_case(kept)
        purpose = {"sort": "test", "rules": list(case["exercises"]["rules"]), **of}
        return self._begin(ToPlay(case, purpose), "assessment")

    def record(self) -> RecordView:
        """All that the record shows."""
        progress = self._kept().progress
        return record_view(
            progress.figures,
            progress.memory,
            self._taught,
            self._store.pseudonym,
            self._now(),
            left_out_of(self._store, self._guide.name),
        )

    def leave_out(self, session: str, reason: str) -> None:
        """Have a finished case count in no figure, for a reason."""
        self._store.correct(session, reason, counts=False)

    def count_again(self, session: str, reason: str) -> None:
        """Have a case that was left out count again, for a reason."""
        self._store.correct(session, reason, counts=True)

    def rebuild(self) -> None:
        """Work out every figure anew from all events."""
        self._store.forget_folds()
        self._kept()

    def _kept(self) -> Kept:
        return kept_of(self._store, self._guide.name)

    def _now(self) -> datetime:
        return datetime.fromisoformat(self._clock())

    @property
    def _met(self) -> MetIn:
        return MetIn(self._store)

    def _due(self, kept: Kept) -> list[Due]:
        memory = kept.progress.memory
        return interleaved(due_rules(memory, self._syllabus, self._now()), memory.practised)

    def _nothing_due(self, kept: Kept) -> str:
        when = next_due(kept.progress.memory, self._syllabus, self._now())
        then = f" The next rule comes due on {when.date().isoformat()}." if when is not None else ""
        return f"Nothing is due now.{then}"

    def _begin(self, to_play: ToPlay, mode: Mode = "practice") -> Runner:
        return Runner.begin(self._guide, self._store, to_play.case, self._clock, mode, dict(to_play.purpose))

    def _begin_for(self, rule: str, sort: str, kept: Kept, minutes: float | None) -> Runner:
        case = self._case_for(rule, kept)
        memory = kept.progress.memory
        asking = asking_for(rule, case, memory, self._syllabus, self._judged_by, self._now())
        plan = planned(self._guide, case, asking, kept.course.pace, minutes)
        if plan.case is not case:
            self._maker.vouch(plan.case)
        purpose = {"sort": sort, "rules": [rule], "shortened": plan.shortened}
        return self._begin(ToPlay(plan.case, purpose))

    def _case_for(self, rule: str, kept: Kept) -> Mapping[str, Any]:
        """A case for the rule that the learner has not met; a written one where none can be made."""
        for _ in range(TRIES):
            case = self._made_for(rule, kept)
            if case is None:
                break
            if case["id"] not in self._met:
                return case
        try:
            return self._maker.written(rule, self._met)
        except StoreFault:
            raise
        except UsageFault as none:
            raise UsageFault(self._none.get(rule, str(none))) from None

    def _made_for(self, rule: str, kept: Kept) -> Mapping[str, Any] | None:
        """A new case for the rule; None where none can be made, which is found out once."""
        if rule in self._none:
            return None
        beside = confused_with(rule, kept.progress.memory, self._syllabus)
        kinds = kinds_lately(kept.progress.figures)
        try:
            return self._maker.case(Wish(rule, self._chance(LARGEST), beside, kinds))
        except UsageFault as none:
            self._none[rule] = str(none)
            return None

    def _test_case(self, kept: Kept) -> Mapping[str, Any]:
        """The most equal of some cases; further ones are made as long as none is near enough."""
        difficulty = partial(_difficulty, kept)
        best: tuple[Mapping[str, Any], float] | None = None
        for _ in range(ROUNDS):
            made = self._maker.cases([self._chance(LARGEST) for _ in range(CANDIDATES)])
            new = (case for case in made if case["id"] not in self._met)
            found = equal_case(self._guide, new, kept.course.tests, difficulty)
            if found is not None and (best is None or found[1] < best[1]):
                best = found
            if best is not None and best[1] <= TOLERANCE:
                return best[0]
        if best is None:
            raise UsageFault(
                "No case that asks the same as the earlier ones of the tests could be made; try again."
            )
        return best[0]


def _difficulty(kept: Kept, rule: str) -> float:
    return kept.progress.memory.difficulty(rule) or 0.0
