"""Every row and cell of `response` and `devices`, which share their rows."""

from __future__ import annotations

from .example import example
from .notation import facts

A, B = "A took_own shared_own", "B kept_other"
DONE = ("A took_own shared_own deletion=satisfied", "B kept_other deletion=satisfied")
BULLYING = ("bullying suspected B>A",)
NEGATED = ("bullying suspected B>A triage=negated",)

_R1 = (
    "full_investigation: E(s) IG21 | initial_investigation: C(i) IG21 | no_investigation: C(s) IG21",
    "seize_and_submit_htcu: E(s) IG21 | seize_and_liaise_htcuc: D(i) IG21 | owner_factory_reset: C(i) IG21"
    " | officer_deletes: C(i) IG21 | return_then_factory_reset: C(i) IG21 | leave_with_owner: C(s) IG21",
)
_R2 = (
    "silent: full_investigation: A(i) IG21 IG23 | initial_investigation: A(i) IG23"
    " | no_investigation: D(i) IG22 IG23",
    "silent: seize_and_submit_htcu: A(i) IG23 | seize_and_liaise_htcuc: A(i) IG23"
    " | owner_factory_reset: C(i) IG23 | officer_deletes: C(i) IG23"
    " | return_then_factory_reset: D(i) IG23 | leave_with_owner: C(i) IG23",
)
_R3 = (
    "full_investigation: D(i) IG21 IG23 | initial_investigation: E(s) IG23"
    " | no_investigation: C(i) IG22 IG23",
    "seize_and_submit_htcu: D(i) IG23 | seize_and_liaise_htcuc: E(s) IG23 | owner_factory_reset: C(i) IG23"
    " | officer_deletes: C(i) IG23 | return_then_factory_reset: C(i) IG23 | leave_with_owner: C(s) IG23",
)
_R4 = (
    "silent: full_investigation: A(i) IG7 IG8 | initial_investigation: D(i) IG8 | no_investigation: A(i) IG8",
    "silent: seize_and_submit_htcu: A(i) IG7 | seize_and_liaise_htcuc: D(i) IG8"
    " | owner_factory_reset: C(i) IG7 | officer_deletes: C(i) IG22"
    " | return_then_factory_reset: A(i) IG23 | leave_with_owner: C(i) IG7",
)
_R5 = (
    "silent: full_investigation: A(i) IG7 IG8 | initial_investigation: E(i) IG7 IG8"
    " | no_investigation: D(i) IG22",
    "silent: seize_and_submit_htcu: A(i) IG7 | seize_and_liaise_htcuc: E(i) IG7 IG23"
    " | owner_factory_reset: C(i) IG7 | officer_deletes: C(i) IG22"
    " | return_then_factory_reset: C(i) IG7 | leave_with_owner: C(i) IG7",
)
_R6 = (
    "full_investigation: A(i) IG22 | initial_investigation: E(i) IG22 | no_investigation: D(i) IG22",
    "seize_and_submit_htcu: A(i) IG22 | seize_and_liaise_htcuc: E(i) IG22 | owner_factory_reset: D(i) IG22"
    " | officer_deletes: C(s) IG22 | return_then_factory_reset: D(i) IG22 | leave_with_owner: C(i) IG22",
)
_R7_RESPONSE = (
    "full_investigation: C(i) IG23 | initial_investigation: D(i) IG23 | no_investigation: E(i) IG23"
)
_R7_NEGATED = (
    _R7_RESPONSE,
    "seize_and_submit_htcu: C(i) IG23 | seize_and_liaise_htcuc: C(i) IG23 | owner_factory_reset: A(i) IG23"
    " | officer_deletes: C(s) IG22 | return_then_factory_reset: E(s) IG23 | leave_with_owner: C(s) IG23",
)
_R7_CONCLUDED = (
    _R7_RESPONSE,
    "seize_and_submit_htcu: C(i) IG23 | seize_and_liaise_htcuc: C(i) IG23 | owner_factory_reset: A(i) IG23"
    " | officer_deletes: C(s) IG22 | return_then_factory_reset: E(i) IG23 | leave_with_owner: C(s) IG23",
)
_R8 = (
    "silent: full_investigation: D(i) IG22 | initial_investigation: E(i) IG22 | no_investigation: C(i) IG22",
    "silent: seize_and_submit_htcu: D(i) IG22 | seize_and_liaise_htcuc: E(i) IG22 IG23"
    " | owner_factory_reset: C(i) IG22 | officer_deletes: C(i) IG22"
    " | return_then_factory_reset: C(i) IG22 | leave_with_owner: C(i) IG22",
)
_R9 = (
    "full_investigation: C(i) IG13 IG22 | initial_investigation: D(i) IG22 | no_investigation: E(i) IG22",
    "seize_and_submit_htcu: C(i) IG22 | seize_and_liaise_htcuc: D(i) IG22 | owner_factory_reset: A(i) IG22"
    " | officer_deletes: C(s) IG22 | return_then_factory_reset: E(i) IG22 IG23 | leave_with_owner: C(s) IG22",
)
_R10 = (
    "full_investigation: C(i) IG13 IG22 | initial_investigation: D(i) IG22 | no_investigation: E(s) IG22",
    "seize_and_submit_htcu: C(i) IG22 | seize_and_liaise_htcuc: D(i) IG22 | owner_factory_reset: E(s) IG22"
    " | officer_deletes: C(s) IG22 | return_then_factory_reset: D(i) IG22 | leave_with_owner: C(s) IG22",
)

