"""Cases from a scenario pack and a seed: the same ones whenever, wherever and however often they are asked for."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from simulator.cases.casting import NoPattern
from simulator.cases.chance import Chance
from simulator.cases.evidence import Evidence
from simulator.cases.moving import Moment, Mover
from simulator.cases.names import Names
from simulator.cases.pack_reading import read_scenario_pack
from simulator.cases.scene import scene_of
from simulator.cases.tags import OpenTemplates
from simulator.cases.telling import Teller
from simulator.errors.faults import Fault, InputFault, Place, UsageFault
from simulator.guidance.nodes import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.cases.casting import Casting
    from simulator.cases.names import FirstNames
    from simulator.model.document import Document
    from simulator.rules.engine import Engine

FORMAT = "case/1"
MOST_TRIED = 20_000


class Generator:
    """Makes `case/1` objects from one pack for the guidance of `engine`."""

    def __init__(
        self,
        engine: Engine,
        pack_documents: Sequence[Document],
        sha256: str = "",
        first_names: FirstNames | None = None,
    ) -> None:
        """`sha256` is the pack's, as cases name it; `first_names` as for `read_scenario_pack`.

        Raises InputFault with every fault of the pack.
        """
        self._engine = engine
        self._sha256 = sha256
        self.pack = read_scenario_pack(pack_documents, engine, first_names)
        self._mover = Mover(self.pack, engine)
        self._open = OpenTemplates(self.pack.templates)
        self._names = Names(self.pack.wording.first_names)

    def case(self, seed: int) -> dict[str, Any]:
        """The case of a seed. Raises InputFault where the pack allows facts that are impossible."""
        casting, moments = self._draw(seed)
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
            "exercises": _exercises(moments),
        }

    def cases(self, seed: int, count: int) -> Iterator[dict[str, Any]]:
        """The cases of `count` seeds from `seed` on."""
        for each in range(seed, seed + count):
            yield self.case(each)

    def focused(self, seed: int, focus: str) -> dict[str, Any]:
        """The first case from `seed` on that exercises a rule or paragraph: its own `seed` gives it again.

        Raises UsageFault where the guidance has no such thing, and where no case within reach exercises it.
        """
        guidance = self._engine.guidance
        if focus not in guidance.rules and focus not in guidance.paragraphs:
            right = suggestion(focus, sorted([*guidance.rules, *guidance.paragraphs]))
            raise UsageFault(f"'{focus}' is no rule and no paragraph of {guidance.name}; {right}.")
        for each in range(seed, seed + MOST_TRIED):
            exercised = _exercises(self._draw(each)[1])
            if focus in exercised["rules"] or focus in exercised["paragraphs"]:
                return self.case(each)
        raise UsageFault(
            f"None of the {MOST_TRIED:,} cases of {self.pack.name} from seed {seed} on exercises {focus}; "
            "another pack may hold one."
        )

    def first_seeds(self, count: int) -> dict[str, int]:
        """For each rule and paragraph that one of the first `count` cases exercises, the first such case's seed."""
        first: dict[str, int] = {}
        for seed in range(1, count + 1):
            exercised = _exercises(self._draw(seed)[1])
            for name in chain(exercised["rules"], exercised["paragraphs"]):
                first.setdefault(name, seed)
        return first

    def _draw(self, seed: int) -> tuple[Casting, list[Moment]]:
        try:
            return self._mover.draw(self._id(seed), Chance("facts", self.pack.name, seed))
        except NoPattern as wrong:
            what = f"seed {seed}: {wrong}"
            place = Place(self.pack.name)
            raise InputFault([Fault(place, what, "add a pattern, or draw no such element")]) from None

    def _id(self, seed: int) -> str:
        return f"{self.pack.name}-{seed}"


def _exercises(moments: Sequence[Moment]) -> dict[str, list[str]]:
    """The rules that win in any phase and the paragraphs they cite, in the order in which they come up."""
    ruled = {id(decision.ruled): decision.ruled for moment in moments for decision in moment.decisions}
    cited = [ruling.citations for each in ruled.values() for ruling in each.options.values()]
    return {
        "rules": list(dict.fromkeys([each.rule.rule for each in ruled.values()])),
        "paragraphs": list(dict.fromkeys(chain.from_iterable(cited))),
    }
