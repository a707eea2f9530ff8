"""Reads what a guidance adds to the debrief: consequences, welfare, a caseload, and prompts for the discussion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.guidance.nodes import suggestion, unknown
from simulator.model.texts import Caseload, Prompt, Welfare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
        found = {}
        for name, node in self._sections.entries("consequences"):
            question = self._questions.get(name)
            if question is None:
                self._faults.append(_strange(name, node, "question", self._questions))
                continue
            for key, part in node.entries():
                if key == "missed" and not question.several:
                    what = f"nothing can be missed at {name}, which takes one answer"
                    self._faults.append(part.fault(what, "chosen: sentences", of_key=True))
                for option, text in self._options(part, question):
                    found[name, option, key == "chosen"] = str(text.data)
        return found

    def welfare(self) -> tuple[Welfare, ...]:
        """What is done for the welfare of a subject, in the order of the pack."""
        return tuple(self._welfare(node) for node in self._sections.items("welfare"))

    def caseload(self) -> Caseload | None:
        """How common the options of a question are."""
        node = self._sections.single("caseload")
        question = None if node is None else self._asked(node)
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

    def _welfare(self, node: Node) -> Welfare:
        question, option = self._asked(node), str(node["option"].data)
        known = [] if question is None else [each.option for each in question.options]
        if question is not None and option not in known:
            self._faults.append(unknown(node["option"], f"option of {question.question}", known))
        return Welfare(str(node["question"].data), option, str(node["text"].data))

    def _prompt(self, node: Node) -> Prompt:
        if "question" in node:
            self._asked(node)
        elif "when" in node:
            what = f"it is not said which question is meant by 'when: {node['when'].data}'"
            self._faults.append(node["when"].fault(what, "question: a question beside it", of_key=True))
        return Prompt(str(node["text"].data), node.data.get("question"), node.data.get("when"))

    def _asked(self, node: Node) -> Question | None:
        """The question that a mapping names; None, and a fault, where there is none."""
        question = self._questions.get(node["question"].data)
        if question is None:
            self._faults.append(unknown(node["question"], "question", self._questions))
        return question

    def _options(self, node: Node, question: Question) -> Iterator[tuple[str, Node]]:
        """The entries of a mapping by options of a question; those of others are faults."""
        known = [each.option for each in question.options]
        for option, part in node.entries():
            if option in known:
                yield option, part
            else:
                self._faults.append(_strange(option, part, f"option of {question.question}", known))


def _strange(key: str, node: Node, sort: str, known: Iterable[str]) -> Fault:
    """The fault of a key that names nothing."""
    return node.fault(
        f"'{key}' is no {sort}", suggestion(key, sorted(known)), code="unknown-word", of_key=True
    )