_CASES = [
    ("R1 believed", facts(A, B, factors=("bullying believed B>A",)), _R1),
    (
        "R1 established, not consensual",
        facts(A, B, factors=("fraud established unknown",), consensual=False),
        _R1,
    ),
    ("R1 previous warning", facts("A shared_own previous=police_warning_1978_documented", B), _R1),
    (
        "R1 full investigation concluded",
        facts(A, B, factors=("bullying believed B>A",), investigation="full_concluded"),
        _R1,
    ),
    (
        "R1 one established, one negated",
        facts(A, B, factors=("force established B>A", *NEGATED), investigation="initial_concluded"),
        _R1,
    ),
    ("R2 initial", facts(*DONE, factors=BULLYING, investigation="initial_concluded"), _R2),
    (
        "R2 full, not consensual",
        facts(A, B, factors=BULLYING, consensual=False, investigation="full_concluded"),
        _R2,
    ),
    ("R3 nothing begun", facts(A, B, factors=BULLYING), _R3),
    ("R3 open, one negated", facts(A, B, factors=(*BULLYING, *NEGATED), investigation="initial"), _R3),
    ("R3 not consensual", facts(A, B, factors=BULLYING, consensual=False, investigation="full"), _R3),
    ("R4 initial", facts(A, B, consensual=False, investigation="initial_concluded"), _R4),
    ("R4 full", facts(A, B, consensual=False, factors=NEGATED, investigation="full_concluded"), _R4),
    ("R5 nothing begun", facts(A, B, consensual=False), _R5),
    (
        "R5 open, negated, doubted",
        facts(A, "B kept_other deletion=doubted", consensual=False, factors=NEGATED, investigation="initial"),
        _R5,
    ),
    ("R6 doubted", facts(A, "B kept_other deletion=doubted"), _R6),
    (
        "R6 doubted, concluded",
        facts(A, "B kept_other deletion=doubted", investigation="full_concluded"),
        _R6,
    ),
    ("R6 beyond reach", facts(A, "B kept_other deletion=beyond_reach agrees=false"), _R6),
    (
        "R6 beyond reach, negated, open",
        facts(A, "B kept_other deletion=beyond_reach", factors=NEGATED, investigation="initial"),
        _R6,
    ),
    (
        "R6 doubted of a child without an offence act",
        facts(*DONE, "C deleted_on_receipt deletion=doubted"),
        _R6,
    ),
    ("R7 negated, open", facts(A, B, factors=NEGATED, investigation="initial"), _R7_NEGATED),
    (
        "R7 negated, concluded, not all agree",
        facts(A, "B kept_other agrees=false", factors=NEGATED, investigation="full_concluded"),
        _R7_NEGATED,
    ),
    ("R7 concluded", facts(*DONE, investigation="initial_concluded"), _R7_CONCLUDED),
    (
        "R7 concluded, beyond reach",
        facts(A, "B kept_other deletion=beyond_reach agrees=false", investigation="full_concluded"),
        _R7_CONCLUDED,
    ),
    ("R8 nothing begun", facts(A, "B kept_other agrees=false"), _R8),
    ("R8 open", facts("A took_own shared_own agrees=false", B, investigation="full"), _R8),
    (
        "R8 a child without an offence act, deletion pending",
        facts(*DONE, "C reported deletion=pending agrees=false"),
        _R8,
    ),
    ("R9 initial", facts(A, B, investigation="initial"), _R9),
    ("R9 full", facts(*DONE, investigation="full"), _R9),
    ("R10 pending", facts(A, B), _R10),
    ("R10 nobody else's agreement counts", facts(*DONE, "C told_only agrees=false"), _R10),
    (
        "R10 an adult's keys are not read",
        facts(*DONE, "C reported age=50 agrees=false deletion=doubted parents=implicated"),
        _R10,
    ),
]

EXAMPLES = [
    example(question, name, "case", name.split()[0], case, written[place])
    for name, case, written in _CASES
    for place, question in enumerate(("response", "devices"))
]
