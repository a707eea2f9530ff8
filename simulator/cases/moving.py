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
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.cases.chance import Chance
    from simulator.cases.drawing import Ids
    from simulator.rules.decisions import Decision
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts


@dataclass(slots=True)
class Moment:
    """A phase of a drawn case: its facts, what is decided there, and which option and way led to it."""

    phase: str
    facts: Facts
    decisions: Sequence[Decision]
    course: str
    way: str


class Mover:
    """Draws the facts of every phase."""

    def __init__(self, pack: ScenarioPack, engine: Engine) -> None:
        self._pack = pack
        self._engine = engine
        self._caster = Caster(pack)
        self._moves = {phase: [move for move in pack.moves if move.to == phase] for phase in pack.phases}

    def draw(self, case: str, chance: Chance) -> tuple[Casting, list[Moment]]:
        """A casting and its moments. Raises NoPattern, and InputFault where a pack's facts are impossible."""
        casting = self._caster.draw(chance)
        state = _State(casting, self._pack)
        state.update(casting.opening.updates, None, chance)
        moments: list[Moment] = []
        for number, phase in enumerate(self._pack.phases):
            course, way = "", casting.opening.opening if not number else ""
            before = moments[-1].facts if moments else None
            for move in self._moves[phase]:
                option, path = self._way(move, moments, state, chance)
                course, way = course or option, way or path.called
                state.update(path.updates, before, chance)
            facts = self._engine.read_facts(document_of(state.facts(case, number), case))
            moments.append(Moment(phase, facts, self._engine.assess(facts, phase), course, way))
        return casting, moments

    def _way(self, move: Move, moments: Sequence[Moment], state: _State, chance: Chance) -> tuple[str, Way]:
        option = _called_for(move, moments)
        open_ways = [
            way
            for way in move.ways.get(option, ())
            if matches(state.case, way.needs)
            and (way.when is None or (bool(moments) and way.when(moments[-1].facts, CASE)))
        ]
        if not open_ways:
            return option, Way("", 1, {}, None, ())
        return option, chance.weighted(open_ways, [way.weight for way in open_ways])


class _State:
    """Facts as they change; elements that the evidence told so far does not carry are not among them."""

    def __init__(self, casting: Casting, pack: ScenarioPack) -> None:
        self._casting = casting
        self._makes = pack.makes
        self._phases = len(pack.phases)
        self.case = casting.case
        self._phase = 0

    def update(self, updates: Sequence[Update], before: Facts | None, chance: Chance) -> None:
        """Makes the changes; their conditions are about the facts `before`."""
        ids: Ids = self._casting.ids
        for update in updates:
            if update.each is None:
                if update.when is None or (before is not None and update.when(before, CASE)):
                    self.case[update.set] = update.to(chance, ids)
                continue
            for name, fields in self._elements(update.each, update.only):
                if matches(fields, update.where) and (
                    update.when is None or (before is not None and name and update.when(before, name))
                ):
                    fields[update.set] = update.to(chance, ids)

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
