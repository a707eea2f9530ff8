"""Every row and cell of `outcome` where something aggravates, is suspected, or consent is wanting."""

from __future__ import annotations

from .example import Example, example
from .notation import Facts, facts

A, B = "A took_own shared_own", "B kept_other"
ONE_ACT_A = "A took_own"
"""Has made an image of themselves and shared none: the § has its other branch."""
LET_A = "A permitted_own posted_own"
SHARER_B = "B kept_other shared_own"
WARNED = "previous=police_warning_1978_documented"
FORWARDED = ("onward_forwarding believed B>A",)
FULL = "full_concluded"


def _outcome(name: str, case: Facts, written: str, subject: str = "A") -> Example:
    return example("outcome", name, subject, name.split(maxsplit=1)[0], case, written)


_O1 = "1: C(i) IG11 | 2: C(i) IG11 | 10: C(i) IG11 | 21: C(i) IG11 | no_code: E(i) IG11 | not_yet: A(i) IG11"
_O2 = "1: C(i) IG21 | 2: C(i) IG21 | 10: C(i) IG21 | 21: C(i) IG21 | not_yet: E(i) IG21"
_O3 = "2: C(i) IG13 | 10: A(i) IG20 IG23 | 21: C(i) IG22 | no_code: E(i) IG11 PS2.4 | not_yet: C(i) IG23"
_O4 = "1: D(i) IG15 PS1.8 | 2: E(s) IG21 PS1.8 | 10: A(i) IG13 IG20 | 21: C(i) IG22 | not_yet: C(i) IG23"
_O5 = (
    "1: D(i) IG20 | 2: A(i) IG20 IG21 | 10: E(i) IG20 PS2.4 | 21: C(i) IG22"
    " | no_code: A(i) IG11 | not_yet: C(i) IG23"
)
_O6 = "1: E(s) IG21 | 2: E(s) IG21 | 10: D(i) IG2 IG23 | 21: C(i) IG22 | not_yet: C(i) IG23"
_O7 = "1: A(s) IG21 PS1.8 | 2: E(s) IG21 | 10: D(i) IG2 IG23 | 21: C(i) IG22 | not_yet: C(i) IG23"
_O8 = "2: C(i) IG13 | 10: E(i) IG20 IG23 | 21: C(i) IG22 | not_yet: C(i) IG23"
_O9 = "1: D(i) IG20 PS1.8 | 2: A(i) IG21 | 10: E(i) IG20 IG23 | 21: C(i) IG22 | not_yet: C(i) IG23"
_O10 = "silent: 1: D(i) IG23 | 2: D(i) IG23 | 10: A(i) IG23 | 21: C(i) IG22 | not_yet: A(i) IG23"
_O11 = "1: C(i) IG23 | 2: C(i) IG23 | 10: C(i) IG23 | 21: C(i) IG23 | not_yet: E(i) IG23"
_O12 = (
    "silent: 1: C(i) IG7 | 2: C(i) IG7 | 10: C(i) IG23 | 21: C(i) IG22"
    " | no_code: C(i) IG11 | not_yet: E(i) IG7 IG8"
)
_O13 = "2: C(i) IG13 | 10: E(i) IG20 IG23 | 21: C(i) IG22 | no_code: C(i) IG11 | not_yet: C(i) IG23"
_O14 = (
    "silent: 1: D(i) IG7 IG8 | 2: A(i) IG7 IG8 | 10: A(i) IG23 | 21: C(i) IG22"
    " | no_code: C(i) IG11 | not_yet: D(i) IG8"
)
_WITNESS, _NO_WITNESS = " | no_code: A(i) IG11", " | no_code: C(i) IG11"
_MADE_AND_SHARED, _NOT_BOTH = " | 1: C(s) IG15", " | 1: C(i) IG15"

NOT_ACTED = [
    _outcome("O1 told", facts("A told_only", "B shared_own"), _O1),
    _outcome("O1 aggravated", facts("A reported", SHARER_B, factors=("force believed B>A",)), _O1),
    _outcome(
        "O1 aggravated and concluded",
        facts("A reported", SHARER_B, factors=("force believed B>A",), investigation=FULL),
        _O1,
    ),
    _outcome(
        "O1 a suspicion is no act", facts("A told_only", SHARER_B, factors=("fraud suspected A>B",)), _O1
    ),
    _outcome("O1 deletion pending", facts("A reported deletion=pending", SHARER_B), _O1),
]

