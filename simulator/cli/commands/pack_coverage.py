"""`simulator pack coverage`: what the cases of packs cover of their guidance, together."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from simulator.authoring.coverage.coverage import MOST_AIMS, Measured, covered
from simulator.authoring.coverage.keeping import Keeping, Known
from simulator.authoring.coverage.moments import moments_of
from simulator.authoring.coverage.telling import coverage_lines
from simulator.cases.manifest import makes_cases
from simulator.cli.output import print_json, print_lines, tell
from simulator.cli.workshop import Workshop, guidance_of
from simulator.errors.faults import InputFault, UsageFault
from simulator.packs.cache import keep_table, kept_table
from simulator.packs.loading import load_pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.authoring.coverage.moments import Moments
    from simulator.cli.parser import Asked
    from simulator.errors.faults import Fault
    from simulator.packs.pack import Pack
    from simulator.rules.engine import Engine
    from simulator.rules.mutants.situations import Met

STOCK = 500
"""How many generated cases are tried on the rules' mutants before facts are made for those left."""


def run(asked: Asked) -> int:
    """Measures together the packs named, else all for the guidance; 1 where something is at fault and left out.

    Raises UsageFault where there is no such pack, or they are not for one guidance; InputFault for a pack that
    was named and is at fault.
    """
    workshop = Workshop(strangers=asked.plugins, guidance=asked.guidance)
    bench = _Bench(workshop, _packs(workshop, asked))
    measured = [bench.measured(pack, asked.seeds) for pack in bench.packs]
    known = Known(bench.engine, Keeping(kept_table, keep_table), bench.stock)
    coverage = covered(
        known,
        [pack for pack, _ in measured],
        list(chain.from_iterable(cases for _, cases in measured)),
        None if asked.all else MOST_AIMS,
    )
    if asked.format == "json":
        print_json(coverage.as_data())
    else:
        print_lines(coverage_lines(coverage, everything=asked.all))
    return int(bench.leaves_out)


def _packs(workshop: Workshop, asked: Asked) -> Sequence[Pack]:
    """The packs named, else every scenario pack for the guidance."""
    if asked.path:
        return [
            Workshop(strangers=asked.plugins, guidance=asked.guidance, pack=named).scenario_pack()
            for named in asked.path
        ]
    guidance = workshop.engine().guidance.name
    return [pack for pack in workshop.scenario_packs() if _guidance_of(pack) == guidance]


def _guidance_of(pack: Pack) -> str | None:
    try:
        return guidance_of(load_pack(pack))
    except InputFault as wrong:
        tell(f"{pack.name} is left out: {wrong.faults[0]}")
        return None


class _Bench:
    """Packs for one guidance, whose cases are measured."""

    def __init__(self, workshop: Workshop, packs: Sequence[Pack]) -> None:
        self._workshop = workshop
        self.packs = packs
        self.leaves_out = False
        names = {guidance_of(load_pack(pack)) for pack in packs}
        if len(names) > 1:
            told = ", ".join(sorted(str(name) for name in names))
            raise UsageFault(f"these packs are for several guidances: {told}; measure those of one together.")
        self.engine: Engine = workshop.engine(next(iter(names), None))

    def measured(self, pack: Pack, seeds: int) -> tuple[Measured, Sequence[Moments]]:
        """A pack's written cases, and those of its first seeds if it makes cases."""
        written = list(self._written(pack))
        generated = list(self._generated(pack, seeds))
        return Measured(pack.name, pack.version, len(written), len(generated)), [*written, *generated]

    def stock(self) -> Iterator[Met]:
        """Facts of cases that the packs for the guidance make."""
        for pack in self._workshop.scenario_packs():
            if _guidance_of(pack) == self.engine.guidance.name:
                for case in self._generated(pack, STOCK):
                    yield from (moment.met for moment in case.moments)

    def _written(self, pack: Pack) -> Iterator[Moments]:
        self._leave_out(pack.faults)
        for listed in pack.cases:
            try:
                yield moments_of(self.engine, self._workshop.written(pack, listed.case).data)
            except InputFault as wrong:
                self._leave_out(wrong.faults)

    def _generated(self, pack: Pack, seeds: int) -> Iterator[Moments]:
        if seeds and makes_cases(load_pack(pack)):
            generator = self._workshop.generator(pack)
            yield from (moments_of(self.engine, generator.case(seed)) for seed in range(1, seeds + 1))

    def _leave_out(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            self.leaves_out = True
            tell(f"left out: {fault}")
