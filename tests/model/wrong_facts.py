"""Facts files that are at fault: the mark `# <-` stands on every line that a fault may name."""

from __future__ import annotations

HEAD = "format: case-facts/1\nid: wrong\n"
A = "  - {id: A, age: 14, home: city, acts: [took_own, shared_own]}\n"
B = "  - {id: B, age: 13, home: county, acts: [kept_other]}\n"
GROWN = "  - {id: Z, age: 30, acts: [reported]}\n"
ACTED = "  - {id: Z, age: 30, acts: [kept_other]}\n"
TWO = HEAD + "people:\n" + A + B

_FACTOR = {"kind": "force", "grade": "suspected", "by": "unknown"}


def _person(written: str) -> str:
    """Facts whose third person, marked, is written so."""
    return f"{TWO}  - {{{written}}}  # <-\n"


def _factor(*, more: str = "", people: str = TWO, investigation: str = "none", **keys: str) -> str:
    """Facts whose one factor, marked, is written so."""
    written = ", ".join(f"{key}: {value}" for key, value in (_FACTOR | keys).items() if value)
    return f"{people}investigation: {investigation}\nfactors:\n  - {{{written}{more}}}  # <-\n"


IMPOSSIBLE = {
    "one child": HEAD + "people:  # <-\n" + A.replace("\n", "  # <-\n"),
    "one child and an adult": HEAD + "people:  # <-\n" + A.replace("\n", "  # <-\n") + GROWN,
    "nobody at all": HEAD + "people: []  # <-\n",
    "an id twice": _person("id: A, age: 15, home: city, acts: [told_only]"),
    "an id twice, once an adult's": _person("id: B, age: 40, acts: [reported]"),
    "by nobody listed": _factor(by="Nobody"),
    "by one whose name differs in case": _factor(by="a"),
    "against nobody listed": _factor(against="[A, Nobody]"),
    "against unknown": _factor(against="[unknown]"),
    "against oneself": _factor(by="B", against="[A, B]"),
    "adult_involvement by a child": _factor(kind="adult_involvement", by="B"),
    "adult_involvement by one of seventeen": _factor(
        kind="adult_involvement",
        by="S",
        people=TWO + "  - {id: S, age: 17, home: city, acts: [kept_other]}\n",
    ),
    "against an adult": _factor(against="[Z]", people=TWO + GROWN),
    "no act": _person("id: C, age: 15, home: city, acts: []"),
    "an adult without an act": _person("id: C, age: 50, acts: []"),
    "an act twice": _person("id: C, age: 15, home: city, acts: [took_own, took_own]"),
    "an adult's act twice": _person("id: C, age: 55, acts: [reported, reported]"),
    "told only and kept": _person("id: C, age: 15, home: city, acts: [told_only, kept_other]"),
    "told only and deleted": _person("id: C, age: 15, home: city, acts: [told_only, deleted_on_receipt]"),
    "an adult told only and kept": _person("id: C, age: 25, acts: [told_only, kept_other]"),
    "deleted and kept": _person("id: C, age: 15, home: city, acts: [deleted_on_receipt, kept_other]"),
    "an adult deleted and kept": _person("id: C, age: 25, acts: [deleted_on_receipt, kept_other]"),
    "nobody sharing": (
        HEAD
        + "people:  # <-\n  - {id: A, age: 14, home: city, acts: [took_own, permitted_own]}  # <-\n"
        + "  - {id: B, age: 14, home: city, acts: [took_other, kept_other]}  # <-\n"
    ),
    "nobody doing anything": (
        HEAD
        + "people:  # <-\n  - {id: A, age: 14, home: city, acts: [told_only, reported]}  # <-\n"
        + "  - {id: B, age: 14, home: city, acts: [deleted_on_receipt]}  # <-\n"
    ),
    "onward_forwarding by one who kept": _factor(kind="onward_forwarding", by="B", against="[A]"),
    "onward_forwarding by one who shared their own": _factor(kind="onward_forwarding", by="A"),
    "onward_forwarding by an adult who passed nothing on": _factor(
        kind="onward_forwarding", by="Z", people=TWO + ACTED
    ),
    "triage of what is believed": _factor(grade="believed", triage="negated", investigation="full"),
    "triage of what is established": _factor(
        grade="established", triage="inconclusive", investigation="initial"
    ),
    "triage of an adult who acted": _factor(
        kind="adult_involvement",
        by="Z",
        triage="negated",
        investigation="initial",
        people=TWO + ACTED,
    ),
    "triage without an investigation": _factor(triage="established"),
    "triage where the investigation is left out": (
        TWO + "factors:\n  - {kind: fraud, grade: suspected, by: B, triage: inconclusive}  # <-\n"
    ),
    "no deletion for an offence act": _person(
        "id: C, age: 15, home: city, acts: [posted_own], deletion: not_applicable"
    ),
    **{
        f"{deletion} deletion for told_only": _person(
            f"id: C, age: 15, home: city, acts: [told_only, reported], deletion: {deletion}"
        )
        for deletion in ("pending", "satisfied", "doubted", "beyond_reach")
    },
}