BEFORE_FULL = [
    _outcome("O2 harmed", facts(A, B, factors=("force believed B>A",)), _O2 + _WITNESS),
    _outcome(
        "O2 harmed, not own only",
        facts("A shared_own kept_other", B, factors=("force believed B>A",), investigation="full"),
        _O2 + _WITNESS,
    ),
    _outcome("O2 wronged, own only", facts(A, "B forwarded", factors=FORWARDED), _O2 + _WITNESS),
    _outcome(
        "O2 perhaps harmed, own only",
        facts(A, B, factors=("force suspected B>A", "fraud believed B"), investigation="initial_concluded"),
        _O2 + _WITNESS,
    ),
    _outcome(
        "O2 attributed", facts("A told_only", SHARER_B, factors=("force believed A>B",)), _O2 + _NO_WITNESS
    ),
    _outcome(
        "O2 own only, nothing against them",
        facts(A, B, factors=("force believed B",), investigation="initial"),
        _O2 + _NO_WITNESS,
    ),
    _outcome(
        "O2 wronged, not own only",
        facts("A shared_own kept_other", "B forwarded", factors=FORWARDED),
        _O2 + _NO_WITNESS,
    ),
]


def _full(name: str, people: tuple[str, ...], factors: tuple[str, ...], written: str) -> Example:
    return _outcome(name, facts(*people, factors=factors, investigation=FULL), written)


AGGRAVATED = [
    _full("O3 made and shared", (A, B), ("force believed B>A",), _O3 + _MADE_AND_SHARED),
    _full(
        "O3 made and posted",
        ("A took_own posted_own", B),
        ("adult_involvement established unknown>A",),
        _O3 + _MADE_AND_SHARED,
    ),
    _full(
        "O3 warned before",
        (f"{A} {WARNED}", B),
        ("bullying suspected B>A triage=established",),
        _O3 + _MADE_AND_SHARED,
    ),
    _full("O3 made only", (ONE_ACT_A, SHARER_B), ("force believed B>A",), _O3 + _NOT_BOTH),
    _full("O3 let be taken and posted", (LET_A, B), ("fraud believed B>A",), _O3 + _NOT_BOTH),
    _full("O4 nothing against them", (f"{A} {WARNED}", B), (), _O4 + _NO_WITNESS),
    _full("O4 wronged", (f"{A} {WARNED}", "B forwarded"), FORWARDED, _O4 + _WITNESS),
    _full("O4 perhaps harmed", (f"{A} {WARNED}", B), ("force suspected B>A",), _O4 + _WITNESS),
    _full(
        "O4 a suspicion is not attributed", (f"{A} {WARNED}", B), ("fraud suspected A>B",), _O4 + _NO_WITNESS
    ),
    _full("O5 both harmed", (A, B), ("bullying believed B>A", "bullying believed A>B"), _O5),
    _full(
        "O5 not own only, warned",
        (f"A kept_other {WARNED}", SHARER_B),
        ("force established B>A",),
        _O5,
    ),
    _full(
        "O5 without an offence act",
        ("A told_only", SHARER_B),
        ("force established B>A", "bullying believed A>B"),
        _O5,
    ),
    _full("O6 not own only", (f"A kept_other {WARNED}", SHARER_B), (), _O6 + _NO_WITNESS),
    _full("O6 another factor too", (f"{A} {WARNED}", B), ("bullying believed A>B",), _O6 + _NO_WITNESS),
    _full(
        "O6 own only, perhaps harmed",
        (f"{A} {WARNED}", B),
        ("bullying believed A>B", "force suspected B>A"),
        _O6 + _WITNESS,
    ),
    _full(
        "O6 own only, wronged",
        (f"{A} {WARNED}", "B posted_other"),
        ("bullying believed A>B", *FORWARDED),
        _O6 + _WITNESS,
    ),
    _full(
        "O6 not own only, wronged",
        (f"{A} kept_other {WARNED}", "B posted_other"),
        FORWARDED,
        _O6 + _NO_WITNESS,
    ),
    _full("O7 forwarded", ("A forwarded", SHARER_B), ("onward_forwarding believed A>B",), _O7 + _NO_WITNESS),
    _full("O7 own only", (A, B), ("exploitation established A>B",), _O7 + _NO_WITNESS),
    _full(
        "O7 without an offence act", ("A told_only", SHARER_B), ("bullying believed A>B",), _O7 + _NO_WITNESS
    ),
    _full(
        "O7 own only, perhaps harmed",
        (A, B),
        ("fraud established A>B", "force suspected B>A"),
        _O7 + _WITNESS,
    ),
    _full(
        "O7 own only, wronged", (A, "B showed_other"), ("fraud established A>B", *FORWARDED), _O7 + _WITNESS
    ),
    _full(
        "O7 not own only, perhaps harmed",
        ("A shared_own kept_other", B),
        ("fraud established A>B", "force suspected B>A"),
        _O7 + _NO_WITNESS,
    ),
    _full("O8 made and shared", (A, B), ("fraud believed B",), _O8 + _MADE_AND_SHARED + _NO_WITNESS),
    _full("O8 made and shared, wronged", (A, "B forwarded"), FORWARDED, _O8 + _MADE_AND_SHARED + _WITNESS),
    _full(
        "O8 made and shared, perhaps harmed",
        (A, B),
        ("fraud believed B", "force suspected B>A"),
        _O8 + _MADE_AND_SHARED + _WITNESS,
    ),
    _full("O8 made only", (ONE_ACT_A, SHARER_B), ("fraud believed unknown",), _O8 + _NOT_BOTH + _NO_WITNESS),
    _full("O8 let be taken, wronged", (LET_A, "B forwarded"), FORWARDED, _O8 + _NOT_BOTH + _WITNESS),
    _full(
        "O9 nothing against them", ("A kept_other", "B shared_own"), ("fraud believed B",), _O9 + _NO_WITNESS
    ),
    _full("O9 harmed", ("A shared_own kept_other", B), ("force believed B>A",), _O9 + _WITNESS),
    _full(
        "O9 wronged, not own only", ("A shared_own kept_other", "B forwarded"), FORWARDED, _O9 + _NO_WITNESS
    ),
]

