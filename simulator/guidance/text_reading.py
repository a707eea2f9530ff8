"""Reads the words of a guidance: documents, paragraphs, quotes, notes, tensions, advice, frame and care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.guidance.nodes import Node, unknown
from simulator.model.questions import Quote
from simulator.model.texts import Advice, Care, Frame, Note, Paragraph, SourceDocument, Tension

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.errors.faults import Fault
    from simulator.guidance.sections import Sections


class TextReader:
    """Reads texts; a citation of an unknown paragraph or an inexact quotation is a fault."""

    def __init__(self, sections: Sections, faults: list[Fault]) -> None:
        self._sections = sections
        self._faults = faults
        self.documents = tuple(
            SourceDocument(*(str(node[key].data) for key in ("key", "title", "date", "sha256")))
            for node in sections.items("documents")
        )
        self.paragraphs: Mapping[str, Paragraph] = dict(self._paragraphs())
        self.quotes: Mapping[str, str] = dict(self._quotes())

    def notes(self) -> tuple[Note, ...]:
        """The dated notes."""
        seen: set[str] = set()
        for node in self._sections.items("notes"):
            if node["note"].data in seen:
                what = f"the note '{node['note'].data}' stands twice"
                self._faults.append(node["note"].fault(what, "a name of its own for each", code="twice"))
            seen.add(node["note"].data)
        return tuple(
            Note(
                str(node["note"].data),
                self.cited(node["paragraphs"]),
                str(node["date"].data),
                str(node["text"].data),
            )
            for node in self._sections.items("notes")
        )

    def tensions(self, rules: Iterable[str]) -> tuple[Tension, ...]:
        """The tensions; each names rules that settle it."""
        known = set(rules)
        found = []
        for node in self._sections.items("tensions"):
            for rule in node["rules"].items():
                if rule.data not in known:
                    self._faults.append(unknown(rule, "rule", known))
            found.append(
                Tension(
                    str(node["tension"].data),
                    self.cited(node["paragraphs"]),
                    str(node["text"].data),
                    str(node["settled"].data),
                    tuple(node["rules"].data),
                )
            )
        return tuple(found)

    def advice(self) -> tuple[Advice, ...]:
        """The advice."""
        return tuple(
            Advice(str(node["advice"].data), self.cited(node["cites"]), str(node["text"].data))
            for node in self._sections.items("advice")
        )

    def frame(self) -> Frame | None:
        """The frame of a rationale, if the pack has one."""
        node = self._sections.single("frame")
        if node is None:
            return None
        steps = ((str(step["title"].data), str(step["asks"].data)) for step in node["steps"].items())
        return Frame(str(node["title"].data), tuple(steps))

    def care(self) -> Care | None:
        """What is said to learners for their own sake, if the pack says it."""
        node = self._sections.single("care")
        return None if node is None else Care(str(node["support"].data), str(node["disclosure"].data))

    def cited(self, node: Node) -> tuple[str, ...]:
        """The paragraphs that a list names."""
        for each in node.items():
            if each.data not in self.paragraphs:
                self._faults.append(unknown(each, "paragraph", self.paragraphs, code="unknown-paragraph"))
        return tuple(node.data)

    def quoted(self, node: Node) -> tuple[Quote, ...]:
        """What a rule's `cites` quote: PARAGRAPH (its default quote) or PARAGRAPH/NAME."""
        found = []
        for each in node.items():
            paragraph = str(each.data).partition("/")[0]
            if paragraph not in self.paragraphs:
                self._faults.append(unknown(each, "paragraph", self.paragraphs, code="unknown-paragraph"))
            elif each.data not in self.quotes:
                self._faults.append(unknown(each, "quote", self.quotes, code="unknown-quote"))
            else:
                found.append(Quote(paragraph, self.quotes[each.data]))
        return tuple(found)

    def _paragraphs(self) -> Iterable[tuple[str, Paragraph]]:
        keys = {document.key for document in self.documents}
        seen: set[str] = set()
        for node in self._sections.items("paragraphs"):
            name = str(node["paragraph"].data)
            if name in seen:
                self._faults.append(
                    node["paragraph"].fault(f"'{name}' stands twice", "one entry a paragraph")
                )
            seen.add(name)
            if node["document"].data not in keys:
                self._faults.append(unknown(node["document"], "document", keys))
            background = node.get("background")
            yield (
                name,
                Paragraph(
                    name,
                    str(node["document"].data),
                    str(node["section"].data),
                    str(node["text"].data),
                    None if background is None else str(background.data),
                ),
            )

    def _quotes(self) -> Iterable[tuple[str, str]]:
        for name, node in self._sections.entries("quotes"):
            paragraph = self.paragraphs.get(name.partition("/")[0])
            if paragraph is None:
                self._faults.append(
                    node.fault(f"'{name}' quotes no paragraph", "PARAGRAPH or PARAGRAPH/NAME", of_key=True)
                )
            elif not node.data or node.data not in paragraph.text:
                what = f"this quotation is no exact part of {paragraph.paragraph}"
                self._faults.append(
                    node.fault(what, "the paragraph's own words, letter by letter", code="inexact-quote")
                )
            else:
                yield name, node.data
