"""Every row and cell of the questions about each child but its outcome."""

from __future__ import annotations

from .example import example, not_asked
from .notation import facts

A, B = "A took_own shared_own", "B kept_other"
WARNED_A = "A took_own shared_own previous=police_warning_1978_documented"

_NOT_ACTED = "suspect: C(i) IG11 | witness: E(i) IG11 | victim: C(s) IG11"
_HARMED_ONLY = "suspect: A(i) IG11 | witness: E(i) IG11 PS2.4 | victim: C(s) IG11"
_HARMED = "suspect: E(i) IG9 IG11 | witness: A(i) PS2.4 | victim: C(s) IG11"
_PERHAPS = "silent: suspect: A(i) IG11 | witness: A(i) IG11 PS2.4 | victim: C(s) IG11"
_WRONGED = "suspect: E(i) IG9 IG11 | witness: A(i) IG11 IG20 | victim: C(s) IG11"
_OTHERWISE = "suspect: E(i) IG9 IG11 | witness: C(i) IG11 | victim: C(s) IG11"

ROLE = [
    example("role", f"{row}: {name}", "A", row, case, written)
    for row, name, case, written in (
        ("has not acted", "told", facts("A told_only", "B shared_own"), _NOT_ACTED),
        ("has not acted", "reported", facts("A reported told_only", "B shared_own"), _NOT_ACTED),
        (
            "has not acted",
            "deleted, and harmed",
            facts("A deleted_on_receipt", "B shared_own", factors=("force believed B>A",)),
            _NOT_ACTED,
        ),
        (
            "has not acted",
            "a factor of theirs is only suspected",
            facts("A told_only", "B shared_own", factors=("bullying suspected A>B",)),
            _NOT_ACTED,
        ),
        ("harmed only", "by a child", facts(A, B, factors=("force believed B>A",)), _HARMED_ONLY),
        (
            "harmed only",
            "by an adult who acted, as listed",
            facts(A, B, "C kept_other age=20", factors=("adult_involvement suspected C>A",)),
            _HARMED_ONLY,
        ),
        (
            "harmed only",
            "warned before",
            facts(WARNED_A, B, factors=("exploitation established unknown>A",)),
            _HARMED_ONLY,
        ),
        (
            "harmed only",
            "only suspected of harming in turn",
            facts(A, B, factors=("fraud believed B>A", "bullying suspected A>B")),
            _HARMED_ONLY,
        ),
        (
            "harmed",
            "kept another's too",
            facts("A took_own shared_own kept_other", B, factors=("bullying believed B>A",)),
            _HARMED,
        ),
        (
            "harmed",
            "and harmed in turn",
            facts(A, B, factors=("bullying believed B>A", "bullying believed A>B")),
            _HARMED,
        ),
        (
            "harmed",
            "without an offence act, and harmed in turn",
            facts("A told_only", "B shared_own", factors=("bullying believed B>A", "force believed A")),
            _HARMED,
        ),
        ("perhaps harmed", "own only", facts(A, B, factors=("force suspected B>A",)), _PERHAPS),
        (
            "perhaps harmed",
            "and wronged",
            facts(A, "B forwarded", factors=("onward_forwarding believed B>A", "force suspected B>A")),
            _PERHAPS,
        ),
        (
            "perhaps harmed",
            "and has harmed",
            facts(A, B, factors=("bullying established A>B", "force suspected B>A")),
            _PERHAPS,
        ),
        (
            "wronged",
            "believed",
            facts(A, "B forwarded", factors=("onward_forwarding believed B>A",)),
            _WRONGED,
        ),
        (
            "wronged",
            "harm negated",
            facts(
                A,
                "B posted_other",
                factors=("onward_forwarding established B>A", "force suspected B>A triage=negated"),
                investigation="full",
            ),
            _WRONGED,
        ),
        ("otherwise", "own only", facts(A, B), _OTHERWISE),
        ("otherwise", "kept another's", facts("A kept_other", "B shared_own"), _OTHERWISE),
        (
            "otherwise",
            "perhaps harmed, not own only",
            facts("A shared_own kept_other", B, factors=("force suspected B>A",)),
            _OTHERWISE,
        ),
        (
            "otherwise",
            "wronged, not own only",
            facts("A shared_own kept_other", "B forwarded", factors=("onward_forwarding believed B>A",)),
            _OTHERWISE,
        ),
        (
            "otherwise",
            "forwarding only suspected",
            facts(A, "B forwarded", factors=("onward_forwarding suspected B>A",)),
            _OTHERWISE,
        ),
        (
            "otherwise",
            "without an offence act, and has harmed",
            facts("A told_only", "B shared_own", factors=("bullying believed A>B",)),
            _OTHERWISE,
        ),
        (
            "otherwise",
            "without an offence act, perhaps harmed",
            facts(
                "A reported",
                "B shared_own",
                factors=("bullying believed A>B", "force suspected B>A"),
            ),
            _OTHERWISE,
        ),
    )
]

