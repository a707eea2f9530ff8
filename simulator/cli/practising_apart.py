"""What practice wants made, made by a program of its own, which goes with all that it needed memory for."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from simulator.cli.apart import worked_apart
from simulator.errors.faults import UsageFault
from simulator.practice.making import Drill, DrillWish, Wish
from simulator.session.checked import once

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.cli.apart import Given
    from simulator.cli.practising import PracticeMaker
    from simulator.session.guide import Guide


class MakerApart:
    """A maker like `here`, which is used where the other program fails."""

    def __init__(self, given: Given, here: PracticeMaker, guidance: str, packs: Mapping[str, str]) -> None:
        """`guidance` is the hash of the rules, `packs` are those of the packs, by name."""
        self._given = given
        self._here = here
        self._guidance = guidance
        self._packs = packs

    def case(self, wish: Wish) -> Mapping[str, Any]:
        """A case for a rule."""
        made = self._cases_in(self._said("case", asdict(wish)))
        return made[0] if len(made) == 1 else self._here.case(wish)

    def cases(self, seeds: Sequence[int]) -> Sequence[Mapping[str, Any]]:
        """The cases of these seeds."""
        made = self._cases_in(self._said("cases", {"seeds": list(seeds)}))
        return made if len(made) == len(seeds) else self._here.cases(seeds)

    def levels(self, cases: Sequence[Mapping[str, Any]]) -> Sequence[str]:
        """How hard each of these cases is."""
        told = self._said("levels", {"cases": list(cases)}).get("levels", [])
        return told if len(told) == len(cases) else self._here.levels(cases)

    def drill(self, wish: DrillWish) -> Drill:
        """Two cases for a drill."""
        said = self._said("drill", asdict(wish))
        made = self._cases_in(said)
        if len(made) != 2 or not isinstance(said.get("changed"), str):
            return self._here.drill(wish)
        return Drill(made[0], made[1], said["changed"])

    def vouch(self, case: Mapping[str, Any]) -> None:
        """Remember that a case is sound, so that nothing that checks cases is loaded for it."""
        once(case, self._guidance, lambda _: None)

    def _said(self, sort: str, wish: Mapping[str, Any]) -> Mapping[str, Any]:
        """What the other program answers, nothing where it fails; raises UsageFault where there is no such case."""
        said = worked_apart(self._given, {"sort": sort, "wish": wish})
        if isinstance(said.get("why"), str):
            raise UsageFault(said["why"])
        return said

    def _cases_in(self, said: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        """The cases of an answer; none where any is of another state of a pack."""
        made: list[Mapping[str, Any]] = said.get("made", [])
        ours = (self._packs.get(one["pack"]["name"]) == one["pack"]["sha256"] for one in made)
        return made if all(ours) else []


def work(maker: PracticeMaker, guide: Guide, task: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the other program answers: `{"made": [cases]}`, found sound, or `{"why": "…"}` where there are none.

    Of a drill it also says who is `changed`; of cases that are at hand it only says their `levels`.
    """
    if task["sort"] == "levels":
        return {"levels": maker.levels(task["wish"]["cases"])}
    try:
        answer = _made(maker, task["sort"], task["wish"])
    except UsageFault as none:
        return {"why": str(none)}
    for case in answer["made"]:
        guide.check(case)
    return answer


def _made(maker: PracticeMaker, sort: str, wish: Mapping[str, Any]) -> Mapping[str, Any]:
    if sort == "cases":
        return {"made": maker.cases(wish["seeds"])}
    if sort == "drill":
        drill = maker.drill(DrillWish(**wish))
        return {"made": [drill.first, drill.second], "changed": drill.changed}
    listed = {name: tuple(wish[name]) for name in ("beside", "kinds")}
    return {"made": [maker.case(Wish(**{**wish, **listed}))]}
