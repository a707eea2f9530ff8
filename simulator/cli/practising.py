"""Cases as practice wants them: made from the packs at hand, in this program or in one of its own."""

from __future__ import annotations

import secrets
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, TypeVar

from simulator.cases.chance import seed_of
from simulator.cases.manifest import makes_cases
from simulator.cases.wanted.wants import Wanted
from simulator.classroom.cases import case_for
from simulator.errors.faults import InputFault, UsageFault
from simulator.packs.loading import load_pack
from simulator.practice.making import Drill
from simulator.practice.practice import Practice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from simulator.cases.generating import Generator
    from simulator.cli.apart import Given
    from simulator.cli.practising_apart import MakerApart
    from simulator.cli.workshop import Workshop
    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Question
    from simulator.packs.pack import Pack
    from simulator.practice.making import DrillWish, Met, Wish
    from simulator.session.case_packs import CasePack
    from simulator.session.training import Training

Made = TypeVar("Made")
SOON: Final = ((300, 25),)
"""How much is looked at for what is only preferred, as `building.TRIES` has it: mostly a quarter of a second."""


class PracticeMaker:
    """Makes cases from those of the packs that make any; packs with a stock of their own come first.

    A pack's generator is made when its first case is asked for. All that is asked raises UsageFault where no pack
    has such a case, with what the first of them says.
    """

    def __init__(self, workshop: Workshop, packs: Sequence[Pack]) -> None:
        self._workshop = workshop
        self._packs = packs
        self._generators: dict[str, Generator] = {}

    def case(self, wish: Wish) -> Mapping[str, Any]:
        """A case for a rule: beside what it is confused with, where that is soon found."""
        return self._first(lambda generator: _case_for(generator, wish))

    def cases(self, seeds: Sequence[int]) -> Sequence[Mapping[str, Any]]:
        """The cases of these seeds as they come."""
        return self._first(lambda generator: [generator.case(seed) for seed in seeds])

    def levels(self, cases: Sequence[Mapping[str, Any]]) -> Sequence[str]:
        """How hard each of these cases is."""
        from simulator.cases.difficulty import difficulty_of

        return [difficulty_of(self._workshop.engine(), case).level for case in cases]

    def drill(self, wish: DrillWish) -> Drill:
        """Two cases that differ in facts of one subject."""
        from simulator.cases.twins import twins_of

        wanted = Wanted(focus=(wish.rule,)) if wish.rule else Wanted()
        twins = self._first(lambda generator: twins_of(generator, wish.seed, wanted), wish.pack)
        return Drill(twins.first, twins.second, twins.changed)

    def vouch(self, case: Mapping[str, Any]) -> None:
        """Nothing is taken for sound: what checks cases is at hand here."""

    def _first(self, make: Callable[[Generator], Made], named: str = "") -> Made:
        """What the first of the packs that can, makes."""
        why = ""
        for pack in self._in_order:
            if named and pack.name != named:
                continue
            try:
                return make(self._generator(pack))
            except UsageFault as none:
                why = why or str(none)
            except InputFault as fault:
                why = why or f"{pack.name} is at fault: {fault.faults[0]}"
        raise UsageFault(why or "None of the packs makes new cases; install one that does, such as `core`.")

    def _generator(self, pack: Pack) -> Generator:
        if pack.name not in self._generators:
            self._generators[pack.name] = self._workshop.generator(pack)
        return self._generators[pack.name]

    @cached_property
    def _in_order(self) -> Sequence[Pack]:
        return sorted(self._packs, key=lambda pack: not makes_cases(load_pack(pack)))


def _case_for(generator: Generator, wish: Wish) -> Mapping[str, Any]:
    """The first of the cases in which a rule decides, the most telling tried first, that is found at once."""
    from simulator.cases.wanted.building import NotFound, Refuted

    for wanted in chain(_beside(generator.guidance, wish), _tempting(generator.guidance, wish)):
        try:
            return _soon(generator, wish.seed, wanted)
        except (Refuted, NotFound):
            continue
    return generator.case(wish.seed, Wanted(focus=(wish.rule,)))


def _soon(generator: Generator, seed: int, wanted: Wanted) -> Mapping[str, Any]:
    """A case as wanted, if one is found soon; raises Refuted and NotFound."""
    from simulator.cases.wanted.wants import wants_of

    called = f"{seed_of(repr(wanted)):032x}"[:8]
    case = generator.case_for(seed, wants_of(generator.engine, wanted), called, SOON)
    return {**case, "asked": wanted.as_data()}


def _beside(guidance: Guidance, wish: Wish) -> Iterator[Wanted]:
    """With a rule that is confused with it: both can decide where a question is asked more than once."""
    question = _question_of(guidance, wish)
    if question is not None and (question.subjects.kind != "case" or len(question.phases) > 1):
        yield from (Wanted(focus=(wish.rule, other)) for other in wish.beside[:1])


def _tempting(guidance: Guidance, wish: Wish) -> Iterator[Wanted]:
    """Where a mistake tempts that the learner made lately, at the same question."""
    question = _question_of(guidance, wish)
    if question is None:
        return
    there = {
        kind.mistake
        for kind in guidance.mistakes
        if any(made.question == question.question for made in kind.made)
    }
    kinds = [kind for kind in wish.kinds if kind in there]
    yield from (Wanted(focus=(wish.rule,), mistakes=(kind,)) for kind in kinds[:1])


def _question_of(guidance: Guidance, wish: Wish) -> Question | None:
    rule = guidance.rules.get(wish.rule)
    return guidance.questions[rule.question] if rule is not None else None


def maker_of(workshop: Workshop, offered: Sequence[CasePack]) -> PracticeMaker:
    """What makes cases of the packs that are offered."""
    making = {pack.name for pack in offered if pack.makes}
    return PracticeMaker(workshop, [pack for pack in workshop.scenario_packs() if pack.name in making])


class Making:
    """The maker that practice is given: cases are made in this program or another, the rest is as packs have it."""

    def __init__(self, maker: PracticeMaker | MakerApart, training: Training) -> None:
        self.case = maker.case
        self.cases = maker.cases
        self.levels = maker.levels
        self.drill = maker.drill
        self.vouch = maker.vouch
        self._training = training

    def written(self, rule: str, met: Met) -> Mapping[str, Any]:
        """A case that was not made for the rule, and in which it decides."""
        return case_for(self._training, [rule], met)[1]


def practice_of(workshop: Workshop, training: Training, apart: Given | None) -> Practice:
    """Practice over the record in the training's store, with cases from its packs."""
    engine = workshop.engine()
    here = maker_of(workshop, training.packs)
    maker: PracticeMaker | MakerApart = here
    if apart is not None:
        from simulator.cli.practising_apart import MakerApart

        hashes = {pack.name: pack.sha256 for pack in workshop.scenario_packs()}
        maker = MakerApart(apart, here, engine.guidance.sha256, hashes)
    making = Making(maker, training)
    return Practice(
        training.store, engine.guidance, training.guide, making, training.clock, secrets.randbelow
    )
