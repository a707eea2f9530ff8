"""What the debrief tells of all decisions together: plain frozen data, every text already cleaned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mark = Literal["right", "acceptable", "discuss", "mistake", "follows", "silent"]
"""How one decision went: `discuss` is an excused departure, `follows` an error that follows from an
earlier one and costs nothing, `silent` a decision on which the guidance gives no answer."""


@dataclass(frozen=True, slots=True)
class EndingView:
    """How the matter ends for one subject: by a question that settles it."""

    question: str
    """Its title."""
    label: str
    """How the subject is called."""
    called_for: tuple[str, ...]
    also_open: tuple[str, ...]
    chosen: tuple[str, ...]
    """Labels of options, as in the other two."""
    mark: Mark


@dataclass(frozen=True, slots=True)
class SubjectRowView:
    """Every decision about one subject: the question's title and how it went, in the order of the debrief."""

    label: str
    marks: tuple[tuple[str, Mark], ...]


@dataclass(frozen=True, slots=True)
class KnownParagraphView:
    """How the decisions went that rest on one paragraph, by number."""

    paragraph: str
    section: str
    right: int
    wrong: int


@dataclass(frozen=True, slots=True)
class SurenessRowView:
    """How the decisions went on which the learner was sure to one level of `SURENESS`, by number."""

    level: int
    right: int
    wrong: int
    neither: int = 0
    """Decisions to discuss, and those on which the guidance gives no answer."""


@dataclass(frozen=True, slots=True)
class ShareView:
    """How common one ending is in real caseloads, from 0 to 1, and how many subjects of this case end so."""

    label: str
    share: float
    here: int


@dataclass(frozen=True, slots=True)
class CaseloadView:
    """How common the endings are in real caseloads, by a published figure."""

    text: str
    source: str
    shares: tuple[ShareView, ...]


@dataclass(frozen=True, slots=True)
class WelfareView:
    """What was done for the welfare of one subject."""

    label: str
    done: tuple[tuple[str, bool], ...]
    """A sentence each, and whether the learner saw to it; the case went on with it either way."""


@dataclass(frozen=True, slots=True)
class SummaryView:
    """The decisions that are told, all together; what the guidance has no words or figures for is left out."""

    endings: tuple[EndingView, ...] = ()
    well: tuple[str, ...] = ()
    """The decisions done well, as `TITLE (LABEL, LABEL)`."""
    badly: tuple[str, ...] = ()
    subjects: tuple[SubjectRowView, ...] = ()
    paragraphs: tuple[KnownParagraphView, ...] = ()
    """In the order of the documents."""
    sureness: tuple[SurenessRowView, ...] = ()
    """All levels, or none where the learner never said how sure they were."""
    caseload: CaseloadView | None = None
    welfare: tuple[WelfareView, ...] = ()
    follows: tuple[str, ...] = ()
    """The errors that only followed from an earlier one."""
    discuss: tuple[str, ...] = ()
    """The departures for which a reason was given."""


NO_SUMMARY = SummaryView()
