"""The place to train at that a face is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, overload

from simulator.cases.manifest import check_edition, makes_cases
from simulator.cli.apart import made_apart
from simulator.cli.exercising import EveryCase
from simulator.cli.inputs import engine_for
from simulator.cli.sound import check_stock, manifest_in
from simulator.cli.workshop import guidance_of
from simulator.errors.faults import InputFault
from simulator.errors.text import clean_block
from simulator.packs.loading import load_pack
from simulator.packs.reading import read_document
from simulator.session.book import book_of
from simulator.session.case_packs import CasePack, CaseTitle
from simulator.session.training import Training
from simulator.session.view import CareView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.cases.generating import Generator
    from simulator.cli.apart import Given
    from simulator.cli.workshop import Workshop
    from simulator.packs.pack import Pack
    from simulator.rules.engine import Engine


def training_of(
    workshop: Workshop, case: Mapping[str, Any] | None = None, apart: Given | None = None
) -> Training:
    """Packs and cases under one guidance: that of `case`, else the person's, else the only one.

    Packs of written cases come first, and of those the least intense. With `apart`, what the workshop was made from,
    cases are made by a program of its own.
    """
    engine = workshop.engine(case["guidance"] if case is not None else None)
    troubles = [f"{problem.name} is left out: {problem.why}" for problem in workshop.found.problems]
    packs: dict[str, Pack] = {}
    listed: list[CasePack] = []
    for pack in workshop.scenario_packs():
        try:
            offered = _offered(workshop, pack, engine)
        except InputFault as faults:
            troubles.append(f"{pack.name} is left out: {faults.faults[0]}")
            continue
        if offered is not None:
            packs[pack.name] = pack
            listed.append(offered)
            troubles += [f"a case of {pack.name} is left out: {fault}" for fault in pack.faults]
    listed.sort(key=lambda pack: (not pack.cases, pack.intensity, pack.title))
    training = Training(
        workshop.guide(engine),
        workshop.store,
        listed,
        _Maker(workshop, packs, apart),
        _Troubles(workshop, troubles),
        care=_care_of(workshop, engine),
        book=partial(book_of, engine.guidance),
        exercising=EveryCase(workshop, engine.guidance, listed),
        back_up=workshop.back_up,
        keep_days=workshop.settings.keep_days,
    )
    if case is not None:
        return training
    from simulator.cli.practising import practice_of

    return replace(training, practice=practice_of(workshop, training, apart))


def _care_of(workshop: Workshop, engine: Engine) -> CareView:
    """A force's own texts, and in the place of each that it does not give, the guidance's."""
    settings, care = workshop.settings, engine.guidance.care
    support, disclosure = (care.support, care.disclosure) if care else ("", "")
    return CareView(clean_block(settings.support or support), clean_block(settings.disclosure or disclosure))


def _offered(workshop: Workshop, pack: Pack, engine: Engine) -> CasePack | None:
    """A pack as a person chooses it; None where it is for another guidance. Raises InputFault."""
    documents = load_pack(pack)
    if guidance_of(documents) != engine.guidance.name:
        return None
    manifest = manifest_in(pack, documents)
    check_edition(documents, engine.guidance)
    if makes_cases(documents):
        check_stock(pack, documents, engine, lambda: workshop.first_names)
    return CasePack(
        name=manifest.name,
        title=manifest.title,
        content_note=manifest.content_note,
        minutes=manifest.minutes,
        intensity=manifest.intensity,
        cases=tuple(CaseTitle(each.case, each.title) for each in pack.cases),
        makes=makes_cases(documents) or manifest.draws_on in workshop.stocked,
        first=manifest.begins_with if manifest.begins_with in {each.case for each in pack.cases} else "",
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
    """Makes the case of a pack and a seed, or reads a written one.

    A pack's generator is made when its first case is asked for.
    """

    def __init__(self, workshop: Workshop, packs: Mapping[str, Pack], apart: Given | None) -> None:
        self._workshop = workshop
        self._packs = packs
        self._apart = apart
        self._generators: dict[str, Generator] = {}

    def __call__(self, pack: str, which: int | str) -> Mapping[str, Any]:
        if self._apart is not None and pack in self._packs:
            made = made_apart(self._apart, pack, which, self._packs[pack].sha256)
            if made is not None:
                return made
        if isinstance(which, str):
            return self._workshop.written(self._packs[pack], which).data
        if pack not in self._generators:
            self._generators[pack] = self._workshop.generator(self._packs[pack])
        return self._generators[pack].case(which)


def case_in(workshop: Workshop, name: str) -> Mapping[str, Any]:
    """The case in a file. Raises InputFault."""
    from simulator.cases.reading import read_case

    document = read_document(name)
    return read_case(document, engine_for(workshop, document)).data
