"""What may be said at a point of a session; whatever may not is refused with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault
from simulator.errors.text import clean, clean_block
from simulator.session.commands import LONGEST_NOTE, LONGEST_RATIONALE, MODES, MOST_NOTED, SURENESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from simulator.session.commands import Mode
    from simulator.session.guide import Asked, Guide
    from simulator.session.plan import Step
    from simulator.session.state import Change, Key, State, Stretch


def refused(sentence: str) -> UsageFault:
    """A refusal; nothing in its sentence can act on a terminal."""
    return UsageFault(clean(sentence))


def current_step(state: State) -> Step:
    """The step to answer now; raises UsageFault when the session is finished or was left."""
    going_on(state)
    return state.plan.steps[state.steps]


def unfinished(state: State) -> None:
    """Raises UsageFault when the session is finished."""
    if state.finished:
        raise refused("This session is finished; its answers are final.")


def going_on(state: State) -> None:
    """Raises UsageFault when the session is finished, or was left or skipped."""
    unfinished(state)
    if state.left or state.skipped:
        raise refused(f"This session was {'skipped' if state.skipped else 'left'}; go on with it first.")


def told(state: State) -> tuple[str, ...]:
    """The phases of which everything may be told: all when finished, in practice those that are confirmed."""
    if state.finished or state.mode == "practice":
        return state.confirmed
    return ()


def told_something(state: State) -> None:
    """Raises UsageFault before anything may be told."""
    if not told(state):
        raise refused(_LATER[state.mode])


def turning(state: State, step: int) -> int:
    """Raises UsageFault where a session cannot be turned to `step`."""
    going_on(state)
    steps = len(state.plan.steps)
    if isinstance(step, bool) or not 0 <= step <= steps:
        raise refused(f"The case has {steps} steps, from 0, and no step {step}.")
    if state.mode != "class" and step != steps:
        raise refused("Only a class turns from step to step; go on by confirming.")
    return step


_LATER: Mapping[Mode, str] = {
    "practice": "This is explained once its phase is confirmed.",
    "assessment": "This is explained once the session is finished.",
    "class": "This is explained once the case has ended.",
}


def decided(state: State, phase: str, question: str, subject: str) -> tuple[str, ...]:
    """What was chosen in a decision that may be told of; raises UsageFault where there is none such."""
    if phase not in told(state):
        raise refused(_LATER[state.mode])
    for step in state.plan.steps:
        if step.phase == phase and subject in step.asks.get(question, ()):
            return state.given(phase, question, subject).chosen
    raise refused(f"Nothing was decided on {question!r} about {subject!r} in {phase!r}.")


def key_of(state: State, question: str, subject: str) -> Key:
    """The key of a question and subject of the current step; raises UsageFault where it has no such."""
    step = current_step(state)
    subjects = step.asks.get(question)
    if subjects is None:
        if any(question in one.asks for one in state.plan.steps[: state.steps]):
            raise refused(f"The answer to {question!r} was confirmed and is final.")
        raise refused(f"{question!r} is not asked now; this step asks {_listed(step.asks)}.")
    if subject not in subjects:
        raise refused(f"{question!r} is not asked about {subject!r}; it is asked about {_listed(subjects)}.")
    return step.phase, question, subject


def chosen_of(asked: Asked, chosen: Sequence[str]) -> tuple[str, ...]:
    """`chosen` in the order of the options; raises UsageFault where they cannot be chosen together."""
    for option in chosen:
        if option not in asked.options:
            raise refused(
                f"{asked.question!r} has no option {option!r}; its options are {_listed(asked.options)}."
            )
    made = tuple(option for option in asked.options if option in chosen)
    if len(made) > 1 and not asked.several:
        raise refused(f"{asked.title!r} takes one option, and {len(made)} were chosen.")
    if len(made) > 1 and asked.excluding in made:
        raise refused(f"{asked.options[asked.excluding]!r} cannot be chosen together with anything else.")
    return made


def rationale_of(text: str) -> str:
    """Raise UsageFault where `text` is too long for a rationale."""
    if len(text) > LONGEST_RATIONALE:
        raise refused(
            f"A rationale has room for {LONGEST_RATIONALE} characters, and this one has {len(text)}."
        )
    return text


def note_of(text: str) -> str:
    """Raise UsageFault where `text` is too long for a note."""
    if len(text) > LONGEST_NOTE:
        raise refused(f"A note has room for {LONGEST_NOTE} characters, and this one has {len(text)}.")
    return text


def stretch_of(state: State, passage: str, start: int, end: int) -> tuple[Stretch, int]:
    """A stretch of a passage that has come to light, and its end; raises UsageFault where there is none such."""
    going_on(state)
    seen = next((one for blocks in state.seen.values() for one in blocks if one.passage == passage), None)
    if seen is None:
        raise refused(f"The case has no passage {passage!r} that has come to light.")
    length = len(clean_block(state.plan.block(seen)["text"]))
    if any(isinstance(at, bool) or not isinstance(at, int) for at in (start, end)) or not (
        0 <= start < end <= length
    ):
        raise refused(
            f"The passage {passage!r} has {length} characters, and no stretch from {start} to {end}."
        )
    if len(state.said.annotations) >= MOST_NOTED and (passage, start) not in state.said.annotations:
        raise refused(f"There is room for {MOST_NOTED} highlights and notes in a case; take one back first.")
    return (passage, start), end


def mode_of(mode: str) -> Mode:
    """Raise UsageFault where `mode` is none."""
    for known in MODES:
        if mode == known:
            return known
    raise refused(f"A session is {' or '.join(MODES)}, and not {mode!r}.")


def undoable(state: State) -> Change:
    """What is undone next; raises UsageFault where there is nothing."""
    going_on(state)
    if not state.past:
        raise refused("There is nothing to undo; what a confirmed phase holds is final.")
    return state.past[-1]


def redoable(state: State) -> Change:
    """What is done again next; raises UsageFault where there is nothing."""
    going_on(state)
    if not state.future:
        raise refused("There is nothing to do again.")
    return state.future[-1]


def sureness_of(level: int) -> int:
    """Raise UsageFault where `level` is no level of sureness."""
    if isinstance(level, bool) or level not in SURENESS:
        raise refused(f"How sure you are is {_listed(map(str, SURENESS))}, and not {level!r}.")
    return level


def cites_of(guide: Guide, paragraphs: Sequence[str]) -> tuple[str, ...]:
    """`paragraphs` in the order of the documents; raises UsageFault where the guidance has no such."""
    for paragraph in paragraphs:
        if paragraph not in guide.paragraphs:
            known = list(guide.paragraphs)
            raise refused(f"The guidance has no paragraph {paragraph!r}; they run from {_range(known)}.")
    return tuple(paragraph for paragraph in guide.paragraphs if paragraph in paragraphs)


def confirmable(state: State) -> None:
    """Raises UsageFault in a class, which goes on together."""
    if state.mode == "class":
        raise refused("In a class the facilitator goes on; your answers are kept.")


def complete(state: State, guide: Guide) -> Step:
    """The current step; raises UsageFault, naming what is open, where it is not complete."""
    step = current_step(state)
    missing = [
        f"{guide.asked(question).title} ({guide.subject_label(state.case, question, subject)})"
        for question, subjects in step.asks.items()
        for subject in subjects
        if not state.given(step.phase, question, subject).chosen
    ]
    if missing:
        more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
        raise refused(f"Not yet answered: {', '.join(missing[:5])}{more}.")
    return step


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def _range(keys: Sequence[str]) -> str:
    return f"{keys[0]} to {keys[-1]}" if keys else "none to none"
