"""A learner's record as one JSON object, with all that is needed to verify it without the store.

{"format": "record/1", "learner": "…", "pseudonym": "…", "name": null, "made": "…", "erased": null, "salt": "…",
 "length": 2, "head": "…", "chain": [{"position": 1, "session": "…", "seq": 1, "commitment": "…", "words": null,
 "link": "…"}], "sessions": [{"session": "…", "events": [{"format": "event/1"}]}], "journal": [{"format": "entry/1"}]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from simulator.store.linking import Linked
from simulator.store.log import event_of
from simulator.store.schema import CHAIN, JOURNAL, LEARNERS, NAMES, SESSIONS
from simulator.store.sessions import kept_of
from simulator.store.words import Parted, join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

FORMAT = "record/1"


def exported(connection: Connection, learner: str) -> dict[str, Any]:
    """The record of a learner; raises KeyError where there is none such, ValueError where an event is damaged."""
    table = LEARNERS.c
    whose = connection.execute(select(LEARNERS).where(table.learner == learner)).mappings().first()
    if whose is None:
        raise KeyError(learner)
    name = connection.scalar(select(NAMES.c.name).where(NAMES.c.learner == learner))
    places = select(*(CHAIN.c[field] for field in Linked._fields)).where(CHAIN.c.learner == learner)
    journal = select(JOURNAL.c.entry).where(JOURNAL.c.learner == learner).order_by(JOURNAL.c.number)
    return {
        "format": FORMAT,
        **{field: whose[field] for field in ("learner", "pseudonym")},
        "name": name,
        **{field: whose[field] for field in ("made", "erased", "salt", "length", "head")},
        "chain": [dict(row) for row in connection.execute(places.order_by(CHAIN.c.position)).mappings()],
        "sessions": list(_sessions(connection, learner)),
        "journal": [event_of(text) for text in connection.scalars(journal)],
    }


def _sessions(connection: Connection, learner: str) -> Iterator[dict[str, Any]]:
    wanted = (
        select(SESSIONS.c.session)
        .where(SESSIONS.c.learner == learner)
        .order_by(SESSIONS.c.begun, SESSIONS.c.session)
    )
    for session in connection.scalars(wanted).all():
        kept = [Parted(*row) for _, *row in connection.execute(kept_of(session))]
        yield {"session": session, "events": [join(one) for one in kept]}
