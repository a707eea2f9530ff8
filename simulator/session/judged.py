"""How every decision of a session was judged when it ended, as its last event keeps it.

What is counted over many sessions needs no rules for it, and stays as it was when the rules have changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.session.choices import choices_of

if TYPE_CHECKING:
    from simulator.session.guide import Guide
    from simulator.session.state import State


def judged_at_end(guide: Guide, state: State) -> dict[str, Any]:
    """The data of the event `finished`: `{"judged": [...]}`, an object for each decision, in order.

    In a class nothing is judged here, for there a facilitator settles departures.
    """
    if state.mode == "class":
        return {}
    return {"judged": [one.as_data() for one in guide.judged(state.case, choices_of(state))]}
