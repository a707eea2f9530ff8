"""What a case says of evidence on the border between two grades."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from simulator.guidance.nodes import suggestion
from simulator.model.schema_check import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.errors.faults import Fault
    from simulator.guidance.guidance import Guidance
    from simulator.model.document import Document
    from simulator.rules.facts import Facts


def border_faults(document: Document, data: Mapping[str, Any], guidance: Guidance) -> Iterator[Fault]:
    """Subjects and options that the question which grades does not have; `border` stands at the top of both."""
    border: Mapping[str, list[str]] = data.get("border", {})
    own = guidance.own_reading
    if border and own is None:
        yield document.fault(
            ("border",), f"no question of {guidance.name} grades anything", "leave it out", of_key=True
        )
        return
    for subject, options in border.items():
        assert own is not None
        question = guidance.questions[own.graded_by]
        if subject not in question.subjects.values:
            right = suggestion(subject, question.subjects.values)
            what = f"'{shown(subject)}' is no subject of {question.question}"
            yield document.fault(("border", subject), what, right, code="unknown-word", of_key=True)
        known = [each.option for each in question.options]
        for number, option in enumerate(options):
            if option not in known:
                what = f"'{shown(option)}' is no option of {question.question}"
                right = suggestion(option, known)
                yield document.fault(("border", subject, number), what, right, code="unknown-option")


def with_border(facts: Facts, data: Mapping[str, Any]) -> Facts:
    """The facts of a phase of a case, with what the case says of the border."""
    border: Mapping[str, list[str]] | None = data.get("border")
    if not border:
        return facts
    return replace(facts, border={subject: tuple(options) for subject, options in border.items()})
