"""`simulator score`: choices marked, and every mistake explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.cli.inputs import Inputs
from simulator.cli.output import print_json, print_lines, wrapped
from simulator.cli.workshop import Workshop
from simulator.errors.faults import UsageFault
from simulator.packs.reading import read_document
from simulator.scoring.choices import read_choices
from simulator.scoring.score import score

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.cli.parser import Asked
    from simulator.guidance.guidance import Guidance

MOST_FLIPS = 3
"""How many of the ways that are equally small are told as text."""


def run(asked: Asked) -> int:
    """Marks the choices in one file on the facts or case in another."""
    if "-" in (asked.facts, asked.choices):
        raise UsageFault("score reads two files; give the name of each.")
    workshop = Workshop(strangers=asked.plugins, guidance=asked.guidance)
    given = Inputs(workshop).given(read_document(asked.facts))
    choices = read_choices(read_document(asked.choices), given.engine, given.parts)
    endings = asked.endings or asked.format == "text"
    marked = score(given.engine, given.parts, choices, workshop.run_scorers, case=given.case, endings=endings)
    if asked.format == "json":
        print_json(marked)
    else:
        print_lines(_told(marked, given.engine.guidance))
    return 0


def _told(marked: Mapping[str, Any], guidance: Guidance) -> Iterator[str]:
    yield marked["case"]
    for scorer in marked["scorers"]:
        yield f"{scorer['name']}: {scorer['points']:g} of {scorer['possible']:g}"
    for title, name in (
        ("Mistakes", "mistakes"),
        ("To discuss", "to_discuss"),
        ("Where the guidance is silent", "silent"),
    ):
        if marked[name]:
            yield ""
            yield title
            for entry in marked[name]:
                yield from _entry(entry, guidance)
    if marked["missing"]:
        yield ""
        yield "Not answered"
        for entry in marked["missing"]:
            yield f"  {_where(entry, guidance)}"
    if marked["endings"]:
        yield ""
        yield "What would change how it ends"
        for ending in marked["endings"]:
            yield from _ending(ending, guidance)
    yield ""
    yield guidance.standing


def _ending(ending: Mapping[str, Any], guidance: Guidance) -> Iterator[str]:
    yield ""
    yield f"  {_where(ending, guidance)}"
    question = guidance.questions[ending["question"]]
    for option, found in ending["options"].items():
        if found["flips"]:
            yield from _flips(found["flips"], "    ")
        elif "flips_unknown" in found:
            yield from wrapped(
                f"What would lead to “{question.label(option)}”: {found['flips_unknown']}", "    "
            )
        else:
            yield from wrapped(f"Nothing possible would lead to “{question.label(option)}”.", "    ")


def _flips(flips: Sequence[Mapping[str, Any]], indent: str) -> Iterator[str]:
    for flip in flips[:MOST_FLIPS]:
        yield from wrapped(flip["text"], indent)
    more = len(flips) - MOST_FLIPS
    if more > 0:
        ways = "1 more way is" if more == 1 else f"{more} more ways are"
        yield f"{indent}{ways} as small; --format json gives them all."


def _where(entry: Mapping[str, Any], guidance: Guidance) -> str:
    phase = f"{entry['phase']}, " if entry.get("phase") else ""
    return f"{phase}{guidance.questions[entry['question']].title}, {entry['subject']}"


def _entry(entry: Mapping[str, Any], guidance: Guidance) -> Iterator[str]:
    question = guidance.questions[entry["question"]]
    yield ""
    yield f"  {_where(entry, guidance)}"
    if entry["chosen"] is not None:
        yield f"    chosen: {question.label(entry['chosen'])} ({entry['verdict']}, {entry['basis']})"
    for words, name in (("not chosen", "missed"), ("called for", "expected"), ("acceptable", "acceptable")):
        if entry[name]:
            yield f"    {words}: {'; '.join(question.label(option) for option in entry[name])}"
    yield from wrapped(entry["why"], "    ")
    if entry.get("silence"):
        yield from wrapped(f"The guidance is silent: {entry['silence']}", "    ")
    if entry["follows_from"]:
        cause = entry["follows_from"]
        yield f"    This follows from one mistake and costs nothing more: {_where(cause, guidance)}."
    for citation in entry["citations"]:
        yield from wrapped(f"{citation['paragraph']}: “{citation['quote']}”", "      ")
    if entry["flips"]:
        yield "    What would have made it right:"
        yield from _flips(entry["flips"], "      ")
    elif "flips_unknown" in entry:
        yield from wrapped(f"What would have made it right: {entry['flips_unknown']}", "    ")
    elif entry["chosen"] is not None:
        yield "    No change of what there is in this case would have made it right."
