"""How the facts of a case go on from phase to phase, as the guidance's own answers have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.cases.casting import Caster, Casting
from simulator.cases.matching import matches
from simulator.cases.pack import CASE, Move, ScenarioPack, Update, Way
from simulator.model.document import document_of
from simulator.rules.facts_schema import FORMAT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from simulator.cases.casting import Refill
    from simulator.cases.chance import Chance
    from simulator.cases.drawing import Drawer, Ids
    from simulator.rules.decisions import Decision
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts


Spot = tuple[int, int, int]
"""Which change: the number of its move (-1: the opening), of the update, and of the element (-1: the case)."""


@dataclass(slots=True)
class Moment:
    """A phase of a drawn case: its facts, what is decided there, and which option and way led to it."""

    phase: str
    facts: Facts
    decisions: Sequence[Decision]
    course: str
    way: str


class Course:
    """Draws what happens on the way from phase to phase."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance

    def value(self, at: Spot, to: Drawer, ids: Ids) -> Any:  # noqa: ARG002, for those that keep it
        """The value that a field changes to."""
        return to(self._chance, ids)

    def way(self, at: int, ways: Sequence[Way]) -> Way:  # noqa: ARG002, for those that keep it
        """The way on, among those that are open; `at` is the number of the move."""
        return self._chance.weighted(ways, [way.weight for way in ways])


class Mover:
    """Draws the facts of every phase."""

    def __init__(self, pack: ScenarioPack, engine: Engine) -> None:
        self._pack = pack
        self._engine = engine
        self._caster = Caster(pack)
        moves = list(enumerate(pack.moves))
        self._moves = {phase: [each for each in moves if each[1].to == phase] for phase in pack.phases}

    def draw(
        self,
        case: str,
        chance: Chance,
        going: Callable[[Chance], Course] = Course,
        refill: Refill | None = None,
    ) -> tuple[Casting, list[Moment]]:
        """A casting and its moments. Raises NoPattern, and InputFault where a pack's facts are impossible.

        `going` makes what draws how the case goes on, of the chance that drew the casting; `refill` as for `Caster`.
        """
        casting = self._caster.draw(chance, refill)
        state = _State(casting, self._pack, going(chance))
        state.update(casting.opening.updates, None, -1)
        moments: list[Moment] = []
        for number, phase in enumerate(self._pack.phases):
            course, way = "", casting.opening.opening if not number else ""
            before = moments[-1].facts if moments else None
            for at, move in self._moves[phase]:
                option, path = self._way(move, moments, state, at)
                course, way = course or option, way or path.called
                state.update(path.updates, before, at)
            facts = self._engine.read_facts(document_of(state.facts(case, number), case))
            moments.append(Moment(phase, facts, self._engine.assess(facts, phase), course, way))
        return casting, moments

    def _way(self, move: Move, moments: Sequence[Moment], state: _State, at: int) -> tuple[str, Way]:
        option = _called_for(move, moments)
        open_ways = [
            way
            for way in move.ways.get(option, ())
            if matches(state.case, way.needs)
            and (way.when is None or (bool(moments) and way.when(moments[-1].facts, CASE)))
        ]
        if not open_ways:
            return option, Way("", 1, {}, None, ())
        return option, state.course.way(at, open_ways)


class _State:
    """Facts as they change; elements that the evidence told so far does not carry are not among them."""

    def __init__(self, casting: Casting, pack: ScenarioPack, course: Course) -> None:
        self.course = course
        self._casting = casting
        self._makes = pack.makes
        self._phases = len(pack.phases)
        self.case = casting.case
        self._phase = 0

    def update(self, updates: Sequence[Update], before: Facts | None, at: int) -> None:
        """Makes the changes of the move of a number; their conditions are about the facts `before`."""
        ids: Ids = self._casting.ids
        for number, update in enumerate(updates):
            if update.each is None:
                if update.when is None or (before is not None and update.when(before, CASE)):
                    self.case[update.set] = self.course.value((at, number, -1), update.to, ids)
                continue
            for place, (name, fields) in enumerate(self._elements(update.each, update.only)):
                if matches(fields, update.where) and (
                    update.when is None or (before is not None and name and update.when(before, name))
                ):
                    fields[update.set] = self.course.value((at, number, place), update.to, ids)

    def facts(self, case: str, phase: int) -> dict[str, Any]:
        """The facts as they stand in a phase."""
        makes = self._makes
        self._phase = phase
        cast = [{"id": name, **fields} for name, fields in self._casting.cast.items()]
        carried = [
            {**each.fields, makes.grade: each.pattern.grades[phase]}
            for each in self._casting.carried
            if each.pattern.grades[phase] != makes.nothing
        ]
        return {"format": FORMAT, "id": case, makes.cast: cast, makes.carried: carried, **self.case}

    def _elements(self, of: str, only: str | None) -> Iterator[tuple[str, dict[str, Any]]]:
        """Elements of a list with the id or index by which conditions know them, '' where they know them not.

        `only` leaves out all but that of this slot, or of this place among those carried.
        """
        if of == self._makes.cast:
            chosen = None if only is None else self._casting.ids.get(only)
            yield from (each for each in self._casting.cast.items() if only is None or each[0] == chosen)
            return
        listed = 0
        for number, each in enumerate(self._casting.carried):
            if only is not None and only != str(number):
                listed += each.pattern.grades[self._phase] != self._makes.nothing
            elif each.pattern.grades[self._phase] == self._makes.nothing:
                yield "", each.fields
            else:
                yield str(listed), each.fields
                listed += 1


def _called_for(move: Move, moments: Sequence[Moment]) -> str:
    """The option that is called for at the phase that a move follows; the first acceptable one where none is."""
    decided: Mapping[str, Decision] = {
        decision.question: decision
        for moment in moments
        if moment.phase == move.phase
        for decision in moment.decisions
        if decision.subject == move.subject
    }
    decision = decided.get(move.question)
    if decision is None:
        return ""
    return next(
        (option for verdict in ("expected", "acceptable") for option in decision.with_verdict(verdict)), ""
    )
