"""What the guidance says of prose, applied to the texts of a pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.authoring.lint.finding import Finding
from simulator.authoring.lint.placing import place_in
from simulator.authoring.prose.checking import ProseChecker

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from simulator.authoring.lint.examined import Examined
    from simulator.authoring.lint.sources import PackSources
    from simulator.authoring.lint.stock import Stock
    from simulator.guidance.guidance import Guidance
    from simulator.model.document import Document, Path


class Prose:
    """Checks narratives, titles and templates; places are those of words."""

    def __init__(self, guidance: Guidance, sources: PackSources) -> None:
        self._sources = sources
        self._checker = ProseChecker(guidance, own_names=sources.own_names)

    def of_case(self, case: Examined) -> Iterator[Finding]:
        """What is found in the texts of a case."""
        names: Collection[str] = tuple(case.data["names"].values())
        yield from self._of_text(case.document, ("title",), case.data["title"], names)
        for number, phase in enumerate(case.data["phases"]):
            for place, block in enumerate(phase["narrative"]):
                path: Path = ("phases", number, "narrative", place, "text")
                yield from self._of_text(case.document, path, block["text"], names)

    def of_stock(self, stock: Stock) -> Iterator[Finding]:
        """What is found in the sentences that narratives are made from."""
        for document, path, text in stock.sentences():
            yield from self._of_text(document, path, text, ())

    def _of_text(
        self, document: Document, path: Path, text: str, names: Collection[str]
    ) -> Iterator[Finding]:
        for remark in self._checker.check(text, names):
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
