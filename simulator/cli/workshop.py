"""Everything a command works with, brought together when it is first needed."""

from __future__ import annotations

import os
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import InputFault, UsageFault
from simulator.guidance.reading import read_guidance
from simulator.packs.cache import is_checked, keep_table, kept_table, mark_checked
from simulator.packs.finding import find_packs, pack_in
from simulator.packs.loading import load_case, load_pack
from simulator.packs.pack import Found, PackProblem
from simulator.packs.registered import BUNDLED
from simulator.packs.settings import read_settings
from simulator.rules.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.cases.generating import Generator
    from simulator.cases.names import FirstNames
    from simulator.cases.written import WrittenCase
    from simulator.guidance.guidance import Guidance
    from simulator.packs.pack import Kind, Pack
    from simulator.packs.settings import Settings
    from simulator.plugins.loading import Plugins
    from simulator.session.engine_guide import EngineGuide
    from simulator.store.store import Store


WHOSE = "The store is on a server and serves many: SIMULATOR_LEARNER has to say whose record this is, by a pseudonym."


class Workshop:
    """Packs, engines, generators, plugins and the store of one run of the program.

    `guidance` and `pack` are the names or folders that the person gave, if any.
    """

    def __init__(
        self, *, strangers: bool = True, guidance: str | None = None, pack: str | None = None
    ) -> None:
        self._strangers = strangers
        self._guidance = guidance
        self._pack = pack
        self._engines: dict[str, Engine] = {}

    @cached_property
    def settings(self) -> Settings:
        """What the person settled for this machine."""
        return read_settings()

    @cached_property
    def found(self) -> Found:
        """The packs there are: installed ones, and those that the person's settings name."""
        settings = self.settings
        found = find_packs(settings.packs if self._strangers else (), strangers=self._strangers)
        if not settings.faults:
            return found
        name, why = "settings", str(settings.faults[0])
        problem = PackProblem(name, str(settings.file), why, faults=settings.faults)
        return Found(found.packs, (*found.problems, problem))

    @cached_property
    def plugins(self) -> Plugins:
        """The code plugins there are."""
        from simulator.plugins.loading import load_plugins

        return load_plugins(strangers=self._strangers)

    @cached_property
    def first_names(self) -> FirstNames:
        """All first names that there are, by kind: those that an earlier run kept, else Faker's."""
        from importlib.metadata import version

        from simulator.cases.names import every_first_name

        source = f"faker {version('faker')}"
        kept = kept_table("first-names", source)
        if kept is not None:
            return kept
        names = every_first_name()
        keep_table("first-names", source, names)
        return names

    @cached_property
    def store(self) -> Store:
        """The store of this person's sessions. Raises StoreFault; UsageFault where it is not said whose they are."""
        from simulator.store.place import learner_named, store_place
        from simulator.store.store import Store

        place, learner = store_place(), learner_named()
        if learner is None and not isinstance(place, Path):
            raise UsageFault(WHOSE)
        return Store(place, learner)

    def back_up(self) -> None:
        """Back the store up, where something changed since the last time; raises StoreFault.

        A store on a server is copied only into a folder that SIMULATOR_BACKUPS names: it holds what others wrote.
        """
        if isinstance(self.store.place, Path):
            from simulator.store.backups import back_up

            back_up(self.store.place)
        elif folder := os.environ.get("SIMULATOR_BACKUPS"):
            from simulator.store.database_backups import back_up_database

            back_up_database(self.store.place, Path(folder))

    def engine(self, name: str | None = None) -> Engine:
        """The engine of a guidance: the one named, else the person's, else that of their cases, else the only one.

        A pack that the person named comes before an installed one of its name. Raises UsageFault where there is
        none such, InputFault where its pack is at fault.
        """
        pack = self._guidance_pack(name)
        if pack.name not in self._engines:
            self._engines[pack.name] = _engine_of(pack)
        return self._engines[pack.name]

    @property
    def guidance_folder(self) -> Path:
        """The folder of the person's guidance, else of the only one."""
        return self._guidance_pack(None).folder

    def unchecked_guidance(self) -> Guidance:
        """The guidance that the person named, else the only one; its rules may be anything but exact.

        Raises UsageFault where there is none such, InputFault where its form is at fault.
        """
        return read_guidance(load_pack(self._guidance_pack(None)))

    def generator(self, pack: Pack | None = None) -> Generator:
        """The generator of a scenario pack: the one given, else the person's, else the first for their guidance.

        Raises UsageFault where the pack makes no cases, InputFault where it or what it draws on is at fault.
        """
        from simulator.cli.stock import generator_of

        chosen = pack or self.scenario_pack()
        engine = self.engine(guidance_of(load_pack(chosen)))
        return generator_of(chosen, self.found.of_kind("scenario"), engine, self.first_names)

    def written(self, pack: Pack, case: str) -> WrittenCase:
        """A written case of a pack. Raises UsageFault where there is none such, InputFault where it is at fault."""
        from simulator.cases.written import read_written
        from simulator.cli.sound import manifest_in

        manifest = manifest_in(pack, load_pack(pack))
        engine = self.engine(manifest.guidance or None)
        return read_written(load_case(pack, case), engine, manifest, pack.sha256)

    def scenario_packs(self) -> Sequence[Pack]:
        """The scenario packs that may be played: the person's, else all."""
        if self._pack is not None:
            return [self._chosen("scenario", self._pack)]
        return self.found.of_kind("scenario")

    @cached_property
    def stocked(self) -> frozenset[str]:
        """The names of the scenario packs with a stock of their own, on which others can draw."""
        from simulator.cases.manifest import makes_cases

        return frozenset(
            pack.name for pack in self.found.of_kind("scenario") if makes_cases(_documents_of(pack))
        )

    def guide(self, engine: Engine) -> EngineGuide:
        """The guide of sessions under an engine, with every scorer that works."""
        from simulator.session.engine_guide import EngineGuide

        return EngineGuide(engine, self.run_scorers)

    def run_scorers(self, scoring: dict[str, Any]) -> list[dict[str, Any]]:
        """Each scorer's points; one that fails is left out from then on."""
        from simulator.plugins.calling import run_scorers

        return partial(run_scorers, self.plugins)(scoring)

    def _guidance_pack(self, name: str | None) -> Pack:
        if self._guidance is not None:
            theirs = self._chosen("guidance", self._guidance)
            if name in (None, theirs.name):
                return theirs
        if name is None and self._pack is not None:
            name = guidance_of(load_pack(self._chosen("scenario", self._pack)))
        return self._installed("guidance", name)

    def scenario_pack(self) -> Pack:
        """The person's scenario pack, else the first for their guidance. Raises UsageFault where there is none."""
        if self._pack is not None or self._guidance is None:
            return self._chosen("scenario", self._pack)
        name = self._guidance_pack(None).name
        fitting = [pack for pack in self.found.of_kind("scenario") if _guidance_named_by(pack) == name]
        return _first_own(fitting) or _single("scenario", fitting, None, [f"none is for {name}"])

    def _chosen(self, kind: Kind, named: str | None) -> Pack:
        """The pack that a person named, by its folder as well."""
        if named is not None and _is_folder(named):
            return _pack_of(kind, Path(named))
        return self._installed(kind, named)

    def _installed(self, kind: Kind, named: str | None) -> Pack:
        """The pack of a name, which a file may have given: no folder is looked into."""
        packs = self.found.of_kind(kind)
        if named is not None:
            problems = [each for each in self.found.problems if each.name == named]
            chosen = [pack for pack in packs if pack.name == named]
            return _single(kind, chosen, named, [str(each.why) for each in problems])
        own = _first_own(packs) if kind == "scenario" else None
        return own or _single(kind, packs, None, [str(each.why) for each in self.found.problems])


