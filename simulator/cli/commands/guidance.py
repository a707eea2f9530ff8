"""`simulator guidance`: the paragraphs word for word, with what is noted beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.cli.exercising import cases_exercising
from simulator.cli.output import print_json, print_lines, wrapped
from simulator.cli.workshop import Workshop
from simulator.errors.faults import UsageFault
from simulator.guidance.nodes import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.cli.exercising import Exercising
    from simulator.cli.parser import Asked
    from simulator.guidance.guidance import Guidance


def run(asked: Asked) -> int:
    """Shows one paragraph or all."""
    workshop = Workshop(strangers=asked.plugins, guidance=asked.guidance)
    guidance = workshop.engine().guidance
    if asked.paragraph is not None and asked.paragraph not in guidance.paragraphs:
        right = suggestion(asked.paragraph, list(guidance.paragraphs))
        raise UsageFault(f"'{asked.paragraph}' is no paragraph of {guidance.name}; {right}")
    shown = [asked.paragraph] if asked.paragraph else list(guidance.paragraphs)
    exercising = cases_exercising(workshop, guidance)
    if asked.format == "json":
        print_json(guidance_data(guidance, shown, exercising))
    else:
        print_lines(_told(guidance, shown, exercising, whole=asked.paragraph is None))
    return 0


def guidance_data(guidance: Guidance, shown: list[str], exercising: Exercising) -> dict[str, Any]:
    """The `guidance/1` object of some paragraphs, with the cases that exercise each."""
    return {
        "format": "guidance/1",
        "guidance": guidance.name,
        "documents": [
            {"key": each.key, "title": each.title, "date": each.date, "sha256": each.sha256}
            for each in guidance.documents
        ],
        "paragraphs": [
            {
                "paragraph": name,
                "text": guidance.paragraphs[name].text,
                "notes": [f"{note.date}: {note.text}" for note in guidance.notes if name in note.paragraphs],
                "background": guidance.paragraphs[name].background,
                "rules": list(guidance.rules_citing(name)),
                "cases": exercising[name],
            }
            for name in shown
        ],
    }


def _told(guidance: Guidance, shown: list[str], exercising: Exercising, *, whole: bool) -> Iterator[str]:
    yield f"{guidance.title} ({guidance.name} {guidance.version})"
    document = section = ""
    titles = {each.key: f"{each.title} ({each.date})" for each in guidance.documents}
    for name in shown:
        paragraph = guidance.paragraphs[name]
        if paragraph.document != document:
            document, section = paragraph.document, ""
            yield from ("", titles[document])
        if paragraph.section != section:
            section = paragraph.section
            yield from ("", section)
        yield ""
        yield from _paragraph(guidance, name, exercising[name])
    if whole:
        yield from ("", "Advice")
        for advice in guidance.advice:
            yield from wrapped(f"{advice.text} ({', '.join(advice.cites)})", "  ")
    yield ""
    yield guidance.standing


def _paragraph(guidance: Guidance, name: str, cases: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    paragraph = guidance.paragraphs[name]
    yield from wrapped(f"{name}  {paragraph.text}")
    for note in guidance.notes:
        if name in note.paragraphs:
            yield from wrapped(f"Note, {note.date}: {note.text}", "    ")
    for tension in guidance.tensions:
        if name in tension.paragraphs:
            told = f"Tension ({', '.join(tension.paragraphs)}): {tension.text} Settled: {tension.settled}"
            yield from wrapped(told, "    ")
    rules = guidance.rules_citing(name)
    if rules:
        yield from wrapped(f"Cited by {', '.join(rules)}", "    ")
    for case in cases:
        yield f"    Exercised by `{_command(case)}`"
    if paragraph.background is not None:
        yield from wrapped(f"Background: {paragraph.background}", "    ")


def _command(case: Mapping[str, Any]) -> str:
    """The command that shows a case."""
    if "case" in case:
        return f"simulator play --plain --pack {case['pack']} --case {case['case']}"
    return f"simulator generate --pack {case['pack']} --seed {case['seed']}"
