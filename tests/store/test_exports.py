"""An export is verified without the store, whoever wrote it, and what is wrong with it is named with its place."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors.faults import InputFault
from simulator.store.exports.checking import check_export, unlike, verified_record
from simulator.store.exports.reading import Export, export_in
from simulator.store.linking import commitment_of, link_of
from simulator.store.store import Store
from tests.store.stores import event

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BEGUN = event(1, "case_begun", case={"id": "one"})
REASON = event(3, "rationale_given", text="because \ud800")
Record = dict[str, Any]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Eleven places: `a` of six events, of which one has words that are kept, `b` of three, two entries."""
    with closing(Store(tmp_path_factory.mktemp("exported") / "s.sqlite")) as store:
        store.append("a", [BEGUN, event(2), REASON])
        store.append("b", [event(1), event(2, "annotated", note="mine"), event(3, x=0.5)])
        store.forget_words("b")
        store.append("a", [event(4), event(5), event(6, "finished")])
        store.correct("a", "interrupted", counts=False)
        return store.export()


def written(record: Record) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")


def read(record: Record) -> Export:
    return export_in(written(record), "ann.json")


def found(record: Record) -> tuple[int, str, str, int] | None:
    broken = verified_record(record).broken
    return None if broken is None else (broken.position, broken.how, broken.session, broken.seq)


def test_an_export_as_it_was_written_holds(record: Record) -> None:
    checked = check_export(read(record))
    assert checked.place is None
    verified = checked.verified
    assert (verified.broken, verified.places, verified.head) == (None, 11, record["head"])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_however_a_shell_saved_it_it_is_read(record: Record, encoding: str) -> None:
    data = json.dumps(record, indent=2).encode(encoding)
    assert check_export(export_in(data, "ann.json")).verified.broken is None


def events(record: Record, session: int) -> list[Any]:
    found: list[Any] = record["sessions"][session]["events"]
    return found


def swap(items: list[Any], one: int, other: int) -> object:
    items[one], items[other] = items[other], items[one]
    return items


CHANGED: dict[str, tuple[Callable[[Record], object], tuple[int, str, str, int]]] = {
    "an event": (lambda one: events(one, 0)[1].update(at="2026-02-02"), (2, "changed", "a", 2)),
    "words": (lambda one: events(one, 0)[2]["data"].update(text="other"), (3, "changed", "a", 3)),
    "words that are gone": (lambda one: events(one, 0)[2]["data"].update(wiped=True), (3, "changed", "a", 3)),
    "words come back": (lambda one: events(one, 1)[1].update(data={"note": "other"}), (5, "changed", "b", 2)),
    "an entry": (lambda one: one["journal"][1]["data"].update(counts=True), (11, "changed", "", 2)),
    "an event less": (lambda one: events(one, 0).pop(3), (8, "removed", "a", 4)),
    "an event more": (lambda one: events(one, 1).append(event(4)), (7, "added", "b", 4)),
    "an event twice": (lambda one: events(one, 1).append(events(one, 1)[2]), (6, "added", "b", 3)),
    "events that changed places": (lambda one: swap(events(one, 0), 3, 4), (8, "moved", "a", 4)),
    "events that changed numbers": (
        lambda one: [events(one, 0)[3].update(seq=5), events(one, 0)[4].update(seq=4), swap(events(one, 0), 3, 4)],
        (8, "changed", "a", 4),
    ),
    "a session less": (lambda one: one["sessions"].pop(1), (4, "removed", "b", 1)),
    "a session of another name": (lambda one: one["sessions"][1].update(session="c"), (4, "removed", "b", 1)),
    "a session twice": (lambda one: one["sessions"].append(one["sessions"][0]), (1, "added", "a", 1)),
    "an entry less": (lambda one: one["journal"].pop(0), (7, "removed", "", 1)),
    "an entry twice": (lambda one: one["journal"].append(one["journal"][0]), (7, "added", "", 1)),
    "a place less": (lambda one: one["chain"].pop(4), (5, "removed", "b", 3)),
    "the last place": (lambda one: one["chain"].pop(), (8, "added", "", 2)),
    "a place twice": (lambda one: one["chain"].insert(4, one["chain"][3]), (5, "added", "b", 1)),
    "places that changed places": (lambda one: swap(one["chain"], 3, 4), (4, "moved", "b", 2)),
    "a link": (lambda one: one["chain"][2].update(link="0" * 64), (3, "changed", "a", 3)),
    "a commitment": (lambda one: one["chain"][2].update(commitment="0" * 64), (3, "changed", "a", 3)),
    "the head": (lambda one: one.update(head="0" * 64), (11, "changed", "", 0)),
    "the length": (lambda one: one.update(length=12), (12, "removed", "", 0)),
    "the salt": (lambda one: one.update(salt="0" * 64), (1, "changed", "", 0)),
    "that it is erased": (lambda one: one.update(erased="2026-01-01T00:00:00.000+00:00"), (0, "changed", "", 0)),
    "that it has no salt": (lambda one: one.update(salt=None), (0, "changed", "", 0)),
}  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), CHANGED.values(), ids=CHANGED)
def test_the_first_that_is_not_as_it_was_written_is_named(
    record: Record, change: Callable[[Record], object], expected: tuple[int, str, str, int]
) -> None:
    record = deepcopy(record)
    change(record)
    assert found(record) == expected


