"""`simulator assess`: the verdict of every option of every question."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from simulator.cli.inputs import Inputs
from simulator.cli.output import print_json, print_lines, tell, wrapped
from simulator.cli.workshop import Workshop
from simulator.rules.tracing import Tracer, trace_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.cli.inputs import Given
    from simulator.cli.parser import Asked
    from simulator.rules.facts import Facts


def run(asked: Asked) -> int:
    """Answers each input in its order; faults of some do not keep the others from their answers."""
    inputs = Inputs(Workshop(strangers=asked.plugins, guidance=asked.guidance))
    for given in inputs.each(asked.facts):
        for phase, facts in given.parts:
            if asked.format == "json" and asked.why:
                print_json(_traced(given, phase, facts))
            elif asked.format == "json":
                sys.stdout.write(given.engine.answer_text(facts, phase, case=given.case))
                sys.stdout.write("\n")
            else:
                print_lines(_told(given, phase, facts, why=asked.why))
    sys.stdout.flush()
    faults = inputs.faults
    for fault in faults:
        tell(str(fault))
    return 1 if faults else 0


def _traced(given: Given, phase: str | None, facts: Facts) -> dict[str, Any]:
    tracer = Tracer(given.engine, facts)
    answer: dict[str, Any] = json.loads(given.engine.answer_text(facts, phase, case=given.case))
    for entry, decision in zip(answer["decisions"], given.engine.assess(facts, phase), strict=True):
        entry["trace"] = tracer.trace(decision)
    return answer


def _told(given: Given, phase: str | None, facts: Facts, *, why: bool) -> Iterator[str]:
    guidance = given.engine.guidance
    yield f"{given.case}{f', {phase}' if phase else ''}"
    tracer = Tracer(given.engine, facts)
    for decision in given.engine.assess(facts, phase):
        question = guidance.questions[decision.question]
        silent = " (the guidance is silent)" if decision.silent else ""
        yield ""
        yield f"{question.title} [{decision.question}], {decision.subject}{silent}"
        for option, ruling in decision.options.items():
            cited = ", ".join(ruling.citations)
            yield f"  {ruling.verdict}, {ruling.basis}: {question.label(option)} [{option}] ({cited})"
            yield from wrapped(ruling.why, "    ")
        if why:
            for line in trace_lines(tracer.trace(decision)):
                yield from wrapped(line, "    ")
    yield ""
    yield guidance.standing