def _first_own(packs: Sequence[Pack]) -> Pack | None:
    """The first of the packs that this program comes with."""
    return next((pack for pack in packs if pack.origin.split(" ")[0] == BUNDLED), None)


def _guidance_named_by(pack: Pack) -> str | None:
    try:
        return guidance_of(load_pack(pack))
    except InputFault:
        return None


def _pack_of(kind: Kind, folder: Path) -> Pack:
    """The pack in a folder that the person named; it comes before any other of its name. Raises InputFault."""
    pack = pack_in(folder)
    if pack.kind != kind:
        raise UsageFault(f"{folder} holds a {pack.kind} pack, and a {kind} pack is wanted.")
    return pack


def _single(kind: Kind, packs: Sequence[Pack], named: str | None, reasons: Sequence[str]) -> Pack:
    if len(packs) == 1:
        return packs[0]
    why = f" ({reasons[0]})" if reasons else ""
    if named is not None:
        raise UsageFault(f"there is no {kind} pack '{named}'{why}; `simulator plugins` lists them.")
    if not packs:
        raise UsageFault(f"there is no {kind} pack{why}; `simulator plugins` says more.")
    names = ", ".join(pack.name for pack in packs)
    option = "--guidance" if kind == "guidance" else "--pack"
    raise UsageFault(f"there are several {kind} packs: {names}; name one with {option}.")


def _is_folder(name: str) -> bool:
    return "/" in name or "\\" in name or os.path.isdir(name)  # noqa: PTH112


def guidance_of(documents: Sequence[Any]) -> str | None:
    """The guidance that a scenario pack names, if it can be told."""
    heads = [each.data.get("pack") for each in documents if isinstance(each.data, dict)]
    names = [head.get("guidance") for head in heads if isinstance(head, dict)]
    return next((name for name in names if isinstance(name, str)), None)


def _engine_of(pack: Pack) -> Engine:
    documents = load_pack(pack)
    trusted = is_checked(f"guidance {pack.sha256}")
    guidance = read_guidance(documents, trusted=trusted)
    if trusted:
        return Engine(guidance)
    from simulator.rules.checking import check_rules

    source = check_rules(guidance)
    mark_checked(f"guidance {pack.sha256}")
    return Engine(guidance, source)


def _documents_of(pack: Pack) -> Sequence[Any]:
    """A pack's documents; none of one that has changed since it was found."""
    try:
        return load_pack(pack)
    except InputFault:
        return ()
