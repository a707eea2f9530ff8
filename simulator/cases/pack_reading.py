"""Reads a scenario pack from the documents of its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cases.conditions import Conditions
from simulator.cases.drawing import DrawReader
from simulator.cases.names import every_first_name
from simulator.cases.pack import ScenarioPack
from simulator.cases.plot_reading import PlotReader, makes_of
from simulator.cases.sections import Sections
from simulator.cases.text_reading import TextReader
from simulator.cases.wording_reading import (
    WHOSE,
    SentenceReader,
    placeholders_of,
    placeholders_of_all,
    placeholders_of_one,
    titles_of,
    wording_of,
)
from simulator.errors.faults import InputFault, UsageFault
from simulator.guidance.nodes import unknown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.cases.names import FirstNames
    from simulator.cases.pack import Complication, Plot
    from simulator.errors.faults import Fault
    from simulator.model.document import Document
    from simulator.rules.engine import Engine


def read_scenario_pack(
    documents: Sequence[Document],
    engine: Engine,
    first_names: FirstNames | None = None,
    *,
    trusted: bool = False,
) -> ScenarioPack:
    """The pack whose files are `documents`, for the engine's guidance.

    `first_names` are all that there are, by kind, where they are at hand; Faker is asked for them where not.
    The form of files that are `trusted` was looked at before. Raises InputFault with every fault that can be known,
    UsageFault where there is no document.
    """
    if not documents:
        raise UsageFault("This scenario pack has no files.")
    sections = Sections(documents, trusted=trusted)
    if sections.faults:
        raise InputFault(sections.faults)
    faults: list[Fault] = []
    _check_guidance(sections, engine, faults)
    pack = _read(sections, engine, first_names or every_first_name(), faults)
    if faults:
        raise InputFault(faults)
    return pack


def _check_guidance(sections: Sections, engine: Engine, faults: list[Fault]) -> None:
    node = sections.single("pack")["guidance"]
    if node.data != engine.guidance.name:
        what = f"these cases are for the guidance '{node.data}'"
        faults.append(node.fault(what, f"play them with that guidance, not with {engine.guidance.name}"))


def _check_grading(sections: Sections, engine: Engine, phases: Sequence[str], faults: list[Fault]) -> None:
    """Evidence carries grades by the guidance's standard, by the end of a phase."""
    graded_at = sections.single("makes")["graded_at"]
    if graded_at.data not in phases:
        faults.append(unknown(graded_at, "phase of a paper", phases))
    patterns = sections.listed("evidence_patterns")
    if patterns and engine.guidance.evidence is None:
        what = f"the guidance {engine.guidance.name} has no standard of evidence, and so no piece carries a grade"
        raise InputFault([*faults, patterns[0].fault(what, "give the guidance a section 'evidence'")])


def _read(sections: Sections, engine: Engine, first_names: FirstNames, faults: list[Fault]) -> ScenarioPack:
    makes = makes_of(sections.single("makes"))
    conditions = Conditions(engine, faults)
    draws = DrawReader(faults, sections.mapped("common"))
    plots_read = PlotReader(makes, draws, conditions, faults)
    complications, plots = _plots(sections, plots_read)
    wording = wording_of(sections, first_names, faults)
    known = placeholders_of(wording, plots, makes)
    sentences = SentenceReader(known, faults)
    always = placeholders_of_all(wording)
    called = SentenceReader({**always, WHOSE: placeholders_of_one(wording)}, faults)
    texts = TextReader(makes, sentences, called, conditions, engine, faults)
    parts = {part.part: part for part in map(texts.part, sections.listed("parts"))}
    papers = tuple(texts.paper(node, parts) for node in sections.listed("papers"))
    phases = tuple(paper.phase for paper in papers)
    _check_grading(sections, engine, phases, faults)
    head = sections.single("pack").data
    return ScenarioPack(
        name=head["name"],
        version=head["version"],
        guidance=head["guidance"],
        title=head["title"],
        content_note=head["content_note"],
        titles=titles_of(sections, SentenceReader(always, faults)),
        makes=makes,
        wording=wording,
        cast_has={name: draws.read(node) for name, node in sections.mapped("cast_has").items()},
        plots=plots,
        complications=complications,
        openings=tuple(map(plots_read.opening, sections.listed("openings"))),
        moves=tuple(plots_read.move(node, phases) for node in sections.listed("moves")),
        reporters=tuple(texts.reporter(node, wording.forms) for node in sections.listed("reporters")),
        styles={name: tuple(node.data) for name, node in sections.mapped("styles").items()},
        papers=papers,
        parts=parts,
        templates=texts.templates(sections.listed("templates"), parts),
        phases=phases,
        patterns=tuple(texts.pattern(node, phases, parts) for node in sections.listed("evidence_patterns")),
    )


def _plots(sections: Sections, reader: PlotReader) -> tuple[Mapping[str, Complication], tuple[Plot, ...]]:
    slots = [slot["slot"] for plot in sections.listed("plots") for slot in plot.data["cast"]]
    read = (reader.complication(node, slots) for node in sections.listed("complications"))
    complications = {complication.complication: complication for complication in read}
    return complications, tuple(reader.plot(node, complications) for node in sections.listed("plots"))
