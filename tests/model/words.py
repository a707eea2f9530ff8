"""The words that the decision model uses of a case and of a child, read by hand from facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .notation import Facts

OWN = frozenset({"took_own", "permitted_own", "shared_own", "posted_own"})
OTHERS = frozenset({"took_other", "forwarded", "posted_other", "showed_other", "kept_other"})
OFFENCES = OWN | OTHERS
KINDS = (
    "adult_involvement",
    "onward_forwarding",
    "force",
    "fraud",
    "exploitation",
    "bullying",
    "previous_warning",
)
HARMING = frozenset({"adult_involvement", "force", "fraud", "exploitation", "bullying"})
HIGH = ("believed", "established")
GRADES = ("none", "suspected", *HIGH)
WARNED = "police_warning_1978_documented"


class Factor:
    """A factor after triage."""

    __slots__ = ("against", "by", "grade", "kind")

    def __init__(self, kind: str, grade: str, by: str, against: list[str]) -> None:
        self.kind, self.grade, self.by, self.against = kind, grade, by, against


def adult_acted(person: dict[str, Any]) -> bool:
    """Whether this person is an adult whose acts make `adult_involvement` established."""
    idle = {"reported", "told_only", "deleted_on_receipt"}
    return person["age"] >= 18 and any(act not in idle for act in person["acts"])


def factors_after_triage(facts: Facts) -> list[Factor]:
    """The listed factors after triage, and the derived ones."""
    acting = [person["id"] for person in facts["people"] if adult_acted(person)]
    found = []
    for listed in facts.get("factors", []):
        kind, grade, by = listed["kind"], listed["grade"], listed["by"]
        triage = listed.get("triage", "not_done")
        if triage == "negated":
            continue
        if triage == "established" or (kind == "adult_involvement" and by in acting):
            grade = "established"
        found.append(Factor(kind, grade, by, listed.get("against", [])))
    for adult in acting:
        if not any(factor.kind == "adult_involvement" and factor.by == adult for factor in found):
            found.append(Factor("adult_involvement", "established", adult, []))
    for person in facts["people"]:
        if person["age"] < 18 and person.get("previous") == WARNED and OFFENCES & set(person["acts"]):
            found.append(Factor("previous_warning", "established", person["id"], []))
    return found


class Child:
    """What the tables ask of one child."""

    def __init__(self, person: dict[str, Any], factors: list[Factor]) -> None:
        name = self.name = person["id"]
        self.home = person["home"]
        self.acts = set(person["acts"])
        self.previous = person.get("previous", "none")
        self.parents = person.get("parents", "available")
        self.restorative = person.get("restorative", "not_asked")
        self.agrees = person.get("agrees", True)
        offences = self.acts & OFFENCES
        self.deletion = person.get("deletion", "pending" if offences else "not_applicable")
        self.own_only = bool(offences) and offences <= OWN
        self.by_any_grade = {factor.kind for factor in factors if factor.by == name}
        attributed = [factor for factor in factors if factor.by == name and factor.grade in HIGH]
        self.attributed = {factor.kind for factor in attributed}
        self.wronged_by_this_child = {other for factor in attributed for other in factor.against}
        self.acted = bool(offences or self.attributed)
        against = [factor for factor in factors if name in factor.against]
        harming = [factor for factor in against if factor.kind in HARMING]
        self.harmed = any(factor.grade in HIGH for factor in harming)
        self.perhaps_harmed = any(factor.grade == "suspected" for factor in harming)
        self.wronged = any(f.kind == "onward_forwarding" and f.grade in HIGH for f in against)
        self.harmed_only = self.harmed and self.own_only and self.attributed <= {"previous_warning"}
        self.may_be_witness = self.harmed or (self.own_only and (self.perhaps_harmed or self.wronged))
        self.unsettled = self.deletion in ("doubted", "beyond_reach")
        self.outstanding = self.deletion == "pending" or self.unsettled
        self.made_and_shared_own = "took_own" in self.acts and bool(self.acts & {"shared_own", "posted_own"})


class Case:
    """What the tables ask of the case."""

    def __init__(self, facts: Facts) -> None:
        self.factors = factors_after_triage(facts)
        self.children = [Child(person, self.factors) for person in facts["people"] if person["age"] < 18]
        self.grade = max((factor.grade for factor in self.factors), key=GRADES.index, default="none")
        self.aggravated = self.grade in HIGH
        self.suspected = self.grade == "suspected"
        self.consensual = facts.get("consensual", True)
        self.investigation = facts.get("investigation", "none")
        self.concluded = self.investigation.endswith("_concluded")
        self.open = self.investigation in ("initial", "full")
        self.negated = any(listed.get("triage") == "negated" for listed in facts.get("factors", []))
        self.all_agree = all(child.agrees for child in self.children if child.deletion != "not_applicable")
        self.some_took_own = any("took_own" in child.acts for child in self.children)
        self.some_harming = any(factor.kind in HARMING for factor in self.factors)

    def deletion_in_doubt(self, child: Child) -> bool:
        """Whether this child's deletion is doubted, or beyond reach while nothing is concluded."""
        return child.deletion == "doubted" or (child.deletion == "beyond_reach" and not self.concluded)
