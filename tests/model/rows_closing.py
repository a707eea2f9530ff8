"""Every row and cell of `outcome` where nothing aggravates and all was consensual, and of `support`."""

from __future__ import annotations

from .example import Example, example, not_asked
from .notation import Facts, facts

B_DONE = "B kept_other deletion=satisfied"
SHARER_B = "B kept_other shared_own deletion=satisfied"
NEGATED = ("bullying suspected B>A triage=negated",)
WARNED = "previous=police_warning_1978_documented"
ENDS = {
    "O15": "10: C(i) IG22 IG23 | 21: C(i) IG22 | no_code: C(i) IG11 | not_yet: E(i) IG22",
    "O16": "10: D(i) IG23 | 21: C(i) IG22 IG23 | no_code: C(i) IG11 | not_yet: E(i) IG22 IG23",
    "O17": "10: E(i) IG23 | 21: C(i) IG22 IG23 | no_code: C(i) IG11 | not_yet: A(i) IG23",
    "O17n": "10: E(s) IG23 | 21: C(i) IG22 IG23 | no_code: C(i) IG11 | not_yet: A(i) IG23",
    "O18": "10: C(i) IG22 IG23 | 21: C(i) IG22 | no_code: C(i) IG11 | not_yet: E(i) IG22",
    "O19": "10: C(i) IG22 IG23 | 21: C(i) IG22 | no_code: C(i) IG11 | not_yet: E(i) IG22",
    "O20": "10: C(i) IG22 IG23 | 21: A(i) IG20 IG22 | no_code: C(i) IG11 | not_yet: E(i) IG22",
    "O21": "10: C(i) IG22 IG23 | 21: E(s) IG22 | no_code: C(i) IG11 | not_yet: C(i) IG22",
}
MADE_AND_SHARED = "1: C(s) IG15 | 2: C(i) IG13 | "
OWN = "1: C(i) IG15 | 2: C(i) IG13 | "
LOOKED_INTO = "1: D(i) IG23 PS1.8 | 2: D(i) IG23 PS1.8 | "
OTHERS = "1: C(i) IG22 PS1.8 | 2: C(i) IG22 PS1.8 | "


def _closing(end: str, name: str, codes: str, case: Facts) -> Example:
    row = end.removesuffix("n")
    written = ("silent: " if row == "O18" else "") + codes + ENDS[end]
    return example("outcome", f"{row} {name}", "A", row, case, written)


def _each(
    end: str,
    name: str,
    deletion: str,
    looked_into: bool,
    *others: str,
    factors: tuple[str, ...] = (),
    investigation: str = "none",
) -> list[Example]:
    """The kinds of act by which ‡ and § differ, all in one row."""
    kinds = (
        ("made and shared", "took_own shared_own", MADE_AND_SHARED),
        ("made and posted", "took_own posted_own", MADE_AND_SHARED),
        ("let be taken and shared", "permitted_own shared_own", OWN),
        ("another's", "forwarded", LOOKED_INTO if looked_into else OTHERS),
        ("own and another's", "took_own shared_own kept_other", LOOKED_INTO if looked_into else OTHERS),
    )
    return [
        _closing(end, f"{name}: {kind}", codes, _case(f"A {acts} {deletion}", others, factors, investigation))
        for kind, acts, codes in kinds
    ]


def _case(child: str, others: tuple[str, ...], factors: tuple[str, ...], investigation: str) -> Facts:
    return facts(child, *others, factors=factors, investigation=investigation)


CLOSING = [
    *_each("O15", "pending", "deletion=pending", False, SHARER_B),
    *_each("O15", "doubted, open", "deletion=doubted", False, SHARER_B, investigation="initial"),
    *_each("O15", "beyond reach", "deletion=beyond_reach agrees=false", False, SHARER_B),
    *_each("O15", "negated, open", "", True, SHARER_B, factors=NEGATED, investigation="full"),
    *_each("O16", "pending", "", True, SHARER_B, investigation="initial_concluded"),
    *_each(
        "O16",
        "doubted, negated",
        "deletion=doubted",
        True,
        SHARER_B,
        factors=NEGATED,
        investigation="full_concluded",
    ),
    *_each("O17n", "negated", "deletion=satisfied", True, SHARER_B, factors=NEGATED, investigation="initial"),
    *_each(
        "O17n",
        "negated, concluded, beyond reach",
        "deletion=beyond_reach",
        True,
        SHARER_B,
        factors=NEGATED,
        investigation="initial_concluded",
    ),
    *_each(
        "O17",
        "concluded",
        "deletion=satisfied",
        True,
        "B shared_own agrees=false",
        investigation="full_concluded",
    ),
    *_each(
        "O17",
        "concluded, beyond reach",
        "deletion=beyond_reach",
        True,
        SHARER_B,
        investigation="full_concluded",
    ),
    *_each("O18", "own refusal", "deletion=satisfied agrees=false", False, SHARER_B),
    *_each("O18", "another's refusal", "deletion=satisfied", False, "B shared_own agrees=false"),
    *_each("O18", "open", "deletion=satisfied", False, "B shared_own agrees=false", investigation="full"),
    *_each("O19", "full", "deletion=satisfied", False, SHARER_B, investigation="full"),
    *_each(
        "O19",
        "initial, another pending",
        "deletion=satisfied",
        False,
        "B shared_own",
        investigation="initial",
    ),
    *_each("O20", "another pending", "deletion=satisfied", False, "B shared_own"),
    *_each("O20", "another doubted", "deletion=satisfied", False, SHARER_B, "C reported deletion=doubted"),
    *_each("O20", "another beyond reach", "deletion=satisfied", False, "B shared_own deletion=beyond_reach"),
    *_each("O21", "all satisfied", "deletion=satisfied", False, SHARER_B),
    *_each("O21", "a bystander refuses", "deletion=satisfied", False, SHARER_B, "C told_only agrees=false"),
    *_each(
        "O21",
        "an adult is not read",
        "deletion=satisfied",
        False,
        SHARER_B,
        "C reported age=40 deletion=doubted",
    ),
]


