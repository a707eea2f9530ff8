"""Reads a guidance pack: all its files together, all faults at once."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from functools import cache
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, cast

from simulator.errors.faults import Fault, InputFault
from simulator.guidance.change_words import read_change_words
from simulator.guidance.debrief_reading import DebriefReader
from simulator.guidance.evidence_reading import read_evidence
from simulator.guidance.guidance import Guidance, OwnReading
from simulator.guidance.mistake_reading import read_mistakes
from simulator.guidance.nodes import Node, unknown
from simulator.guidance.prose_reading import phrase_faults, read_prose
from simulator.guidance.question_reading import QuestionReader
from simulator.guidance.rule_reading import RuleReader
from simulator.guidance.sections import Sections
from simulator.guidance.tellings import read_tellings
from simulator.guidance.text_reading import TextReader
from simulator.guidance.world_reading import WorldReader
from simulator.model.schema_check import check
from simulator.model.world import DerivedField, Field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.guidance.condition_reading import ConditionReader
    from simulator.model.document import Document
    from simulator.model.questions import Question

SCHEMA = FilePath(__file__).parent / "schemas" / "guidance-pack.json"


@cache
def pack_schema() -> Mapping[str, Any]:
    """The JSON Schema of a file of a guidance pack."""
    return cast("Mapping[str, Any]", json.loads(SCHEMA.read_text(encoding="utf-8")))


def read_guidance(documents: Sequence[Document], *, trusted: bool = False) -> Guidance:
    """The guidance that a pack's files declare together.

    `trusted` leaves out the check of form, for files that have passed it before. Raises InputFault with every
    fault that could be known.
    """
    if not trusted:
        faults = [fault for document in documents for fault in check(document, pack_schema())]
        if faults:
            raise InputFault(faults)
    sections = Sections(documents)
    if not trusted:
        sections.faults.extend(phrase_faults(sections))
    guidance = _assemble(sections, documents)
    if sections.faults:
        raise InputFault(sections.faults)
    return guidance


def _assemble(sections: Sections, documents: Sequence[Document]) -> Guidance:
    faults = sections.faults
    head = sections.needed("pack")
    texts = TextReader(sections, faults)
    world, conditions = WorldReader(sections, faults).read()
    asked = QuestionReader(sections, conditions, faults)
    phases = asked.phases()
    questions = asked.questions(phases)
    reader = RuleReader(sections, conditions, texts, questions, faults)
    rules = reader.rules()
    stated = Guidance(
        name=str(head["name"].data),
        version=str(head["version"].data),
        edition=str(head["edition"].data) if "edition" in head else "",
        language=str(head["language"].data),
        title=str(head["title"].data),
        standing=str(head["standing"].data),
        sha256=data_sha256(documents),
        documents=texts.documents,
        paragraphs=texts.paragraphs,
        quotes=texts.quotes,
        notes=texts.notes(),
        tensions=texts.tensions(rules),
        advice=texts.advice(),
        world=world,
        phases=phases,
        questions=questions,
        rules=rules,
        own_reading=_own_reading(sections, questions, conditions, faults),
        evidence=read_evidence(sections, world, faults),
        subject_words={name: node.data for name, node in sections.entries("subject_words")},
        words={name: str(node.data) for name, node in sections.entries("words")},
        change_words=read_change_words(sections, world, faults),
        nodes=_nodes(sections, reader),
    )
    return _with_additions(stated, sections, texts, conditions)


def _with_additions(
    stated: Guidance, sections: Sections, texts: TextReader, conditions: ConditionReader
) -> Guidance:
    """`stated` with what a pack may hold beside its rules, for checks of cases and for the debrief."""
    questions, faults = stated.questions, sections.faults
    debrief = DebriefReader(sections, questions, faults)
    return replace(
        stated,
        prose=read_prose(sections, questions, faults),
        mistakes=read_mistakes(sections, questions, stated.paragraphs, conditions, faults),
        tellings=read_tellings(sections, stated.world, faults),
        consequences=debrief.consequences(),
        welfare=debrief.welfare(),
        caseload=debrief.caseload(),
        frame=texts.frame(),
        care=texts.care(),
        prompts=debrief.prompts(),
    )


def _nodes(sections: Sections, rules: RuleReader) -> dict[tuple[str, str], Node]:
    return {
        **{("rule", name): node for name, node in rules.places.items()},
        **{("question", str(node["question"].data)): node for node in sections.items("questions")},
        **{("definition", name): node for name, node in sections.entries("definitions")},
        **{
            (sort, f"{entity}.{name}"): part
            for entity, node in sections.entries("entities")
            for sort, key in (("derived", "derived"), ("default", "fields"))
            for name, part in (node[key].entries() if key in node else ())
        },
        **{("added", str(number)): node for number, node in enumerate(sections.items("derived"))},
        **{("paragraph", str(node["paragraph"].data)): node for node in sections.items("paragraphs")},
    }


def data_sha256(documents: Sequence[Document]) -> str:
    """SHA-256 of the data of a pack's files, whatever their names, layout and comments."""
    parts = sorted(json.dumps(each.data, sort_keys=True, ensure_ascii=False) for each in documents)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _own_reading(
    sections: Sections, questions: Mapping[str, Question], conditions: ConditionReader, faults: list[Fault]
) -> OwnReading | None:
    node = sections.single("own_reading")
    if node is None:
        return None
    graded, attributed = node["graded_by"], node["attributed_by"]
    for part in (graded["question"], attributed["question"]):
        if part.data not in questions:
            faults.append(unknown(part, "question", questions))
    entity = str(node["entity"].data)
    known = conditions.vocabulary.fields(entity)
    for part in (graded["field"], graded["standing"], attributed["field"]):
        if part.data not in known:
            faults.append(unknown(part, f"field of {entity}", known))
    own = OwnReading(
        entity=entity,
        graded_by=str(graded["question"].data),
        graded_field=str(graded["field"].data),
        standing=str(graded["standing"].data),
        grades=dict(graded["grades"].data),
        attributed_by=str(attributed["question"].data),
        attributed_field=str(attributed["field"].data),
        nobody=str(attributed["nobody"].data),
    )
    if not faults:
        _check_own_reading(node, own, questions, conditions, faults)
    return own


