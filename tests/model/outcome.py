"""The outcome of each child, and what supports it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answer import Answer
from .notation import Cell, cell
from .words import WARNED

if TYPE_CHECKING:
    from .words import Case, Child

CODES = ("code_1", "code_2", "code_10", "code_21", "no_code", "not_yet")
SILENT = frozenset({"O10", "O12", "O14", "O18"})
OUTCOME = """
O1 | C(i) IG11 | C(i) IG11 | C(i) IG11 | C(i) IG11 | E(i) IG11 | A(i) IG11
O2 | C(i) IG21 | C(i) IG21 | C(i) IG21 | C(i) IG21 | † | E(i) IG21
O3 | § | C(i) IG13 | A(i) IG20 IG23 | C(i) IG22 | E(i) IG11 PS2.4 | C(i) IG23
O4 | D(i) IG15 PS1.8 | E(s) IG21 PS1.8 | A(i) IG13 IG20 | C(i) IG22 | † | C(i) IG23
O5 | D(i) IG20 | A(i) IG20 IG21 | E(i) IG20 PS2.4 | C(i) IG22 | A(i) IG11 | C(i) IG23
O6 | E(s) IG21 | E(s) IG21 | D(i) IG2 IG23 | C(i) IG22 | † | C(i) IG23
O7 | A(s) IG21 PS1.8 | E(s) IG21 | D(i) IG2 IG23 | C(i) IG22 | † | C(i) IG23
O8 | § | C(i) IG13 | E(i) IG20 IG23 | C(i) IG22 | † | C(i) IG23
O9 | D(i) IG20 PS1.8 | A(i) IG21 | E(i) IG20 IG23 | C(i) IG22 | † | C(i) IG23
O10 | D(i) IG23 | D(i) IG23 | A(i) IG23 | C(i) IG22 | † | A(i) IG23
O11 | C(i) IG23 | C(i) IG23 | C(i) IG23 | C(i) IG23 | † | E(i) IG23
O12 | C(i) IG7 | C(i) IG7 | C(i) IG23 | C(i) IG22 | C(i) IG11 | E(i) IG7 IG8
O13 | § | C(i) IG13 | E(i) IG20 IG23 | C(i) IG22 | C(i) IG11 | C(i) IG23
O14 | D(i) IG7 IG8 | A(i) IG7 IG8 | A(i) IG23 | C(i) IG22 | C(i) IG11 | D(i) IG8
O15 | ‡ | ‡ | C(i) IG22 IG23 | C(i) IG22 | C(i) IG11 | E(i) IG22
O16 | ‡ | ‡ | D(i) IG23 | C(i) IG22 IG23 | C(i) IG11 | E(i) IG22 IG23
O17 | ‡ | ‡ | ten | C(i) IG22 IG23 | C(i) IG11 | A(i) IG23
O18 | ‡ | ‡ | C(i) IG22 IG23 | C(i) IG22 | C(i) IG11 | E(i) IG22
O19 | ‡ | ‡ | C(i) IG22 IG23 | C(i) IG22 | C(i) IG11 | E(i) IG22
O20 | ‡ | ‡ | C(i) IG22 IG23 | A(i) IG20 IG22 | C(i) IG11 | E(i) IG22
O21 | ‡ | ‡ | C(i) IG22 IG23 | E(s) IG22 | C(i) IG11 | C(i) IG22
"""
SHARED = ("†", "§", "‡", "ten")
ROWS: dict[str, list[Cell | str]] = {
    name: [written if written in SHARED else cell(written) for written in row]
    for name, *row in ([part.strip() for part in line.split("|")] for line in OUTCOME.strip().splitlines())
}
WITNESS, NO_WITNESS = cell("A(i) IG11"), cell("C(i) IG11")
MADE_AND_SHARED, NOT_BOTH = cell("C(s) IG15"), cell("C(i) IG15")
OWN_CAUTION = cell("C(i) IG13")
LOOKED_INTO, NOT_LOOKED_INTO = cell("D(i) IG23 PS1.8"), cell("C(i) IG22 PS1.8")
NEGATED_TEN, CONCLUDED_TEN = cell("E(s) IG23"), cell("E(i) IG23")

PROGRAMME, PROGRAMME_AGAIN = cell("E(s) PS1.8"), cell("A(i) PS1.8")
NOTHING, NOTHING_MORE = cell("C(i) PS1.8"), cell("D(i) PS1.8")
NOBODY, REFUSED = cell("D(i) PS1.8"), cell("C(s) PS1.8")
ALL_GIVEN, ASK_FIRST = cell("E(s) PS1.8 PS2.2"), cell("A(i) PS1.8")


def outcome(case: Case, child: Child) -> Answer:
    """How it ends for this child."""
    row = _row(case, child)
    options = {
        code: _shared(written, code, case, child) if isinstance(written, str) else written
        for code, written in zip(CODES, ROWS[row], strict=True)
    }
    return Answer("outcome", child.name, row, options, row in SILENT)


def _row(case: Case, child: Child) -> str:
    if not child.acted:
        return "O1"
    if case.aggravated:
        return "O2" if case.investigation != "full_concluded" else _aggravated_row(child)
    if case.suspected:
        return "O10" if case.concluded else "O11"
    if not case.consensual:
        if not case.concluded:
            return "O12"
        return "O13" if child.own_only else "O14"
    return _nothing_aggravating_row(case, child)


def _aggravated_row(child: Child) -> str:
    if child.harmed_only:
        return "O3"
    if child.own_only and child.attributed == {"previous_warning"}:
        return "O4"
    if child.attributed and child.harmed:
        return "O5"
    if "previous_warning" in child.attributed:
        return "O6"
    if child.attributed:
        return "O7"
    return "O8" if child.own_only else "O9"


def _nothing_aggravating_row(case: Case, child: Child) -> str:
    if not case.concluded and child.outstanding:
        return "O15"
    if child.deletion in ("pending", "doubted"):
        return "O16"
    if case.negated or case.concluded:
        return "O17"
    if not case.all_agree:
        return "O18"
    if case.open:
        return "O19"
    if any(other.outstanding for other in case.children if other is not child):
        return "O20"
    return "O21"


def _shared(mark: str, code: str, case: Case, child: Child) -> Cell:
    if mark == "†":
        return WITNESS if child.may_be_witness else NO_WITNESS
    if mark == "ten":
        return NEGATED_TEN if case.negated else CONCLUDED_TEN
    if mark == "‡" and not child.own_only:
        return LOOKED_INTO if case.negated or case.concluded else NOT_LOOKED_INTO
    if code == "code_2":
        return OWN_CAUTION
    return MADE_AND_SHARED if child.made_and_shared_own else NOT_BOTH


def support_asked(child: Child) -> bool:
    """Whether anybody asks what supports this child's outcome."""
    return child.acted and not child.harmed_only


def support(case: Case, child: Child) -> Answer:
    """What supports the outcome."""
    warned = child.previous == WARNED
    consents = [other.restorative for other in case.children if other.name in child.wronged_by_this_child]
    if not consents:
        justice = NOBODY
    elif "refused" in consents:
        justice = REFUSED
    elif all(consent == "given" for consent in consents):
        justice = ALL_GIVEN
    else:
        justice = ASK_FIRST
    options = {
        "education_programme": PROGRAMME_AGAIN if warned else PROGRAMME,
        "restorative_justice": justice,
        "nothing": NOTHING_MORE if warned else NOTHING,
    }
    return Answer("support", child.name, "any", options)
