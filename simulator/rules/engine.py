"""The engine: reads facts of a guidance and decides every question about every subject."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import Fault, InputFault
from simulator.guidance.condition_reading import ConditionReader, Scope, Vocabulary
from simulator.model.world import CASE
from simulator.rules.border import bordered
from simulator.rules.compiled import CompiledWorld
from simulator.rules.decisions import FORMAT, Branching, Decision, conditional_cells, ruled_by
from simulator.rules.evidence import EvidenceGrader
from simulator.rules.expressions import expression
from simulator.rules.facts import Facts, FactsReader
from simulator.rules.own_reading import reread
from simulator.rules.question_source import ruled_name
from simulator.rules.source import guidance_source, ordered_rules, traces_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.guidance.nodes import Node
    from simulator.model.document import Document, Path
    from simulator.model.questions import Phase, Question, Subjects
    from simulator.rules.decisions import Ruled, Traced


class Engine:
    """Decides by the rules of one guidance, which must have passed `simulator.rules.checking`."""

    def __init__(self, guidance: Guidance, source: str | None = None) -> None:
        """`source` is the guidance compiled, where it is at hand already."""
        self.guidance = guidance
        source = source or guidance_source(guidance)
        self.compiled = CompiledWorld(guidance.world, source, guidance.name, _rulings(guidance))
        self._reader = FactsReader(self.compiled)
        self._phases = {phase.phase: phase for phase in guidance.phases}
        self._grader: EvidenceGrader | None = None

    @property
    def facts_schema(self) -> Mapping[str, Any]:
        """The JSON Schema of this guidance's facts."""
        return self._reader.schema

    @property
    def judging(self) -> tuple[str, ...]:
        """The questions whose answers are the learner's own reading of the facts."""
        own = self.guidance.own_reading
        return (own.graded_by, own.attributed_by) if own is not None else ()

    def read_facts(self, document: Document, *, trusted: bool = False) -> Facts:
        """The facts in a document; the form of one that is `trusted` was looked at before.

        Raises InputFault with every fault that can be known.
        """
        return self._reader.read(document, trusted=trusted)

    def subjects(self, question: str, facts: Facts) -> list[str]:
        """About whom a question is asked at these facts: ids, values, or `case`."""
        return [name for name, _ in self._asked(self.guidance.questions[question], facts)]

    def assess(self, facts: Facts, phase: str | None = None) -> list[Decision]:
        """Every decision, or those of one phase, in the guidance's order."""
        return self.assess_questions((question.question for question in self._questions(phase)), facts)

    def assess_questions(self, questions: Iterable[str], facts: Facts) -> list[Decision]:
        """The decisions of some questions, by their ids and in their order."""
        decisions: list[Decision] = []
        for question in questions:
            decide = self.decider(question)
            for name, subject in self._asked(self.guidance.questions[question], facts):
                decisions.append(Decision(name, decide(facts.case, subject)))
        return bordered(decisions, facts.border, self.guidance) if facts.border else decisions

    @contextmanager
    def varied(self, facts: Facts, path: Path, value: Any) -> Iterator[None]:
        """Meanwhile one field of the facts has another value: of the case, or of an element of a list.

        Only for fields on which no other fact rests, nor whether facts are possible.
        """
        holder = facts.case if len(path) == 1 else getattr(facts.case, str(path[0]))[path[1]]
        name = str(path[-1])
        before = getattr(holder, name)
        define = self.compiled.functions["define"]
        try:
            setattr(holder, name, frozenset(value) if isinstance(before, frozenset) else value)
            define(facts.case)
            yield
        finally:
            setattr(holder, name, before)
            define(facts.case)

    def decide(self, question: str, subject: str, facts: Facts) -> Decision | None:
        """One decision; None where the question is not asked about that subject."""
        asked = self.compiled.functions.get(f"asked_{question}")
        for name, element in self._all_subjects(self.guidance.questions[question].subjects, facts):
            if name == subject and (asked is None or asked(facts.case, element)):
                decision = Decision(name, self.decider(question)(facts.case, element))
                return bordered([decision], facts.border, self.guidance)[0] if facts.border else decision
        return None

    def decider(self, question: str) -> Callable[[Any, Any], Ruled]:
        """What decides a question, for callers that hold the facts in memory and decide again and again.

        It takes `facts.case` and the subject itself: that case, `facts.element(...)` or a value. That the
        question is asked about the subject is for the caller to know.
        """
        return self.compiled.functions[f"decide_{question}"]

    def tracer(self, question: str) -> Callable[[Any, Any], Traced]:
        """What decides a question as `decider` does, and tells how every rule and predicate stood.

        What it gives is `Traced`; `simulator.rules.tracing` tells it in sentences.
        """
        if f"trace_{question}" not in self.compiled.functions:
            self.compiled.add(traces_source(self.guidance))
        return self.compiled.functions[f"trace_{question}"]

    def answer_text(self, facts: Facts, phase: str | None = None, case: str | None = None) -> str:
        """`answer` as JSON text; `case` is the case's id where it is not that of the facts."""
        named = json.dumps(case if case is not None else facts.id, ensure_ascii=False)
        head = f'{{"format": "{FORMAT}", "guidance": {json.dumps(self.guidance.name)}, "case": {named}'
        if phase is not None:
            head += f', "phase": {json.dumps(phase)}'
        decisions = ", ".join([decision.as_text() for decision in self.assess(facts, phase)])
        return f'{head}, "decisions": [{decisions}]}}'

    def reread(self, facts: Facts, answers: Mapping[tuple[str, str], Sequence[str]]) -> Facts:
        """The facts as answers to the judging questions, (question, subject) to options, would have them."""
        own = self.guidance.own_reading
        if own is None:
            return facts
        return Facts(facts.data, reread(own, self.compiled, facts.case, answers), facts.world, facts.border)

    def condition(self, tree: Node, scope: str) -> Callable[[Facts, str], bool]:
        """A condition in this guidance's words, over the case or an element named by its id.

        Raises InputFault where the tree is no condition.
        """
        world = self.guidance.world
        faults: list[Fault] = []
        of = {name: definition.of for name, definition in world.definitions.items()}
        words = Vocabulary(world.enumerations, world.groups, world.case_fields, world.entities, of)
        condition = ConditionReader(words, faults).read(tree, Scope(scope))
        if faults:
            raise InputFault(faults)
        source = f"lambda case, this: bool({expression(condition)})"
        function = eval(source, {"named": self.compiled.functions["named"]})
        return lambda facts, element: function(facts.case, facts.elements[scope, element])

    def grade(self, pieces: Sequence[Mapping[str, Any]]) -> str:
        """The grade that pieces of evidence on one matter carry together, by the guidance's own standard.

        Raises LookupError where the guidance has none.
        """
        return self._evidence().grade(pieces)

    def reasons(self, pieces: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
        """What pieces of evidence on one matter amount to, in the words of the standard. Raises LookupError."""
        return self._evidence().reasons(pieces)

    def _evidence(self) -> EvidenceGrader:
        if self._grader is None:
            if self.guidance.evidence is None:
                raise LookupError(f"{self.guidance.name} declares no standard of evidence")
            self._grader = EvidenceGrader(self.guidance.evidence)
        return self._grader

    def _questions(self, phase: str | None) -> Iterator[Question]:
        names: Sequence[str] = tuple(self.guidance.questions)
        if phase is not None:
            names = self.phase(phase).questions
        return (self.guidance.questions[name] for name in names)

    def phase(self, name: str) -> Phase:
        """A phase by its id. Raises KeyError."""
        return self._phases[name]

    def _asked(self, question: Question, facts: Facts) -> Iterator[tuple[str, Any]]:
        everybody = self._all_subjects(question.subjects, facts)
        asked = self.compiled.functions.get(f"asked_{question.question}")
        if asked is None:
            return everybody
        return ((name, subject) for name, subject in everybody if asked(facts.case, subject))

    def _all_subjects(self, subjects: Subjects, facts: Facts) -> Iterator[tuple[str, Any]]:
        if subjects.kind == "case":
            yield CASE, facts.case
        elif subjects.kind == "values":
            for value in subjects.values:
                yield value, value
        else:
            for element in self.compiled.functions[f"subjects_{subjects.name}"](facts.case):
                yield element.id, element


def _rulings(guidance: Guidance) -> Mapping[str, object]:
    """What each rule rules, by its name in the compiled source."""
    return {
        ruled_name(name, number): Branching(question, rule)
        if conditional_cells(rule)
        else ruled_by(question, rule)
        for name, question in guidance.questions.items()
        for number, rule in enumerate(ordered_rules(guidance, name))
    }
