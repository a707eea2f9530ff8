"""A case with some of its questions left out: everything that its papers tell still comes to light."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from simulator.session.guide import Guide

_Blocks = list[dict[str, Any]]


def without(guide: Guide, case: Mapping[str, Any], questions: Collection[str]) -> dict[str, Any]:
    """The `case/1` without these questions, in any phase.

    What was to come to light after a choice that nobody is asked for any more comes by itself, where it is called
    for: in the phase in which it would have come, had everybody chosen so.
    """
    called_for = _called_for(guide, case, questions)
    papers: list[_Blocks] = [[] for _ in case["phases"]]
    for stands, phase in enumerate(case["phases"]):
        for block in phase["narrative"]:
            asked = called_for.get(block.get("after") or "")
            if asked is None:
                papers[stands].append(block)
                continue
            lands = min(max(stands, asked + 1), len(papers) - 1)
            papers[lands].append(_by_itself(block, moved=lands != stands))
    return {
        **case,
        "phases": [
            {
                **phase,
                "narrative": paper,
                "questions": [one for one in phase["questions"] if one not in questions],
            }
            for phase, paper in zip(case["phases"], papers, strict=True)
        ],
    }


def _called_for(guide: Guide, case: Mapping[str, Any], questions: Collection[str]) -> Mapping[str, int]:
    """The choices of these questions that are called for, each with the number of the first phase that asks it."""
    found: dict[str, int] = {}
    for number, phase in enumerate(case["phases"]):
        for one in guide.due(case, phase["phase"]):
            for option in one.called_for if one.question in questions else ():
                found.setdefault(f"{one.question}={option}", number)
    return found


def _by_itself(block: Mapping[str, Any], *, moved: bool) -> dict[str, Any]:
    """A block that comes to light at once; in another phase the facts that it states have other places."""
    return {**block, "after": None, **({"states": []} if moved else {})}


def decisions_in(guide: Guide, case: Mapping[str, Any]) -> Mapping[str, int]:
    """How many decisions each question of the case asks for, over all phases."""
    found: dict[str, int] = {}
    for phase in case["phases"]:
        for one in guide.due(case, phase["phase"]):
            found[one.question] = found.get(one.question, 0) + 1
    return found


def words_to_read(case: Mapping[str, Any]) -> int:
    """How many words the papers of a case have, up to the last phase that asks something."""
    phases: Sequence[Mapping[str, Any]] = case["phases"]
    last = max((number for number, phase in enumerate(phases) if phase["questions"]), default=-1)
    return sum(
        len(str(block["text"]).split()) for phase in phases[: last + 1] for block in phase["narrative"]
    )
