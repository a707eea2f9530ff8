"""A learner's record as a whole: exported with all that verifies it, erased without a trace of its text."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from simulator.errors.faults import UsageFault
from simulator.store.exports.checking import verified_record
from simulator.store.exports.shape import check_shape
from simulator.store.faults import StoreFault
from simulator.store.store import Store
from tests.store.stores import event, left_in, raw

if TYPE_CHECKING:
    from pathlib import Path


def holds(record: dict[str, Any]) -> bool:
    return verified_record(check_shape(json.loads(json.dumps(record)))).broken is None


SECRET = "what a learner thought "
BEGUN = event(1, "case_begun", case={"id": "case-one"})
EVENTS = [BEGUN, event(2, "rationale_given", text=SECRET * 99), event(3), event(4, "finished")]


@pytest.fixture
def kept(store: Store) -> Store:
    store.append("a", EVENTS)
    store.append("b", [event(1), event(2)])
    store.correct("a", "I was interrupted, " + SECRET, counts=False)
    return store


def test_an_export_holds_everything_and_verifies_without_the_store(kept: Store) -> None:
    record = json.loads(json.dumps(kept.export()))
    assert [one["session"] for one in record["sessions"]] == ["a", "b"]
    assert record["sessions"][0]["events"] == EVENTS
    assert [entry["kind"] for entry in record["journal"]] == ["corrected"]
    assert (record["head"], record["length"]) == (kept.verify().head, 7)
    assert holds(record)


def test_an_export_of_wiped_words_verifies_as_well(kept: Store) -> None:
    kept.forget_words("a")
    record = kept.export()
    assert record["sessions"][0]["events"][1]["data"] == {"text": "", "wiped": True}
    assert holds(record)


def test_of_an_erased_record_no_text_is_left_in_the_file_or_its_log(kept: Store, path: Path) -> None:
    learner, salt = raw(path, "SELECT learner, salt FROM learners")[0]
    pseudonym = kept.pseudonym
    kept.name("Somebody Real")
    kept.erase()
    left = left_in(path)
    for text in (SECRET, salt, pseudonym, "Somebody Real", "case-one", "interrupted"):
        assert text.encode() not in left, text
    assert [(one.learner, one.pseudonym, one.events) for one in kept.learners()] == [(learner, "", 7)]


def test_another_learner_stays_when_one_is_erased(kept: Store, place: Path | str) -> None:
    other = Store(place, "somebody-else")
    other.append("c", EVENTS)
    kept.erase()
    assert other.load("c") == EVENTS
    assert other.verify().broken is None
    other.close()


def test_what_is_erased_while_it_is_in_use_takes_no_more(kept: Store) -> None:
    kept.erase()
    with pytest.raises(StoreFault, match="start the program again"):
        kept.append("d", [event(1)])
    kept.erase()
    with pytest.raises(UsageFault, match="There is no learner"):
        kept.erase("nobody")


def test_after_it_was_erased_there_is_a_new_learner(kept: Store, place: Path | str) -> None:
    erased = kept.learner
    kept.erase()
    again = Store(place)
    assert again.learner != erased
    assert again.unfinished() == []
    again.append("a", [event(1)])
    assert again.verify().places == 1
    again.close()


def test_an_erased_record_can_be_exported_and_its_chain_still_holds(kept: Store) -> None:
    before = kept.export()
    kept.erase()
    after = kept.export(kept.learner)
    assert after["chain"] == before["chain"]
    assert (after["sessions"], after["journal"], after["salt"]) == ([], [], None)
    assert holds(after)
    assert kept.verify(exported=[place["link"] for place in before["chain"]]).broken is None


def test_learners_of_one_store_do_not_see_each_other(kept: Store, place: Path | str) -> None:
    other = Store(place, "somebody-else")
    assert other.pseudonym == "somebody-else"
    assert (other.unfinished(), other.last_finished(), list(other.ended())) == ([], None, [])
    assert not other.met("case-one")
    with pytest.raises(StoreFault, match="Another program has gone on"):
        other.append("b", [event(3)])
    other.close()
    again = Store(place, "somebody-else")
    assert again.learner == other.learner
    again.close()


def test_a_name_lies_apart_and_can_be_taken_back(kept: Store, path: Path) -> None:
    kept.name("Somebody Real")
    assert kept.named() == {kept.learner: "Somebody Real"}
    assert kept.export()["name"] == "Somebody Real"
    kept.name("")
    assert kept.named() == {}
    assert raw(path, "SELECT count(*) FROM names") == [(0,)]


def test_finished_sessions_come_in_the_order_in_which_they_ended(kept: Store) -> None:
    kept.append("c", [event(1)])
    kept.append("b", [event(3, "finished")])
    kept.append("c", [event(2, "finished")])
    ended = list(kept.ended())
    assert [one.session for one in ended] == ["a", "b", "c"]
    assert (ended[0].begun, ended[0].finished) == (BEGUN, EVENTS[-1])
    assert [one.session for one in kept.ended(ended[0].position)] == ["b", "c"]
    assert [one.session for one in kept.ended(ended[-1].position)] == []


def test_many_finished_sessions_come_once_each(store: Store) -> None:
    for number in range(250):
        store.append(f"s{number}", [event(1), event(2, "finished")])
    assert [one.session for one in store.ended()] == [f"s{number}" for number in range(250)]


def test_a_case_is_known_as_met_once_it_was_begun(kept: Store) -> None:
    assert kept.met("case-one")
    assert not kept.met("case-two")


def test_what_the_chain_names_goes_whoever_its_row_says_it_is_of(kept: Store, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE sessions SET learner = 'nobody'")
    kept.erase()
    assert [raw(path, f"SELECT count(*) FROM {table}") for table in ("events", "words", "sessions")] == [
        [(0,)]
    ] * 3