def _check_own_reading(
    node: Node,
    own: OwnReading,
    questions: Mapping[str, Question],
    conditions: ConditionReader,
    faults: list[Fault],
) -> None:
    """That both judging questions and the fields fit each other."""
    graded, attributed = node["graded_by"], node["attributed_by"]
    question = questions.get(own.graded_by)
    options = [option.option for option in question.options] if question is not None else []
    for option, grade in graded["grades"].entries():
        if option not in options:
            faults.append(
                grade.fault(f"'{option}' is no option of {own.graded_by}", "its own options", of_key=True)
            )
    for option in options:
        if option not in own.grades:
            faults.append(graded["grades"].fault(f"the option '{option}' has no grade", f"{option}: a grade"))
    known = conditions.vocabulary.fields(own.entity)
    standing, field = known.get(own.standing), known.get(own.attributed_field)
    if not isinstance(standing, DerivedField):
        faults.append(
            graded["standing"].fault(f"{own.standing} is no derived field", "a field under derived")
        )
    else:
        values = conditions.vocabulary.enumerations[standing.enumeration].values
        for grade in (part for _, part in graded["grades"].entries() if part.data not in values):
            faults.append(unknown(grade, f"value of {own.standing}", values, code="unknown-value"))
    if not isinstance(field, Field) or field.type != "reference":
        faults.append(
            attributed["field"].fault(f"{own.attributed_field} is no reference", "a field of that type")
        )
    elif own.nobody not in field.values:
        faults.append(unknown(attributed["nobody"], f"word that {field.name} can be", field.values))
