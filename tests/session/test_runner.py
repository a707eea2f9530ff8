"""A session that is kept: on the disk before anybody is told, and gone on with where it stood."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from simulator.errors.faults import InputFault, UsageFault
from simulator.session.commands import Answer, Confirm, Leave
from simulator.session.drafts import drafts_of
from simulator.session.runner import Runner
from simulator.store.faults import StoreFault
from simulator.store.moments import now
from simulator.store.store import Store

from .lost_property import ANSWERS, CASE, LostProperty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import Any


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "sessions.sqlite")
    yield made
    made.close()


@pytest.fixture
def clock() -> Callable[[], str]:
    """A clock that goes on by a second each time it is read."""
    seconds = count(10)
    return lambda: f"2026-01-01T00:00:{next(seconds)}"


def test_every_event_is_kept_with_its_session_and_moment(store: Store, clock: Callable[[], str]) -> None:
    runner = Runner.begin(LostProperty(), store, CASE, clock)
    runner.do(Answer("worth", "U", ("low",)))
    kept = store.load(runner.name)
    assert [(one["session"], one["seq"], one["at"]) for one in kept] == [
        (runner.name, 1, "2026-01-01T00:00:10"),
        (runner.name, 2, "2026-01-01T00:00:10"),
        (runner.name, 3, "2026-01-01T00:00:11"),
    ]


def test_a_session_is_gone_on_with_at_the_very_place(store: Store) -> None:
    runner = Runner.begin(LostProperty(), store, CASE)
    for answer in ANSWERS[:3]:
        runner.do(Answer(*answer))
    runner.do(Confirm())
    again = Runner.resume(LostProperty(), store, runner.name)
    assert again.view == runner.view
    assert store.load(runner.name)[-1]["kind"] == "resumed"


class Unheard:
    """A store of which the answer is lost, before or after it has done its work, so many times over."""

    def __init__(self, store: Store, times: int, *, done: bool) -> None:
        self._store, self._times, self._done = store, times, done

    def append(self, session: str, events: Sequence[Mapping[str, Any]]) -> None:
        if self._times == 0:
            self._store.append(session, events)
            return
        self._times -= 1
        if self._done:
            self._store.append(session, events)
        raise StoreFault("The line broke.", passes=True)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def deaf(store: Store, clock: Callable[[], str], times: int, *, done: bool) -> Runner:
    """A session that is begun, and then hears nothing of its store so many times."""
    begun = Runner.begin(LostProperty(), store, CASE, clock)
    unheard: Any = Unheard(store, times, done=done)
    return Runner.reread(LostProperty(), unheard, begun.name, clock)


@pytest.mark.parametrize("done", [False, True])
def test_what_is_done_again_after_a_fault_is_kept_once_and_of_its_first_moment(
    store: Store, clock: Callable[[], str], done: bool
) -> None:
    runner = deaf(store, clock, 2, done=done)
    for _ in range(2):
        with pytest.raises(StoreFault, match="The line broke"):
            runner.do(Answer("worth", "U", ("low",)))
    runner.do(Answer("worth", "U", ("low",)))
    runner.do(Answer("worth", "U", ("high",)))
    given = store.load(runner.name)[2:]
    assert [(one["kind"], one["at"][-2:]) for one in given] == [
        ("answer_given", "11"),
        ("answer_changed", "12"),
    ]


@pytest.mark.parametrize("done", [False, True])
def test_after_a_fault_another_command_goes_on_from_what_was_kept(
    store: Store, clock: Callable[[], str], done: bool
) -> None:
    runner = deaf(store, clock, 1, done=done)
    with pytest.raises(StoreFault):
        runner.do(Answer("worth", "U", ("low",)))
    runner.do(Leave())
    kinds = [one["kind"] for one in store.load(runner.name)[2:]]
    assert kinds == [*(["answer_given"] if done else []), "left"]
    assert runner.view == Runner.reread(LostProperty(), store, runner.name).view


def test_what_is_rehearsed_has_not_happened(store: Store) -> None:
    runner = Runner.begin(LostProperty(), store, CASE)
    for answer in ANSWERS[:3]:
        runner.do(Answer(*answer))
    kept, view = store.load(runner.name), runner.view
    runner.rehearse(Confirm())
    assert (store.load(runner.name), runner.view) == (kept, view)
    runner.do(Confirm())
    assert runner.view != view


def test_a_command_that_is_refused_is_refused_in_rehearsal(store: Store) -> None:
    with pytest.raises(UsageFault):
        Runner.begin(LostProperty(), store, CASE).rehearse(Confirm())


def test_a_session_that_has_ended_is_read_again_without_a_trace(store: Store) -> None:
    runner = Runner.begin(LostProperty(), store, CASE)
    runner.do(Leave())
    kept = store.load(runner.name)
    assert Runner.reread(LostProperty(), store, runner.name).view == runner.view
    assert store.load(runner.name) == kept


def test_a_refused_command_keeps_nothing(store: Store) -> None:
    runner = Runner.begin(LostProperty(), store, CASE)
    with pytest.raises(UsageFault):
        runner.do(Confirm())
    assert len(store.load(runner.name)) == 2


def test_a_command_that_changes_nothing_tells_no_events(store: Store) -> None:
    runner = Runner.begin(LostProperty(), store, CASE)
    assert [event["kind"] for event in runner.do(Answer("worth", "U", ("low",)))] == ["answer_given"]
    assert runner.do(Answer("worth", "U", ("low",))) == []


def test_what_cannot_be_kept_has_not_happened(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    runner = Runner.begin(LostProperty(), store, CASE)
    before = runner.view

    def full(_session: str, _events: Sequence[Mapping[str, Any]]) -> None:
        raise StoreFault("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(store, "append", full)
        with pytest.raises(StoreFault):
            runner.do(Answer("worth", "U", ("low",)))
    assert runner.view == before
    assert runner.do(Answer("worth", "U", ("low",)))
    assert [event["seq"] for event in store.load(runner.name)] == [1, 2, 3]


def test_two_programs_cannot_both_go_on_with_a_session(store: Store) -> None:
    first = Runner.begin(LostProperty(), store, CASE)
    second = Runner.resume(LostProperty(), store, first.name)
    with pytest.raises(StoreFault, match="Another program has gone on"):
        first.do(Answer("worth", "U", ("low",)))
    second.do(Answer("worth", "U", ("high",)))
    assert Runner.resume(LostProperty(), store, first.name).view.step == second.view.step


def test_a_bad_case_begins_no_session(store: Store) -> None:
    with pytest.raises(InputFault):
        Runner.begin(LostProperty(), store, {"format": "case/2"})
    assert store.unfinished() == []


def test_a_broken_log_cannot_be_gone_on_with(store: Store) -> None:
    store.append("broken", [{"format": "event/1", "seq": 1, "kind": "left", "at": None, "data": {}}])
    with pytest.raises(InputFault, match="A session begins with its case"):
        Runner.resume(LostProperty(), store, "broken")


def test_drafts_have_the_titles_of_their_cases(store: Store, clock: Callable[[], str]) -> None:
    runner = Runner.begin(LostProperty(), store, {**CASE, "title": "A bench\x1b"}, clock)
    runner.do(Leave())
    [draft] = drafts_of(store)
    assert (draft.session, draft.title) == (runner.name, "A bench\ufffd")
    assert (draft.begun, draft.last) == ("2026-01-01T00:00:10", "2026-01-01T00:00:11")


def test_a_draft_with_a_broken_log_is_listed_all_the_same(store: Store) -> None:
    store.append("broken", [{"format": "event/1", "seq": 1, "kind": "left", "at": None, "data": {}}])
    [draft] = drafts_of(store)
    assert (draft.title, draft.begun, draft.last) == ("A case", "", "")


def test_a_finished_session_is_no_draft(store: Store) -> None:
    runner = Runner.begin(LostProperty(), store, CASE)
    for answers in (ANSWERS[:3], ANSWERS[3:5], ANSWERS[5:]):
        for answer in answers:
            runner.do(Answer(*answer))
        runner.do(Confirm())
    assert runner.view.state == "finished"
    assert drafts_of(store) == ()


def test_a_moment_is_told_with_its_zone_and_milliseconds() -> None:
    assert now()[10] == "T"
    assert now().endswith("+00:00")
    assert len(now()) == len("2026-01-01T00:00:00.000+00:00")
