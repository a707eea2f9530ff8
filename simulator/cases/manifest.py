"""What a scenario pack says of itself: the section `pack` of one of its files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.cases.formats import schema_of
from simulator.errors.faults import InputFault
from simulator.model.schema_check import check

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.document import Document


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something for a facilitator to bring up afterwards, and how long it takes."""

    minutes: int
    text: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A pack's own words about itself; what it leaves out is empty, and 0 minutes or intensity.

    `intensity` goes from 1 to 3, `minutes` are those of one case. `today` says what is done differently now than
    in the guidance, `draws_on` names the pack whose stock its generator uses, `begins_with` the written case
    that suits a newcomer.
    """

    name: str
    version: str
    guidance: str
    edition: str
    language: str
    title: str
    content_note: str
    intensity: int
    minutes: int
    support: str
    objectives: tuple[str, ...]
    prompts: tuple[Prompt, ...]
    today: str
    authors: tuple[str, ...]
    draws_on: str
    begins_with: str = ""


def read_manifest(documents: Sequence[Document], *, trusted: bool = False) -> Manifest:
    """What the files of a scenario pack say of it; the form of those that are `trusted` is not looked at.

    Raises InputFault where their form is at fault, or none says it.
    """
    if not trusted:
        check_form(documents)
    for document in documents:
        match document.data:
            case {"pack": dict(head)}:
                return manifest_of(head)
    what = "no file of this pack has the section 'pack'"
    raise InputFault([documents[0].fault((), what, "write 'pack:' in one of them", code="no-pack")])


def check_form(documents: Sequence[Document]) -> None:
    """Raises InputFault where the form of a scenario pack's files is at fault."""
    faults = [fault for document in documents for fault in check(document, schema_of("scenario-pack"))]
    if faults:
        raise InputFault(faults)


def check_edition(documents: Sequence[Document], guidance: Guidance) -> None:
    """Raises InputFault where a pack was written for another edition of its guidance than the one there is."""
    for document in documents:
        match document.data:
            case {"pack": {"edition": edition}} if edition != guidance.edition:
                what = f"the edition '{edition}' of {guidance.name} is not installed"
                right = f"the edition '{guidance.edition}' is; install the other, or revise the cases"
                raise InputFault([document.fault(("pack", "edition"), what, right, code="no-edition")])


def makes_cases(documents: Sequence[Document]) -> bool:
    """Whether the files of a scenario pack hold a stock of their own from which cases are made."""
    return any(isinstance(each.data, dict) and "plots" in each.data for each in documents)


def manifest_of(head: Mapping[str, Any]) -> Manifest:
    """The manifest in a section `pack` whose form is sound."""
    return Manifest(
        name=head["name"],
        version=head["version"],
        guidance=head.get("guidance", ""),
        edition=head.get("edition", ""),
        language=head.get("language", ""),
        title=head.get("title", head["name"]),
        content_note=head.get("content_note", ""),
        intensity=head.get("intensity", 0),
        minutes=head.get("minutes", 0),
        support=head.get("support", ""),
        objectives=tuple(head.get("objectives", ())),
        prompts=tuple(Prompt(each["minutes"], each["text"]) for each in head.get("prompts", ())),
        today=head.get("today", ""),
        authors=tuple(head.get("authors", ())),
        draws_on=head.get("draws_on", ""),
        begins_with=head.get("begins_with", ""),
    )
