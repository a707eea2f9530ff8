"""Whether what the guidance calls for is what the author says.

An author names the option that is called for. A list names several: of a question that takes several all that are
called for; of any other one that is called for, beside some that are within discretion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.guidance.nodes import suggestion
from simulator.model.schema_check import shown
from simulator.rules.border import neighbours

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.authoring.lint.examined import Examined
    from simulator.errors.faults import Fault
    from simulator.guidance.guidance import Guidance
    from simulator.model.document import Path
    from simulator.rules.decisions import Decision

DISAGREES = "not-as-expected"


def disagreements(case: Examined) -> Iterator[Fault]:
    """Where the rules decide otherwise than the author expects, with rule and paragraphs."""
    by_phase = {part.phase: part.decisions for part in case.parts}
    for phase, questions in case.expects.items():
        if phase not in by_phase:
            yield _unknown(case, ("expects", phase), "phase of this case", phase, list(by_phase))
            continue
        for question, subjects in questions.items():
            yield from _of_question(case, ("expects", phase, question), subjects, by_phase[phase])


def border_disagreements(case: Examined, guidance: Guidance) -> Iterator[Fault]:
    """Grades that are said to be on the border of the one that is called for, and are not next to it."""
    own = guidance.own_reading
    if own is None:
        return
    called_for = {
        decision.subject: decision.with_verdict("expected")[0]
        for part in case.parts
        for decision in part.decisions
        if decision.question == own.graded_by
    }
    for subject, options in case.data.get("border", {}).items():
        near = neighbours(own, guidance, called_for[subject]) if subject in called_for else ()
        for number, option in enumerate(options):
            if option not in near:
                what = f"'{option}' does not lie next to what is called for of {own.graded_by} for {subject}"
                right = f"one of {', '.join(near)}" if near else "leave it out"
                yield case.document.fault(("border", subject, number), what, right, code="not-neighbouring")


def _of_question(
    case: Examined, path: Path, subjects: Mapping[str, Any], decisions: Sequence[Decision]
) -> Iterator[Fault]:
    question = str(path[-1])
    decided = {each.subject: each for each in decisions if each.question == question}
    if not decided:
        asked = list(dict.fromkeys(each.question for each in decisions))
        yield _unknown(case, path, "question asked in this phase", question, asked)
        return
    for subject, expected in subjects.items():
        place: Path = (*path, subject)
        if subject not in decided:
            yield _unknown(case, place, f"subject of {question} here", subject, list(decided))
        else:
            yield from _of_subject(case, place, expected, decided[subject])


def _of_subject(case: Examined, path: Path, expected: Any, decision: Decision) -> Iterator[Fault]:
    options = [expected] if isinstance(expected, str) else expected
    for number, option in enumerate(options):
        if option not in decision.options:
            place = path if isinstance(expected, str) else (*path, number)
            known = list(decision.options)
            yield case.document.fault(
                place,
                f"'{shown(option)}' is no option of {decision.question}",
                suggestion(option, known),
                code="unknown-option",
            )
            return
    called_for = decision.with_verdict("expected") or decision.with_verdict("acceptable")
    if decision.several:
        alike = set(options) == set(called_for)
    else:
        right = {*called_for, *decision.with_verdict("acceptable")}
        alike = bool(right.issuperset(options) and set(called_for).intersection(options))
    if not alike:
        cited = ", ".join(dict.fromkeys(_cited(decision, called_for)))
        yield case.document.fault(
            path,
            f"the author expects {', '.join(options)} of {decision.question} for {decision.subject}, and "
            f"{', '.join(called_for)} is called for by {decision.rule} ({cited})",
            f"change the facts, or expect {', '.join(called_for)}",
            code=DISAGREES,
        )


def _cited(decision: Decision, options: Sequence[str]) -> Iterator[str]:
    for option in options:
        yield from decision.options[option].citations


def _unknown(case: Examined, path: Path, sort: str, word: str, known: list[str]) -> Fault:
    return case.document.fault(
        path, f"'{shown(word)}' is no {sort}", suggestion(word, known), code="unknown-word", of_key=True
    )
