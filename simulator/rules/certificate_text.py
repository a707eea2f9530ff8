"""The completeness certificate as a page of Markdown, for the terminal and for the docs alike."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.rules.certificate import Certificate

SPACE = """\
For each question every condition of its rules is traced back to what it asks of the facts: comparisons with a
field of the case or of the subject, and statements that *some* element (some person, some factor) meets
something. A point of the space is one combination of these predicates.

Which combinations facts can have: one representative is taken for every way in which an element can meet the
comparisons, the impossible elements are left out, and what follows from an element (a derived field, an added
element) is worked out. What facts make true together is a union of what their elements make true, so all unions
are gone through, for every state of the case's own fields and every kind of subject. A combination that no facts
have after all only makes the space larger than it need be.

How facts are constructed: for a point, elements are chosen whose statements together are those of the point, ids
are given, and up to two further elements that change nothing are added where the facts would otherwise be
impossible. The facts are then read like anybody's, and count only if the rules decide as the point says."""


def certificate_lines(certificate: Certificate) -> Iterator[str]:
    """The lines of the page."""
    guidance = certificate.guidance
    yield f"# Completeness certificate: {guidance.name} {guidance.version}"
    yield ""
    yield f"> {guidance.standing}"
    yield ""
    held = "The proof holds." if certificate.holds else "**The proof does not hold.**"
    yield f"{held} At each of {sum(certificate.points.values()):,} points exactly one rule decides."
    yield ""
    yield f"* SHA-256 of the rules and words: `{guidance.sha256}`"
    for document in guidance.documents:
        yield f"* SHA-256 of {document.key}, {document.title}: `{document.sha256}`"
    yield from ("", "## What the space is", "", *SPACE.splitlines(), "")
    yield from ("| question | points | rules |", "|---|---:|---:|")
    for question, points in certificate.points.items():
        yield f"| {question} | {points:,} | {len(guidance.rules_of(question))} |"
    yield from _broken(certificate)
    yield from _open(certificate)
    yield from ("", "## Witnesses", "", "For every rule, small facts at which it decides.", "")
    for rule, facts in certificate.witnesses.items():
        told = {key: value for key, value in facts.items() if key not in ("format", "id")}
        yield f"* `{rule}`: `{json.dumps(told, ensure_ascii=False)}`"


def _broken(certificate: Certificate) -> Iterator[str]:
    """What breaks the proof, each with a counter-example."""
    for title, entries in (
        ("Left undecided", certificate.undecided),
        ("Decided twice", certificate.decided_twice),
        ("Never wins", certificate.never_wins),
        ("Declared as read, and ignored", certificate.unread_facts),
        ("Neither cited nor background", certificate.uncited_paragraphs),
    ):
        if entries:
            yield from ("", f"## {title}", "")
            yield from (f"* `{json.dumps(entry, ensure_ascii=False)}`" for entry in entries)


def _open(certificate: Certificate) -> Iterator[str]:
    guidance = certificate.guidance
    yield from ("", "## Where the guidance is silent", "")
    for rule in guidance.rules.values():
        if rule.silence is not None:
            yield f"* `{rule.rule}`: {rule.silence}"
    yield from ("", "## Where paragraphs pull against each other", "")
    for tension in guidance.tensions:
        yield f"* {', '.join(tension.paragraphs)}: {tension.text} *Settled:* {tension.settled}"
