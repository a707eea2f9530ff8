"""What went wrong and why: an entry for each wrong option, excused departure and silent answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.scoring.marked import Marked, cause_of
from simulator.scoring.parts import expected_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.model.questions import Ruling
    from simulator.scoring.flipping import Flipping

Entry = dict[str, Any]


def mistakes_of(marked: Sequence[Marked], flipping: Flipping) -> list[Entry]:
    """One entry for each wrong option chosen; of several, one more for the expected options missed."""
    entries: list[Entry] = []
    for one in marked:
        if not one.decision.silent:
            entries += [_entry(one, option, flipping) for option in one.wrong]
            entries += [_entry_of_missed(one)] if one.missed else []
    return entries


def to_discuss_of(marked: Sequence[Marked], flipping: Flipping) -> list[Entry]:
    """One entry for each departure that its rationale and citations excuse."""
    return [
        _entry(one, option, flipping)
        for one in marked
        for option in one.chosen
        if not one.decision.silent
        and option not in one.wrong
        and one.decision.options[option].verdict == "departure"
    ]


def silent_of(marked: Sequence[Marked], flipping: Flipping) -> list[Entry]:
    """One entry for each answer to a decision that the guidance leaves open, with why it does (`silence`)."""
    return [
        {**_entry(one, option, flipping), "silence": one.decision.silence or ""}
        for one in marked
        for option in one.chosen
        if one.decision.silent
    ]


def missing_of(marked: Sequence[Marked]) -> list[Entry]:
    """The decisions due and not answered: `{"question": ..., "subject": ...}`, with a case its `phase`."""
    return [_head(one) for one in marked if one.choice is None]


def _head(one: Marked) -> Entry:
    phase = {} if one.phase is None else {"phase": one.phase}
    return {**phase, "question": one.decision.question, "subject": one.decision.subject}


def _entry(one: Marked, option: str, flipping: Flipping) -> Entry:
    ruling = one.decision.options[option]
    explained = _explained(one, ruling, []) | flipping.of(one, option)
    return _head(one) | {"chosen": option, "verdict": ruling.verdict} | explained


def _entry_of_missed(one: Marked) -> Entry:
    ruling = one.decision.options[one.missed[0]]
    explained = _explained(one, ruling, list(one.missed))
    return _head(one) | {"chosen": None, "verdict": None} | explained | {"flips": []}


def _explained(one: Marked, ruling: Ruling, missed: list[str]) -> Entry:
    return {
        "expected": list(expected_of(one.decision)),
        "acceptable": list(one.decision.with_verdict("acceptable")),
        "missed": missed,
        "rule": ruling.rule,
        "basis": ruling.basis,
        "why": ruling.why,
        "follows_from": cause_of(one),
        "citations": [{"paragraph": q.paragraph, "quote": q.quote} for q in ruling.quotes],
    }
