"""Practice over a real store, with cases of the bundled pack `core`, a clock that is set and chance that is counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.cases.difficulty import difficulty_of
from simulator.cases.generating import Generator
from simulator.cases.twins import twins_of
from simulator.cases.wanted.wants import Wanted
from simulator.errors.faults import UsageFault
from simulator.packs.reading import read_document
from simulator.practice.making import Drill
from simulator.practice.practice import Practice
from simulator.session.commands import Answer, Confirm, Sureness
from simulator.session.engine_guide import EngineGuide
from simulator.store.store import Store
from tests.session.two_friends import engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from simulator.practice.making import DrillWish, Met, Wish
    from simulator.session.runner import Runner

CORE = Path(__file__).parents[2] / "scenarios" / "simulator_scenarios_core"
BEGINNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@cache
def generator() -> Generator:
    """Of the bundled pack."""
    return Generator(engine(), [read_document(path) for path in sorted(CORE.rglob("*.yaml"))])


@cache
def guide() -> EngineGuide:
    """Of the bundled guidance, without scorers."""
    return EngineGuide(engine(), lambda _: [])


@cache
def level_of(seed: int) -> str:
    """How hard a case of the bundled pack is."""
    return difficulty_of(engine(), generator().case(seed)).level


@dataclass
class CoreMaker:
    """Makes cases of the bundled pack; for rules in `none` there are none, nor are there written ones."""

    none: Mapping[str, str] = field(default_factory=dict)
    wishes: list[Wish] = field(default_factory=list)
    vouched: list[Mapping[str, Any]] = field(default_factory=list)

    def case(self, wish: Wish) -> Mapping[str, Any]:
        if wish.rule in self.none:
            raise UsageFault(self.none[wish.rule])
        self.wishes.append(wish)
        return generator().case(wish.seed, Wanted(focus=(wish.rule,)))

    def cases(self, seeds: Sequence[int]) -> Sequence[Mapping[str, Any]]:
        return [generator().case(seed) for seed in seeds]

    def levels(self, cases: Sequence[Mapping[str, Any]]) -> Sequence[str]:
        return [level_of(case["seed"]) for case in cases]

    def drill(self, wish: DrillWish) -> Drill:
        twins = twins_of(generator(), wish.seed, Wanted(focus=(wish.rule,) if wish.rule else ()))
        return Drill(twins.first, twins.second, twins.changed)

    def written(self, rule: str, met: Met) -> Mapping[str, Any]:
        raise UsageFault(f"No written case exercises {rule}.")

    def vouch(self, case: Mapping[str, Any]) -> None:
        self.vouched.append(case)


@dataclass
class Clock:
    """Stands still unless it is moved."""

    now: datetime = BEGINNING

    def __call__(self) -> str:
        return self.now.isoformat(timespec="milliseconds")

    def go_on(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class Desk:
    """Practice, and all that it works with."""

    store: Store
    maker: CoreMaker
    clock: Clock
    practice: Practice

    def play(self, runner: Runner, wrong: Callable[[str, str], bool] = lambda *_: False) -> str:
        """Answers a whole case in ten minutes: as is called for, or otherwise where it is to be `wrong`."""
        self.clock.go_on(minutes=10)
        case = case_of(self.store, runner)
        while (step := runner.view.step) is not None:
            due = {(one.question, one.subject): one.called_for for one in guide().due(case, step.phase)}
            for question in step.questions:
                for subject in question.subjects:
                    key = question.question, subject.subject
                    options = [one.option for one in question.options]
                    right = due[key] or options[:1]
                    others = [one for one in options if one not in right] or options
                    chosen = others[:1] if wrong(*key) else right if question.several else right[:1]
                    runner.do(Answer(*key, tuple(chosen)))
                    runner.do(Sureness(*key, 3))
            runner.do(Confirm())
        return runner.name


def desk_at(folder: Path, maker: CoreMaker | None = None) -> Iterator[Desk]:
    """A desk with an empty store, which is closed afterwards."""
    store, clock, maker = Store(folder / "sessions.sqlite"), Clock(), maker or CoreMaker()
    seeds = count(1)
    practice = Practice(store, engine().guidance, guide(), maker, clock, lambda below: next(seeds) % below)
    yield Desk(store, maker, clock, practice)
    store.close()


def case_of(store: Store, runner: Runner) -> Mapping[str, Any]:
    """The case that is played."""
    case: Mapping[str, Any] = store.load(runner.name)[0]["data"]["case"]
    return case


def purpose_of(store: Store, runner: Runner) -> Mapping[str, Any]:
    """Why it is played."""
    purpose: Mapping[str, Any] = store.load(runner.name)[0]["data"]["purpose"]
    return purpose


def questions_of(case: Mapping[str, Any]) -> set[str]:
    """The questions that are asked in any phase."""
    return {question for phase in case["phases"] for question in phase["questions"]}
