"""A case in rows: each block of its text and each of its questions, with the key to it."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from simulator.authoring.preview.keys import Key
from simulator.authoring.preview.view import CaseView, Passage, Row
from simulator.authoring.preview.wording import Wording
from simulator.cases.border import with_border
from simulator.model.document import document_of
from simulator.model.world import CASE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.model.questions import Question
    from simulator.rules.decisions import Decision
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

OPENING = 44
"""Columns that the beginning of a text takes where the text itself is not shown."""


def case_view(case: Mapping[str, Any], engine: Engine, expects: Mapping[str, Any] | None = None) -> CaseView:
    """A `case/1` that is free of faults; `expects` is what its author thinks is called for."""
    viewing = _Viewing(case, engine, expects or {})
    return CaseView(case["title"], tuple(viewing.rows()))


class _Viewing:
    def __init__(self, case: Mapping[str, Any], engine: Engine, expects: Mapping[str, Any]) -> None:
        self._case = case
        self._engine = engine
        self._key = Key(engine, case, expects)
        self._words = Wording(engine.guidance, case.get("names", {}))
        self._told: list[str] = []

    def rows(self) -> Iterator[Row]:
        note = self._case["content_note"]
        yield Row((Passage("title", self._case["title"]), *([Passage("note", note)] if note else ())))
        for phase in self._case["phases"]:
            yield Row((Passage("heading", self._engine.phase(phase["phase"]).title),), shared=True)
            yield from self._phase(phase)
        if "discuss" in self._case:
            yield Row((Passage("heading", "To discuss"),), shared=True)
            yield from (Row((Passage("text", each),)) for each in self._case["discuss"])

    def _phase(self, phase: Mapping[str, Any]) -> Iterator[Row]:
        facts = with_border(self._engine.read_facts(document_of(phase["facts"], "<case>")), self._case)
        marked = ""
        new: list[str] = []
        for block in phase["narrative"]:
            after = block.get("after") or ""
            mark = [Passage("note", self._after(after))] if after and after != marked else []
            marked = after
            new += [each for each in block.get("evidence", ()) if each not in self._told]
            yield self._block(block, mark, facts)
        self._told += dict.fromkeys(new)
        amounts = tuple(self._key.of_evidence(self._told, new))
        if amounts:
            yield Row((), (Passage("label", "The evidence by then"), *amounts))
        decisions = self._engine.assess(facts, phase["phase"])
        for question in phase["questions"]:
            of_question = [each for each in decisions if each.question == question]
            yield self._question(phase["phase"], self._engine.guidance.questions[question], of_question)

    def _block(self, block: Mapping[str, Any], mark: Sequence[Passage], facts: Facts) -> Row:
        text = block["text"]
        opening = textwrap.shorten(text, OPENING, placeholder="…")
        return Row(
            (*mark, Passage("text", text)), (*mark, *self._key.of_block(block, facts.full)), f"“{opening}”"
        )

    def _after(self, after: str) -> str:
        question, _, option = after.partition("=")
        return f"After: {self._engine.guidance.questions[question].label(option)}"

    def _question(self, phase: str, question: Question, decisions: Sequence[Decision]) -> Row:
        subjects = [each.subject for each in decisions]
        about = ", ".join(self._words.learner_subject(question, each) for each in subjects)
        asked = [Passage("label", question.title), Passage("text", question.asks)]
        if subjects != [CASE]:
            asked.append(Passage("note", about))
        return Row(tuple(asked), tuple(self._key.of_question(phase, question, decisions)))