SUSPECTED = [
    _outcome(
        f"O10 {name}",
        facts(*people, factors=factors, investigation=investigation, consensual=consensual),
        _O10 + witness,
    )
    for name, people, factors, investigation, consensual, witness in (
        ("perhaps harmed", (A, B), ("force suspected B>A",), "initial_concluded", True, _WITNESS),
        ("suspected itself", (A, B), ("force suspected A>B",), "full_concluded", True, _NO_WITNESS),
        ("not consensual", (A, B), ("force suspected unknown",), FULL, False, _NO_WITNESS),
        (
            "forwarding suspected",
            (A, "B forwarded"),
            ("onward_forwarding suspected B>A triage=inconclusive",),
            FULL,
            True,
            _NO_WITNESS,
        ),
        (
            "perhaps harmed, not own only",
            ("A kept_other", SHARER_B),
            ("force suspected B>A",),
            FULL,
            True,
            _NO_WITNESS,
        ),
    )
] + [
    _outcome(
        f"O11 {name}",
        facts(*people, factors=factors, investigation=investigation, consensual=consensual),
        _O11 + witness,
    )
    for name, people, factors, investigation, consensual, witness in (
        ("perhaps harmed", (A, B), ("force suspected B>A",), "none", True, _WITNESS),
        ("open", (LET_A, B), ("force suspected unknown>A triage=inconclusive",), "initial", True, _WITNESS),
        ("suspected itself", (A, B), ("force suspected A>B",), "full", True, _NO_WITNESS),
        ("not consensual", (A, B), ("force suspected unknown",), "none", False, _NO_WITNESS),
        ("not own only", ("A kept_other", SHARER_B), ("force suspected B>A",), "none", True, _NO_WITNESS),
    )
]

NOT_CONSENSUAL = [
    _outcome(name, facts(*people, consensual=False, factors=factors, investigation=investigation), written)
    for name, people, factors, investigation, written in (
        ("O12 nothing begun", (A, B), (), "none", _O12),
        (
            "O12 open, negated",
            ("A took_other", B, "C shared_own"),
            ("force suspected B>A triage=negated",),
            "full",
            _O12,
        ),
        ("O13 made and shared", (A, B), (), "initial_concluded", _O13 + _MADE_AND_SHARED),
        ("O13 made only", (ONE_ACT_A, SHARER_B), (), FULL, _O13 + _NOT_BOTH),
        ("O13 let be taken", (LET_A, B), (), FULL, _O13 + _NOT_BOTH),
        ("O14 another's", ("A kept_other", SHARER_B), (), FULL, _O14),
        ("O14 own and another's", (f"{A} forwarded", B), (), "initial_concluded", _O14),
    )
]

EXAMPLES = [*NOT_ACTED, *BEFORE_FULL, *AGGRAVATED, *SUSPECTED, *NOT_CONSENSUAL]
