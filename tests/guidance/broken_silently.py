"""Mistakes that would otherwise change what rules mean without a word, or end in a fault of the program."""

from __future__ import annotations

from typing import NamedTuple

from tests.guidance.broken import Edit

WORLD, QUESTIONS = "world.yaml", "questions.yaml"
DEFINED = "  all_agree: {of: case,"


class Silent(NamedTuple):
    """A mistake, the text on whose line the fault stands, and a word that the sentence cannot do without."""

    name: str
    edit: Edit
    at: str
    word: str


def silent(name: str, edit: tuple[str, str, str], at: str, word: str) -> Silent:
    """A mistake in one file."""
    return Silent(name, Edit(*edit), at, word)


def named_alike(name: str) -> Silent:
    """A definition of the case whose name is taken."""
    given = f'  {name}: {{of: case, when: concluded, words: "is"}}'
    return silent(f"a definition with the name {name}", (WORLD, DEFINED, f"{given}\n{DEFINED}"), given, name)


WORDS = (
    silent(
        "a derived field with a value that its enumeration does not have",
        (WORLD, "equals: negated}, then: none}", "equals: negated}, then: nought}"), "then: nought", "nought",
    ),
    silent(
        "a standard of evidence that gives a grade that is none",
        ("evidence.yaml", "- {otherwise: none}", "- {otherwise: nought}"), "otherwise: nought", "nought",
    ),
    silent(
        "a default of a truth that is a text",
        (WORLD, "consensual: {type: truth, default: true}", "consensual: {type: truth, default: perhaps}"),
        "default: perhaps", "perhaps",
    ),
    silent(
        "a whole number up to a word",
        (WORLD, "from: 0, to: 120", "from: 0, to: people"), "to: people, required: true}\n      home",
        "people",
    ),
    silent(
        "a whole number from the greatest to the least",
        (WORLD, "from: 0, to: 120", "from: 120, to: 0"), "from: 120", "120",
    ),
    silent(
        "a reference to an entity that is not there",
        (WORLD, "by: {type: reference, to: people,", "by: {type: reference, to: persons,"),
        "to: persons", "persons",
    ),
    silent(
        "an addition unless the same in a field that is not there",
        (WORLD, "unless_same: [kind, by]", "unless_same: [kind, bye]"), "bye", "bye",
    ),
    silent(
        "a derived field with a name of two words",
        (WORLD, "      standing:\n", '      "stan ding":\n'), '"stan ding"', "'stan ding' is no name",
    ),
    silent(
        "a field that a file may leave out and that has no default",
        (WORLD, "of: investigations, default: none}", "of: investigations}"), "of: investigations}",
        "investigation",
    ),
    named_alike("investigation"),
    named_alike("people"),
    named_alike("id"),
    silent(
        "a grade of own reading that no element can have",
        (QUESTIONS, "{established: established,", "{established: proven,"), "proven", "proven",
    ),
    silent(
        "an option of the judging question without a grade",
        (QUESTIONS, ", no_realistic_likelihood: none}", "}"), "{established: established,",
        "no_realistic_likelihood",
    ),
    silent(
        "own reading of a reference that may not be the word for nobody",
        (QUESTIONS, "nobody: unknown", "nobody: somebody"), "nobody: somebody", "somebody",
    ),
    silent(
        "own reading through a field that is no reference",
        (QUESTIONS, "    field: by\n", "    field: triage\n"), "field: triage", "triage",
    ),
    silent(
        "own reading of a standing that is not derived",
        (QUESTIONS, "standing: standing", "standing: grade"), "standing: grade", "grade",
    ),
    silent(
        "a phase that stands twice",
        ("pack.yaml", "phase: outcome", "phase: report #2"), "phase: report #2", "'report' stands twice",
    ),
    silent(
        "a verdict that is none",
        ("rules/parents.yaml", "verdict: contrary, basis: inferred", "verdict: forbidden, basis: inferred"),
        "verdict: forbidden", "forbidden",
    ),
)  # fmt: skip

CONDITIONS = (
    ("{any: [child, {some: people, were: child}]}", "were"),
    ("{not: {some: people, wear: child}}", "wear"),
    ("{not: aggravated, all: [suspected]}", "all"),
    ("{some: people, where: child, equals: city}", "equals"),
    ("{every: people, where: child, another: people}", "another"),
    ("{this: home, equals: [city, county]}", "equals"),
    ("{this: age, below: [3, 18]}", "below|number"),
    ("{this: acts, holds: [took_own, shared_own]}", "holds"),
    ("{this: acts, holds: own_image_acts}", "holds|own_image_acts"),
    ("{this: home, one_of: []}", "one_of|value|empty"),
    ("{every: {its: against}, where: child}", "against|entity"),
    ("{some: [people], where: child}", "people"),
    ("{fewer_than: 2, of: [people]}", "people"),
    ("{fewer_than: true, of: people}", "number"),
    ("{some: factors, where: {its: against, holds_own: [by]}}", "by|reference"),
)
