"""Lints a pack, or one file of it: every fault at once, each at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.authoring.lint.case_checks import CaseChecks, missing_phases, name_fault
from simulator.authoring.lint.contradictions import Contradictions
from simulator.authoring.lint.examined import Examined, examined, examined_case
from simulator.authoring.lint.excuses import excused, excuses_in
from simulator.authoring.lint.finding import Excused, Finding, Linted, Severity, finding_of
from simulator.authoring.lint.likeness import alike
from simulator.authoring.lint.manifest import begins_faults, draws_faults, manifest_faults
from simulator.authoring.lint.pairs import pair_faults
from simulator.authoring.lint.prose import Prose
from simulator.authoring.lint.sources import PackSources, sources_of
from simulator.authoring.lint.stock import stock_of
from simulator.cases.written import read_written
from simulator.errors.faults import Fault, InputFault, UsageFault
from simulator.guidance.reading import read_guidance
from simulator.packs.files import read_regular
from simulator.packs.json_reading import MOST_BYTES as MOST_JSON
from simulator.packs.reading import read_document
from simulator.rules.checking import check_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from pathlib import Path

    from simulator.cases.manifest import Manifest
    from simulator.cases.names import FirstNames
    from simulator.model.document import Document
    from simulator.rules.engine import Engine


def lint(
    path: Path,
    engine_named: Callable[[str], Engine],
    first_names: Callable[[], FirstNames],
    stocked: Collection[str] | None = None,
) -> Linted:
    """What is wrong with the pack in a folder, with one file of a pack, or with a `case/1` in a .json file.

    `engine_named` gives the engine of the guidance of that name; it raises UsageFault where there is none such.
    `first_names` are asked for where a pack makes cases itself. `stocked` names the packs that others can draw on,
    where they are known. That there is nothing to read is a finding as well.
    """
    if path.suffix == ".json":
        return _lint_case(path, engine_named)
    try:
        sources = sources_of(path)
    except InputFault as wrong:
        return Linted(path.name, str(path), tuple(map(finding_of, wrong.faults)), ())
    linter = _Linter(sources, engine_named, first_names, stocked)
    linter.run()
    return linter.linted()


def _lint_case(path: Path, engine_named: Callable[[str], Engine]) -> Linted:
    """What is wrong with a `case/1`, as a generator prints it."""
    sources = PackSources(path.parent, only=path)
    findings: list[Finding] = []
    name = path.name
    try:
        document = read_document(path)
        sources.texts[document.name] = read_regular(path, MOST_JSON)
        engine = _engine_of_case(document, engine_named)
        case = examined_case(document, engine)
        name = case.data["id"]
        findings += map(finding_of, CaseChecks(engine).faults(case))
        findings += Prose(engine.guidance, sources).of_case(case)
        findings += Contradictions(engine.guidance, sources).of_case(case)
    except InputFault as wrong:
        findings += map(finding_of, wrong.faults)
    return Linted(name, str(path.parent), tuple(sorted(set(findings))), ())


def _engine_of_case(document: Document, engine_named: Callable[[str], Engine]) -> Engine:
    match document.data:
        case {"format": "case/1", "guidance": str(guidance)}:
            try:
                return engine_named(guidance)
            except UsageFault as wrong:
                right = "name a guidance that `simulator plugins` lists"
                fault = document.fault(("guidance",), str(wrong).partition(";")[0], right, code="no-guidance")
                raise InputFault([fault]) from None
        case _:
            right = "give a pack's folder, a .yaml file of one, or a case/1"
            raise InputFault([document.fault((), "this is no case/1", right, code="no-case")])


class _Linter:
    def __init__(
        self,
        sources: PackSources,
        engine_named: Callable[[str], Engine],
        first_names: Callable[[], FirstNames],
        stocked: Collection[str] | None,
    ) -> None:
        self._stocked = stocked
        self._sources = sources
        self._engine_named = engine_named
        self._first_names = first_names
        self._findings: list[Finding] = []

    def run(self) -> None:
        """Finds everything."""
        self._note(self._sources.faults)
        if self._sources.kind == "guidance":
            self._guidance()
        elif self._sources.kind == "scenario":
            self._scenarios()

    def linted(self) -> Linted:
        """What was found in the files that were asked for."""
        sources = self._sources
        by_file: dict[str, list[Finding]] = {name: [] for name in sources.texts}
        for finding in dict.fromkeys(self._findings):
            by_file.setdefault(finding.file, []).append(finding)
        standing: list[Finding] = []
        let_pass: list[Excused] = []
        for name, findings in sorted(by_file.items()):
            if sources.concerns(name):
                kept, passed = excused(name, sorted(findings), excuses_in(sources.lines(name)))
                standing += sorted(kept)
                let_pass += passed
        return Linted(self._called(), str(sources.folder), tuple(standing), tuple(let_pass))

    def _called(self) -> str:
        head = self._sources.head
        name = head.data.get("name") if head is not None else None
        return name if isinstance(name, str) else self._sources.folder.name

    def _guidance(self) -> None:
        try:
            check_rules(read_guidance(self._sources.documents))
        except InputFault as wrong:
            self._note(wrong.faults)

    def _scenarios(self) -> None:
        sources, head = self._sources, self._sources.head
        if head is None:
            return
        engine = self._engine()
        self._note(manifest_faults(head, engine.guidance if engine is not None else None))
        if engine is None:
            return
        self._note(draws_faults(head, self._stocked, sources.documents))
        self._note(begins_faults(head, sources.case_names))
        stock = stock_of(sources.documents, engine, self._first_names)
        self._note(stock.faults)

        prose = Prose(engine.guidance, sources)
        self._findings += prose.of_manifest(head)
        self._findings += prose.of_stock(stock)
        if sources.manifest is not None:
            self._cases(engine, sources.manifest, prose)

    def _engine(self) -> Engine | None:
        """The engine of the pack's guidance; where there is none, that is a finding."""
        head = self._sources.head
        named = head.get("guidance") if head is not None else None
        if head is None or named is None or not isinstance(named.data, str):
            return None
        try:
            return self._engine_named(named.data)
        except UsageFault as wrong:
            right = "name a guidance that `simulator plugins` lists"
            self._note([named.fault(str(wrong).partition(";")[0], right, code="no-guidance")])
        except InputFault as wrong:
            self._note(wrong.faults)
        return None

    def _cases(self, engine: Engine, manifest: Manifest, prose: Prose) -> None:
        checks = CaseChecks(engine)
        contradictions = Contradictions(engine.guidance, self._sources)
        cases: list[Examined] = []
        for document in self._sources.cases:
            case = self._examined(document, engine, manifest)
            if case is not None:
                cases.append(case)
                self._note(name_fault(case))
                self._note(checks.faults(case))
                self._note(missing_phases(case, engine.guidance), "warning")
                self._findings += prose.of_case(case)
                self._findings += contradictions.of_case(case)
        self._note(pair_faults(cases))
        self._note(_twice(cases))
        self._note(alike(cases))

    def _examined(self, document: Document, engine: Engine, manifest: Manifest) -> Examined | None:
        try:
            return examined(read_written(document, engine, manifest))
        except InputFault as wrong:
            self._note(wrong.faults)
            return None

    def _note(self, faults: Iterable[Fault], severity: Severity = "error") -> None:
        self._findings += [finding_of(fault, severity) for fault in faults]


def _twice(cases: Iterable[Examined]) -> Iterable[Fault]:
    """Ids and titles that two cases of a pack share."""
    seen: dict[tuple[str, str], str] = {}
    for case in cases:
        for key in ("case", "title"):
            said = str(case.document.part((key,)).data)
            first = seen.setdefault((key, said), case.document.name)
            if first != case.document.name:
                what = f"the {key} '{said}' stands in {first} as well"
                yield case.document.fault((key,), what, f"a {key} of its own", code="twice")
