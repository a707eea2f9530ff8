"""The decision model as one person read it: every decision that facts ask for, by plain if-chains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import assessment, children, outcome, report
from .words import KINDS, Case

if TYPE_CHECKING:
    from .answer import Answer
    from .notation import Facts


def answers(facts: Facts) -> list[Answer]:
    """Every decision that possible facts ask for, in the model's order."""
    case = Case(facts)
    each = case.children
    found = report.answers(case)
    found += [assessment.factor_grade(case, kind) for kind in KINDS]
    found += [assessment.attributed_factors(child) for child in each]
    found += [
        assessment.label(case),
        assessment.offences(case),
        assessment.response(case),
        assessment.devices(case),
        assessment.adult_line_of_enquiry(case),
    ]
    found += [children.role(child) for child in each]
    found += [children.notify(case, child) for child in each]
    found += [children.concern(case, child) for child in each]
    found += [children.referral_unit(case, child) for child in each]
    found += [children.parents(child) for child in each]
    found += [children.deletion(case, child) for child in each if children.deletion_asked(case, child)]
    found += [outcome.outcome(case, child) for child in each]
    found += [outcome.support(case, child) for child in each if outcome.support_asked(child)]
    return found
