"""Self-paced practice over a learner's record: what is due, cases made for it, and the figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from simulator.errors.faults import UsageFault
from simulator.errors.text import clean
from simulator.practice.choosing import asking_for, confused_with, kinds_lately
from simulator.practice.drilling import LARGEST, ToPlay, drill_offer, first_case, second_case
from simulator.practice.due import due_rules, next_due
from simulator.practice.equal_cases import most_equal
from simulator.practice.going_on import left_in, left_of_test
from simulator.practice.interleaving import interleaved, practised_last
from simulator.practice.kept import kept_of
from simulator.practice.left_out import guidance_of, left_out_of
from simulator.practice.making import Wish
from simulator.practice.met import MetIn
from simulator.practice.plan_of_case import judging_of, planned
from simulator.practice.record import Taught, record_view
from simulator.practice.syllabus import syllabus_of
from simulator.practice.test_building import CASES, check_stage, next_number, test_offer, under_way
from simulator.practice.today import today_view
from simulator.session.practising import MINUTES
from simulator.session.runner import Runner
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from simulator.guidance.guidance import Guidance
    from simulator.practice.due import Due
    from simulator.practice.equal_cases import Equal
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
        self._none: dict[str, str] = {}  # by rule, why none can be made for it
        self._without: dict[str, str] = {}  # by rule, why there is no case for it, written ones neither

    def today(self, minutes: int = MINUTES) -> TodayView:
        """What to practise today, and why."""
        kept, now = self._kept(), self._now()
        return today_view(
            kept.progress.memory,
            self._syllabus,
            now,
            minutes,
            kept.course.pace,
            test_offer(kept.course, now, list(left_in(self._store, self._guide.name).values())),
            drill_offer(kept.course),
            without=self._without,
        )

    def begin_due(self, minutes: int = MINUTES) -> Runner:
        """The next case for what is due; rules for which there is no case are passed over."""
        kept = self._kept()
        for one in self._due(kept):
            try:
                return self._begin_for(one.rule, "due", kept, float(minutes))
            except StoreFault:
                raise
            except UsageFault:
                if one.rule not in self._without:
                    raise
        raise UsageFault(next(iter(self._without.values()), self._nothing_due(kept)))

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
        """The next case of a test, as hard as those before it; one that was left goes on."""
        kept = self._kept()
        if (left := left_of_test(left_in(self._store, self._guide.name), stage)) is not None:
            return Runner.resume(self._guide, self._store, left, self._clock)
        check_stage(kept.course, stage, self._now())
        begun = under_way(kept.course, stage)
        test = begun[0].test if begun else f"{stage}-{self._chance(1 << 32):08x}"
        of = {"stage": stage, "test": test, "number": next_number(begun), "of": CASES}
        found = self._test_case(kept)
        how = {"level": found.level, "unequal": not found.enough}
        purpose = {"sort": "test", "rules": list(found.case["exercises"]["rules"]), **of, **how}
        return self._begin(ToPlay(found.case, purpose), "assessment")

    def record(self) -> RecordView:
        """All that the record shows."""
        progress = self._kept().progress
        view = record_view(
            progress.figures,
            progress.memory,
            self._taught,
            self._store.pseudonym,
            self._now(),
            left_out_of(self._store, self._guide.name),
        )
        end = self._store.end
        return replace(view, places=end.length, head=end.head)

    def leave_out(self, session: str, reason: str) -> None:
        """Have a finished case count in no figure, for a reason."""
        self._check_guidance(session)
        self._store.correct(session, reason, counts=False)

    def count_again(self, session: str, reason: str) -> None:
        """Have a case that was left out count again, for a reason."""
        self._check_guidance(session)
        self._store.correct(session, reason, counts=True)

    def rebuild(self) -> None:
        """Work out every figure anew from all events."""
        self._store.forget_folds()
        self._kept()

    def _kept(self) -> Kept:
        return kept_of(self._store, self._guide.name).righted(self._now())

    def _now(self) -> datetime:
        return datetime.fromisoformat(self._clock())

    @property
    def _met(self) -> MetIn:
        return MetIn(self._store)

    def _due(self, kept: Kept) -> list[Due]:
        memory = kept.progress.memory
        before = practised_last(memory, self._syllabus)
        due = due_rules(memory, self._syllabus, self._now())
        return interleaved((one for one in due if one.rule not in self._without), before)

    def _check_guidance(self, session: str) -> None:
        """Raise UsageFault for a case of another guidance: it counts in that one's figures."""
        other = guidance_of(self._store, session)
        if other not in ("", self._guide.name):
            raise UsageFault(
                f"This case is one of the guidance {other}, and counts in its record: choose that guidance, "
                f"with `--guidance {other}`."
            )

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
            self._without[rule] = self._none.get(rule, str(none))
            raise UsageFault(self._without[rule]) from None

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

    def _test_case(self, kept: Kept) -> Equal:
        """The most equal of some cases; further ones are made as long as none is equal enough."""
        difficulty = partial(_difficulty, kept)
        pools = (self._new_cases() for _ in range(ROUNDS))
        best = most_equal(self._guide, pools, kept.course.tests, difficulty, self._maker.levels)
        if best is None:
            raise UsageFault(
                "No case that asks the same as the earlier ones of the tests could be made; try again."
            )
        return best

    def _new_cases(self) -> list[Mapping[str, Any]]:
        made = self._maker.cases([self._chance(LARGEST) for _ in range(CANDIDATES)])
        return [case for case in made if case["id"] not in self._met]


def _difficulty(kept: Kept, rule: str) -> float:
    return kept.progress.memory.difficulty(rule) or 0.0
