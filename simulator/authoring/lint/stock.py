"""What a pack makes cases from, if it does: plots, templates and evidence, read and tried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.cases.formats import schema_of
from simulator.cases.pack_reading import read_scenario_pack
from simulator.errors.faults import Fault, InputFault
from simulator.model.schema_check import check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from simulator.cases.names import FirstNames
    from simulator.model.document import Document, Path
    from simulator.rules.engine import Engine

HEAD_ALONE = frozenset({"format", "pack", "generates", "lists"})
"""Sections that a pack may have which makes no cases of its own stock."""


@dataclass(frozen=True, slots=True)
class Stock:
    """The documents of a pack that makes cases, and what is wrong with them."""

    documents: Sequence[Document]
    faults: tuple[Fault, ...]

    def sentences(self) -> Iterator[tuple[Document, Path, str]]:
        """Every text from which narratives and titles are made, with its place."""
        for document in self.documents:
            data: Any = document.data
            yield from _said(document, (), data)


def stock_of(documents: Sequence[Document], engine: Engine, first_names: Callable[[], FirstNames]) -> Stock:
    """The stock of a scenario pack; of one that only says what it is, its form is checked all the same."""
    if all(_is_head_alone(document) for document in documents):
        schema = schema_of("scenario-pack")
        return Stock((), tuple(fault for document in documents for fault in check(document, schema)))
    try:
        read_scenario_pack(documents, engine, first_names())
    except InputFault as wrong:
        return Stock(documents, wrong.faults)
    return Stock(documents, ())


def _is_head_alone(document: Document) -> bool:
    return isinstance(document.data, dict) and document.data.keys() <= HEAD_ALONE


def _said(document: Document, path: Path, data: Any) -> Iterator[tuple[Document, Path, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key in ("says", "then", "titles") and isinstance(value, list):
                for number, text in enumerate(value):
                    if isinstance(text, str):
                        yield document, (*path, key, number), text
            else:
                yield from _said(document, (*path, key), value)
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _said(document, (*path, number), value)
