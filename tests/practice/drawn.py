"""Finished cases, drawn: of any rules, marks, sureness and clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from simulator.practice.played import Played
from tests.practice.made import RULES, START, judged

MARKS = st.sampled_from(["right", "acceptable", "mistake", "discuss", "follows", "silent"])
SURENESS = st.sampled_from([None, 1, 2, 3])

decisions = st.builds(
    lambda rule, mark, sureness: judged(rule, mark=mark, sureness=sureness),
    st.sampled_from([*RULES, "gone.since"]),
    MARKS,
    SURENESS,
)
_usual = st.floats(0, 400).map(lambda days: START + timedelta(days=days))
_odd = st.sampled_from(
    [
        None,
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
        datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-12))),
        START - timedelta(hours=1),
    ]
)
moments = st.one_of(_usual, _usual, _usual, _odd)
purposes = st.sampled_from(
    [{}, {"sort": "due", "rules": ["close.old"]}, {"sort": "test", "rules": list(RULES)}, {"rules": 3}]
)
cases = st.builds(
    lambda at, purpose, decided: Played("s", "c", "Found things", at, purpose, decided),
    moments,
    purposes,
    st.one_of(st.none(), st.lists(decisions, max_size=6).map(tuple)),
)
histories = st.lists(cases, max_size=8)