_CHILD = "id: C, age: 15, home: city, acts: [told_only]"
MISSHAPEN = {
    "an unknown key": TWO + "colour: red  # <-\n",
    "an unknown key of a person": _person(f"{_CHILD}, shoe: 5"),
    "an unknown key of an adult": _person("id: C, age: 35, acts: [reported], shoe: 5"),
    "an unknown key of a factor": _factor(more=", colour: red"),
    "a key twice": TWO + "consensual: true\nconsensual: false  # <-\n",
    "a key of a person twice": _person(f"{_CHILD}, age: 16"),
    "a previous warning listed": _factor(kind="previous_warning", by="A"),
    "an unknown kind": _factor(kind="blackmail"),
    "an unknown grade": _factor(grade="none"),
    "an unknown triage": _factor(triage="maybe", investigation="full"),
    "an unknown act": _person("id: C, age: 15, home: city, acts: [sold_other]"),
    "an unknown home": _person("id: C, age: 15, home: village, acts: [told_only]"),
    "an unknown deletion": _person("id: C, age: 15, home: city, acts: [kept_other], deletion: done"),
    "an unknown previous": _person(f"{_CHILD}, previous: detention"),
    "an unknown state of parents": _person(f"{_CHILD}, parents: away"),
    "an unknown consent": _person(f"{_CHILD}, restorative: maybe"),
    "an adult's unknown home": _person("id: C, age: 35, acts: [reported], home: village"),
    "an unknown investigation": TWO + "investigation: begun  # <-\n",
    "an age in words": _person("id: C, age: fifteen, home: city, acts: [told_only]"),
    "an age in quotes": _person('id: C, age: "15", home: city, acts: [told_only]'),
    "half a year": _person("id: C, age: 14.5, home: city, acts: [told_only]"),
    "no age": _person("id: C, age: null, home: city, acts: [told_only]"),
    "a true age": _person("id: C, age: true, home: city, acts: [told_only]"),
    "an age below nought": _person("id: C, age: -1, home: city, acts: [told_only]"),
    "an age above 120": _person("id: C, age: 121, acts: [reported]"),
    "acts as one word": _person("id: C, age: 15, home: city, acts: told_only"),
    "an act that is a number": _person("id: C, age: 15, home: city, acts: [5]"),
    "agreement as a word": _person(f'{_CHILD}, agrees: "true"'),
    "agreement as an ambiguous word": _person(f"{_CHILD}, agrees: yes"),
    "agreement as a number": _person(f"{_CHILD}, agrees: 1"),
    "consent as a word": TWO + 'consensual: "true"  # <-\n',
    "consent left empty": TWO + "consensual:  # <-\n",
    "factors as a mapping": TWO + "factors: {kind: force, grade: suspected, by: A}  # <-\n",
    "factors left empty": TWO + "factors:  # <-\n",
    "a factor as a word": TWO + "factors: [force]  # <-\n",
    "against as one word": _factor(against="A"),
    "by as a list": _factor(by="[A]"),
    "people as a mapping": HEAD + "people: {A: 14, B: 13}  # <-\n",
    "a person as a word": HEAD + "people: [A, B]  # <-\n",
    "an id with a digit first": _person("id: 1C, age: 15, home: city, acts: [told_only]"),
    "an id with a space": _person('id: "C D", age: 15, home: city, acts: [told_only]'),
    "an id with an underscore": _person("id: C_D, age: 15, home: city, acts: [told_only]"),
    "an empty id": _person('id: "", age: 15, home: city, acts: [told_only]'),
    "an id that ends in a line feed": _person('id: "C\\n", age: 15, home: city, acts: [told_only]'),
    "an id that is a number": _person("id: 5, age: 15, home: city, acts: [told_only]"),
    "somebody called case": _person("id: case, age: 15, home: city, acts: [told_only]"),
    "somebody called unknown": _person("id: unknown, age: 15, home: city, acts: [told_only]"),
    "a case id that is a number": "format: case-facts/1\nid: 5  # <-\npeople:\n" + A + B,
    "another format": "format: case-facts/2  # <-\nid: wrong\npeople:\n" + A + B,
    "no format": "id: wrong  # <-\npeople:\n" + A + B,
    "no id": "format: case-facts/1  # <-\npeople:\n" + A + B,
    "no people": "format: case-facts/1  # <-\nid: wrong\n",
    "a child without an id": _person("age: 15, home: city, acts: [told_only]"),
    "a child without an age": _person("id: C, home: city, acts: [told_only]"),
    "a child without a home": _person("id: C, age: 15, acts: [told_only]"),
    "a child without acts": _person("id: C, age: 15, home: city"),
    "an adult without acts": _person("id: C, age: 45"),
    "a factor without a kind": _factor(kind=""),
    "a factor without a grade": _factor(grade=""),
    "a factor without a by": _factor(by=""),
    "a list": "- format: case-facts/1  # <-\n",
    "a word": "facts  # <-\n",
    "nothing but a comment": "# <-\n",
}
