"""A case of a library's lost property, small and with every shape of table: for tests of the screens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.session.commands import Answer, Confirm, Leave
from simulator.session.guide import Asked, Due
from simulator.session.texts_view import ParagraphView, TensionView
from tests.tui.written import WrittenGuide, training_of

if TYPE_CHECKING:
    from simulator.session.view import QuestionView, SubjectView
    from simulator.store.store import Store

THINGS = {"U": "Umbrella", "R": "Ring", "B": "Book"}
PLACES = {f"P{number}": f"Shelf {number}" for number in range(1, 8)}

QUESTIONS = {
    "log": Asked(
        "log", "The log", "When is it written down?", False, None, {"now": "At once", "later": "Later"}
    ),
    "look": Asked(
        "look",
        "Looking",
        "Where do you look?",
        True,
        "nowhere",
        {"desk": "At the desk", "bins": "In the bins", "nowhere": "Nowhere"},
    ),
    "searched": Asked(
        "searched", "Searched", "Was it searched?", False, None, {"yes": "It was", "no": "It was not"}
    ),
    "keep": Asked(
        "keep", "Keeping", "Where is it kept?", False, None, {"safe": "In the safe", "shelf": "On a shelf"}
    ),
    "tell": Asked(
        "tell",
        "Telling",
        "Whom do you tell?",
        True,
        "nobody",
        {"owner": "The owner", "police": "The police", "nobody": "Nobody"},
    ),
    "close": Asked(
        "close", "Closing", "What follows?", False, None, {"return": "It goes back", "sell": "It is sold"}
    ),
}

DUES = {
    "found": (Due("found", "log", "case", ("now",)), Due("found", "look", "case", ("desk",))),
    "kept": (
        *(Due("judging", "searched", place, ("no",)) for place in PLACES),
        *(Due("keeping", "keep", thing, ("safe",)) for thing in THINGS),
        *(Due("keeping", "tell", thing, ("owner",)) for thing in ("R", "B")),
    ),
    "closed": tuple(Due("closed", "close", thing, ("return",)) for thing in THINGS),
}

TITLES = {
    "found": "The find",
    "kept": "The keeping",
    "closed": "The end",
    "judging": "What was searched",
    "keeping": "What is kept",
}

PARAGRAPH = ParagraphView(
    "LP1", "LP", "Of things found", "Write it down. Then lock it up.", ("2020-01-02: The safe is gone.",)
)

CASE: dict[str, Any] = {
    "format": "case/1",
    "id": "monday",
    "title": "Three things on a bench",
    "content_note": "Things were lost. Nobody was hurt.",
    "phases": [
        {
            "phase": "found",
            "narrative": [{"text": "A reader brought three things to the desk.", "after": None}],
        },
        {
            "phase": "kept",
            "narrative": [
                {"text": "The log named the ring.", "after": "look=desk"},
                {"text": "The day went on.", "after": None},
            ],
        },
        {
            "phase": "closed",
            "narrative": [
                {"text": "The day ended.", "after": None},
                {"text": "Everything went home.", "after": "close=return"},
            ],
        },
    ],
}


def lost_property() -> WrittenGuide:
    """The guidance of the library."""
    return WrittenGuide(
        questions=QUESTIONS,
        dues=DUES,
        titles=TITLES,
        words={"case": "The case", **THINGS, **PLACES},
        paragraphs={"LP1": PARAGRAPH},
        tension=TensionView(("LP1", "LP2"), "Lock up; give back.", "By the hour."),
    )


def almost_finish(store: Store) -> None:
    """Keep a session in `store` with one mistake, in which only the last step is still to be confirmed."""
    runner = training_of(lost_property(), CASE, store).begin("little", 7)
    while (step := runner.view.step) is not None:
        for question in step.questions:
            for subject in question.subjects:
                runner.do(Answer(question.question, subject.subject, _answer(step.phase, question, subject)))
        if step.phase == "closed":
            break
        runner.do(Confirm())
    runner.do(Leave())


def _answer(phase: str, question: QuestionView, subject: SubjectView) -> tuple[str, ...]:
    if (question.question, subject.subject) == ("keep", "B"):
        return ("shelf",)
    return next(
        due.called_for
        for due in DUES[phase]
        if (due.question, due.subject) == (question.question, subject.subject)
    )
