"""The completeness certificate as a page of Markdown, for the terminal and for the docs alike."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from simulator.rules.shadows import told_of_shadow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.rules.certificate import Certificate

SPACE = """\
For each question every condition of its rules is traced back to its predicates, listed below: comparisons with a
field of the case or of the subject (`case`, `this`), and statements that *some* element (`its`) meets something. A
point of the space is one combination of these predicates.

Which combinations facts can have: one representative is taken for every way in which an element can meet the
comparisons, the impossible elements are left out, and what follows from an element (a derived field, an added
element) is worked out. What facts make true together is a union of what their elements make true, so all unions
are gone through, for every state of the case's own fields and every kind of subject. A combination that no facts
have after all only makes the space larger than it need be.

How facts are constructed: for a point, elements are chosen whose statements together are those of the point, ids
are given, and up to two further elements that change nothing are added where the facts would otherwise be
impossible. The facts are then read like anybody's, and count only if the rules decide as the point says.

Beside the points stands what plain enumeration would take: how many facts there are, no larger than the largest
witness of the question, with every value of every field that the question reads."""

LARGE = 10**12


def certificate_lines(certificate: Certificate) -> Iterator[str]:
    """The lines of the page."""
    guidance = certificate.guidance
    yield f"# Completeness certificate: {guidance.name} {guidance.version}"
    yield ""
    yield f"> {guidance.standing}"
    yield ""
    yield _verdict(certificate)
    yield ""
    yield f"* SHA-256 of the rules and words: `{guidance.sha256}`"
    for document in guidance.documents:
        yield f"* SHA-256 of {document.key}, {document.title}: `{document.sha256}`"
    yield from _broken(certificate)
    yield from ("", "## What the space is", "", *SPACE.splitlines(), "")
    yield from ("| question | rules | points proved | by plain enumeration |", "|---|---:|---:|---:|")
    for proved in certificate.questions:
        yield f"| {proved.question} | {proved.rules} | {proved.points:,} | {_number(proved.enumerated)} |"
    total = sum(proved.enumerated for proved in certificate.questions)
    yield f"| together | {len(guidance.rules)} | {certificate.points:,} | {_number(total)} |"
    yield from _predicates(certificate)
    yield from _open(certificate)
    yield from ("", "## Witnesses", "", "For every rule, small facts at which it decides.", "")
    for rule, facts in certificate.witnesses.items():
        yield f"* `{rule}`: {_facts(facts)}"


def _verdict(certificate: Certificate) -> str:
    points = f"{certificate.points:,} points"
    if certificate.holds:
        return f"The proof holds. At each of {points} exactly one rule decides."
    return f"**The proof does not hold.** {points[0].upper()}{points[1:]} were gone through; what breaks it follows."


def _number(number: int) -> str:
    """A number that can be read: a large one by its first digits and a power of ten."""
    if number < LARGE:
        return f"{number:,}"
    power = len(str(number)) - 1
    return f"about {number / 10**power:.1f} × 10^{power}"


def _predicates(certificate: Certificate) -> Iterator[str]:
    yield from ("", "## Predicates", "")
    for proved in certificate.questions:
        told = "; ".join(f"`{predicate}`" for predicate in proved.predicates)
        yield f"* {proved.question}: {told or 'none: one rule decides, whatever the facts'}"


def _broken(certificate: Certificate) -> Iterator[str]:
    """What breaks the proof, each with a counter-example where there is one."""
    lines = [
        *(f"no rule decides {each['question']}{_at(each)}" for each in certificate.undecided),
        *(
            f"{' and '.join(each['rules'])} both decide {each['question']}, neither yields to the other{_at(each)}"
            for each in certificate.decided_twice
        ),
        *(f"{told_of_shadow(each)}{_at(each)}" for each in certificate.never_wins),
        *(
            f"a rule of {each['question']} asks for what no possible facts hold: `{each['statement']}`"
            for each in certificate.never_holds
        ),
        *(
            f"{each['question']} declares as read, and ignores, {each['fact']} of {each['of']}"
            for each in certificate.unread_facts
        ),
        *(
            f"{each['question']} reads, and does not declare, {each['fact']} of {each['of']}"
            for each in certificate.undeclared_facts
        ),
        *(f"{each} is neither cited nor declared background" for each in certificate.uncited_paragraphs),
    ]
    if lines:
        yield from ("", "## What breaks the proof", "", *(f"* {line}" for line in lines))


def _at(entry: Mapping[str, Any]) -> str:
    return "" if entry["facts"] is None else f": for example at {_facts(entry['facts'])}"


def _facts(facts: Mapping[str, Any]) -> str:
    told = {key: value for key, value in facts.items() if key not in ("format", "id")}
    return f"`{json.dumps(told, ensure_ascii=False)}`"


def _open(certificate: Certificate) -> Iterator[str]:
    guidance = certificate.guidance
    yield from ("", "## Where the guidance is silent", "")
    for rule in guidance.rules.values():
        if rule.silence is not None:
            yield f"* `{rule.rule}`: {rule.silence}"
    yield from ("", "## Where paragraphs pull against each other", "")
    for tension in guidance.tensions:
        yield f"* {', '.join(tension.paragraphs)}: {tension.text} *Settled:* {tension.settled}"
