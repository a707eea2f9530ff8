"""Facts that nobody would expect and that the decision model calls possible."""

from __future__ import annotations

HEAD = "format: case-facts/1\nid: unusual\npeople:\n"
A = "  - {id: A, age: 14, home: city, acts: [took_own, shared_own]}\n"
B = "  - {id: B, age: 13, home: county, acts: [kept_other]}\n"
TWO = HEAD + A + B


def _person(written: str) -> str:
    return f"{TWO}  - {{{written}}}\n"


def _factors(*written: str, people: str = TWO, investigation: str = "none") -> str:
    lines = "".join(f"  - {{{line}}}\n" for line in written)
    return f"{people}investigation: {investigation}\nfactors:\n{lines}"


_NINE = (
    "took_own, permitted_own, shared_own, posted_own, took_other, forwarded, posted_other, showed_other,"
    " kept_other"
)
POSSIBLE = {
    "no factors": TWO + "factors: []\n",
    "one against whom twice": _factors("kind: force, grade: suspected, by: B, against: [A, A]"),
    "against nobody": _factors("kind: bullying, grade: established, by: B, against: []"),
    "the same factor twice": _factors(*["kind: fraud, grade: believed, by: unknown, against: [A]"] * 2),
    "two grades of one kind by one child": _factors(
        "kind: fraud, grade: believed, by: B", "kind: fraud, grade: suspected, by: B"
    ),
    "forwarding by somebody unknown": _factors("kind: onward_forwarding, grade: suspected, by: unknown"),
    "an adult unknown": _factors("kind: adult_involvement, grade: established, by: unknown, against: [A, B]"),
    "an idle adult's involvement in triage": _factors(
        "kind: adult_involvement, grade: suspected, by: Z, triage: negated",
        people=_person("id: Z, age: 30, acts: [told_only]"),
        investigation="initial",
    ),
    "an acting adult who bullies, in triage": _factors(
        "kind: bullying, grade: suspected, by: Z, against: [A], triage: negated",
        people=_person("id: Z, age: 30, acts: [kept_other]"),
        investigation="initial",
    ),
    "an acting adult's involvement, triage said not to be done": _factors(
        "kind: adult_involvement, grade: suspected, by: Z, triage: not_done",
        people=_person("id: Z, age: 30, acts: [kept_other]"),
    ),
    "an adult who forwarded": _factors(
        "kind: onward_forwarding, grade: believed, by: Z, against: [A]",
        people=_person("id: Z, age: 30, acts: [forwarded]"),
    ),
    "two harm each other": _factors(
        "kind: force, grade: believed, by: A, against: [B]",
        "kind: force, grade: believed, by: B, against: [A]",
    ),
    "triage done of one and not of another": _factors(
        "kind: force, grade: suspected, by: A, triage: inconclusive",
        "kind: force, grade: believed, by: B, triage: not_done",
        investigation="full",
    ),
    "an investigation of nothing": TWO + "investigation: full_concluded\n",
    "not consensual": TWO + "consensual: false\n",
    "an infant": _person("id: C, age: 0, home: city, acts: [permitted_own]"),
    "a child of nine who kept": _person("id: C, age: 9, home: city, acts: [kept_other]"),
    "a child of 17": _person("id: C, age: 17, home: city, acts: [kept_other]"),
    "somebody of 120": _person("id: C, age: 120, acts: [kept_other]"),
    "an adult with a home and consent": _person(
        "id: C, age: 18, acts: [took_own], home: county, agrees: false, restorative: refused"
    ),
    "an adult with a warning and a deletion": _person(
        "id: C, age: 28, acts: [reported], previous: police_warning_1978_documented, parents: implicated,"
        " deletion: doubted"
    ),
    "an adult's deletion not applicable": _person(
        "id: C, age: 28, acts: [took_other], deletion: not_applicable"
    ),
    "an adult told only, with a deletion": _person("id: C, age: 28, acts: [told_only], deletion: pending"),
    "told and reported": _person("id: C, age: 15, home: city, acts: [reported, told_only]"),
    "deleted and reported": _person("id: C, age: 15, home: city, acts: [reported, deleted_on_receipt]"),
    "deleted and shown": _person("id: C, age: 15, home: city, acts: [deleted_on_receipt, showed_other]"),
    "reported, deletion pending": _person("id: C, age: 15, home: city, acts: [reported], deletion: pending"),
    "deleted, deletion doubted": _person(
        "id: C, age: 15, home: city, acts: [deleted_on_receipt], deletion: doubted"
    ),
    "deleted, not applicable": _person(
        "id: C, age: 15, home: city, acts: [deleted_on_receipt], deletion: not_applicable"
    ),
    "told, not applicable": _person(
        "id: C, age: 15, home: city, acts: [told_only], deletion: not_applicable, agrees: false"
    ),
    "told, warned before": _person(
        "id: C, age: 15, home: city, acts: [told_only], previous: police_warning_1978_documented"
    ),
    "all nine acts": _person(f"id: C, age: 15, home: city, acts: [{_NINE}, reported]"),
    "consent with nobody to give it to": _person(
        "id: C, age: 15, home: city, acts: [told_only], restorative: given"
    ),
    "only an adult shares": (
        HEAD
        + "  - {id: A, age: 14, home: city, acts: [took_own]}\n"
        + B
        + "  - {id: C, age: 40, acts: [posted_other]}\n"
    ),
    "kept from somebody else": (
        HEAD
        + "  - {id: A, age: 14, home: city, acts: [kept_other]}\n"
        + "  - {id: B, age: 14, home: city, acts: [shared_own]}\n"
    ),
    "an adult before the children": HEAD + "  - {id: Z, age: 40, acts: [reported]}\n" + A + B,
    "names near the refused ones": (
        HEAD
        + A.replace("id: A", "id: Case")
        + B.replace("id: B", "id: unknown-1")
        + "  - {id: a--, age: 15, home: city, acts: [told_only]}\n"
    ),
    "two names that differ in case": _person("id: a, age: 15, home: city, acts: [told_only]"),
    "every default written out": _person(
        "id: C, age: 15, home: city, acts: [kept_other], previous: none, agrees: true, deletion: pending,"
        " parents: available, restorative: not_asked"
    )
    + "factors: []\nconsensual: true\ninvestigation: none\n",
}
