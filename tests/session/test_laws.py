"""What holds for any sequence of commands whatever."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from simulator.errors.faults import UsageFault
from simulator.model.questions import VERDICTS
from simulator.session.commands import (
    MODES,
    Annotate,
    Answer,
    Begin,
    Cite,
    Command,
    Confirm,
    Leave,
    Mode,
    Rationale,
    Redo,
    Resume,
    Skip,
    Sureness,
    Undo,
)
from simulator.session.core import Session

from .lost_property import ANSWERS, CASE, LostProperty

SAYING = (Answer, Rationale, Sureness, Cite, Annotate)
TELLING = (*VERDICTS, "called_for", "contrary", "mark", "right")

_questions = st.sampled_from(["look", "worth", "store", "close", "colour"])
_subjects = st.sampled_from(["case", "U", "R", "X"])
_options = st.lists(
    st.sampled_from(["log", "ask", "none", "high", "low", "safe", "return", "huge"]), max_size=2
).map(tuple)
_right = st.sampled_from(ANSWERS).map(lambda answer: Answer(*answer))

commands: st.SearchStrategy[Command] = st.one_of(
    _right,
    _right,
    st.builds(Confirm),
    st.builds(Answer, _questions, _subjects, _options),
    st.builds(Rationale, _questions, _subjects, st.text(max_size=20)),
    st.builds(Sureness, _questions, _subjects, st.integers(0, 4)),
    st.builds(
        Cite, _questions, _subjects, st.lists(st.sampled_from(["LP1", "LP2", "LP9"]), max_size=2).map(tuple)
    ),
    st.builds(Leave),
    st.builds(Resume),
    st.builds(Undo),
    st.builds(Redo),
    st.builds(Skip),
    st.builds(
        Annotate,
        st.sampled_from(["found.0", "closed.0", "closed.9", ""]),
        st.integers(-1, 20),
        st.integers(-1, 60),
        st.booleans(),
        st.sampled_from(["", "my note"]),
    ),
)
modes = st.sampled_from(MODES)


def played(sequence: list[Command], mode: Mode = "assessment") -> tuple[Session, list[dict[str, Any]]]:
    """The session after those of `sequence` that are not refused, and its events as JSON keeps them."""
    session, log = Session(LostProperty()), []
    for command in [Begin(CASE, mode), *sequence]:
        try:
            events = session.apply(command)
        except UsageFault:
            continue
        session = session.after(events)
        log += events
    return session, json.loads(json.dumps(log))


def words_of(value: object) -> set[str]:
    """Every key and every text in `value`."""
    if isinstance(value, dict):
        return {word for key, one in value.items() for word in {key, *words_of(one)}}
    if isinstance(value, list | tuple):
        return {word for one in value for word in words_of(one)}
    return {value} if isinstance(value, str) else set()


@given(st.lists(commands, max_size=40), modes)
def test_a_session_replayed_from_its_events_gives_the_same_view(sequence: list[Command], mode: Mode) -> None:
    session, log = played(sequence, mode)
    assert Session(LostProperty()).after(log).view() == session.view()


@given(st.lists(commands, max_size=40))
def test_events_are_numbered_without_a_gap(sequence: list[Command]) -> None:
    _, log = played(sequence)
    assert [event["seq"] for event in log] == list(range(1, len(log) + 1))


@given(st.lists(commands, max_size=40))
def test_no_verdict_is_visible_before_the_end(sequence: list[Command]) -> None:
    session, _ = played(sequence)
    view = session.view()
    if view.state != "finished":
        assert view.debrief is None
        assert view.feedback is None
        assert not words_of(asdict(view)).intersection(TELLING)


@given(st.lists(commands, max_size=40), commands)
def test_a_refused_command_changes_nothing(sequence: list[Command], command: Command) -> None:
    session, _ = played(sequence)
    before = session.view()
    try:
        session.apply(command)
    except UsageFault:
        assert session.view() == before


@given(st.lists(commands, max_size=40), modes, commands)
def test_undoing_what_was_said_gives_the_view_before_it(
    sequence: list[Command], mode: Mode, command: Command
) -> None:
    session, _ = played(sequence, mode)
    before = session.view()
    try:
        said = session.after(session.apply(command))
    except UsageFault:
        return
    if isinstance(command, SAYING) and said.view() != before:
        undone = said.after(said.apply(Undo()))
        assert replace(undone.view(), redoes=before.redoes) == before
        assert undone.after(undone.apply(Redo())).view() == said.view()


@given(st.lists(commands, max_size=40))
def test_whatever_is_undone_can_be_done_again(sequence: list[Command]) -> None:
    session, _ = played([*sequence, Resume()])
    undone = session
    steps = 0
    while undone.view().undoes is not None and undone.view().state == "open":
        undone = undone.after(undone.apply(Undo()))
        steps += 1
    for _ in range(steps):
        undone = undone.after(undone.apply(Redo()))
    assert replace(undone.view(), redoes=session.view().redoes) == session.view()


@given(st.lists(commands, max_size=60), commands)
def test_what_a_confirmed_phase_holds_stays_as_it_is(sequence: list[Command], command: Command) -> None:
    session, _ = played(sequence, "practice")
    confirmed = [phase for phase in session.view().phases if phase.state == "done"]
    try:
        after = session.after(session.apply(command)).view()
    except UsageFault:
        return
    held = {phase.phase: phase.committed for phase in after.phases}
    assert all(held[phase.phase] == phase.committed for phase in confirmed)
