"""The questions about each child but its outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answer import Answer, table
from .notation import cell

if TYPE_CHECKING:
    from .words import Case, Child

ROLE = table(
    ("suspect", "witness", "victim"),
    """
has not acted | C(i) IG11 | E(i) IG11 | C(s) IG11
harmed only | A(i) IG11 | E(i) IG11 PS2.4 | C(s) IG11
harmed | E(i) IG9 IG11 | A(i) PS2.4 | C(s) IG11
perhaps harmed | A(i) IG11 | A(i) IG11 PS2.4 | C(s) IG11
wronged | E(i) IG9 IG11 | A(i) IG11 IG20 | C(s) IG11
otherwise | E(i) IG9 IG11 | C(i) IG11 | C(s) IG11
""",
)
NOTIFY = table(
    ("now", "after_outcome", "never"),
    """
aggravated | E(s) IG21 | C(s) IG21 | C(s) IG21
suspected | E(i) IG16 PS2.3 | C(i) IG16 PS2.3 | C(i) IG16 PS2.3
otherwise | E(s) IG22 | C(i) IG22 | C(s) IG22
""",
)
CONCERN = table(
    ("at_risk", "in_need"),
    """
aggravated | E(s) IG21 | D(i) IG21
suspected | A(i) IG16 | A(i) IG16
not consensual | A(i) IG16 | A(i) IG22
otherwise | D(i) IG22 | E(s) IG22
""",
)
PARENTS = table(
    ("inform_and_hear", "consult_unit_first", "not_considered"),
    """
implicated | C(i) IG16 | E(i) IG16 IG24 | C(s) IG24
otherwise | E(i) IG24 | A(i) IG24 | C(s) IG24
""",
)
DELETION = table(
    ("consider_formal_investigation", "accept"),
    """
doubted | E(s) IG22 | C(i) IG22
beyond_reach | E(i) IG22 PS1.5 | D(i) IG22 PS1.5
""",
)
UNIT = {True: (cell("E(i) IG21"), cell("C(i) IG21")), False: (cell("E(i) IG22"), cell("C(i) IG22"))}


def role(child: Child) -> Answer:
    """As what the child is recorded."""
    if not child.acted:
        row = "has not acted"
    elif child.harmed_only:
        row = "harmed only"
    elif child.harmed:
        row = "harmed"
    elif child.perhaps_harmed and child.own_only:
        row = "perhaps harmed"
    elif child.wronged and child.own_only:
        row = "wronged"
    else:
        row = "otherwise"
    return Answer("role", child.name, row, ROLE[row], row == "perhaps harmed")


def notify(case: Case, child: Child) -> Answer:
    """When the referral unit is told."""
    if case.aggravated:
        row = "aggravated"
    elif case.suspected or not case.consensual:
        row = "suspected"
    else:
        row = "otherwise"
    return Answer("notify", child.name, row, NOTIFY[row])


def concern(case: Case, child: Child) -> Answer:
    """As what the unit is asked to consider the child."""
    if case.aggravated:
        row = "aggravated"
    elif case.suspected:
        row = "suspected"
    elif not case.consensual:
        row = "not consensual"
    else:
        row = "otherwise"
    return Answer("concern", child.name, row, CONCERN[row], row in ("suspected", "not consensual"))


def referral_unit(case: Case, child: Child) -> Answer:
    """Which unit is told."""
    right, wrong = UNIT[case.aggravated]
    in_city = child.home == "city"
    options = {"city_unit": right if in_city else wrong, "county_unit": wrong if in_city else right}
    return Answer("referral_unit", child.name, "aggravated" if case.aggravated else "otherwise", options)


def parents(child: Child) -> Answer:
    """Whether the parents are heard."""
    row = "implicated" if child.parents == "implicated" else "otherwise"
    return Answer("parents", child.name, row, PARENTS[row])


def deletion_asked(case: Case, child: Child) -> bool:
    """Whether anybody asks what an unsettled deletion leads to."""
    return case.grade == "none" and case.consensual and case.deletion_in_doubt(child)


def deletion(case: Case, child: Child) -> Answer:
    """What an unsettled deletion leads to."""
    return Answer("deletion", child.name, child.deletion, DELETION[child.deletion])
