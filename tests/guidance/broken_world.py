"""Mistakes in the world's own words, and what is to be said of each."""

from __future__ import annotations

from tests.guidance.broken import broken

WORLD, QUESTIONS = "world.yaml", "questions.yaml"

WORDS = (
    broken(
        "a group with a value of no enumeration",
        (WORLD, "own_image_acts: [took_own,", "own_image_acts: [took_one,"),
        "unknown-value", "[took_one,", "'took_one' is no value", "took_own",
    ),
    broken(
        "a field of an enumeration that is not there",
        (WORLD, "{type: choice, of: homes,", "{type: choice, of: houses,"),
        "unknown-word", "of: houses", "'houses' is no enumeration", "homes",
    ),
    broken(
        "a field that keeps only a value that its enumeration does not have",
        (WORLD, "only: [suspected, believed,", "only: [suspected, beleived,"),
        "unknown-word", "beleived", "'beleived' is no value of grades", "believed",
    ),
    broken(
        "a field that chooses from nothing",
        (WORLD, "{type: choice, of: consents, default", "{type: choice, default"),
        "invalid", "restorative: {type: choice, default", "restorative is a choice of nothing", "of",
    ),
    broken(
        "a default that is none of the field's values",
        (WORLD, "default: available", "default: availabel"),
        "invalid", "default: availabel", "'availabel' is no value of parents", "available",
    ),
    broken(
        "a default with no row for the rest",
        (WORLD, "          - {otherwise: not_applicable}\n", ""),
        "invalid", "- {when: offended, then: pending}", "no row is left for the rest", "otherwise",
    ),
    broken(
        "a definition of an entity that is not there",
        (WORLD, "offended: {of: people,", "offended: {of: persons,"),
        "unknown-word", "{of: persons,", "'persons' is no entity", "people",
    ),
    broken(
        "a number that a field never has",
        (WORLD, "{this: age, below: 18}", "{this: age, below: 500}"),
        "unknown-value", "below: 500", "age runs from 0 to 120, and 500 tells nothing of it apart", "1 to 120",
    ),
    broken(
        "a name with a capital letter",
        (WORLD, "  unsettled: {of: people", "  Unsettled: {of: people"),
        "invalid", "Unsettled", "'Unsettled' is no name", "lower-case",
    ),
    broken(
        "a name that Python keeps for itself",
        (WORLD, "  open: {of: case", "  while: {of: case"),
        "invalid", "  while: {of: case", "'while' is no name",
    ),
    broken(
        "an element added to an entity that is not there",
        (WORLD, "  - add: factors\n    for_each: people\n    when: warned",
         "  - add: factor\n    for_each: people\n    when: warned"),
        "unknown-word", "add: factor\n", "'factor' is no entity", "factors",
    ),
    broken(
        "an element added with a value that its field does not have",
        (WORLD, "with: {kind: previous_warning", "with: {kind: earlier_warning"),
        "unknown-value", "earlier_warning", "'earlier_warning' is no value of kind", "previous_warning",
    ),
    broken(
        "an impossible combination at a field that is not there",
        (WORLD, "    at: triage\n    what: triage although", "    at: triages\n    what: triage although"),
        "unknown-word", "at: triages", "'triages' is no field of factors", "triage",
    ),
    broken(
        "subjects of an entity that is not there",
        (WORLD, "children: {each: people,", "children: {each: child,"),
        "unknown-word", "{each: child,", "'child' is no entity", "people",
    ),
    broken(
        "subjects that are values of an enumeration that is not there",
        (WORLD, "{values: kinds}", "{values: kind}"),
        "unknown-word", "{values: kind}", "'kind' is no enumeration", "kinds",
    ),
    broken(
        "a type that is none",
        (WORLD, "agrees: {type: truth,", "agrees: {type: boolean,"),
        "not-allowed", "type: boolean", "'boolean' is not one of truth",
    ),
    broken(
        "an element without fields",
        (WORLD, "    fields:\n      kind:", "    field:\n      kind:"),
        "unknown-key", "    field:", "unknown key `field`", "fields",
    ),
    broken(
        "a derived field with no row for the rest",
        (WORLD, "          - {otherwise: suspected}\n", ""),
        "invalid", "- when: {all: [{this: kind, equals: adult_involvement}, {the:", "no row is left",
        "otherwise",
    ),
    broken(
        "a standard of evidence with no row for the rest",
        ("evidence.yaml", "    - {otherwise: none}\n", ""),
        "invalid", "- {when: {all: [established_by, {not: contradicted}]}", "no row is left", "otherwise",
    ),
    broken(
        "a standard of evidence that grades by what is not defined",
        ("evidence.yaml", "- {when: told_by_account,", "- {when: told_by_acount,"),
        "unknown-word", "told_by_acount", "'told_by_acount' is no definition", "told_by_account",
    ),
    broken(
        "a definition of evidence of a kind that is not there",
        ("evidence.yaml", "{this: kind, equals: support}", "{this: kind, equals: supports}"),
        "unknown-value", "equals: supports", "'supports' is no value of kind", "support",
    ),
)  # fmt: skip
