"""Two cases that differ in the facts of one subject alone: the matter ends otherwise for them, and not for another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from simulator.cases.casting import Caster, NoPattern
from simulator.cases.chance import Chance, seed_of
from simulator.cases.generates import ANY
from simulator.cases.moving import Course, Mover
from simulator.errors.faults import InputFault, UsageFault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from simulator.cases.casting import Casting
    from simulator.cases.drawing import Drawer, Ids
    from simulator.cases.generating import Drawn, Generator
    from simulator.cases.moving import Moment, Spot
    from simulator.cases.pack import ScenarioPack, Way
    from simulator.cases.wanted.wants import Want, Wanted

MOST = 12
"""How often each of the cast is filled in otherwise, in search of a twin."""


@dataclass(frozen=True, slots=True)
class Twins:
    """Two `case/1` objects; `changed` is the subject whose facts differ, `alike` those of whom nothing does."""

    first: Mapping[str, Any]
    second: Mapping[str, Any]
    changed: str
    alike: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    first: Drawn
    second: Drawn
    changed: str
    alike: tuple[str, ...]


def twins_of(generator: Generator, seed: int, wanted: Wanted = ANY) -> Twins:
    """The twins of a seed, the first of them as is `wanted`; the same ones whenever they are asked for.

    Where nothing is wanted the first is the seed's own case. Raises UsageFault, in a sentence that says why, where
    there are none, and InputFault where the pack allows facts that are impossible.
    """
    from simulator.cases.wanted.wants import wants_of

    whole = generator.standing.and_also(wanted)
    wants = wants_of(generator.engine, whole)
    search = partial(_search, generator, seed, wants)
    found = _built(generator, seed, wants, search) if whole else search(generator.pack)
    if found is None:
        if not whole:
            generator.drawn(seed)  # where that is impossible, it says what of the pack is at fault
        raise UsageFault(
            f"No two cases of {generator.pack.name} with the seed {seed} differ in one subject alone."
        )
    return _told(generator, seed, wanted, found)


def _built(
    generator: Generator, seed: int, wants: Sequence[Want], search: Callable[[ScenarioPack], _Pair | None]
) -> _Pair:
    """Twins of which the first meets all wants. Raises UsageFault that says whether any case can."""
    from simulator.cases.wanted.building import CHEAP, TRIES, NotFound, Refuted

    pack, words = generator.pack.name, "; ".join(want.words for want in wants)
    try:
        return generator.builder.build(f"{seed} twins", wants, search, TRIES[:CHEAP])
    except Refuted:
        raise UsageFault(f"No case of {pack} can be one in which {words}.") from None
    except NotFound:
        raise UsageFault(
            f"No two cases of {pack} were found that differ in one subject alone, and in the first of which {words}; "
            "it was not ruled out that there are some."
        ) from None


def _told(generator: Generator, seed: int, wanted: Wanted, pair: _Pair) -> Twins:
    first = generator.told(seed, pair.first)
    name = f"{first['id']}-{seed_of('twins', repr(wanted)):032x}"[:-24] if wanted else first["id"]
    asked = {"asked": wanted.as_data()} if wanted else {}
    return Twins(
        {**generator.named(first, name), **asked},
        generator.named(generator.told(seed, pair.second), f"{name}-twin"),
        pair.changed,
        pair.alike,
    )


def _search(generator: Generator, seed: int, wants: Sequence[Want], pack: ScenarioPack) -> _Pair | None:
    """What is drawn from a pack, which may be narrowed, with a twin; None where wants are not met or it has none."""
    drawing = _Drawing(generator, seed, Mover(pack, generator.engine))
    kept = _Kept()
    first = drawing.draw(kept)
    if first is None or not all(want.met(first[1]) for want in wants):
        return None
    for number in range(MOST):
        for slot in first[0].ids:
            second = drawing.draw(kept, slot, number)
            if second is not None and (alike := _alike(generator, first, second, first[0].ids[slot])):
                return _Pair(first, second, first[0].ids[slot], alike)
    return None


class _Drawing:
    """Draws the case of a seed, as it is or with one of its cast filled in otherwise."""

    def __init__(self, generator: Generator, seed: int, mover: Mover) -> None:
        self._generator = generator
        self._seed = seed
        self._mover = mover
        self._caster = Caster(generator.pack)

    def draw(self, kept: _Kept, slot: str = "", number: int = 0) -> Drawn | None:
        """A case; None where it is impossible. What happened to those who stay as they were happens again."""
        name = self._generator.pack.name
        other = Chance("twin", name, self._seed, slot, number)
        going = partial(_Again, kept, other) if slot else partial(_Kept.keep, kept)
        refill = partial(self._refill, slot, other) if slot else None
        try:
            return self._mover.draw(f"{name}-{self._seed}", Chance("facts", name, self._seed), going, refill)
        except (NoPattern, InputFault):
            return None

    def _refill(self, wanted: str, chance: Chance, casting: Casting) -> None:
        """Fill a slot anew with anything that the whole pack allows it."""
        plot = next(each for each in self._generator.pack.plots if each.plot == casting.plot.plot)
        slot = next(each for each in plot.cast if each.slot == wanted)
        name = casting.ids[wanted]
        casting.cast[name], casting.links[name] = self._caster.fill(slot, casting.ids, chance)


class _Kept:
    """What was drawn on the way of a case."""

    def __init__(self) -> None:
        self.values: dict[Spot, tuple[Drawer, Any]] = {}
        self.ways: dict[int, Way] = {}

    def keep(self, chance: Chance) -> Course:
        """A course that keeps what it draws here."""
        return _Keeping(self, chance)


class _Keeping(Course):
    def __init__(self, kept: _Kept, chance: Chance) -> None:
        super().__init__(chance)
        self._kept = kept

    def value(self, at: Spot, to: Drawer, ids: Ids) -> Any:
        drawn = super().value(at, to, ids)
        self._kept.values[at] = (to, drawn)
        return drawn

    def way(self, at: int, ways: Sequence[Way]) -> Way:
        self._kept.ways[at] = super().way(at, ways)
        return self._kept.ways[at]


class _Again(Course):
    """Goes the way that was kept, as far as it is open, and draws the rest by another chance."""

    def __init__(self, kept: _Kept, other: Chance, _chance: Chance) -> None:
        super().__init__(other)
        self._kept = kept

    def value(self, at: Spot, to: Drawer, ids: Ids) -> Any:
        known, drawn = self._kept.values.get(at, (None, None))
        return drawn if known is to else super().value(at, to, ids)

    def way(self, at: int, ways: Sequence[Way]) -> Way:
        known = self._kept.ways.get(at)
        return known if known is not None and any(each is known for each in ways) else super().way(at, ways)


def _alike(generator: Generator, first: Drawn, second: Drawn, changed: str) -> tuple[str, ...]:
    """The subjects of whom nothing differs; none where the two are no twins."""
    cast = generator.pack.makes.cast
    if any(
        _others(one, cast, changed) != _others(other, cast, changed)
        for one, other in zip(first[1], second[1], strict=True)
    ):
        return ()
    settling = {one.question for one in generator.guidance.questions.values() if one.settles}
    before, after = _ends(first[1]), _ends(second[1])
    ends = [
        {each for each in told.get(changed, ()) if not settling or each[1] in settling}
        for told in (before, after)
    ]
    if ends[0] == ends[1]:
        return ()
    return tuple(
        name
        for name in first[0].ids.values()
        if name != changed and name in before and before[name] == after.get(name)
    )


def _others(moment: Moment, cast: str, changed: str) -> dict[str, Any]:
    """The facts of a moment without those of one of the cast."""
    data = moment.facts.data
    return {**data, cast: [each for each in data[cast] if each["id"] != changed]}


def _ends(moments: Sequence[Moment]) -> dict[str, set[tuple[Any, ...]]]:
    """By subject, each phase and question with its verdicts."""
    found: dict[str, set[tuple[Any, ...]]] = {}
    for moment in moments:
        for one in moment.decisions:
            verdicts = tuple((option, ruling.verdict) for option, ruling in one.options.items())
            found.setdefault(one.subject, set()).add((moment.phase, one.question, one.rule, verdicts))
    return found
