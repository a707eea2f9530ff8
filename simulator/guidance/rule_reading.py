"""Reads rules: a row each, a cell for every option of its question."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from simulator.guidance.nodes import Node, suggestion, unknown
from simulator.guidance.question_reading import scope_of
from simulator.model.questions import Basis, Branch, Question, Quote, Rule, Ruling, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.errors.faults import Fault
    from simulator.guidance.condition_reading import ConditionReader
    from simulator.guidance.sections import Sections
    from simulator.guidance.text_reading import TextReader

OTHERWISE = "otherwise"


class RuleReader:
    """Reads the rules of a guidance."""

    def __init__(
        self,
        sections: Sections,
        conditions: ConditionReader,
        texts: TextReader,
        questions: Mapping[str, Question],
        faults: list[Fault],
    ) -> None:
        self._sections = sections
        self._conditions = conditions
        self._texts = texts
        self._questions = questions
        self._faults = faults
        self._cells = dict(sections.entries("cells"))
        self._used: set[str] = set()
        self.places: dict[str, Node] = {}

    def rules(self) -> dict[str, Rule]:
        """The rules by id, in the order of the pack."""
        read: dict[str, Rule] = {}
        for node in self._sections.items("rules"):
            name = str(node["rule"].data)
            question = self._questions.get(name.partition(".")[0])
            if name in read:
                self._faults.append(node["rule"].fault(f"'{name}' stands twice", "one entry a rule"))
            elif question is None:
                self._faults.append(
                    node["rule"].fault(
                        f"'{name}' belongs to no question",
                        f"QUESTION.NAME: {suggestion(name.partition('.')[0], sorted(self._questions))}",
                    )
                )
            else:
                self.places[name] = node
                read[name] = self._rule(name, node, question)
        self._check_order(read)
        self._check_otherwise(read)
        for unused in self._cells.keys() - self._used:
            self._faults.append(
                self._cells[unused].fault(
                    f"no rule uses the cell '{unused}'", "remove it, or name it in a rule", of_key=True
                )
            )
        return read

    def _rule(self, name: str, node: Node, question: Question) -> Rule:
        when = node["when"]
        condition = (
            None if when.data == OTHERWISE else self._conditions.read(when, scope_of(question.subjects))
        )
        silent = node.get("silent")
        yields = node.get("yields_to")
        return Rule(
            rule=name,
            question=question.question,
            when=condition,
            yields_to=tuple(yields.data) if yields is not None else (),
            silence=None if silent is None else str(silent.data),
            options=dict(self._options(name, node["options"], question)),
        )

    def _options(self, rule: str, node: Node, question: Question) -> list[tuple[str, tuple[Branch, ...]]]:
        known = [option.option for option in question.options]
        for name, cell in node.entries():
            if name not in known:
                what = f"'{name}' is no option of {question.question}"
                self._faults.append(
                    cell.fault(what, suggestion(name, known), code="unknown-option", of_key=True)
                )
        for name in known:
            if name not in node:
                self._faults.append(
                    node.fault(
                        f"{rule} says nothing of the option '{name}'",
                        "a verdict for every option",
                        code="option-missing",
                    )
                )
        return [(name, self._cell(rule, node[name], question)) for name in known if name in node]

    def _cell(self, rule: str, node: Node, question: Question) -> tuple[Branch, ...]:
        if isinstance(node.data, str):
            if node.data not in self._cells:
                self._faults.append(unknown(node, "shared cell", self._cells))
                return ()
            self._used.add(node.data)
            node = self._cells[node.data]
        if isinstance(node.data, dict):
            return (Branch(None, self._ruling(rule, node)),)
        branches = []
        for part in node.items():
            when = part.get("when")
            condition = None if when is None else self._conditions.read(when, scope_of(question.subjects))
            branches.append(Branch(condition, self._ruling(rule, part)))
        if not branches or branches[-1].when is not None or any(each.when is None for each in branches[:-1]):
            self._faults.append(
                node.fault(
                    "the branches do not end in one for the rest",
                    "a last branch {otherwise: true, …}",
                    code="no-otherwise",
                )
            )
        return tuple(branches)

    def _ruling(self, rule: str, node: Node) -> Ruling:
        cites = node.get("cites")
        if cites is None or not cites.data:
            self._faults.append(
                node.fault("this verdict cites nothing", "cites: [a paragraph, …]", code="no-citation")
            )
            quotes: tuple[Quote, ...] = ()
        else:
            quotes = self._texts.quoted(cites)
        return Ruling(
            verdict=cast("Verdict", node["verdict"].data),
            basis=cast("Basis", node["basis"].data),
            citations=tuple(dict.fromkeys(quote.paragraph for quote in quotes)),
            rule=rule,
            why=str(node["why"].data),
            quotes=tuple(dict.fromkeys(quotes)),
        )

    def _check_order(self, read: Mapping[str, Rule]) -> None:
        """Every rule yields to rules of its own question, and none, by any way round, to itself."""
        for name, rule in read.items():
            same = [each for each in read if read[each].question == rule.question and each != name]
            for index, other in enumerate(rule.yields_to):
                if other not in same:
                    node = self.places[name]["yields_to"][index]
                    self._faults.append(unknown(node, f"other rule of {rule.question}", same))
            if name in dominators(read, name):
                self._faults.append(
                    self.places[name].fault(
                        f"{name} yields, by others, to itself",
                        "an order without a circle",
                        code="circular-order",
                    )
                )

    def _check_otherwise(self, read: Mapping[str, Rule]) -> None:
        for question in self._questions.values():
            rests = [
                rule.rule
                for rule in read.values()
                if rule.question == question.question and rule.when is None
            ]
            for extra in rests[1:]:
                self._faults.append(
                    self.places[extra].fault(
                        f"{question.question} has a second rule for the rest", f"only {rests[0]}"
                    )
                )


def dominators(rules: Mapping[str, Rule], name: str) -> frozenset[str]:
    """The rules to which a rule yields, directly or by others."""
    found: set[str] = set()
    waiting = list(rules[name].yields_to)
    while waiting:
        each = waiting.pop()
        if each in rules and each not in found:
            found.add(each)
            waiting.extend(rules[each].yields_to)
    return frozenset(found)
