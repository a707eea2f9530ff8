"""Every row and cell of the questions on the assessment of the case."""

from __future__ import annotations

from .example import Example, example
from .notation import Facts, facts

A, B = "A took_own shared_own", "B kept_other"
LET_BE_TAKEN, TOOK_ANOTHERS = "A permitted_own", "B took_other showed_other"


def _label(name: str, row: str, case: Facts, written: str) -> Example:
    return example("label", name, "case", row, case, written)


_AGGRAVATED = "sexting: C(s) IG6 IG7 | offence_on_circumstances: E(s) IG7 IG8 | undetermined: C(i) IG7"
_SUSPECTED = "sexting: D(i) IG6 | offence_on_circumstances: D(i) IG8 | undetermined: E(i) IG6 IG23"
_OTHERWISE = "sexting: E(s) IG6 | offence_on_circumstances: D(i) IG6 | undetermined: C(i) IG6"
_NOBODY = " | youth_produced_sexual_images: D(i) IG5"
_HARM = " | youth_produced_sexual_images: D(i) IG5 PS2.4"
_PRODUCED = " | youth_produced_sexual_images: A(s) IG5"

LABEL = [
    _label(
        "aggravated, nobody took their own",
        "aggravated",
        facts(LET_BE_TAKEN, TOOK_ANOTHERS, factors=("bullying believed B>A",)),
        _AGGRAVATED + _NOBODY,
    ),
    _label(
        "aggravated, an adult's own image is no child's",
        "aggravated",
        facts("A shared_own", "B kept_other", "C took_own age=19"),
        _AGGRAVATED + _NOBODY,
    ),
    *(
        _label(
            f"aggravated by {kind}",
            "aggravated",
            facts(A, B, factors=(f"{kind} believed {by}>A",)),
            _AGGRAVATED + _HARM,
        )
        for kind, by in (
            ("adult_involvement", "unknown"),
            ("force", "B"),
            ("fraud", "B"),
            ("exploitation", "B"),
            ("bullying", "B"),
        )
    ),
    _label(
        "aggravated by forwarding, force suspected",
        "aggravated",
        facts(A, "B forwarded", factors=("onward_forwarding established B>A", "force suspected B>A")),
        _AGGRAVATED + _HARM,
    ),
    _label(
        "aggravated by forwarding alone",
        "aggravated",
        facts(A, "B forwarded", factors=("onward_forwarding established B>A",)),
        _AGGRAVATED + _PRODUCED,
    ),
    _label(
        "aggravated by a previous warning alone",
        "aggravated",
        facts(A, "B kept_other previous=police_warning_1978_documented"),
        _AGGRAVATED + _PRODUCED,
    ),
    _label(
        "aggravated, force negated",
        "aggravated",
        facts(
            A,
            "B forwarded",
            factors=("onward_forwarding established B>A", "force suspected B>A triage=negated"),
            investigation="full",
        ),
        _AGGRAVATED + _PRODUCED,
    ),
    _label(
        "not consensual, nobody took their own",
        "aggravated",
        facts(LET_BE_TAKEN, TOOK_ANOTHERS, consensual=False),
        _AGGRAVATED + _NOBODY,
    ),
    _label(
        "not consensual, one took their own",
        "aggravated",
        facts(A, B, consensual=False),
        _AGGRAVATED + _PRODUCED,
    ),
    _label(
        "not consensual, force suspected",
        "aggravated",
        facts(A, B, factors=("force suspected B>A",), consensual=False),
        _AGGRAVATED + _HARM,
    ),
    _label(
        "suspected, nobody took their own",
        "suspected",
        facts(LET_BE_TAKEN, TOOK_ANOTHERS, factors=("bullying suspected B>A",)),
        _SUSPECTED + _NOBODY,
    ),
    _label(
        "harm suspected",
        "suspected",
        facts(A, B, factors=("exploitation suspected unknown",)),
        _SUSPECTED + _HARM,
    ),
    _label(
        "forwarding suspected",
        "suspected",
        facts(A, "B showed_other", factors=("onward_forwarding suspected B>A",)),
        _SUSPECTED + _PRODUCED,
    ),
    _label(
        "otherwise, nobody took their own",
        "otherwise",
        facts(LET_BE_TAKEN, TOOK_ANOTHERS),
        _OTHERWISE + _NOBODY,
    ),
    _label("otherwise, one took their own", "otherwise", facts(A, B), _OTHERWISE + _PRODUCED),
]

AGGRAVATED = facts(A, B, factors=("bullying believed B>A",))
SUSPECTED = facts(A, B, factors=("bullying suspected B>A",))
OFFENCES = [
    example("offences", name, "case", row, case, written)
    for name, row, case, written in (
        ("aggravated", "aggravated", AGGRAVATED, "consider_others: E(i) IG7 IG8 | section_1_only: D(i) IG8"),
        (
            "not consensual",
            "aggravated",
            facts(A, B, consensual=False),
            "consider_others: E(i) IG7 IG8 | section_1_only: D(i) IG8",
        ),
        (
            "not consensual and suspected",
            "aggravated",
            facts(A, B, factors=("bullying suspected B>A",), consensual=False),
            "consider_others: E(i) IG7 IG8 | section_1_only: D(i) IG8",
        ),
        ("suspected", "suspected", SUSPECTED, "consider_others: A(i) IG8 | section_1_only: E(i) IG9"),
        ("otherwise", "otherwise", facts(A, B), "consider_others: D(i) IG8 | section_1_only: E(i) IG9"),
    )
]

ADULT = [
    example("adult_line_of_enquiry", name, "case", row, case, written)
    for name, row, case, written in (
        (
            "an adult acted",
            "adult",
            facts("A shared_own", "B told_only", "C kept_other age=30"),
            "pursue: E(s) PS2.4 | not_pursued: C(s) PS2.4",
        ),
        (
            "an adult is suspected",
            "adult",
            facts(A, B, factors=("adult_involvement suspected unknown",)),
            "pursue: E(s) PS2.4 | not_pursued: C(s) PS2.4",
        ),
        (
            "somebody unknown",
            "unknown",
            facts(A, B, factors=("onward_forwarding suspected unknown>A",)),
            "pursue: E(i) PS1.4 PS2.4 | not_pursued: D(i) PS2.4",
        ),
        (
            "an adult negated, somebody unknown left",
            "unknown",
            facts(
                A,
                B,
                factors=("adult_involvement suspected unknown triage=negated", "fraud believed unknown"),
                investigation="full",
            ),
            "pursue: E(i) PS1.4 PS2.4 | not_pursued: D(i) PS2.4",
        ),
        (
            "somebody unknown negated, a child took their own",
            "took_own",
            facts(A, B, factors=("fraud suspected unknown>A triage=negated",), investigation="initial"),
            "pursue: A(i) PS1.4 | not_pursued: E(i) PS2.4",
        ),
        (
            "a child took their own",
            "took_own",
            AGGRAVATED,
            "pursue: A(i) PS1.4 | not_pursued: E(i) PS2.4",
        ),
        (
            "otherwise",
            "otherwise",
            facts(LET_BE_TAKEN, TOOK_ANOTHERS),
            "pursue: D(i) PS2.4 | not_pursued: E(i) PS2.4",
        ),
    )
]

EXAMPLES = [*LABEL, *OFFENCES, *ADULT]
