"""Conditions with a mistake, in place of a rule's about a child, and what is to be said of each."""

from __future__ import annotations

from typing import NamedTuple


class Mistake(NamedTuple):
    """A condition that is wrong at `at`, which stands once in it; `says` and `remedy` are expressions."""

    condition: str
    code: str
    at: str
    says: str
    remedy: str


UNKNOWN_WORDS = (
    Mistake("nonsensical", "unknown-word", "nonsensical", "'nonsensical' is no definition", "known are|mean"),
    Mistake("{not: agravated}", "unknown-word", "agravated", "'agravated' is no definition", "aggravated"),
    Mistake("{this_is: agravated}", "unknown-word", "agravated", "'agravated' is no definition",
        "aggravated"),
    Mistake("{this_is: aggravated}", "condition", "aggravated", "is of case, and here people is meant", ""),
    Mistake("{this: colour, equals: red}", "unknown-word", "colour", "'colour' is no field of people", "age"),
    Mistake("{case: age, equals: 3}", "unknown-word", "age", "'age' is no field of case", "investigation"),
    Mistake("{its: age, below: 3}", "unknown-word", "age", "'age' is no field of anything meant here", ""),
    Mistake("{this: home, equals: town}", "unknown-value", "town", "'town' is no value of home", "city"),
    Mistake("{this: acts, holds_any: [took_own, lied]}", "unknown-value", "[", "'lied' is no value of acts",
        ""),
    Mistake("{case: investigation, one_of: [full, ful]}", "unknown-value", "[", "'ful' is no value", "full"),
    Mistake("{some: persons, where: child}", "quantifier-over-nothing", "persons", "no entity", "people"),
    Mistake("{every: persons, where: child}", "quantifier-over-nothing", "persons", "no entity", "people"),
    Mistake("{another: persons, where: child}", "quantifier-over-nothing", "persons", "no entity", "people"),
    Mistake(
        "{some: factors, where: {its: by, equals: nobody}}",
        "condition", "nobody", "'nobody' is nothing that by can be", "this, or a word",
    ),
    Mistake(
        "{some: factors, where: {its: against, holds: unknown}}",
        "condition", "unknown", "'unknown' is nothing that against can be", "this",
    ),
)  # fmt: skip

WRONG_OPERATORS = (
    Mistake("{this: home, holds: city}", "condition", "{", "'holds' does not go with home", "equals, one_of"),
    Mistake("{this: acts, equals: took_own}", "condition", "{", "'equals' does not go with acts",
        "holds_any"),
    Mistake("{this: age, holds: 3}", "condition", "{", "'holds' does not go with age", "at_least"),
    Mistake("{this: agrees, at_least: true}", "condition", "{", "'at_least' does not go with agrees",
        "equals"),
    Mistake("{this: home, empty: true}", "condition", "{", "'empty' does not go with home", "equals"),
    Mistake("{this: home, at_least: city}", "condition", "city", "'at_least' needs values in an order",
        "ordered"),
    Mistake("{this: home, below: city}", "condition", "city", "'below' needs values in an order", "ordered"),
    Mistake("{this: age, below: twelve}", "condition", "twelve", "'twelve' is not a whole number",
        "whole number"),
    Mistake('{this: age, below: "12"}', "condition", '"12"', "'12' is not a whole number", "whole number"),
    Mistake("{this: age, below: true}", "condition", "true", "is not a whole number", "whole number"),
    Mistake('{this: agrees, equals: "true"}', "condition", '"true"', "'true' is not true or false",
        "true or"),
    Mistake("{this: agrees, equals: 1}", "condition", "1", "'1' is not true or false", "true or false"),
    Mistake("{this: age}", "condition", "{", "one operator", "equals, one_of"),
    Mistake("{this: age, below: 3, at_least: 1}", "condition", "{", "one operator", "equals, one_of"),
)  # fmt: skip

WRONG_FORMS = (
    Mistake("{all: []}", "condition", "[]", "nothing to combine", "a list of at least one"),
    Mistake("{any: child}", "condition", "child", "nothing to combine", "a list of at least one"),
    Mistake("{not: 5}", "condition", "5", "'5' is no condition", "a definition's name"),
    Mistake("{not: {}}", "condition", "{}", "no condition", "all, any, not"),
    Mistake("{where: child}", "condition", "{", "no condition", "some, every, another"),
    Mistake("{some: people, were: child}", "unknown-key", "were", "'were' does not go with 'some'", "where"),
    Mistake("{some: {this: acts}, where: child}", "wrong-type", "{this", "no field of type references",
        "FIELD"),
    Mistake("{the: {this: home}, where: child}", "wrong-type", "{this", "no field of type reference",
        "FIELD"),
    Mistake(
        "{another: factors, where: {its: kind, equals: force}}",
        "condition", "{another", "'another' of factors", "some: factors",
    ),
    Mistake('{fewer_than: "2", of: people}', "condition", "{", "counts nothing", "a number"),
    Mistake("{fewer_than: 2}", "condition", "{", "counts nothing", "an entity"),
)  # fmt: skip