def test_what_is_changed_is_named_with_its_line_and_column(record: Record) -> None:
    record = deepcopy(record)
    events(record, 0)[4]["data"]["chosen"] = "other"
    text = json.dumps(record, indent=1)
    place = check_export(export_in(text.encode(), "ann.json")).place
    assert place is not None
    assert (place.file, text.split("\n")[place.line - 1][place.column - 1 :]) == ("ann.json", "{")
    assert '"seq": 5' in "".join(text.split("\n")[place.line - 1 : place.line + 4])


def test_what_is_gone_is_named_where_the_chain_has_it(record: Record) -> None:
    record = deepcopy(record)
    del events(record, 0)[3]
    text = json.dumps(record, indent=1)
    place = check_export(export_in(text.encode(), "ann.json")).place
    assert place is not None
    assert '"position": 8' in text.split("\n")[place.line]


def test_a_record_of_another_salt_says_that_it_cannot_be_checked(record: Record) -> None:
    broken = verified_record({**record, "salt": "0" * 64}).broken
    assert broken is not None
    assert "the salt was changed, or every event was" in broken.said


def test_it_goes_on_from_an_earlier_export_and_not_from_one_that_is_written_anew(record: Record) -> None:
    earlier = deepcopy(record)
    del earlier["chain"][8:]
    assert check_export(read(record), read(earlier)).verified.broken is None
    other = written_anew(deepcopy(record), 5)
    assert verified_record(other).broken is None
    broken = check_export(read(other), read(record)).verified.broken
    assert broken is not None
    assert (broken.position, broken.how) == (6, "changed")


def written_anew(record: Record, first: int) -> Record:
    """What somebody does who knows the program: another event, and a whole new chain after it."""
    events(record, 1)[2]["data"]["x"] = 0.75
    salt, head = bytes.fromhex(record["salt"]), record["chain"][first - 1]["link"]
    text = json.dumps(events(record, 1)[2], separators=(",", ":"))
    record["chain"][first]["commitment"] = commitment_of(salt, text)
    for one in record["chain"][first:]:
        head = link_of(head, one["position"], one["session"], one["seq"], one["commitment"], one["words"])
        one["link"] = head
    return {**record, "head": head}


def test_what_nothing_commits_to_is_held_against_an_export(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "s.sqlite")) as store:
        [learner] = store.learners()
        record = store.export()
    assert unlike(learner, read(record)) is None
    for column in ("pseudonym", "made"):
        broken = unlike(learner, read({**record, column: "other"}))
        assert broken is not None
        assert column in broken.said


