"""A script as lines of plain mode."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from simulator.plain.play import Asked, play_plain
from simulator.session.commands import Answer, Cite, Confirm, Leave, Rationale, Resume, Sureness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.session.training import Training
    from tests.end_to_end.script import Done


def play_in_lines(training: Training, seed: int, script: Sequence[Done]) -> str:
    """Play `script` in the case of `seed`; all that was said."""
    said = StringIO()
    runs: list[list[str]] = [[]]
    for one in script:
        if isinstance(one.command, Resume):
            runs.append(["1"])  # "Go on with" is the first offer
        else:
            runs[-1].extend(_lines(one))
    for lines in runs:
        stdin = StringIO("".join(f"{line}\n" for line in lines))
        assert play_plain(training, stdin, said, Asked(pack="core", seed=seed)) == 0
    return said.getvalue()


def _lines(one: Done) -> Iterator[str]:
    command = one.command
    match command:
        case Answer() | Rationale() | Cite() | Sureness():
            yield f"go {_number(one, command.question, command.subject)}"
            yield _line(one, command)
        case Confirm():
            yield "confirm"
        case Leave():
            yield "leave"


def _line(one: Done, command: Answer | Rationale | Cite | Sureness) -> str:
    match command:
        case Rationale():
            return f"why {command.text}"
        case Cite():
            return f"cite {' '.join(command.paragraphs)}"
        case Sureness():
            return f"sure {command.level}"
    question = next(each for each in one.step.questions if each.question == command.question)
    options = [option.option for option in question.options]
    return " ".join(str(options.index(chosen) + 1) for chosen in command.chosen)


def _number(one: Done, question: str, subject: str) -> int:
    asks = [(each.question, about.subject) for each in one.step.questions for about in each.subjects]
    return asks.index((question, subject)) + 1
