"""Every row and cell of the questions on the report and on the factors."""

from __future__ import annotations

from .example import Example, example
from .notation import facts

TWO = facts("A took_own shared_own", "B kept_other")
FACTOR_GRADE = {
    "established": "established: E(i) IG19 IG21 | believed: A(i) IG21"
    " | suspected: C(i) IG21 IG23 | no_realistic_likelihood: C(i) IG21 IG22",
    "believed": "established: D(i) IG19 | believed: E(i) IG19 IG21"
    " | suspected: C(i) IG21 IG23 | no_realistic_likelihood: C(i) IG21 IG22",
    "suspected": "established: C(i) IG23 | believed: D(i) IG21 IG23"
    " | suspected: E(i) IG19 IG23 | no_realistic_likelihood: C(i) IG22 IG23",
    "none": "established: C(i) IG22 | believed: C(i) IG22"
    " | suspected: D(i) IG22 IG23 | no_realistic_likelihood: E(i) IG19 IG22",
}
CONTACT_CITY = "first_contact_team: E(i) IG17 | call_derbyshire: D(i) IG17"
CONTACT_COUNTY = "first_contact_team: D(i) IG17 | call_derbyshire: E(i) IG17"
CONTACT_BOTH = "first_contact_team: E(i) IG17 | call_derbyshire: E(i) IG17"

REPORT = [
    example(
        "crime_report",
        "always",
        "case",
        "any",
        TWO,
        "record_now: E(s) IG10 IG17 | record_after_enquiries: C(i) IG10 IG17 | do_not_record: C(s) IG10",
    ),
    example(
        "classification",
        "always",
        "case",
        "any",
        TWO,
        "ho_086_02: E(s) IG11 | other_class: C(i) IG11",
    ),
    example("victim", "always", "case", "any", TWO, "regina: E(s) IG11 | child: C(s) IG11"),
    example(
        "enquiries",
        "always",
        "case",
        "any",
        TWO,
        "police_systems: E(s) IG17 | social_care_systems: E(s) IG17"
        " | device_examination: D(i) IG17 | none: C(s) IG17",
    ),
    example("social_care_contact", "all in the city", "case", "any", TWO, CONTACT_CITY),
    example(
        "social_care_contact",
        "all in the county",
        "case",
        "any",
        facts("A shared_own home=county", "B told_only home=county"),
        CONTACT_COUNTY,
    ),
    example(
        "social_care_contact",
        "one in each",
        "case",
        "any",
        facts("A shared_own home=county", "B told_only"),
        CONTACT_BOTH,
    ),
    example(
        "social_care_contact",
        "an adult's home is not read",
        "case",
        "any",
        facts("A shared_own", "B told_only", "C reported age=40 home=county"),
        CONTACT_CITY,
    ),
]


def _graded(name: str, kind: str, grade: str, *factors: str, investigation: str = "none") -> Example:
    people = ("A took_own shared_own", "B forwarded", "C kept_other")
    case = facts(*people, factors=factors, investigation=investigation)
    return example("factor_grade", name, kind, grade, case, FACTOR_GRADE[grade])


