"""The index of independence, counted again from the events as they are kept, in another way."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from simulator.practice.independence import OPEN
from simulator.practice.kept import NOTHING
from simulator.practice.played import played_in
from simulator.store.sessions import Ended

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

OPTIONS = {"ends": "abc", "told": "xyz", "weighed": "uv", "called": "pq"}
SEVERAL = "told"
PHASES = ("first", "last")
SUBJECTS = ("ann", "bob", "cem")
THINGS = ("ring", "hat")


@dataclass(frozen=True)
class Session:
    """A session as it is kept; `finished` is None where it was given up, and `counts` says whether it is left in."""

    name: str
    begun: Mapping[str, Any]
    finished: Mapping[str, Any] | None
    counts: bool

    @property
    def purpose(self) -> Mapping[str, Any]:
        purpose: Mapping[str, Any] = self.begun["data"]["purpose"]
        return purpose

    @property
    def judged(self) -> Sequence[Mapping[str, Any]] | None:
        data: Mapping[str, Any] = self.finished["data"] if self.finished is not None else {}
        return data.get("judged")


def _places() -> Iterator[tuple[str, str, str]]:
    """Phase, question and subject: of the case as a whole, of things, and of those who can be changed."""
    yield from (("first", "called", "case"), ("last", "ends", "case"))
    yield from (("first", "weighed", thing) for thing in THINGS)
    yield from (
        (phase, question, each) for phase in PHASES for question in ("ends", SEVERAL) for each in SUBJECTS
    )


def _key(draw: Random, question: str) -> dict[str, Any]:
    if draw.random() < 0.15:
        return {"called_for": [OPTIONS[question][0]] * draw.randint(0, 1), "also_open": [], "mark": "silent"}
    called_for = draw.sample(OPTIONS[question], draw.randint(1, 2) if question == SEVERAL else 1)
    others = [each for each in OPTIONS[question] if each not in called_for]
    return {"called_for": called_for, "also_open": others[: draw.randint(0, 1)], "mark": "right"}


def _decision(draw: Random, place: tuple[str, str, str], key: Mapping[str, Any]) -> dict[str, Any]:
    phase, question, subject = place
    options = OPTIONS[question]
    chosen = draw.sample(options, draw.randint(0, len(options)) if question == SEVERAL else 1)
    right = set(chosen) == set(key["called_for"])
    mark = key["mark"] if key["mark"] == "silent" or right else draw.choice(("mistake", "follows", "discuss"))
    about = {"phase": phase, "question": question, "subject": subject, "rule": f"{question}.row"}
    more: dict[str, Any] = {"sureness": None, "cites": [], "decides": [], "kinds": []}
    return {**about, **more, **key, "chosen": chosen, "mark": mark}


def _session(draw: Random, name: str, purpose: Mapping[str, Any], keys: Mapping[Any, Any]) -> Session:
    judged = [_decision(draw, place, key) for place, key in keys.items() if draw.random() < 0.9]
    draw.shuffle(judged)
    begun = {"data": {"case": {"id": f"case-{name}"}, "guidance": "g", "purpose": purpose}}
    data = {"judged": judged} if draw.random() < 0.9 else {}
    finished = {"at": "2026-03-02T09:00:00+00:00", "data": data} if draw.random() < 0.9 else None
    return Session(name, begun, finished, counts=draw.random() < 0.85)


def _drill(draw: Random, name: str) -> list[Session]:
    changed = draw.choice(SUBJECTS)
    keys = {place: _key(draw, place[1]) for place in _places()}
    then = {
        place: _key(draw, place[1]) if place[2] == changed or draw.random() < 0.2 else key
        for place, key in keys.items()
    }
    purpose = {"sort": "drill", "drill": name, "of": 2, "rules": []}
    cases = [_session(draw, f"{name}-1", {**purpose, "number": 1}, keys)]
    for time in range(draw.choice((0, 1, 1, 1, 2))):
        second = {**purpose, "number": 2, "changed": changed}
        cases.append(_session(draw, f"{name}-2-{time}", second, then))
    return cases


def _sessions(seed: int) -> list[Session]:
    """A few drills with other cases between, the cases of each in their order and otherwise mixed."""
    draw = Random(seed)
    left = [_drill(draw, f"d{number}") for number in range(draw.randint(0, OPEN))]
    left += [
        [
            _session(
                draw,
                f"o{number}",
                {"sort": "due", "rules": []},
                {place: _key(draw, place[1]) for place in _places()},
            )
        ]
        for number in range(3)
    ]
    mixed: list[Session] = []
    while any(left):
        mixed.append(draw.choice([each for each in left if each]).pop(0))
    return mixed


def _recounted(sessions: Sequence[Session]) -> tuple[int, int, int]:
    """Drills, answers about others whose key did not move, and those of them that moved."""
    there = [one for one in sessions if one.counts and one.finished is not None]
    drills = compared = moved = 0
    for name in {one.purpose["drill"] for one in there if one.purpose["sort"] == "drill"}:
        firsts = [one for one in there if one.name == f"{name}-1" and one.judged]
        seconds = [one for one in there if one.name.startswith(f"{name}-2-")]
        if not firsts or not seconds or not seconds[0].judged:
            continue
        first, second = firsts[0].judged or [], seconds[0].judged or []
        drills += 1
        for was in first:
            for now in second:
                if any(was[part] != now[part] for part in ("phase", "question", "subject")):
                    continue
                about_another = now["subject"] in set(SUBJECTS) - {seconds[0].purpose["changed"]}
                same_key = all(sorted(was[part]) == sorted(now[part]) for part in ("called_for", "also_open"))
                if about_another and same_key:
                    compared += 1
                    moved += sorted(was["chosen"]) != sorted(now["chosen"])
    return drills, compared, moved


@given(st.integers(0, 10**9))
def test_the_index_is_as_it_is_counted_from_the_events(seed: int) -> None:
    sessions = _sessions(seed)
    kept = NOTHING
    for position, one in enumerate(sessions, 1):
        if one.finished is not None:
            kept = kept.after(
                Ended(one.name, position, dict(one.begun), dict(one.finished)), counts=one.counts
            )
    found = kept.progress.figures.independence
    assert (found.drills, found.compared, found.moved) == _recounted(sessions)


def test_what_is_drawn_has_everything_in_it_that_can_go_amiss() -> None:
    sessions = [one for seed in range(60) for one in _sessions(seed)]
    decisions = [each for one in sessions for each in one.judged or ()]
    assert any(one.finished is None for one in sessions)
    assert any(not one.counts and one.purpose.get("number") == 1 for one in sessions)
    assert any(one.finished is not None and one.judged is None for one in sessions)
    assert any(one.name.endswith("-2-1") for one in sessions)
    assert {"silent", "mistake", "follows", "discuss", "right"} == {each["mark"] for each in decisions}
    assert any(len(each["chosen"]) != 1 for each in decisions)
    assert sum(_recounted(_sessions(seed))[2] for seed in range(60)) > 100
    read = [played_in(one.name, one.begun, one.finished).decisions for one in sessions if one.judged]
    assert all(each is not None for each in read)
