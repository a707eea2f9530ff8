"""Why a case cannot be had: in one sentence."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from simulator.cases.wanted.building import CHEAP, TRIES, Builder, NotFound, Refuted
from simulator.cases.wanted.goals import Count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from simulator.cases.pack import ScenarioPack
    from simulator.cases.wanted.wants import Want

    Drawer = Callable[[Sequence[Want]], Callable[[ScenarioPack], object | None]]


def why_none(builder: Builder, pack: str, guidance: str, wants: Sequence[Want], drawer: Drawer) -> str:
    """The sentence, when no case was found in which all wants are met; `drawer` gives what draws for some of them.

    Each want is tried alone, and then with each other: which of them can never be, and which exclude each other, is
    told of those that were ruled out, not of those that were only not found.
    """
    for want in wants:
        if not want.goals:
            return f"There can be no case in which {want.words}: {_never_so(guidance)}."
        if _is_refuted(builder, [want], drawer):
            return f"No case of {pack} can be one in which {want.words}{_known(builder, want)}."
    for one, other in combinations(wants, 2):
        if _is_refuted(builder, [one, other], drawer):
            return f"That {one.words} and that {other.words} exclude each other in the cases of {pack}."
    together = "; ".join(want.words for want in wants)
    if len(wants) > 2 and _is_refuted(builder, wants, drawer):
        return f"No case of {pack} can meet all of this together: {together}."
    return f"No case of {pack} was found that meets this: {together}; it was not ruled out that there is one."


def _never_so(guidance: str) -> str:
    return f"{guidance} has no rule by which that could be so"


def _known(builder: Builder, want: Want) -> str:
    """For how many there are: how many there can be."""
    counted = [aim for goal in want.goals for aim in goal if isinstance(aim, Count)]
    if not counted:
        return ", whatever is drawn"
    least, most = builder.how_many(counted[0].subjects)
    return f"; its cases have {least} to {most}"


def _is_refuted(builder: Builder, wants: Sequence[Want], drawer: Drawer) -> bool:
    try:
        builder.build("why", wants, drawer(wants), TRIES[CHEAP - 1 :])
    except Refuted:
        return True
    except NotFound:
        return False
    return False
