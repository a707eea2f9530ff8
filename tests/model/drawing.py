"""Draws facts widely: built so that most are possible, and kept only where the model says that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from .impossible import PASSING_ON, SHARING, impossible
from .words import OFFENCES, WARNED, adult_acted

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

    from .notation import Facts

NAMES = ("A", "B", "C", "D", "E")
IDLE = (["told_only"], ["reported", "told_only"], ["reported"], ["deleted_on_receipt"])
KINDS = ("adult_involvement", "onward_forwarding", "force", "fraud", "exploitation", "bullying")
PREVIOUS = (
    *("none",) * 6,
    WARNED,
    "police_warning_1978_undocumented",
    "police_warning_other_offence",
    "school_sanction",
)
DELETIONS = ("pending", "satisfied", "satisfied", "satisfied", "doubted", "beyond_reach")
MOODS = ("settled", "agreed", "wild")
"""All agree and all is deleted; all agree; anything."""
RESTORATIVE = ("given", "refused", "not_asked")
INVESTIGATIONS = (
    "none",
    "none",
    "none",
    "initial",
    "initial",
    "initial_concluded",
    "full",
    *("full_concluded",) * 4,
)


@st.composite
def _acts(draw: DrawFn) -> list[str]:
    if draw(st.integers(0, 7)) == 0:
        return list(draw(st.sampled_from(IDLE)))
    own = ["took_own", "permitted_own", "shared_own", "posted_own"]
    pool = own if draw(st.booleans()) else [*own, *sorted(OFFENCES - set(own))]
    acts = draw(st.lists(st.sampled_from(pool), min_size=1, max_size=3, unique=True))
    if draw(st.integers(0, 5)) == 0:
        acts.append("reported")
    return acts


@st.composite
def _keys(draw: DrawFn, acts: list[str], mood: str) -> dict[str, Any]:
    """The keys that a child may have and an adult need not."""
    keys: dict[str, Any] = {"home": draw(st.sampled_from(("city", "county")))}
    keys["previous"] = draw(st.sampled_from(PREVIOUS))
    keys["agrees"] = mood != "wild" or draw(st.integers(0, 2)) > 0
    keys["parents"] = draw(st.sampled_from(("available", "available", "implicated")))
    keys["restorative"] = draw(st.sampled_from(RESTORATIVE))
    if "told_only" not in acts and (mood == "settled" or draw(st.integers(0, 4)) > 0):
        keys["deletion"] = "satisfied" if mood == "settled" else draw(st.sampled_from(DELETIONS))
    return keys


@st.composite
def _person(draw: DrawFn, name: str, may_be_adult: bool, mood: str) -> dict[str, Any]:
    adult = may_be_adult and draw(st.integers(0, 3)) == 0
    age = draw(st.integers(18, 120) if adult else st.integers(0, 17))
    acts = draw(_acts())
    person = {"id": name, "age": age, "acts": acts}
    return person if adult and draw(st.booleans()) else person | draw(_keys(acts, mood))


def _may_be_by(kind: str, person: dict[str, Any]) -> bool:
    if kind == "adult_involvement":
        return bool(person["age"] >= 18)
    return kind != "onward_forwarding" or bool(PASSING_ON & set(person["acts"]))


@st.composite
def _factor(draw: DrawFn, people: list[dict[str, Any]], investigation: str) -> dict[str, Any]:
    kind = draw(st.sampled_from(KINDS))
    by = draw(st.sampled_from([*(p["id"] for p in people if _may_be_by(kind, p)), "unknown"]))
    grade = draw(st.sampled_from(("suspected", "suspected", "believed", "established")))
    factor: dict[str, Any] = {"kind": kind, "grade": grade, "by": by}
    children = [person["id"] for person in people if person["age"] < 18 and person["id"] != by]
    if children and draw(st.integers(0, 3)) > 0:
        factor["against"] = draw(
            st.lists(st.sampled_from(children), min_size=draw(st.integers(0, 2)), max_size=3)
        )
    acting = any(person["id"] == by and adult_acted(person) for person in people)
    may_be_triaged = grade == "suspected" and investigation != "none"
    if may_be_triaged and not (kind == "adult_involvement" and acting):
        triages = ("not_done", "negated", "negated", "established", "inconclusive")
        factor["triage"] = draw(st.sampled_from(triages))
    return factor


@st.composite
def _facts(draw: DrawFn) -> Facts:
    count = draw(st.integers(2, 5))
    mood = draw(st.sampled_from(MOODS))
    people = [draw(_person(name, place > 1, mood)) for place, name in enumerate(NAMES[:count])]
    if not any(SHARING & set(person["acts"]) for person in people):
        people[0] |= {"acts": ["took_own", "shared_own"], "deletion": "pending"}
    facts: Facts = {"format": "case-facts/1", "id": "drawn", "people": people}
    investigation = draw(st.sampled_from(INVESTIGATIONS))
    if investigation != "none" or draw(st.booleans()):
        facts["investigation"] = investigation
    listed = draw(st.sampled_from((0, 0, 1, 2, 2, 3)))
    factors: list[dict[str, Any]] = [draw(_factor(people, investigation)) for _ in range(listed)]
    if draw(st.booleans()) or factors:
        facts["factors"] = factors
    consensual = draw(st.sampled_from((True, True, False)))
    if not consensual or draw(st.booleans()):
        facts["consensual"] = consensual
    return facts


def possible_facts() -> SearchStrategy[Facts]:
    """Facts that the decision model calls possible."""
    return _facts().filter(lambda facts: not impossible(facts))
