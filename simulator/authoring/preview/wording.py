"""Ids of a case in words, the id itself in brackets after them: an author needs both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.model.world import CASE
from simulator.rules.facts_words import facts_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Question

THE_CASE = "The case"


class Wording:
    """Words for what one case names; `names` are those of everybody in it, by id."""

    def __init__(self, guidance: Guidance, names: Mapping[str, str]) -> None:
        self._guidance = guidance
        self._names = names

    def option(self, question: Question, option: str) -> str:
        """The label of an option; an id that is none stays alone."""
        labels = {each.option: each.label for each in question.options}
        return f"{labels[option]} ({option})" if option in labels else option

    def subject(self, question: Question, subject: str) -> str:
        """Whom or what a question is asked about."""
        words = self._guidance.subject_words.get(question.subjects.name, {})
        if subject == CASE:
            return words if isinstance(words, str) else THE_CASE
        named = self._names if isinstance(words, str) else {**self._names, **words}
        return f"{named[subject]} ({subject})" if subject in named else spaced(subject)

    def learner_subject(self, question: Question, subject: str) -> str:
        """The same as a learner reads it, without an id."""
        return self.subject(question, subject).removesuffix(f" ({subject})")

    def matter(self, bears_on: Mapping[str, Any]) -> str:
        """What evidence bears on, as `KIND, by ONE, against OTHERS`."""
        first, *others = ((name, value) for name, value in bears_on.items() if value)
        called = [f"{spaced(name)} {self._called(value)}" for name, value in others]
        return ", ".join([spaced(str(first[1])), *called])

    def piece(self, piece: Mapping[str, Any]) -> str:
        """What a piece is: its kind, whose it is, and what sets it apart."""
        apart = [
            words
            for words, said in (
                ("first-hand", piece.get("first_hand", False)),
                ("against it", not piece.get("for", True)),
                (f"independent of {', '.join(piece.get('independent_of', ()))}", piece.get("independent_of")),
            )
            if said
        ]
        return ", ".join([spaced(piece["kind"]), self._called(piece["whose"]), *apart])

    def grade(self, grade: str) -> str:
        """A grade of evidence, in the words of the question that asks for it."""
        own = self._guidance.own_reading
        options = {each: option for option, each in own.grades.items()} if own is not None else {}
        if own is None or grade not in options:
            return spaced(grade)
        return f"{self._guidance.questions[own.graded_by].label(options[grade])} ({grade})"

    def facts(self, facts: Mapping[str, Any], states: Sequence[str]) -> Iterator[str]:
        """The facts at these paths (`LIST[0].FIELD`, `LIST[0]`, a list or a field of the case), a line an owner."""
        world, words = self._guidance.world, self._guidance.change_words
        of_case = {name: facts[name] for name in states if name in world.case_fields and name in facts}
        yield from facts_lines(world, of_case, words)
        for entity in world.entities.values():
            for number, element in enumerate(facts.get(entity.name, ())):
                told = self._told(entity.name, number, element, states)
                if told:
                    own_id = {"id": self._called(element["id"], with_id=True)} if entity.has_ids else {}
                    before: list[Mapping[str, Any]] = [{"id": ""}] * number
                    *_, line = facts_lines(world, {entity.name: [*before, {**own_id, **told}]}, words)
                    yield line

    def _told(
        self, entity: str, number: int, element: Mapping[str, Any], states: Sequence[str]
    ) -> dict[str, Any]:
        """Those fields of an element that are stated, everybody called by name."""
        whole = {entity, f"{entity}[{number}]"}.intersection(states)
        fields = self._guidance.world.entities[entity].fields
        return {
            name: self._referred(element[name]) if field.entity else element[name]
            for name, field in fields.items()
            if name in element and (whole or f"{entity}[{number}].{name}" in states)
        }

    def _referred(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._called(each) for each in value]
        return self._called(value)

    def _called(self, value: Any, *, with_id: bool = False) -> str:
        if isinstance(value, list):
            return " and ".join(self._called(each) for each in value)
        name = self._names.get(value)
        if name is None:
            return str(value)
        return f"{name} ({value})" if with_id else name


def spaced(word: str) -> str:
    """An id that has no words of its own, as words."""
    return word.replace("_", " ")