BELIEVED = facts(A, B, factors=("bullying believed B>A",))
SUSPECTED = facts(A, B, factors=("bullying suspected B>A",))
UNCONSENSUAL = facts(A, B, consensual=False)
UNCONSENSUAL_SUSPECTED = facts(A, B, factors=("bullying suspected B>A",), consensual=False)
UNCONSENSUAL_BELIEVED = facts(A, B, factors=("bullying believed B>A",), consensual=False)
NEGATED = facts(A, B, factors=("bullying suspected B>A triage=negated",), investigation="initial")
BYSTANDER = facts(A, B, "C told_only", factors=("bullying believed B>A",))

_NOW = "now: E(s) IG21 | after_outcome: C(s) IG21 | never: C(s) IG21"
_NOW_SUSPECTED = "now: E(i) IG16 PS2.3 | after_outcome: C(i) IG16 PS2.3 | never: C(i) IG16 PS2.3"
_NOW_OTHERWISE = "now: E(s) IG22 | after_outcome: C(i) IG22 | never: C(s) IG22"
NOTIFY = [
    example("notify", name, subject, row, case, written)
    for name, subject, row, case, written in (
        ("aggravated", "A", "aggravated", BELIEVED, _NOW),
        ("aggravated, a bystander", "C", "aggravated", BYSTANDER, _NOW),
        ("aggravated, not consensual", "B", "aggravated", UNCONSENSUAL_BELIEVED, _NOW),
        ("suspected", "A", "suspected", SUSPECTED, _NOW_SUSPECTED),
        ("not consensual", "B", "suspected", UNCONSENSUAL, _NOW_SUSPECTED),
        ("otherwise", "A", "otherwise", facts(A, B), _NOW_OTHERWISE),
        ("negated", "B", "otherwise", NEGATED, _NOW_OTHERWISE),
    )
]
CONCERN = [
    example("concern", name, subject, row, case, written)
    for name, subject, row, case, written in (
        ("aggravated", "A", "aggravated", BELIEVED, "at_risk: E(s) IG21 | in_need: D(i) IG21"),
        ("aggravated, a bystander", "C", "aggravated", BYSTANDER, "at_risk: E(s) IG21 | in_need: D(i) IG21"),
        ("suspected", "A", "suspected", SUSPECTED, "silent: at_risk: A(i) IG16 | in_need: A(i) IG16"),
        (
            "suspected, not consensual",
            "B",
            "suspected",
            UNCONSENSUAL_SUSPECTED,
            "silent: at_risk: A(i) IG16 | in_need: A(i) IG16",
        ),
        (
            "not consensual",
            "A",
            "not consensual",
            UNCONSENSUAL,
            "silent: at_risk: A(i) IG16 | in_need: A(i) IG22",
        ),
        ("otherwise", "A", "otherwise", facts(A, B), "at_risk: D(i) IG22 | in_need: E(s) IG22"),
        ("negated", "B", "otherwise", NEGATED, "at_risk: D(i) IG22 | in_need: E(s) IG22"),
    )
]

