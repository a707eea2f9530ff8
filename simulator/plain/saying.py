"""What is said about one question of a case: an answer, reasons, paragraphs relied on, how sure one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from simulator.errors.faults import UsageFault
from simulator.plain.numbered import number_in
from simulator.session.commands import Answer, Cite, Rationale, Sureness

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.plain.lines import Lines
    from simulator.session.commands import Saying
    from simulator.session.view import FrameView, QuestionView, StepView, SubjectView, View

WORDS = {"why", "add", "step", "cite", "sure", "withdraw"}
"""All that is said about a question by a word; anything else is an answer."""


class Ask(NamedTuple):
    """One question about one subject."""

    question: QuestionView
    subject: SubjectView


def asks_of(step: StepView | None) -> list[Ask]:
    """Every question about every subject of a step."""
    questions = step.questions if step is not None else ()
    return [Ask(question, subject) for question in questions for subject in question.subjects]


def command_of(ask: Ask, said: str, view: View) -> Saying:
    """The command that a line about `ask` means; raises UsageFault where it means none."""
    question, subject = ask
    about = question.question, subject.subject
    word, _, rest = said.partition(" ")
    rest = rest.strip()
    match word.lower():
        case "why":
            return Rationale(*about, rest)
        case "add":
            return Rationale(*about, "\n".join(filter(None, (subject.rationale, rest))))
        case "step":
            return Rationale(*about, _in_step(_frame(view), subject.rationale, rest))
        case "cite":
            return Cite(*about, tuple(paragraph_keys(view, rest)))
        case "sure":
            return Sureness(*about, number_in(rest, 3))
        case "withdraw" if rest:
            raise UsageFault("withdraw stands alone, and takes back the answer to the question before you.")
        case "withdraw":
            return Answer(*about, ())
        case _:
            return Answer(*about, _options(question, said))


def paragraph_keys(view: View, said: str) -> list[str]:
    """The paragraphs named in `said`, whatever the case of their letters."""
    known = {one.paragraph.lower(): one.paragraph for one in view.paragraphs}
    return [known.get(word.lower(), word) for word in said.replace(",", " ").split()]


def tell_frame(view: View, lines: Lines) -> None:
    """Tell the steps in which a reason may be given; raises UsageFault where the guidance has none."""
    frame = _frame(view)
    lines.say(f"{frame.title}. You may give your reasons step by step. None has to be filled in.")
    for number, (title, asks) in enumerate(frame.steps, 1):
        lines.say(f"Step {number}. {title}. {asks}")
    lines.say("Type for example: step 1 and your words. What you type replaces what you said of that step.")


def said_so_far(subject: SubjectView) -> Iterable[str]:
    """What was said about a subject, a line each."""
    if subject.chosen_labels:
        yield f"Chosen: {', '.join(subject.chosen_labels)}"
    yield from (f"Why: {line}" for line in subject.rationale.splitlines() if line)
    if subject.cites:
        yield f"Cited: {', '.join(subject.cites)}"
    if subject.sureness is not None:
        yield f"Sure: {subject.sureness} of 3"


def _frame(view: View) -> FrameView:
    if view.frame is None:
        raise UsageFault("This guidance has no steps for reasons: type why and your words.")
    return view.frame


def _in_step(frame: FrameView, rationale: str, said: str) -> str:
    """`rationale` with the words of one step under its heading, the steps that have words in their order."""
    headings = [f"{title}: {asks}" for title, asks in frame.steps]
    number, _, words = said.partition(" ")
    parts: dict[str, list[str]] = {"": [], **{heading: [] for heading in headings}}
    at = ""
    for line in rationale.splitlines():
        if line.strip() in headings:
            at = line.strip()
        else:
            parts[at].append(line)
    parts[headings[number_in(number, len(headings)) - 1]] = [words]
    written = {heading: "\n".join(lines).strip() for heading, lines in parts.items()}
    return "\n".join(f"{heading}\n{text}".strip() for heading, text in written.items() if text)


def _options(question: QuestionView, said: str) -> tuple[str, ...]:
    words = said.replace(",", " ").split()
    if not words:
        raise UsageFault("A comma alone names no option: type a number, or withdraw to take the answer back.")
    count = len(question.options)
    return tuple(question.options[number_in(word, count) - 1].option for word in words)
