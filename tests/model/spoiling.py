"""Each way in which the decision model says that facts are impossible, done to possible facts."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from .words import OFFENCES, OTHERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from .notation import Facts

GROWN = {"id": "Z", "age": 30, "acts": ["reported"]}
ACTED = {"id": "Z", "age": 30, "acts": ["kept_other"]}


def _add_factor(facts: Facts, **keys: Any) -> None:
    facts.setdefault("factors", []).append({"kind": "force", "grade": "suspected", "by": "unknown"} | keys)


def _one_child(facts: Facts) -> None:
    for person in facts["people"][1:]:
        person["age"] = 18


def _id_twice(facts: Facts) -> None:
    facts["people"][1]["id"] = "A"


def _by_nobody(facts: Facts) -> None:
    _add_factor(facts, by="Nobody")


def _against_nobody_listed(facts: Facts) -> None:
    _add_factor(facts, against=["A", "Nobody"])


def _against_unknown(facts: Facts) -> None:
    _add_factor(facts, by="A", against=["unknown"])


def _against_oneself(facts: Facts) -> None:
    _add_factor(facts, by="A", against=["B", "A"])


def _adult_involvement_by_a_child(facts: Facts) -> None:
    _add_factor(facts, kind="adult_involvement", by="A")


def _against_an_adult(facts: Facts) -> None:
    facts["people"].append(dict(GROWN))
    _add_factor(facts, against=["Z"])


def _no_act(facts: Facts) -> None:
    facts["people"][0]["acts"] = []


def _act_twice(facts: Facts) -> None:
    acts = facts["people"][0]["acts"]
    acts.append(acts[0])


def _told_only_beside_another_act(facts: Facts) -> None:
    facts["people"][0] |= {"acts": ["kept_other", "told_only"], "deletion": "not_applicable"}
    facts["people"][1]["acts"] = ["shared_own"]


def _told_only_and_deleted(facts: Facts) -> None:
    facts["people"][0] |= {"acts": ["deleted_on_receipt", "told_only"], "deletion": "not_applicable"}


def _deleted_and_kept(facts: Facts) -> None:
    facts["people"][0] |= {"acts": ["deleted_on_receipt", "kept_other"], "deletion": "pending"}


def _nobody_sharing(facts: Facts) -> None:
    for person in facts["people"]:
        person["acts"] = ["took_own", "kept_other"]


def _onward_by_one_who_passed_nothing_on(facts: Facts) -> None:
    facts["people"][0]["acts"] = ["shared_own", "kept_other", "took_other"]
    _add_factor(facts, kind="onward_forwarding", by="A")


def _triage_of_what_is_believed(facts: Facts) -> None:
    facts["investigation"] = "full"
    _add_factor(facts, grade="believed", triage="negated")


def _triage_of_what_is_established(facts: Facts) -> None:
    facts["investigation"] = "initial_concluded"
    _add_factor(facts, grade="established", triage="inconclusive")


def _triage_of_an_adult_who_acted(facts: Facts) -> None:
    facts["investigation"] = "initial"
    facts["people"].append(dict(ACTED))
    _add_factor(facts, kind="adult_involvement", by="Z", triage="established")


def _triage_without_an_investigation(facts: Facts) -> None:
    facts["investigation"] = "none"
    _add_factor(facts, triage="negated")


def _no_deletion_for_an_offence_act(facts: Facts) -> None:
    facts["people"][0]["acts"] = [*sorted(OFFENCES - OTHERS)]
    facts["people"][0]["deletion"] = "not_applicable"


def _deletion_for_told_only(facts: Facts) -> None:
    facts["people"][0] |= {"acts": ["reported", "told_only"], "deletion": "satisfied"}


SPOILERS: tuple[Callable[[Facts], None], ...] = (
    _one_child,
    _id_twice,
    _by_nobody,
    _against_nobody_listed,
    _against_unknown,
    _against_oneself,
    _adult_involvement_by_a_child,
    _against_an_adult,
    _no_act,
    _act_twice,
    _told_only_beside_another_act,
    _told_only_and_deleted,
    _deleted_and_kept,
    _nobody_sharing,
    _onward_by_one_who_passed_nothing_on,
    _triage_of_what_is_believed,
    _triage_of_what_is_established,
    _triage_of_an_adult_who_acted,
    _triage_without_an_investigation,
    _no_deletion_for_an_offence_act,
    _deletion_for_told_only,
)


def spoilt(facts: Facts, spoil: Callable[[Facts], None]) -> Facts:
    """A copy of possible facts made impossible in one way."""
    copy = deepcopy(facts)
    spoil(copy)
    return copy