_MIXED = ("A took_own shared_own", "B kept_other home=county")
REFERRAL = [
    example("referral_unit", name, subject, row, case, written)
    for name, subject, row, case, written in (
        (
            "city, aggravated",
            "A",
            "aggravated",
            facts(*_MIXED, factors=("force believed B",)),
            "city_unit: E(i) IG21 | county_unit: C(i) IG21",
        ),
        (
            "county, aggravated",
            "B",
            "aggravated",
            facts(*_MIXED, factors=("force believed B",)),
            "city_unit: C(i) IG21 | county_unit: E(i) IG21",
        ),
        ("city", "A", "otherwise", facts(*_MIXED), "city_unit: E(i) IG22 | county_unit: C(i) IG22"),
        ("county", "B", "otherwise", facts(*_MIXED), "city_unit: C(i) IG22 | county_unit: E(i) IG22"),
        (
            "county, suspected",
            "B",
            "otherwise",
            facts(*_MIXED, factors=("force suspected B",), consensual=False),
            "city_unit: C(i) IG22 | county_unit: E(i) IG22",
        ),
    )
]

_IMPLICATED = "inform_and_hear: C(i) IG16 | consult_unit_first: E(i) IG16 IG24 | not_considered: C(s) IG24"
_AVAILABLE = "inform_and_hear: E(i) IG24 | consult_unit_first: A(i) IG24 | not_considered: C(s) IG24"
_PARENTS = facts("A shared_own parents=implicated", "B kept_other parents=available", "C told_only")
PARENTS = [
    example("parents", "implicated", "A", "implicated", _PARENTS, _IMPLICATED),
    example("parents", "available", "B", "otherwise", _PARENTS, _AVAILABLE),
    example("parents", "not said", "C", "otherwise", _PARENTS, _AVAILABLE),
]

DOUBTED, BEYOND = "B kept_other deletion=doubted", "B kept_other deletion=beyond_reach"
_DOUBTED = "consider_formal_investigation: E(s) IG22 | accept: C(i) IG22"
_BEYOND = "consider_formal_investigation: E(i) IG22 PS1.5 | accept: D(i) IG22 PS1.5"
DELETION = [
    example("deletion", name, subject, row, case, written)
    for name, subject, row, case, written in (
        ("doubted", "B", "doubted", facts(A, DOUBTED), _DOUBTED),
        ("doubted, concluded", "B", "doubted", facts(A, DOUBTED, investigation="full_concluded"), _DOUBTED),
        (
            "doubted of a child without an offence act",
            "C",
            "doubted",
            facts(A, B, "C reported deletion=doubted"),
            _DOUBTED,
        ),
        ("beyond reach", "B", "beyond_reach", facts(A, BEYOND), _BEYOND),
        ("beyond reach, open", "B", "beyond_reach", facts(A, BEYOND, investigation="full"), _BEYOND),
        (
            "doubted, factor negated",
            "B",
            "doubted",
            facts(A, DOUBTED, factors=("force suspected B>A triage=negated",), investigation="initial"),
            _DOUBTED,
        ),
    )
] + [
    not_asked("deletion", name, "B", case)
    for name, case in (
        ("not asked while pending", facts(A, B)),
        ("not asked when satisfied", facts(A, "B kept_other deletion=satisfied")),
        ("not asked of another child", facts("A took_own shared_own deletion=doubted", B)),
        ("not asked beyond reach, concluded", facts(A, BEYOND, investigation="initial_concluded")),
        ("not asked when suspected", facts(A, DOUBTED, factors=("force suspected B>A",))),
        ("not asked when aggravated", facts(A, DOUBTED, factors=("force believed B>A",))),
        ("not asked when not consensual", facts(A, DOUBTED, consensual=False)),
    )
]

EXAMPLES = [*ROLE, *NOTIFY, *CONCERN, *REFERRAL, *PARENTS, *DELETION]
