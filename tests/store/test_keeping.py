"""What was worked out is kept until something of it goes; corrections are entries with a reason."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from simulator.errors.faults import UsageFault
from tests.store.stores import event

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.store.store import Store


@pytest.fixture
def kept(store: Store) -> Store:
    store.append("a", [event(1), event(2, "finished")])
    store.append("b", [event(1)])
    store.keep_fold("progress", 1, 2, "{}")
    return store


def test_a_fold_is_kept_until_another_takes_its_place(kept: Store) -> None:
    assert kept.fold("progress", 1) == (2, "{}")
    kept.keep_fold("progress", 1, 3, "[]")
    assert kept.fold("progress", 1) == (3, "[]")


def test_a_fold_of_another_version_or_name_is_none(kept: Store) -> None:
    assert kept.fold("progress", 2) is None
    assert kept.fold("other", 1) is None


FORGETS: dict[str, Callable[[Store], object]] = {
    "a finished session is discarded": lambda store: store.discard("a"),
    "its days are over": lambda store: store.expire(["a"]),
    "it is left out": lambda store: store.correct("a", "interrupted", counts=False),
    "everything is to be worked out anew": lambda store: store.forget_folds(),
}


@pytest.mark.parametrize("do", FORGETS.values(), ids=FORGETS)
def test_a_fold_is_forgotten_when(kept: Store, do: Callable[[Store], object]) -> None:
    do(kept)
    assert kept.fold("progress", 1) is None


def test_a_draft_that_is_discarded_leaves_the_fold(kept: Store) -> None:
    kept.discard("b")
    assert kept.fold("progress", 1) is not None


def test_the_last_correction_counts(kept: Store) -> None:
    kept.correct("a", " I was interrupted. ", counts=False)
    assert kept.left_out() == {"a": "I was interrupted."}
    kept.correct("a", "It was my own work.", counts=True)
    assert kept.left_out() == {}
    assert [entry["kind"] for entry in kept.export()["journal"]] == ["corrected", "corrected"]
    assert kept.verify().broken is None


@pytest.mark.parametrize(
    ("session", "reason", "said"),
    [
        ("a", "  ", "needs a reason"),
        ("b", "why", "no finished case"),
        ("nobody", "why", "no finished case"),
        ("a", "x" * 1001, "at most 1000 letters"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(kept: Store, session: str, reason: str, said: str) -> None:
    with pytest.raises(UsageFault, match=said):
        kept.correct(session, reason, counts=False)
    assert kept.export()["journal"] == []


def test_sessions_of_which_nothing_happened_for_long_are_found(store: Store) -> None:
    store.append("old", [{**event(1), "at": "2020-01-01T00:00:00.000+00:00"}])
    store.append("new", [{**event(1), "at": "2026-01-01T00:00:00.000+00:00"}])
    assert store.older_than("2025-06-01") == ["old"]
    store.expire(["old", "nobody"])
    assert [one.session for one in store.unfinished()] == ["new"]
    assert [entry["kind"] for entry in store.export()["journal"]] == ["expired"]


def test_a_reason_is_cleaned_before_it_is_kept(kept: Store) -> None:
    kept.correct("a", "w\x1b[2Jhy \udcff", counts=False)
    assert kept.left_out() == {"a": "w\ufffd[2Jhy \ufffd"}
    json.dumps(kept.export(), ensure_ascii=False).encode()
