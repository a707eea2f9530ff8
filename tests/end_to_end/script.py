"""A scripted session: the commands of one officer in one case, chosen by a seeded rule."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from simulator.session.commands import Answer, Cite, Command, Confirm, Leave, Rationale, Resume, Sureness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.session.runner import Runner
    from simulator.session.view import QuestionView, StepView, SubjectView

WORDS = ("age", "on file", "seen", "unsure")


@dataclass(frozen=True, slots=True)
class Done:
    """A command, and the step in which it is given."""

    command: Command
    step: StepView


def script_of(runner: Runner, seed: int) -> list[Done]:
    """All that the officer does, done in `runner` already: to the debrief, having left once on the way."""
    chance = Random(seed)
    done: list[Done] = []
    leaves = True
    while (step := runner.view.step) is not None:
        commands = list(_in_step(step, runner, chance))
        if leaves and step.number == step.count > 1:
            at = chance.randrange(len(commands) // 3, len(commands))
            commands[at:at] = [Leave(), Resume()]
            leaves = False
        for command in (*commands, Confirm()):
            assert runner.do(command), f"{command} changed nothing"
            done.append(Done(command, step))
    return done


def _in_step(step: StepView, runner: Runner, chance: Random) -> Iterator[Command]:
    asks = [(question, subject) for question in step.questions for subject in question.subjects]
    for question, subject in asks:
        yield Answer(question.question, subject.subject, chosen := _choice(question, chance))
        if chance.random() < 0.12:
            yield Answer(question.question, subject.subject, _other(question, chosen, chance))
    keys = [paragraph.paragraph for paragraph in runner.view.paragraphs]
    for question, subject in chance.sample(asks, 2):
        yield from _reasons(question, subject, keys, chance)


def _reasons(
    question: QuestionView, subject: SubjectView, keys: Sequence[str], chance: Random
) -> Iterator[Command]:
    about = question.question, subject.subject
    cited = sorted(chance.sample(range(min(len(keys), 8)), 2))
    yield Rationale(*about, chance.choice(WORDS))
    yield Cite(*about, tuple(keys[number] for number in cited))
    yield Sureness(*about, chance.randint(1, 3))


def _choice(question: QuestionView, chance: Random) -> tuple[str, ...]:
    options = [option.option for option in question.options]
    if not question.several:
        return (chance.choice(options),)
    together = [option for option in options if option != question.excluding]
    if question.excluding and chance.random() < 0.3:
        return (question.excluding,)
    chosen = chance.sample(together, chance.randint(1, len(together)))
    return tuple(option for option in options if option in chosen)


def _other(question: QuestionView, chosen: tuple[str, ...], chance: Random) -> tuple[str, ...]:
    """A choice that is not `chosen`."""
    while (other := _choice(question, chance)) == chosen:
        pass
    return other
