"""Cases from a scenario pack and a seed: the same ones whenever, wherever and however often they are asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from simulator.cases.casting import NoPattern
from simulator.cases.chance import Chance, seed_of
from simulator.cases.evidence import Evidence
from simulator.cases.generates import ANY
from simulator.cases.moving import Moment, Mover
from simulator.cases.names import Names
from simulator.cases.pack_reading import read_scenario_pack
from simulator.cases.scene import scene_of
from simulator.cases.tags import OpenTemplates
from simulator.cases.telling import Teller
from simulator.errors.faults import Fault, InputFault, Place, UsageFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from simulator.cases.casting import Casting
    from simulator.cases.generates import Narrowing
    from simulator.cases.names import FirstNames
    from simulator.cases.pack import ScenarioPack
    from simulator.cases.wanted.building import Builder
    from simulator.cases.wanted.wants import Want, Wanted
    from simulator.guidance.guidance import Guidance
    from simulator.model.document import Document
    from simulator.rules.engine import Engine

    Drawn = tuple[Casting, list[Moment]]
    Drawing = Callable[[ScenarioPack], Drawn | None]

FORMAT = "case/1"
FIRST_DRAWN, MOST_DRAWN = 1_500, 6_000
"""How many cases are drawn forwards where none was built backwards soon, and where none was built at all."""
MOST_BUILT = 40
"""How many cases are built in search of one of a level."""


class Generator:
    """Makes `case/1` objects from one pack for the guidance of `engine`."""

    def __init__(
        self,
        engine: Engine,
        pack_documents: Sequence[Document],
        sha256: str = "",
        first_names: FirstNames | None = None,
        *,
        name: str | None = None,
        head: Mapping[str, Any] | None = None,
        narrowing: Narrowing | None = None,
        trusted: bool = False,
    ) -> None:
        """`sha256` is the pack's, as cases name it; `first_names` and `trusted` as for `read_scenario_pack`.

        `name` is that of another pack that draws on this one's stock, narrowed as it says by `narrowing`
        (`generates.narrowing_in`), with its own `version` and `content_note` in `head`; `sha256` is then its own.
        Raises InputFault with every fault of the pack.
        """
        self._engine = engine
        self._sha256 = sha256
        pack = read_scenario_pack(pack_documents, engine, first_names, trusted=trusted)
        given = {key: value for key, value in (head or {}).items() if key in ("version", "content_note")}
        self.pack = replace(pack, name=name or pack.name, **given)
        self._standing = ANY
        if narrowing is not None:
            self.pack = narrowing.of(self.pack, engine)
            self._standing = narrowing.wanted
        self._mover = Mover(self.pack, engine)
        self._open = OpenTemplates(self.pack.templates)
        self._names = Names(self.pack.wording.first_names)
        self._builder: Builder | None = None

    def case(self, seed: int, wanted: Wanted = ANY) -> dict[str, Any]:
        """The case of a seed; of what is `wanted`, built backwards from it, and with `asked` and an id of its own.

        Raises InputFault where the pack allows facts that are impossible, and UsageFault, in a sentence that says
        why, where no case can be as it is wanted.
        """
        whole = self._standing.and_also(wanted)
        if not whole:
            return self.told(seed, self._draw(seed))
        name = f"{self._id(seed)}-{seed_of(repr(wanted)):032x}"[:-24] if wanted else self._id(seed)
        case = self.named(self._built(seed, whole), name)
        return {**case, "asked": wanted.as_data()} if wanted else case

    @staticmethod
    def named(case: dict[str, Any], name: str) -> dict[str, Any]:
        """The case with another id."""
        phases = [{**phase, "facts": {**phase["facts"], "id": name}} for phase in case["phases"]]
        return {**case, "id": name, "phases": phases}

    def cases(self, seed: int, count: int, wanted: Wanted = ANY) -> Iterator[dict[str, Any]]:
        """The cases of `count` seeds from `seed` on."""
        for each in range(seed, seed + count):
            yield self.case(each, wanted)

    def first_seeds(self, count: int) -> dict[str, int]:
        """For each rule and paragraph that one of the first `count` cases exercises, the first such case's seed."""
        first: dict[str, int] = {}
        for seed in range(1, count + 1):
            exercised = exercises(self.drawn(seed)[1])
            for name in chain(exercised["rules"], exercised["paragraphs"]):
                first.setdefault(name, seed)
        return first

    def drawn(self, seed: int) -> Drawn:
        """Who and what the case of a seed is about, without its text. Raises like `case`."""
        if not self._standing:
            return self._draw(seed)
        return self._build(seed, str(seed), self._standing)

    @property
    def engine(self) -> Engine:
        """The engine by which cases go on."""
        return self._engine

    @property
    def standing(self) -> Wanted:
        """What every case of the pack is wanted to be."""
        return self._standing

    @property
    def guidance(self) -> Guidance:
        """The guidance for which cases are made."""
        return self._engine.guidance

    @property
    def key(self) -> str:
        """A text that is another one where pack, narrowing or guidance are."""
        guidance, narrowed = self.guidance.sha256, [each.plot for each in self.pack.plots]
        openings = [each.opening for each in self.pack.openings]
        return repr((guidance, self.pack.name, self._sha256, narrowed, openings, self._standing))

    def case_for(
        self, seed: int, wants: Sequence[Want], called: str, tries: Sequence[tuple[int, int]] | None = None
    ) -> dict[str, Any]:
        """A case in which all wants are met, `called` so in its id. Raises Refuted and NotFound."""
        drawn = self.drawn_for(seed, wants, tries)
        return self.named(self.told(seed, drawn), f"{self._id(seed)}-{called}")

    def drawn_for(
        self, seed: int, wants: Sequence[Want], tries: Sequence[tuple[int, int]] | None = None
    ) -> Drawn:
        """Like `case_for`, without its text; `tries` as in `building.TRIES`."""
        from simulator.cases.wanted.building import TRIES
        from simulator.cases.wanted.wants import wants_of

        whole = [*wants_of(self._engine, self._standing), *wants]
        draw = self._drawing(seed, str(seed), whole)
        return self.builder.build(str(seed), whole, draw, tries or TRIES)

    @property
    def builder(self) -> Builder:
        """What builds cases backwards."""
        from simulator.cases.wanted.building import Builder

        if self._builder is None:
            self._builder = Builder(self._engine, self.pack)
        return self._builder

    def _draw(self, seed: int) -> Drawn:
        try:
            return self._mover.draw(self._id(seed), Chance("facts", self.pack.name, seed))
        except NoPattern as wrong:
            what = f"seed {seed}: {wrong}"
            place = Place(self.pack.name)
            raise InputFault([Fault(place, what, "add a pattern, or draw no such element")]) from None

    def _built(self, seed: int, wanted: Wanted) -> dict[str, Any]:
        """The first case built that is of the level wanted, if one is."""
        if wanted.level is None:
            return self.told(seed, self._build(seed, str(seed), wanted))
        from simulator.cases.difficulty import difficulty_of

        for number in range(MOST_BUILT):
            case = self.told(seed, self._build(seed, f"{seed}-{number}", wanted))
            difficulty = difficulty_of(self._engine, case)
            if difficulty.level == wanted.level:
                return {**case, "difficulty": difficulty.as_data()}
        others = replace(wanted, level=None)
        also = f" among those asked for ({others.in_words()})" if others else ""
        raise UsageFault(f"None of {MOST_BUILT} cases of {self.pack.name}{also} is {wanted.level}.")

    def _build(self, seed: int, key: str, wanted: Wanted) -> Drawn:
        from simulator.cases.wanted.building import CHEAP, TRIES, NotFound, Refuted
        from simulator.cases.wanted.explaining import why_none
        from simulator.cases.wanted.wants import wants_of

        wants = wants_of(self._engine, wanted)
        draw = self._drawer(seed, key)(wants)
        for tries, most_drawn in ((TRIES[:CHEAP], FIRST_DRAWN), (TRIES, MOST_DRAWN)):
            try:
                return self.builder.build(key, wants, draw, tries)
            except Refuted:
                break
            except NotFound:
                drawn = self._met_by_chance(seed, key, wants, most_drawn)
            if drawn is not None:
                return drawn
        guidance = self._engine.guidance.name
        drawer = self._drawer(seed, key)
        raise UsageFault(why_none(self.builder, self.pack.name, guidance, wants, drawer))

    def _met_by_chance(self, seed: int, key: str, wants: Sequence[Want], most: int) -> Drawn | None:
        """The first of many cases drawn forwards that meets all wants: what the search passed by may be common."""
        for number in range(most):
            try:
                drawn = self._mover.draw(
                    self._id(seed), Chance("facts", self.pack.name, f"{key} by chance {number}")
                )
            except (NoPattern, InputFault):
                continue
            if all(want.met(drawn[1]) for want in wants):
                return drawn
        return None

    def _drawer(self, seed: int, key: str) -> Callable[[Sequence[Want]], Drawing]:
        return partial(self._drawing, seed, key)

    def _drawing(self, seed: int, key: str, wants: Sequence[Want]) -> Drawing:
        """What draws from a narrowed pack, and gives None where wants are not met."""

        def draw(pack: ScenarioPack) -> Drawn | None:
            try:
                drawn = Mover(pack, self._engine).draw(self._id(seed), Chance("facts", pack.name, key))
            except (NoPattern, InputFault):
                return None
            return drawn if all(want.met(drawn[1]) for want in wants) else None

        return draw

    def told(self, seed: int, drawn: Drawn) -> dict[str, Any]:
        """The case of what was drawn, with the names and sentences of its seed."""
        casting, moments = drawn
        scene = scene_of(self.pack, casting, moments[0], self._names, seed)
        evidence = Evidence(self.pack, casting, scene)
        teller = Teller(
            self.pack, self._open, casting, scene, evidence, Chance("words", self.pack.name, seed)
        )
        title = teller.chance.pick(self.pack.titles).filled(scene.words)
        narratives = [
            teller.tell(paper, moment) for paper, moment in zip(self.pack.papers, moments, strict=True)
        ]
        return {
            "format": FORMAT,
            "id": self._id(seed),
            "seed": seed,
            "guidance": self.pack.guidance,
            "pack": {"name": self.pack.name, "version": self.pack.version, "sha256": self._sha256},
            "title": title,
            "content_note": self.pack.content_note,
            "names": scene.names(),
            "phases": [
                {
                    "phase": moment.phase,
                    "narrative": narrative,
                    "facts": moment.facts.data,
                    "questions": list(dict.fromkeys(decision.question for decision in moment.decisions)),
                }
                for moment, narrative in zip(moments, narratives, strict=True)
            ],
            "evidence": evidence.data,
            "exercises": exercises(moments),
        }

    def _id(self, seed: int) -> str:
        return f"{self.pack.name}-{seed}"


def exercises(moments: Sequence[Moment]) -> dict[str, list[str]]:
    """The rules that win in any phase and the paragraphs they cite, in the order in which they come up."""
    ruled = {id(decision.ruled): decision.ruled for moment in moments for decision in moment.decisions}
    cited = [ruling.citations for each in ruled.values() for ruling in each.options.values()]
    return {
        "rules": list(dict.fromkeys([each.rule.rule for each in ruled.values()])),
        "paragraphs": list(dict.fromkeys(chain.from_iterable(cited))),
    }
