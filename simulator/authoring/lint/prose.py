"""What the guidance says of prose, applied to the texts of a pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.authoring.lint.finding import Finding
from simulator.authoring.lint.placing import place_in
from simulator.authoring.prose.checking import ProseChecker

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from simulator.authoring.lint.examined import Examined
    from simulator.authoring.lint.sources import PackSources
    from simulator.authoring.lint.stock import Stock
    from simulator.authoring.prose.checking import TextKind
    from simulator.guidance.guidance import Guidance
    from simulator.guidance.nodes import Node
    from simulator.model.document import Document, Path

SAID = ("title", "content_note", "today")
"""What a pack says of itself in sentences. Its `support` is a force's own, with names and numbers."""


class Prose:
    """Checks narratives, titles, questions, templates and manifests; places are those of words."""

    def __init__(self, guidance: Guidance, sources: PackSources) -> None:
        self._sources = sources
        self._checker = ProseChecker(guidance, own_names=sources.own_names)

    def of_case(self, case: Examined) -> Iterator[Finding]:
        """What is found in the texts of a case, where each term passes that the guidance lets it be called."""
        names: Collection[str] = tuple(case.data["names"].values())
        for kind, path, text in _texts(case):
            yield from self._of_text(case.document, path, text, names, kind, _allowed(case))

    def of_stock(self, stock: Stock) -> Iterator[Finding]:
        """What is found in the sentences that narratives are made from."""
        for document, path, text in stock.sentences():
            yield from self._of_text(document, path, text)

    def of_manifest(self, head: Node) -> Iterator[Finding]:
        """What is found in the sentences of a pack's section `pack`."""
        said = [head.get(name) for name in SAID]
        for name in ("objectives", "prompts"):
            part = head.get(name)
            items = part.items() if part is not None and isinstance(part.data, list) else ()
            said += [item.get("text") if isinstance(item.data, dict) else item for item in items]
        for node in said:
            if node is not None and isinstance(node.data, str):
                yield from self._of_text(node.document, node.path, node.data, kind="manifest")

    def _of_text(
        self,
        document: Document,
        path: Path,
        text: str,
        names: Collection[str] = (),
        kind: TextKind = "narrative",
        allowed: Callable[[str, str], bool] | None = None,
    ) -> Iterator[Finding]:
        for remark in self._checker.check(text, names, of=kind, allowed=allowed):
            begins = document.place(path)
            lines = self._sources.lines(document.name)
            line, column = place_in(lines, begins.line, begins.column, text, remark.start)
            yield Finding(
                document.name,
                line,
                column,
                remark.code,
                "error",
                remark.message,
                remark.fix,
                begins.line,
            )


def _texts(case: Examined) -> Iterator[tuple[TextKind, Path, str]]:
    """Every text of a case that a learner reads, with its kind and its path."""
    yield "title", ("title",), case.data["title"]
    for number, phase in enumerate(case.data["phases"]):
        for place, block in enumerate(phase["narrative"]):
            yield "narrative", ("phases", number, "narrative", place, "text"), block["text"]
    for number, question in enumerate(case.data.get("discuss", ())):
        yield "discussion", ("discuss", number), question


def _allowed(case: Examined) -> Callable[[str, str], bool]:
    """Whether an option of a question is called for or within discretion somewhere in a case."""
    return lambda question, option: any(
        decision.question == question
        and option in (*decision.with_verdict("expected"), *decision.with_verdict("acceptable"))
        for part in case.parts
        for decision in part.decisions
    )
