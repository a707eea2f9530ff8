"""Changes in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.rules.flips.flip import Change
from simulator.rules.flips.telling import Teller

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.rules.engine import Engine

FORCE = {"kind": "force", "grade": "believed", "by": "A"}
FRAUD = {"kind": "fraud", "grade": "suspected", "by": "unknown"}
DATA = {"people": [{"id": "A", "age": 14, "acts": ["took_own"]}], "factors": [FORCE, FRAUD]}
WORDS: Mapping[str, Any] = {
    "sentence": "{option}, {paragraph}: {changes}",
    "and": " and ",
    "case": {
        "fields": {"consensual": {"of": "to", "is": {"true": "all agreed", "false": "somebody did not"}}}
    },
    "people": {
        "fields": {
            "age": "{who} been {to}",
            "acts": {"added": "{who} also {value}", "removed": "{who} not {value}"},
        },
        "values": {"acts": {"took_own": "made one"}},
    },
    "factors": {
        "again": "the same",
        "one": {"of": "by", "is": {"unknown": "somebody's {kind}", "otherwise": "{by}'s {kind}"}},
        "fields": {"grade": "{one} been {to}, not {from}", "triage": "{number}: {unheard_of}"},
        "removed": {"of": "kind", "is": {"force": "no force been used"}},
    },
}


def told(engine: Engine, words: Mapping[str, Any], *changes: Change) -> str:
    """The sentence about some changes."""
    return Teller(engine.guidance.world, words, {}).sentence(DATA, changes, "Now", "IG22")


@pytest.mark.parametrize(
    ("change", "plain", "worded"),
    [
        (Change("consensual", True, False), "consensual been false instead of true", "somebody did not"),
        (Change("people[0].age", 14, 18), "the age of A been 18 instead of 14", "A been 18"),
        (Change("people[0].home", "absent", "city"), "the home of A been city", "the home of A been city"),
        (Change("people[0].acts", ["took_own"], []), "the acts of A not held took own", "A not made one"),
        (Change("people[0].acts", [], ["reported"]), "the acts of A also held reported", "A also reported"),
        (Change("factors[0].grade", "believed", "suspected"),
         "the grade of factor 1 been suspected instead of believed", "A's force been suspected, not believed"),
        (Change("factors[1].grade", "suspected", "believed"),
         "the grade of factor 2 been believed instead of suspected", "somebody's fraud been believed, not suspected"),
        (Change("factors[1].triage", "not_done", "negated"),
         "the triage of factor 2 been negated instead of not done", "2: {unheard_of}"),
        (Change("factors[0]", FORCE, "absent"), "factor 1 not been there", "no force been used"),
        (Change("factors[1]", FRAUD, "absent"), "factor 2 not been there", "somebody's fraud not been there"),
    ],
)  # fmt: skip
def test_a_change_is_told_plainly_or_in_the_guidances_own_words(
    engine: Engine, change: Change, plain: str, worded: str
) -> None:
    assert told(engine, {}, change) == f"Had {plain}, “Now” would have been expected (IG22)."
    assert told(engine, WORDS, change) == f"Now, IG22: {worded}"


def test_several_changes_make_one_sentence(engine: Engine) -> None:
    changes = [Change("people[0].age", 14, 18), Change("consensual", True, False)]
    assert told(engine, {}, *changes) == (
        "Had the age of A been 18 instead of 14, and had consensual been false instead of true, "
        "“Now” would have been expected (IG22)."
    )
    assert told(engine, WORDS, *changes) == "Now, IG22: A been 18 and somebody did not"


def test_an_element_is_named_but_once_where_changes_of_it_follow_each_other(engine: Engine) -> None:
    grade = Change("factors[0].grade", "believed", "suspected")
    kind = Change("factors[0].kind", "force", "fraud")
    assert told(engine, WORDS, kind, grade) == (
        "Now, IG22: the kind of A's force been fraud instead of force and the same been suspected, not believed"
    )
    other = Change("factors[1].grade", "suspected", "believed")
    assert told(engine, WORDS, grade, other) == (
        "Now, IG22: A's force been suspected, not believed and somebody's fraud been believed, not suspected"
    )


def test_changes_that_are_told_in_the_same_words_are_told_once(engine: Engine) -> None:
    data = {"people": DATA["people"], "factors": [FORCE, FORCE]}
    gone = [Change("factors[1]", FORCE, "absent"), Change("factors[0]", FORCE, "absent")]
    teller = Teller(engine.guidance.world, WORDS, {})
    assert teller.sentence(data, gone, "Now", "IG22") == "Now, IG22: no force been used"
