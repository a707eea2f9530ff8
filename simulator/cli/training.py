"""The place to train at that a face is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload

from simulator.cases.pack_reading import read_scenario_pack
from simulator.cli.inputs import engine_for
from simulator.cli.workshop import guidance_of
from simulator.errors.faults import InputFault
from simulator.packs.loading import load_pack
from simulator.packs.reading import read_document
from simulator.session.training import CasePack, Training

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.cases.generating import Generator
    from simulator.cli.workshop import Workshop
    from simulator.model.document import Document
    from simulator.packs.pack import Pack


def training_of(workshop: Workshop, case: Mapping[str, Any] | None = None) -> Training:
    """Packs and cases under one guidance: that of `case`, else the person's, else the only one."""
    engine = workshop.engine(case["guidance"] if case is not None else None)
    troubles = [f"{problem.name} is left out: {problem.why}" for problem in workshop.found.problems]
    packs: dict[str, Pack] = {}
    listed: list[CasePack] = []
    for pack in workshop.scenario_packs():
        try:
            documents = load_pack(pack)
            if guidance_of(documents) != engine.guidance.name:
                continue
            read = read_scenario_pack(documents, engine, workshop.first_names)
        except InputFault as faults:
            troubles.append(f"{pack.name} is left out: {faults.faults[0]}")
            continue
        packs[pack.name] = pack
        listed.append(CasePack(read.name, read.title, read.content_note, _minutes(documents)))
    return Training(
        workshop.guide(engine), workshop.store, listed, _Maker(workshop, packs), _Troubles(workshop, troubles)
    )


class _Troubles(Sequence[str]):
    """What is left out and why: packs for good, and plugins as they stand, for one can fail at any time."""

    def __init__(self, workshop: Workshop, packs: Sequence[str]) -> None:
        self._workshop = workshop
        self._packs = tuple(packs)

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...

    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        return self._all()[index]

    def _all(self) -> tuple[str, ...]:
        broken = (each for each in self._workshop.plugins.every if each.status == "broken")
        return (*self._packs, *(f"{each.name} is left out: {each.why}" for each in broken))


class _Maker:
    """Makes the case of a pack and a seed; a pack's generator is made when its first case is asked for."""

    def __init__(self, workshop: Workshop, packs: Mapping[str, Pack]) -> None:
        self._workshop = workshop
        self._packs = packs
        self._generators: dict[str, Generator] = {}

    def __call__(self, pack: str, seed: int) -> Mapping[str, Any]:
        if pack not in self._generators:
            self._generators[pack] = self._workshop.generator(self._packs[pack])
        return self._generators[pack].case(seed)


def _minutes(documents: Sequence[Document]) -> int:
    """How long a case of a pack takes, as the pack says; 0 where it does not."""
    heads = [each.data["pack"] for each in documents if isinstance(each.data, dict) and "pack" in each.data]
    return int(heads[0].get("minutes", 0)) if heads else 0


def case_in(workshop: Workshop, name: str) -> Mapping[str, Any]:
    """The case in a file. Raises InputFault."""
    from simulator.cases.reading import read_case

    document = read_document(name)
    return read_case(document, engine_for(workshop, document)).data