GRADES = [
    _graded("adult believed", "adult_involvement", "believed", "adult_involvement believed unknown>A"),
    _graded("onward established", "onward_forwarding", "established", "onward_forwarding established B>A"),
    _graded("onward suspected", "onward_forwarding", "suspected", "onward_forwarding suspected B>A"),
    _graded("force believed", "force", "believed", "force believed B>A"),
    _graded("fraud established", "fraud", "established", "fraud established C"),
    _graded("exploitation suspected", "exploitation", "suspected", "exploitation suspected unknown"),
    _graded("bullying none", "bullying", "none", "force believed B>A"),
    _graded("nothing listed", "adult_involvement", "none"),
    _graded("no warning", "previous_warning", "none"),
    _graded("highest of two", "bullying", "believed", "bullying suspected B>A", "bullying believed C>A"),
    _graded(
        "lower of two first", "bullying", "established", "bullying established B", "bullying suspected C"
    ),
    _graded(
        "established by triage",
        "fraud",
        "established",
        "fraud suspected B>A triage=established",
        investigation="initial",
    ),
    _graded(
        "negated by triage",
        "fraud",
        "none",
        "fraud suspected B>A triage=negated",
        investigation="initial",
    ),
    _graded(
        "one of two negated",
        "fraud",
        "suspected",
        "fraud suspected B>A triage=negated",
        "fraud suspected C>A",
        investigation="initial",
    ),
    _graded(
        "inconclusive triage",
        "fraud",
        "suspected",
        "fraud suspected B>A triage=inconclusive",
        investigation="initial_concluded",
    ),
    *(
        example("factor_grade", name, kind, grade, case, FACTOR_GRADE[grade])
        for name, kind, grade, case in (
            (
                "an adult acted",
                "adult_involvement",
                "established",
                facts("A shared_own", "B told_only", "C kept_other age=18"),
            ),
            (
                "an adult's listed factor is raised",
                "adult_involvement",
                "established",
                facts(
                    "A shared_own",
                    "B told_only",
                    "C kept_other age=30",
                    factors=("adult_involvement suspected C>A",),
                ),
            ),
            (
                "an adult only reported",
                "adult_involvement",
                "none",
                facts("A shared_own", "B told_only", "C reported age=30"),
            ),
            (
                "an adult was told and deleted",
                "adult_involvement",
                "none",
                facts("A shared_own", "B told_only", "C deleted_on_receipt age=30", "D told_only age=40"),
            ),
            (
                "an idle adult's listed factor keeps its grade",
                "adult_involvement",
                "suspected",
                facts(
                    "A shared_own",
                    "B told_only",
                    "C told_only age=30",
                    factors=("adult_involvement suspected C>A",),
                ),
            ),
            (
                "seventeen is a child",
                "adult_involvement",
                "none",
                facts("A shared_own", "B kept_other age=17"),
            ),
            (
                "a documented warning",
                "previous_warning",
                "established",
                facts("A shared_own previous=police_warning_1978_documented", "B kept_other"),
            ),
            (
                "a documented warning without an offence act",
                "previous_warning",
                "none",
                facts("A shared_own", "B told_only previous=police_warning_1978_documented"),
            ),
            (
                "an adult's documented warning",
                "previous_warning",
                "none",
                facts(
                    "A shared_own",
                    "B told_only",
                    "C kept_other age=19 previous=police_warning_1978_documented",
                ),
            ),
            *(
                (
                    f"{other} is no such warning",
                    "previous_warning",
                    "none",
                    facts(f"A shared_own previous={other}", "B kept_other"),
                )
                for other in (
                    "police_warning_1978_undocumented",
                    "police_warning_other_offence",
                    "school_sanction",
                )
            ),
        )
    ),
]

_NONE = (
    "adult_involvement: C(i) IG20 | onward_forwarding: C(i) IG20 | force: C(i) IG20 | fraud: C(i) IG20"
    " | exploitation: C(i) IG20 | bullying: C(i) IG20 | previous_warning: C(i) IG20 | none: E(i) IG20"
)
_SEVERAL = facts(
    "A took_own shared_own",
    "B kept_other previous=police_warning_1978_documented",
    "C forwarded",
    "D told_only",
    factors=(
        "bullying suspected B>A",
        "force established B>A,C",
        "onward_forwarding believed C>A",
        "fraud suspected C>A triage=negated",
        "adult_involvement suspected unknown>A",
        "exploitation believed D>A",
    ),
    investigation="initial",
)
ATTRIBUTED = [
    example("attributed_factors", "nothing is this child's", "A", "any", _SEVERAL, _NONE),
    example(
        "attributed_factors",
        "three kinds of three grades",
        "B",
        "any",
        _SEVERAL,
        "adult_involvement: C(i) IG20 | onward_forwarding: C(i) IG20 | force: E(i) IG20 | fraud: C(i) IG20"
        " | exploitation: C(i) IG20 | bullying: E(i) IG20 | previous_warning: E(i) IG20 | none: C(i) IG20",
    ),
    example(
        "attributed_factors",
        "what was negated is nobody's",
        "C",
        "any",
        _SEVERAL,
        "adult_involvement: C(i) IG20 | onward_forwarding: E(i) IG20 | force: C(i) IG20 | fraud: C(i) IG20"
        " | exploitation: C(i) IG20 | bullying: C(i) IG20 | previous_warning: C(i) IG20 | none: C(i) IG20",
    ),
    example(
        "attributed_factors",
        "a child that was only told",
        "D",
        "any",
        _SEVERAL,
        "adult_involvement: C(i) IG20 | onward_forwarding: C(i) IG20 | force: C(i) IG20 | fraud: C(i) IG20"
        " | exploitation: E(i) IG20 | bullying: C(i) IG20 | previous_warning: C(i) IG20 | none: C(i) IG20",
    ),
    example(
        "attributed_factors",
        "fraud alone",
        "B",
        "any",
        facts("A shared_own", "B told_only", factors=("fraud suspected B",)),
        "adult_involvement: C(i) IG20 | onward_forwarding: C(i) IG20 | force: C(i) IG20 | fraud: E(i) IG20"
        " | exploitation: C(i) IG20 | bullying: C(i) IG20 | previous_warning: C(i) IG20 | none: C(i) IG20",
    ),
]

EXAMPLES = [*REPORT, *GRADES, *ATTRIBUTED]
