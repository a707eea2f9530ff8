"""The questions on the assessment: the factors, and the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answer import Answer, table
from .notation import cell
from .words import GRADES, KINDS

if TYPE_CHECKING:
    from .words import Case, Child

FACTOR_GRADE = table(
    ("established", "believed", "suspected", "no_realistic_likelihood"),
    """
established | E(i) IG19 IG21 | A(i) IG21 | C(i) IG21 IG23 | C(i) IG21 IG22
believed | D(i) IG19 | E(i) IG19 IG21 | C(i) IG21 IG23 | C(i) IG21 IG22
suspected | C(i) IG23 | D(i) IG21 IG23 | E(i) IG19 IG23 | C(i) IG22 IG23
none | C(i) IG22 | C(i) IG22 | D(i) IG22 IG23 | E(i) IG19 IG22
""",
)
LABEL = table(
    ("sexting", "offence_on_circumstances", "undetermined"),
    """
aggravated | C(s) IG6 IG7 | E(s) IG7 IG8 | C(i) IG7
suspected | D(i) IG6 | D(i) IG8 | E(i) IG6 IG23
otherwise | E(s) IG6 | D(i) IG6 | C(i) IG6
""",
)
NOBODY_TOOK_OWN, PERHAPS_HARM, PRODUCED = cell("D(i) IG5"), cell("D(i) IG5 PS2.4"), cell("A(s) IG5")
OFFENCES = table(
    ("consider_others", "section_1_only"),
    """
aggravated | E(i) IG7 IG8 | D(i) IG8
suspected | A(i) IG8 | E(i) IG9
otherwise | D(i) IG8 | E(i) IG9
""",
)
SILENT_ROUTES = frozenset({"R2", "R4", "R5", "R8"})
RESPONSE = table(
    ("full_investigation", "initial_investigation", "no_investigation"),
    """
R1 | E(s) IG21 | C(i) IG21 | C(s) IG21
R2 | A(i) IG21 IG23 | A(i) IG23 | D(i) IG22 IG23
R3 | D(i) IG21 IG23 | E(s) IG23 | C(i) IG22 IG23
R4 | A(i) IG7 IG8 | D(i) IG8 | A(i) IG8
R5 | A(i) IG7 IG8 | E(i) IG7 IG8 | D(i) IG22
R6 | A(i) IG22 | E(i) IG22 | D(i) IG22
R7 | C(i) IG23 | D(i) IG23 | E(i) IG23
R8 | D(i) IG22 | E(i) IG22 | C(i) IG22
R9 | C(i) IG13 IG22 | D(i) IG22 | E(i) IG22
R10 | C(i) IG13 IG22 | D(i) IG22 | E(s) IG22
""",
)
DEVICES = table(
    (
        "seize_and_submit_htcu",
        "seize_and_liaise_htcuc",
        "owner_factory_reset",
        "officer_deletes",
        "return_then_factory_reset",
        "leave_with_owner",
    ),
    """
R1 | E(s) IG21 | D(i) IG21 | C(i) IG21 | C(i) IG21 | C(i) IG21 | C(s) IG21
R2 | A(i) IG23 | A(i) IG23 | C(i) IG23 | C(i) IG23 | D(i) IG23 | C(i) IG23
R3 | D(i) IG23 | E(s) IG23 | C(i) IG23 | C(i) IG23 | C(i) IG23 | C(s) IG23
R4 | A(i) IG7 | D(i) IG8 | C(i) IG7 | C(i) IG22 | A(i) IG23 | C(i) IG7
R5 | A(i) IG7 | E(i) IG7 IG23 | C(i) IG7 | C(i) IG22 | C(i) IG7 | C(i) IG7
R6 | A(i) IG22 | E(i) IG22 | D(i) IG22 | C(s) IG22 | D(i) IG22 | C(i) IG22
R7 negated | C(i) IG23 | C(i) IG23 | A(i) IG23 | C(s) IG22 | E(s) IG23 | C(s) IG23
R7 | C(i) IG23 | C(i) IG23 | A(i) IG23 | C(s) IG22 | E(i) IG23 | C(s) IG23
R8 | D(i) IG22 | E(i) IG22 IG23 | C(i) IG22 | C(i) IG22 | C(i) IG22 | C(i) IG22
R9 | C(i) IG22 | D(i) IG22 | A(i) IG22 | C(s) IG22 | E(i) IG22 IG23 | C(s) IG22
R10 | C(i) IG22 | D(i) IG22 | E(s) IG22 | C(s) IG22 | D(i) IG22 | C(s) IG22
""",
)
ADULT = table(
    ("pursue", "not_pursued"),
    """
adult | E(s) PS2.4 | C(s) PS2.4
unknown | E(i) PS1.4 PS2.4 | D(i) PS2.4
took_own | A(i) PS1.4 | E(i) PS2.4
otherwise | D(i) PS2.4 | E(i) PS2.4
""",
)
THIS_CHILD, NOT_THIS_CHILD = cell("E(i) IG20"), cell("C(i) IG20")


def factor_grade(case: Case, kind: str) -> Answer:
    """How sure of one kind of factor."""
    grades = [factor.grade for factor in case.factors if factor.kind == kind]
    grade = max(grades, key=GRADES.index, default="none")
    return Answer("factor_grade", kind, grade, FACTOR_GRADE[grade])


def attributed_factors(child: Child) -> Answer:
    """Whose the factors are."""
    options = {kind: THIS_CHILD if kind in child.by_any_grade else NOT_THIS_CHILD for kind in KINDS}
    options["none"] = NOT_THIS_CHILD if child.by_any_grade else THIS_CHILD
    return Answer("attributed_factors", child.name, "any", options)


def label(case: Case) -> Answer:
    """What the case is called."""
    row = _aggravated_first(case)
    if not case.some_took_own:
        images = NOBODY_TOOK_OWN
    elif case.some_harming:
        images = PERHAPS_HARM
    else:
        images = PRODUCED
    return Answer("label", "case", row, LABEL[row] | {"youth_produced_sexual_images": images})


def offences(case: Case) -> Answer:
    """Whether other offences are considered."""
    row = _aggravated_first(case)
    return Answer("offences", "case", row, OFFENCES[row])


def response(case: Case) -> Answer:
    """What is investigated."""
    row = _route(case)
    return Answer("response", "case", row, RESPONSE[row], row in SILENT_ROUTES)


def devices(case: Case) -> Answer:
    """What becomes of the devices."""
    row = _route(case)
    cells = DEVICES["R7 negated" if row == "R7" and case.negated else row]
    return Answer("devices", "case", row, cells, row in SILENT_ROUTES)


def adult_line_of_enquiry(case: Case) -> Answer:
    """Whether an adult is looked for."""
    if any(factor.kind == "adult_involvement" for factor in case.factors):
        row = "adult"
    elif any(factor.by == "unknown" for factor in case.factors):
        row = "unknown"
    elif case.some_took_own:
        row = "took_own"
    else:
        row = "otherwise"
    return Answer("adult_line_of_enquiry", "case", row, ADULT[row])


def _aggravated_first(case: Case) -> str:
    if case.aggravated or not case.consensual:
        return "aggravated"
    return "suspected" if case.suspected else "otherwise"


def _route(case: Case) -> str:
    if case.aggravated:
        return "R1"
    if case.suspected:
        return "R2" if case.concluded else "R3"
    if not case.consensual:
        return "R4" if case.concluded else "R5"
    if any(case.deletion_in_doubt(child) for child in case.children):
        return "R6"
    if case.negated or case.concluded:
        return "R7"
    if not case.all_agree:
        return "R8"
    return "R9" if case.open else "R10"
