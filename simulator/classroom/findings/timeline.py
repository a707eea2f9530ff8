"""How a class went on, from its events: what its facilitator did, and how many came and voted between."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from simulator.classroom.findings.findings import Moment
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.classroom.class_events import Event
    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import Taken

QUIET: Final = frozenset({"said", "agreed"})
"""What is no step of a class."""
CONFIRMED: Final = "phase_confirmed"
COUNTED: Final[Mapping[str, tuple[str, str]]] = {
    "seated": ("Somebody joined.", "{} people joined."),
    "voted": ("A vote was cast.", "{} votes were cast."),
    CONFIRMED: ("A phase was confirmed.", "{} phases were confirmed."),
}
"""What is counted and told of once, as long as nothing else comes between: one of it, and several."""
ALWAYS: Final[Mapping[str, str]] = {
    "class_begun": "The class began.",
    "case_ended": "The case ended.",
    "class_over": "The class ended.",
}

TAKEN_BACK: Final[Mapping[Taken, str]] = {
    "revealed": "a phase came to light",
    "opened": "a question was opened",
    "closed": "the vote was closed",
    "again": "the class was to vote again",
    "shown": "the votes were shown",
    "hidden": "the votes were hidden",
    "told": "it was told what the guidance says",
    "skipped": "a question was skipped",
}


def timeline(guide: ClassGuide, events: Iterable[Event]) -> tuple[Moment, ...]:
    """Every step of a class, in order; nobody is named."""
    teller = _Teller(guide)
    for event in events:
        teller.hear(event)
    return tuple(teller.told)


def in_utc(at: object) -> datetime | None:
    """A moment of a log; None where there is none that can be read."""
    try:
        moment = datetime.fromisoformat(at) if isinstance(at, str) else None
    except ValueError:
        return None
    if moment is None:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)


def written(moment: datetime | None) -> str | None:
    """A moment as `2024-05-01T09:30:00Z`."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment is not None else None


class _Teller:
    """Tells the events of a class one by one."""

    def __init__(self, guide: ClassGuide) -> None:
        self.told: list[Moment] = []
        self._guide = guide
        self._began: datetime | None = None
        self._case = 0
        self._count = 0

    def hear(self, event: Event) -> None:
        """Tell of `event`, where it is a step of the class."""
        kind = _kind(event)
        if kind in QUIET:
            return
        if kind == "case_begun":
            self._case += 1
        moment = in_utc(event.get("at"))
        self._began = self._began or moment
        if kind in COUNTED and self.told and self.told[-1].kind == kind:
            self.told.pop()
            self._count += 1
        else:
            self._count = 1
        what = _counted(kind, self._count) if kind in COUNTED else _said(self._guide, kind, event["data"])
        self.told.append(Moment(written(moment), self._minute(moment), self._case, kind, what))

    def _minute(self, moment: datetime | None) -> float | None:
        if moment is None or self._began is None:
            return None
        return round((moment - self._began).total_seconds() / 60, 1)


def _kind(event: Event) -> str:
    """The kind of an event; where a seat at its own pace confirmed a phase, that."""
    kind: str = event["kind"]
    if kind == "said" and any(one["kind"] == CONFIRMED for one in event["data"]["events"]):
        return CONFIRMED
    return kind


def _counted(kind: str, count: int) -> str:
    one, several = COUNTED[kind]
    return one if count == 1 else several.format(count)


def _said(guide: ClassGuide, kind: str, data: Mapping[str, Any]) -> str:
    title = _title(guide, data)
    match kind:
        case "case_begun":
            told = f"A case began: {data['case']['title']}."
        case "phase_revealed":
            told = f"A phase came to light: {guide.phase_title(data['phase'])}."
        case "question_opened":
            told = f"A question was opened: {title}."
        case "voting_again":
            told = f"The class was to vote again: {title}."
        case "vote_closed":
            told = f"The vote was closed: {title}."
        case "votes_shown":
            told = f"The votes were {'shown' if data['shown'] else 'hidden'}: {title}."
        case "paused":
            told = _paused(data["prompt"])
        case "verdict_told":
            told = f"What the guidance says was told: {title}."
        case "injected":
            told = f"Further information was given: {data['text']}"
        case "settled":
            told = f"A departure was {'accepted' if data['accepted'] else 'not accepted'}: {title}."
        case "went_back":
            told = f"It was taken back that {TAKEN_BACK[data['what']]}: {title}."
        case "skipped":
            told = f"A question was skipped: {title}."
        case _:
            told = ALWAYS[kind]
    return clean(" ".join(told.split()))


def _title(guide: ClassGuide, data: Mapping[str, Any]) -> str:
    """Of the question that an event is about, else of the phase, if any."""
    if data.get("question"):
        return guide.asked(data["question"]).title
    return guide.phase_title(data["phase"]) if "phase" in data else ""


def _paused(prompt: str | None) -> str:
    if prompt is None:
        return "The class went on."
    return f"The class paused to discuss: {prompt}" if prompt else "The class paused."
