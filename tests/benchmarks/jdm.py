"""The questions in zen-engine's own format, JDM, and the ways in which zen-engine can be called.

Each question is a row for each way in which its rules can decide, tried in their order; a row is the truths
that it asks for, and a letter for the verdict of each option. The input is a flat mapping of those truths,
worked out beforehand, and so less than what the engine and the chain are given to look at.

The ways that were tried, with the times that they took beside the fastest way of calling the engine:

* one decision table with the hit policy `first`, a column for each truth (1.8), or one column of conditions
  (1.1); one expression node, with the rows as one nested conditional expression (1: the fastest);
* each of these through `ZenEngine.evaluate` with a static loader, which compiles once (1), with a loader that
  gives a `ZenDecisionContent` (1.2), through `create_decision(...).evaluate` or `get_decision(...).evaluate`,
  which set up anew at each call (15 and more), and through `evaluate_batch` (2.3);
* the input as a mapping (1), as JSON text or bytes (no faster);
* the same expression alone through `compile_expression(...).evaluate`, without an engine or a decision model,
  and so without any trace: it is measured as a peer of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import zen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Rows = tuple[tuple[str, str], ...]

_OUTCOME = (
    ("not acted", "ccccea"),
    ("aggravated, not full_concluded, may_be_witness", "ccccae"),
    ("aggravated, not full_concluded", "ccccce"),
    ("suspected, concluded, may_be_witness", "ddacaa"),
    ("suspected, concluded", "ddacca"),
    ("aggravated, harmed_only", "ccacec"),
    ("suspected, may_be_witness", "ccccae"),
    ("suspected", "ccccce"),
    ("aggravated, own_only, only_warning_attributed, may_be_witness", "deacac"),
    ("aggravated, own_only, only_warning_attributed", "deaccc"),
    ("aggravated, attributed, harmed", "daecac"),
    ("aggravated, warning_attributed, may_be_witness", "eedcac"),
    ("aggravated, warning_attributed", "eedccc"),
    ("aggravated, attributed, may_be_witness", "aedcac"),
    ("aggravated, attributed", "aedccc"),
    ("aggravated, own_only, may_be_witness", "ccecac"),
    ("aggravated, own_only", "cceccc"),
    ("aggravated, may_be_witness", "daecac"),
    ("aggravated", "daeccc"),
    ("unconsensual, not concluded", "ccccce"),
    ("unconsensual, own_only", "cceccc"),
    ("unconsensual", "daaccd"),
    ("deletion_outstanding, not concluded, negated, not own_only", "ddccce"),
    ("deletion_outstanding, not concluded", "ccccce"),
    ("deletion_open, own_only", "ccdcce"),
    ("deletion_open", "dddcce"),
    ("negated, own_only", "ccecca"),
    ("negated", "ddecca"),
    ("concluded, own_only", "ccecca"),
    ("concluded", "ddecca"),
    ("not all_agree", "ccccce"),
    ("open", "ccccce"),
    ("other_deletion_outstanding", "cccace"),
    ("", "cccecc"),
)

_ROLE = (
    ("not acted", "cec"),
    ("harmed_only", "aec"),
    ("harmed", "eac"),
    ("perhaps_harmed, own_only", "aac"),
    ("wronged, own_only", "eac"),
    ("", "ecc"),
)
_RESPONSE = (
    ("aggravated", "ecc"),
    ("suspected, concluded", "aad"),
    ("suspected", "dec"),
    ("unconsensual, concluded", "ada"),
    ("unconsensual", "aed"),
    ("deletion_unsatisfied", "aed"),
    ("negated", "cde"),
    ("concluded", "cde"),
    ("not all_agree", "dec"),
    ("", "cde"),
)
ROWS: Mapping[str, Rows] = {"outcome": _OUTCOME, "role": _ROLE, "response": _RESPONSE}


def truths(question: str, case: Any, this: Any) -> dict[str, bool]:
    """What the rows of a question ask for, of a case and subject in memory."""
    names = {name for asked, _ in ROWS[question] for name in _names(asked)}
    return {name: _truth(name, case, this) for name in sorted(names)}


def _names(asked: str) -> list[str]:
    return [part.removeprefix("not ") for part in asked.split(", ") if part]


def _truth(name: str, case: Any, this: Any) -> bool:
    if name == "other_deletion_outstanding":
        return any(other is not this and other.child and other.deletion_outstanding for other in case.people)
    return bool(getattr(case if hasattr(case, name) else this, name))


def caller(question: str, *, trace: bool = False) -> Callable[[dict[str, bool]], str]:
    """The fastest way found to have zen-engine decide a question: what it gives is a letter for each option."""
    loader: Any = {"type": "static", "content": {question: _decision(question)}}
    evaluate = zen.ZenEngine({"loader": loader}).evaluate
    if trace:
        return lambda given: str(evaluate(question, given, {"trace": True})["result"]["letters"])
    return lambda given: str(evaluate(question, given)["result"]["letters"])


def expression_caller(question: str) -> Callable[[dict[str, bool]], str]:
    """The rows as one expression, without an engine."""
    evaluate: Callable[[dict[str, bool]], str] = zen.compile_expression(_expression(question)).evaluate
    return evaluate


def _expression(question: str) -> str:
    *rows, (_, letters) = ROWS[question]
    text = f'"{letters}"'
    for asked, letters in reversed(rows):
        text = f'{" and ".join(asked.split(", "))} ? "{letters}" : ({text})'
    return text


def _decision(question: str) -> dict[str, Any]:
    expressions = [{"id": "1", "key": "letters", "value": _expression(question)}]
    return {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            _node("given", "inputNode"),
            _node("rows", "expressionNode", {"expressions": expressions, "passThrough": False}),
            _node("answer", "outputNode"),
        ],
        "edges": [_edge("given", "rows"), _edge("rows", "answer")],
    }


def _node(name: str, kind: str, content: dict[str, Any] | None = None) -> dict[str, Any]:
    node = {"id": name, "name": name, "type": kind, "position": {"x": 0, "y": 0}}
    return node if content is None else {**node, "content": content}


def _edge(source: str, target: str) -> dict[str, Any]:
    return {"id": f"{source}-{target}", "sourceId": source, "targetId": target, "type": "edge"}
