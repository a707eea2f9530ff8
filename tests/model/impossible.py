"""What the decision model calls impossible, of facts whose keys and types are right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .words import OFFENCES, adult_acted

if TYPE_CHECKING:
    from .notation import Facts

SHARING = frozenset({"shared_own", "posted_own", "forwarded", "posted_other", "showed_other"})
PASSING_ON = frozenset({"forwarded", "posted_other", "showed_other"})


def impossible(facts: Facts) -> list[str]:
    """Why these facts cannot be; nothing where they can."""
    people = {person["id"]: person for person in facts["people"]}
    found = []
    if sum(person["age"] < 18 for person in facts["people"]) < 2:
        found.append("fewer than two children")
    if len(people) < len(facts["people"]):
        found.append("an id twice")
    if not any(SHARING & set(person["acts"]) for person in facts["people"]):
        found.append("nobody sharing")
    for person in facts["people"]:
        found += _person(person)
    for factor in facts.get("factors", []):
        found += _factor(factor, people)
        found += _triage(factor, people, facts.get("investigation", "none"))
    return found


def _person(person: dict[str, Any]) -> list[str]:
    acts = set(person["acts"])
    found = []
    if not acts:
        found.append("no act")
    if len(acts) < len(person["acts"]):
        found.append("an act twice")
    if "told_only" in acts and acts - {"told_only", "reported"}:
        found.append("told_only beside another act")
    if {"deleted_on_receipt", "kept_other"} <= acts:
        found.append("deleted and kept")
    if person["age"] < 18 and "deletion" in person:
        if person["deletion"] == "not_applicable" and acts & OFFENCES:
            found.append("no deletion for an offence act")
        if person["deletion"] != "not_applicable" and "told_only" in acts:
            found.append("a deletion for told_only")
    return found


def _factor(factor: dict[str, Any], people: dict[str, Any]) -> list[str]:
    by, against = factor["by"], factor.get("against", [])
    found = []
    if by != "unknown" and by not in people:
        found.append("by nobody")
    if any(name not in people for name in against):
        found.append("against nobody who is listed")
    if by in against:
        found.append("against oneself")
    if any(people[name]["age"] >= 18 for name in against if name in people):
        found.append("against an adult")
    if by not in people:
        return found
    if factor["kind"] == "adult_involvement" and people[by]["age"] < 18:
        found.append("adult_involvement by a child")
    if factor["kind"] == "onward_forwarding" and not PASSING_ON & set(people[by]["acts"]):
        found.append("onward_forwarding by one who passed nothing on")
    return found


def _triage(factor: dict[str, Any], people: dict[str, Any], investigation: str) -> list[str]:
    if factor.get("triage", "not_done") == "not_done":
        return []
    found = []
    if factor["grade"] != "suspected":
        found.append("triage of what is not suspected")
    by = people.get(factor["by"])
    if factor["kind"] == "adult_involvement" and by and adult_acted(by):
        found.append("triage of what an adult's acts establish")
    if investigation == "none":
        found.append("triage without an investigation")
    return found
