"""Finished cases as the figures are given them, and strategies for them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from simulator.practice.played import Played
from simulator.session.guide import Judged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.session.summary_view import Mark

MARKS: tuple[Mark, ...] = ("right", "acceptable", "discuss", "mistake", "follows", "silent")
DAY = datetime(2024, 5, 1, 12, tzinfo=UTC)
QUESTIONS = {"worth": ("high", "low"), "owner": ("known", "unknown", "nobody"), "keep": ("yes", "no")}
PARAGRAPHS = tuple(f"LP{number}" for number in range(1, 8))
KINDS = ("alike", "late")


def judged(question: str = "worth", subject: str = "A", mark: Mark = "right", **more: Any) -> Judged:
    """A decision, for which `high` is called for and chosen, or `low` where it is a mistake."""
    given: dict[str, Any] = {
        "phase": "p",
        "question": question,
        "subject": subject,
        "rule": f"{question}.row",
        "chosen": ("low",) if mark == "mistake" else ("high",),
        "called_for": ("high",),
        "also_open": (),
        "mark": mark,
        "sureness": None,
        "cites": (),
        "decides": ("LP1",),
        "kinds": (),
    }
    return Judged(**{**given, **more})


def played(
    *decisions: Judged,
    purpose: Mapping[str, Any] | None = None,
    at: datetime | None = DAY,
    session: str = "s1",
) -> Played:
    """A finished case."""
    return Played(session, "c1", "A lost umbrella", at, purpose or {}, decisions)


def unread(purpose: Mapping[str, Any] | None = None) -> Played:
    """A finished case that could not be judged."""
    return Played("s0", "c0", "Of another edition", DAY, purpose or {}, None)


def drill(number: int, name: str = "d1", changed: str = "") -> dict[str, Any]:
    """The purpose of a case of a drill."""
    more = {"changed": changed} if changed else {}
    return {"sort": "drill", "drill": name, "number": number, "of": 2, "rules": [], "first": "c1", **more}


def of_test(stage: str, number: int, of: int, test: str = "") -> dict[str, Any]:
    """The purpose of a case of a test."""
    return {"sort": "test", "test": test or stage, "stage": stage, "number": number, "of": of, "rules": []}


# Any cases


def _decision(chance: Random) -> Judged:
    question = chance.choice(list(QUESTIONS))
    options = QUESTIONS[question]
    called_for = (chance.choice(options),)
    return judged(
        question,
        chance.choice("ABC"),
        chance.choice(MARKS),
        rule=f"{question}.{called_for[0]}",
        chosen=(chance.choice(options),),
        called_for=called_for,
        sureness=chance.choice((None, 1, 2, 3)),
        cites=tuple(chance.sample(PARAGRAPHS, chance.randint(0, 2))),
        decides=tuple(chance.sample(PARAGRAPHS, chance.randint(0, 2))),
        kinds=tuple(chance.sample(KINDS, chance.randint(0, 2))),
    )


def _purpose(chance: Random) -> dict[str, Any]:
    number = chance.randint(1, 2)
    return chance.choice(
        [
            {},
            {"sort": "due", "rules": ["worth.high"], "shortened": True},
            drill(number, f"d{chance.randint(0, 3)}", "A" if number == 2 else ""),
            of_test(chance.choice(("before", "after", "delayed")), number, 2, f"t{chance.randint(0, 9)}"),
            {"sort": ["damaged"], "stage": {}, "number": "two"},
        ]
    )


def some_case(chance: Random, number: int, decisions: int = 8) -> Played:
    """A case drawn at random."""
    made = tuple(_decision(chance) for _ in range(decisions))
    at = DAY + timedelta(hours=number) if chance.random() < 0.9 else None
    read = made if chance.random() < 0.95 else None
    return Played(f"s{number}", f"c{number}", f"Case {number}", at, _purpose(chance), read)


def some_cases(seed: int, cases: int, decisions: int = 8) -> Iterator[Played]:
    """So many cases, the same ones for the same seed."""
    chance = Random(seed)
    return (some_case(chance, number, decisions) for number in range(cases))


histories = st.builds(
    lambda seed, cases, decisions: list(some_cases(seed, cases, decisions)),
    st.integers(0, 10**9),
    st.integers(0, 30),
    st.integers(1, 6),
)
"""Lists of finished cases, of any purpose."""
