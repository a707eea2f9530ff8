"""Reads what a guidance adds to the debrief: consequences, welfare, a caseload, and prompts for the discussion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.guidance.nodes import suggestion, unknown
from simulator.model.texts import Caseload, Prompt, Welfare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.errors.faults import Fault
    from simulator.guidance.nodes import Node
    from simulator.guidance.sections import Sections
    from simulator.model.questions import Question


class DebriefReader:
    """Reads four sections, none of them needed; a question or an option that is none is a fault."""

    def __init__(self, sections: Sections, questions: Mapping[str, Question], faults: list[Fault]) -> None:
        self._sections = sections
        self._questions = questions
        self._faults = faults

    def consequences(self) -> dict[tuple[str, str, bool], str]:
        """What an unwise step would have led to, by question, option and whether it was chosen or missed."""
        return {
            (question.question, option, key == "chosen"): str(text.data)
            for name, node in self._sections.entries("consequences")
            if (question := self._question(node, name, of_key=True)) is not None
            for key, part in node.entries()
            if self._can_be(key, part, question)
            for option, text in self._options(part, question)
        }

    def welfare(self) -> tuple[Welfare, ...]:
        """What is done for the welfare of a subject, in the order of the pack."""
        return tuple(
            Welfare(question.question, str(node["option"].data), str(node["text"].data))
            for node in self._sections.items("welfare")
            if (question := self._question(node["question"])) is not None
            and self._is_option(node["option"], question)
        )

    def caseload(self) -> Caseload | None:
        """How common the options of a question are."""
        node = self._sections.single("caseload")
        question = None if node is None else self._question(node["question"])
        if node is None or question is None:
            return None
        if question.several:
            what = f"{question.question} takes several answers, of which no shares make a whole"
            self._faults.append(node["question"].fault(what, "a question that takes one"))
        shares = {option: float(share.data) for option, share in self._options(node["shares"], question)}
        together = sum(shares.values())
        if together > 1 + 1e-9:
            what = f"the shares come to {together:g} together"
            self._faults.append(node["shares"].fault(what, "at most 1, the whole", of_key=True))
        return Caseload(question.question, str(node["text"].data), str(node["source"].data), shares)

    def prompts(self) -> tuple[Prompt, ...]:
        """Prompts for the discussion of any case."""
        return tuple(self._prompt(node) for node in self._sections.items("prompts"))

    def _prompt(self, node: Node) -> Prompt:
        if "question" in node:
            self._question(node["question"])
        elif "when" in node:
            what = f"it is not said which question is meant by 'when: {node['when'].data}'"
            self._faults.append(node["when"].fault(what, "question: a question beside it", of_key=True))
        return Prompt(str(node["text"].data), node.data.get("question"), node.data.get("when"))

    def _can_be(self, key: str, node: Node, question: Question) -> bool:
        if key == "missed" and not question.several:
            what = f"nothing can be missed at {question.question}, which takes one answer"
            self._faults.append(node.fault(what, "chosen: a sentence for each option", of_key=True))
            return False
        return True

    def _question(self, node: Node, name: str = "", *, of_key: bool = False) -> Question | None:
        """The question that a value, or the key `name`, names; None, and a fault, where there is none."""
        name = name if of_key else str(node.data)
        found = self._questions.get(name)
        if found is None:
            self._strange(node, name, "question", list(self._questions), of_key=of_key)
        return found

    def _options(self, node: Node, question: Question) -> Iterator[tuple[str, Node]]:
        """The entries of a mapping whose keys are options of a question."""
        known = [each.option for each in question.options]
        for option, part in node.entries():
            if option in known:
                yield option, part
            else:
                self._strange(part, option, f"option of {question.question}", known, of_key=True)

    def _is_option(self, node: Node, question: Question) -> bool:
        known = [each.option for each in question.options]
        if node.data not in known:
            self._faults.append(unknown(node, f"option of {question.question}", known))
            return False
        return True

    def _strange(self, node: Node, word: str, sort: str, known: list[str], *, of_key: bool) -> None:
        right = suggestion(word, sorted(known))
        self._faults.append(node.fault(f"'{word}' is no {sort}", right, code="unknown-word", of_key=of_key))