def replaced(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


AT_FAULT: dict[str, tuple[Callable[[str], str | bytes], str]] = {
    "empty": (lambda text: "", "no JSON"),
    "cut off": (lambda text: text[:500], "no JSON"),
    "no JSON": (lambda text: text + "]", "no JSON"),
    "a list": (lambda text: "[]", "no record/1"),
    "a word": (lambda text: "null", "no record/1"),
    "of another kind": (replaced("record/1", "record/2"), "no record/1"),
    "a field less": (replaced('"made"', '"mode"'), "the field made is missing"),
    "a field more": (replaced('"made"', '"x": 1, "made"'), "the field 'x' is unknown"),
    "a field more in a place": (replaced('"position"', '"x": 1, "position"'), "the field 'x' is unknown"),
    "a key twice": (replaced('"seq"', '"seq": 1, "seq"'), "the key 'seq' is here twice"),
    "a key twice in an event": (replaced('"data": {', '"data": {"b": 1, "b": 2, '), "the key 'b' is here twice"),
    "NaN": (replaced("0.5", "NaN"), "NaN is no number"),
    "-Infinity": (replaced("0.5", "-Infinity"), "-Infinity is no number"),
    "a number without an end": (replaced('"position": 1', '"position": ' + "9" * 5000), "has 5,000 characters"),
    "a number beyond all": (replaced("0.5", "1e999"), "'1e999' is too large"),
    "a position beyond the database": (replaced('"position": 1', '"position": ' + "9" * 30), "position has to be"),
    "a broken position": (replaced('"position": 1', '"position": 1.0'), "position has to be"),
    "a position that is true": (replaced('"position": 1', '"position": true'), "position has to be"),
    "a length below nothing": (replaced('"length": 11', '"length": -1'), "length has to be"),
    "a length that is false": (replaced('"length": 11', '"length": false'), "length has to be"),
    "a session that is a number": (replaced('"session": "a"', '"session": 7'), "session has to be"),
    "a session that is half a character": (replaced('"session": "a"', '"session": "\\ud800"'), "session has to be"),
    "a session that acts": (replaced('"session": "a"', '"session": "\\u001b[2J"'), "session has to be"),
    "a chain that is a number": (replaced('"chain": [', '"chain": 5, "x": ['), "chain has to be a list"),
    "an event that is a list": (replaced('"events": [', '"events": [[], '), "has to be an object"),
    "data that are a list": (replaced('"data": {"case"', '"data": [], "y": {"case"'), "data has to be an object"),
    "an event without a number": (replaced('{"format": "event/1", "session": "s", "seq": 1,', '{"format": "event/1",'),
                                  "the field seq is missing"),
    "a salt that is too short": (replaced('"salt": "', '"salt": "0" , "x": "'), "salt has to be 64 digits"),
    "a salt that is none": (replaced('"salt": "', '"salt": "zz'), "salt has to be 64 digits"),
    "a salt in capitals": (lambda text: text.replace(json.loads(text)["salt"], "A" * 64), "salt has to be 64 digits"),
    "a link that is none": (replaced('"link": "', '"link": "0'), "link has to be 64 digits"),
    "lists without an end": (lambda text: "[" * 200_000, "nested deeper"),
    "an event without an end": (replaced("0.5", "[" * 90_000 + "]" * 90_000), "nested deeper"),
    "bytes that are none": (lambda text: text.encode()[:300] + b"\xff" + text.encode()[300:], "0xff is no UTF-8"),
    "zeros": (lambda text: bytes(1000), "no JSON"),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "said"), AT_FAULT.values(), ids=AT_FAULT)
def test_what_is_no_export_is_a_fault_at_its_place(
    record: Record, spoil: Callable[[str], str | bytes], said: str
) -> None:
    spoilt = spoil(json.dumps(record))
    data = spoilt.encode() if isinstance(spoilt, str) else spoilt
    with pytest.raises(InputFault, match=said) as raised:
        check_export(export_in(data, "ann.json"))
    [fault] = raised.value.faults
    assert fault.place.file == "ann.json"
    if data.startswith(b'{"format": "record/1"') and "kind" not in said and "made" not in said:
        assert fault.place.column > 10, fault


def test_an_event_as_deep_as_the_reader_goes_is_no_crash(record: Record) -> None:
    before = sys.getrecursionlimit()
    for depth in (90, 400, before - 200, before - 60, before - 30, before):
        text = json.dumps(record).replace("0.5", "[" * depth + "]" * depth)
        try:
            verified = check_export(export_in(text.encode(), "ann.json")).verified
        except InputFault as fault:
            assert "nested deeper" in str(fault)  # noqa: PT017
        else:
            assert verified.broken is not None
            assert verified.broken.position == 6


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_whatever_a_file_holds_it_is_a_sentence_or_a_verdict(record: Record, data: st.DataObject) -> None:
    whole = bytearray(json.dumps(record).encode())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    try:
        checked = check_export(export_in(bytes(whole), "ann.json"))
    except InputFault as fault:
        assert str(fault).startswith("ann.json:")  # noqa: PT017
    else:
        apart = ("learner", "pseudonym", "name", "made")
        left = {key: value for key, value in json.loads(bytes(whole)).items() if key not in apart}
        same = left == {key: value for key, value in record.items() if key not in apart}
        broken = checked.verified.broken
        if not same:
            assert broken is not None
        elif broken is not None:
            assert broken.row is not None
            assert broken.row.column == "made"
