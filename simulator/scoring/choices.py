"""What a learner chose: `choices/1`, read and held against what is asked at the facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import Fault, InputFault, Place
from simulator.model.schema_check import check
from simulator.scoring.asked import Asked, Finding
from simulator.scoring.choice import Choice
from simulator.scoring.formats import schema_of

if TYPE_CHECKING:
    from simulator.model.document import Document, Path
    from simulator.rules.engine import Engine
    from simulator.scoring.parts import Parts

MOST_CHOICES = 10_000
MOST_FINDINGS = 1_000

Located = tuple["Path", Mapping[str, Any]]
"""An entry, and its path in the document."""


def read_choices(document: Document, engine: Engine, parts: Parts) -> tuple[Choice, ...]:
    """The choices of a `choices/1` document, in its order.

    `parts` are the phases of a case with their facts, or `[(None, facts)]`. Raises InputFault with every
    fault, the first thousand of more: of form, and whatever is not asked in that phase at those facts.
    """
    listed = _listed(document.data)
    if len(listed) > MOST_CHOICES:
        raise InputFault([_too_many(document)])
    entries: list[Located] = [
        (("choices", index), entry) for index, entry in enumerate(listed) if isinstance(entry, dict)
    ]
    faults = list(check(document, schema_of("choices")))
    for found in islice(_findings(Asked(engine, parts), entries), MOST_FINDINGS):
        faults.append(document.fault(found.path, found.what, found.right, code=found.code))
    if faults:
        raise InputFault(faults)
    return tuple(_choice(entry) for _, entry in entries)


def _listed(data: object) -> Sequence[object]:
    """Whatever stands where the choices are listed."""
    listed = data.get("choices") if isinstance(data, dict) else None
    return listed if isinstance(listed, list) else ()


def _too_many(document: Document) -> Fault:
    """Of the whole file: to find a place in one that is so long would take too long."""
    what = f"there are more than {MOST_CHOICES} choices"
    return Fault(Place(document.name), what, "give one for each question and subject", "too-many")


def _findings(asked: Asked, entries: Sequence[Located]) -> Iterator[Finding]:
    """What is wrong with the entries, each path from the top of the document."""
    for path, entry in entries:
        for found in asked.findings(entry):
            yield found._replace(path=(*path, *found.path))
    yield from _repeated(entries)


def _repeated(entries: Sequence[Located]) -> Iterator[Finding]:
    seen: set[tuple[str, ...]] = set()
    for path, entry in entries:
        names = [entry.get(name, "") for name in ("phase", "question", "subject")]
        key = tuple(name for name in names if isinstance(name, str))
        if len(key) < 3 or "" in key[1:]:
            continue
        if key in seen:
            what = "this question is answered about this subject a second time"
            yield Finding(path, what, "keep one of the answers", "repeated")
        seen.add(key)


def _choice(entry: Mapping[str, Any]) -> Choice:
    confidence = entry.get("confidence")
    return Choice(
        phase=entry.get("phase"),
        question=entry["question"],
        subject=entry["subject"],
        chosen=tuple(entry["chosen"]),
        rationale=entry.get("rationale", ""),
        confidence=None if confidence is None else int(confidence),
        cites=tuple(entry.get("cites", ())),
    )
