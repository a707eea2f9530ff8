"""How one vote went, held against what the guidance says of the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from simulator.scoring.marks import wrong_options

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from simulator.session.key_view import KeyDecisionView
    from simulator.session.state import Given
    from simulator.session.summary_view import Mark

RIGHT: Final[frozenset[Mark]] = frozenset({"right", "acceptable"})


def mark_of_vote(key: KeyDecisionView, given: Given, *, several: bool, accepted: bool = False) -> Mark | None:
    """The mark of what a seat said, of a question of one option or of `several`; None where it chose nothing.

    It is the mark of the debrief, save that it stands alone: that an error follows from an earlier one is not asked
    here. A departure with a reason that cites is no mistake, nor is one that was `accepted`.
    """
    return mark_of_choice(key, given.chosen, several=several, excused=accepted or is_reasoned(given))


def is_reasoned(given: Given) -> bool:
    """Whether a departure would be no mistake: for a reason, and a paragraph that it relies on."""
    return bool(given.cites and given.rationale.strip())


def mark_of_choice(
    key: KeyDecisionView, chosen: Collection[str], *, several: bool, excused: bool
) -> Mark | None:
    """Likewise of the options chosen alone; `excused` where a departure is no mistake."""
    if not chosen:
        return None
    if key.silence is not None:
        return "silent"
    verdicts: Mapping[str, Any] = {one.option: one.verdict for one in key.options}
    missed = several and not set(key.called_for) <= set(chosen)
    if missed or wrong_options(verdicts, chosen, excused=excused):
        return "mistake"
    found = {verdicts[option] for option in chosen}
    if "departure" in found:
        return "discuss"
    return "acceptable" if "acceptable" in found and "expected" not in found else "right"
