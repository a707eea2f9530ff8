"""Reads phases and questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.guidance.condition_reading import ConditionReader, Scope
from simulator.guidance.nodes import Node, suggestion, unknown
from simulator.model.questions import Option, Phase, Question, Reads, Step, Subjects
from simulator.model.world import CASE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.errors.faults import Fault
    from simulator.guidance.sections import Sections
    from simulator.model.world import Entity


class QuestionReader:
    """Reads the questions of a guidance and the phases in which they are asked."""

    def __init__(self, sections: Sections, conditions: ConditionReader, faults: list[Fault]) -> None:
        self._sections = sections
        self._conditions = conditions
        self._faults = faults

    def phases(self) -> tuple[Phase, ...]:
        """The phases in order."""
        return tuple(
            Phase(
                str(node["phase"].data),
                str(node["title"].data),
                tuple(
                    Step(str(step["step"].data), str(step["title"].data), tuple(step["questions"].data))
                    for step in node["steps"].items()
                ),
            )
            for node in self._sections.items("phases")
        )

    def questions(self, phases: tuple[Phase, ...]) -> dict[str, Question]:
        """The questions by id, in the order in which the phases first ask them."""
        groups = self._groups()
        read: dict[str, Question] = {}
        for node in self._sections.items("questions"):
            name = str(node["question"].data)
            if name in read:
                self._faults.append(node["question"].fault(f"'{name}' stands twice", "one entry a question"))
            asked_in = tuple(phase.phase for phase in phases if name in phase.questions)
            if not asked_in:
                self._faults.append(
                    node["question"].fault(f"'{name}' is asked in no phase", "name it in a step")
                )
            read[name] = self._question(name, node, groups, asked_in)
        self._check_phases(read)
        order = [name for phase in phases for name in phase.questions if name in read]
        return {name: read[name] for name in dict.fromkeys([*order, *read])}

    def _check_phases(self, read: Mapping[str, Question]) -> None:
        seen: set[str] = set()
        for phase in self._sections.items("phases"):
            if phase["phase"].data in seen:
                what = f"the phase '{phase['phase'].data}' stands twice"
                self._faults.append(phase["phase"].fault(what, "one entry a phase", code="twice"))
            seen.add(phase["phase"].data)
            asked = [name for step in phase["steps"].items() for name in step["questions"].items()]
            for number, name in enumerate(asked):
                if name.data in [each.data for each in asked[:number]]:
                    what = f"'{name.data}' is asked twice in this phase"
                    self._faults.append(name.fault(what, "once a phase", code="twice"))
            for step in phase["steps"].items():
                for name in step["questions"].items():
                    if name.data not in read:
                        self._faults.append(unknown(name, "question", read))

    def _groups(self) -> dict[str, Subjects]:
        groups = {CASE: Subjects(CASE, "case")}
        for name, node in self._sections.entries("groups_of_subjects"):
            if "values" in node:
                groups[name] = self._values(name, node["values"])
            else:
                groups[name] = self._elements(name, node)
        return groups

    def _values(self, name: str, node: Node) -> Subjects:
        enumeration = self._conditions.vocabulary.enumerations.get(str(node.data))
        if enumeration is None:
            self._faults.append(unknown(node, "enumeration", self._conditions.vocabulary.enumerations))
            return Subjects(name, "values")
        return Subjects(name, "values", values=enumeration.values, enumeration=enumeration.name)

    def _elements(self, name: str, node: Node) -> Subjects:
        entity = str(node["each"].data)
        if entity not in self._conditions.vocabulary.entities:
            self._faults.append(unknown(node["each"], "entity", self._conditions.vocabulary.entities))
        else:
            self._check_subjects(node["each"], self._conditions.vocabulary.entities[entity])
        where = node.get("where")
        condition = self._conditions.read(where, Scope(entity)) if where is not None else None
        return Subjects(name, "elements", entity=entity, where=condition)

    def _check_subjects(self, node: Node, entity: Entity) -> None:
        if not entity.has_ids:
            what = f"the elements of {entity.name} have no ids by which to ask about them"
            self._faults.append(node.fault(what, "give the entity reserved_ids: [case]"))
        references = [field.name for field in entity.fields.values() if field.entity is not None]
        if references:
            what = f"the elements of {entity.name} refer to others by {', '.join(references)}: that is beyond proof"
            self._faults.append(node.fault(what, "let another entity refer to them", code="space-too-large"))

    def _question(
        self, name: str, node: Node, groups: Mapping[str, Subjects], phases: tuple[str, ...]
    ) -> Question:
        subjects = groups.get(str(node["subject"].data))
        if subjects is None:
            self._faults.append(unknown(node["subject"], "group of subjects", groups))
            subjects = groups[CASE]
        several = node.get("several")
        excluding = node.get("excluding")
        options = tuple(Option(option, str(label.data)) for option, label in node["options"].entries())
        if excluding is not None and excluding.data not in node["options"].data:
            self._faults.append(unknown(excluding, "option of this question", node["options"].data))
        asked = node.get("asked_when")
        return Question(
            question=name,
            title=str(node["title"].data),
            asks=str(node["asks"].data),
            subjects=subjects,
            several=several is not None and bool(several.data),
            excluding=None if excluding is None else str(excluding.data),
            options=options,
            asked_when=None if asked is None else self._conditions.read(asked, scope_of(subjects)),
            reads=self._reads(node["reads"], subjects),
            phases=phases,
            settles="settles" in node and bool(node["settles"].data),
        )

    def _reads(self, node: Node, subjects: Subjects) -> Reads:
        own = subjects.entity
        parts: dict[str, frozenset[str]] = {}
        for name, listed in node.entries():
            scope = {"case": CASE, "own": own, "others": own}.get(name, name)
            known = self._conditions.vocabulary.fields(scope)
            if not known:
                self._faults.append(
                    listed.fault(
                        f"'{name}' is nothing to read of", "case, own, others or an entity", of_key=True
                    )
                )
            for field in listed.items():
                if field.data not in known:
                    what = f"'{field.data}' is no field of {scope}"
                    self._faults.append(field.fault(what, suggestion(str(field.data), list(known))))
            parts[name] = frozenset(listed.data)
        everyones = parts.get(own, frozenset()) if own else frozenset()
        return Reads(
            case=parts.pop("case", frozenset()),
            own=parts.pop("own", frozenset()) | everyones,
            others=parts.pop("others", frozenset()) | everyones,
            entities={name: fields for name, fields in parts.items() if name != own},
        )


def scope_of(subjects: Subjects) -> Scope:
    """What `this` stands for in the conditions of a question."""
    return Scope({"case": CASE, "elements": subjects.entity, "values": subjects.enumeration}[subjects.kind])