def _support(name: str, case: Facts, written: str, subject: str = "A") -> Example:
    return example("support", name, subject, "any", case, written)


_ONE = ("A shared_own kept_other", "B shared_own")
FIRST, AGAIN = (
    "education_programme: E(s) PS1.8 | nothing: C(i) PS1.8",
    "education_programme: A(i) PS1.8 | nothing: D(i) PS1.8",
)
NOBODY, REFUSED = " | restorative_justice: D(i) PS1.8", " | restorative_justice: C(s) PS1.8"
GIVEN, ASK = " | restorative_justice: E(s) PS1.8 PS2.2", " | restorative_justice: A(i) PS1.8"
_GIVEN, _REFUSED = "B shared_own restorative=given", "B shared_own restorative=refused"

SUPPORT = [
    _support("nobody against whom", facts(*_ONE), FIRST + NOBODY),
    _support("a factor against nobody", facts(*_ONE, factors=("fraud believed A",)), FIRST + NOBODY),
    _support("only suspected", facts(_ONE[0], _GIVEN, factors=("fraud suspected A>B",)), FIRST + NOBODY),
    _support(
        "another's factor",
        facts(_ONE[0], "B shared_own", "C told_only restorative=given", factors=("force believed B>C",)),
        FIRST + NOBODY,
    ),
    _support("refused", facts(_ONE[0], _REFUSED, factors=("fraud believed A>B",)), FIRST + REFUSED),
    _support(
        "one refused, one given",
        facts(
            _ONE[0],
            _REFUSED,
            "C told_only restorative=given",
            factors=("fraud believed A>B", "force established A>C"),
        ),
        FIRST + REFUSED,
    ),
    _support("given", facts(_ONE[0], _GIVEN, factors=("fraud believed A>B",)), FIRST + GIVEN),
    _support(
        "established by triage, given",
        facts(_ONE[0], _GIVEN, factors=("fraud suspected A>B triage=established",), investigation="full"),
        FIRST + GIVEN,
    ),
    _support(
        "forwarded, given",
        facts("A forwarded", _GIVEN, factors=("onward_forwarding believed A>B,B",)),
        FIRST + GIVEN,
    ),
    _support("not asked", facts(*_ONE, factors=("fraud believed A>B",)), FIRST + ASK),
    _support(
        "one given, one not asked",
        facts(_ONE[0], _GIVEN, "C told_only", factors=("bullying established A>B,C",)),
        FIRST + ASK,
    ),
    _support(
        "without an offence act",
        facts("A told_only", "B shared_own", factors=("bullying believed A>B",)),
        FIRST + ASK,
    ),
    _support(
        "harmed, not own only",
        facts(*_ONE, factors=("bullying believed B>A",)),
        FIRST + NOBODY,
    ),
    _support(
        "wronged",
        facts("A shared_own", "B forwarded", factors=("onward_forwarding believed B>A",)),
        FIRST + NOBODY,
    ),
    _support("warned", facts(f"A shared_own {WARNED}", "B kept_other"), AGAIN + NOBODY),
    _support(
        "warned, refused",
        facts(f"A shared_own {WARNED}", _REFUSED, factors=("fraud believed A>B",)),
        AGAIN + REFUSED,
    ),
    _support(
        "warned, given",
        facts(f"A shared_own {WARNED}", _GIVEN, factors=("fraud believed A>B",)),
        AGAIN + GIVEN,
    ),
    _support(
        "warned, not asked",
        facts(f"A shared_own {WARNED}", "B shared_own", factors=("fraud believed A>B",)),
        AGAIN + ASK,
    ),
    _support(
        "warned, without an offence act",
        facts(f"A told_only {WARNED}", "B shared_own", factors=("bullying believed A>B",)),
        AGAIN + ASK,
    ),
    _support(
        "warned, not documented",
        facts("A shared_own previous=police_warning_1978_undocumented", "B kept_other"),
        FIRST + NOBODY,
    ),
    not_asked("support", "not of a child that has not acted", "A", facts("A told_only", "B shared_own")),
    not_asked(
        "support",
        "not of a child harmed only",
        "A",
        facts("A shared_own", "B kept_other", factors=("force believed B>A",)),
    ),
    not_asked(
        "support",
        "not of a child harmed only and warned",
        "A",
        facts(f"A shared_own {WARNED}", "B kept_other", factors=("force believed B>A",)),
    ),
]

EXAMPLES = [*CLOSING, *SUPPORT]
