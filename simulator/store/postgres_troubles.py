"""The kinds of trouble with a store on a server: how each is known, what is said, and whether it passes by itself.

The states are those of https://www.postgresql.org/docs/current/errcodes-appendix.html. Where no connection came
about there is none, and what libpq and the server say is read instead.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Trouble(NamedTuple):
    """`states` are the beginnings of its states, and `words` a pattern of what is said where there is no state.

    What `passes` is over within seconds; what is `mended` somebody has to see to, and then the same can be done.
    """

    states: tuple[str, ...]
    words: str
    sentence: str
    passes: bool = False
    mended: bool = False


TROUBLES = (
    Trouble(
        ("57P03",),
        "is starting up|is shutting down|in recovery mode|not (yet )?accepting connections",
        "{path} is being started or stopped; try again in a moment.",
        passes=True,
    ),
    Trouble(
        ("53300",),
        "too many clients|connection slots are reserved|too many connections|QueuePool limit",
        "{path} has no room for one more connection; try again in a moment.",
        passes=True,
    ),
    Trouble(
        ("28P01",),
        'authentication failed for user|no password supplied|role ".*" does not exist',
        "{path} did not accept the user or the password; name the right ones in the address of the store.",
    ),
    Trouble(
        ("28",),
        "pg_hba.conf|is not permitted to log in",
        "{path} does not let this user in from here ({reason}); ask whoever keeps it.",
    ),
    Trouble(
        ("3D000",),
        'database ".*" does not exist',
        "There is no database {path}; ask whoever keeps the server to make it, or name another.",
    ),
    Trouble(
        ("25006",),
        "session is read-only",
        "{path} can be read only, so nothing can be saved there; name the server that is written to.",
        mended=True,
    ),
    Trouble(
        ("53100", "53400"),
        "No space left on device",
        "The disk of {path} is full, so nothing more can be saved there; tell whoever keeps it, and try again.",
        mended=True,
    ),
    Trouble(
        ("40001", "40P01"),
        "",
        "Another program was writing in {path} at the same time; try again.",
        passes=True,
    ),
    Trouble(
        ("55P03", "57014"),
        "",
        "Another program is writing in {path} and did not finish in time; try again.",
        mended=True,
    ),
    Trouble(
        (),
        "server does not support SSL",
        "{path} offers no encrypted connection; ask whoever keeps it for one, or, where you trust every network on "
        "the way, end the address with ?sslmode=prefer.",
    ),
    Trouble(
        (),
        "certificate|does not match host name",
        "{path} does not prove that it is the right server ({reason}); ask whoever keeps it for its certificate.",
    ),
    Trouble(
        ("42501",),
        "permission denied",
        "The user of {path} has not the right to do this there ({reason}); ask whoever keeps it for the right.",
    ),
    Trouble(
        ("42P", "42703", "42804", "42710", "3F000"),
        "",
        "{path} holds tables that are not those of this program ({reason}); name a database of its own.",
    ),
    Trouble(
        ("22P05", "22021"),
        "",
        "{path} cannot keep every letter; ask whoever keeps it for a database with the encoding UTF8.",
    ),
    Trouble(
        ("XX001", "XX002"),
        "",
        "{path} is damaged ({reason}); tell whoever keeps it, who can put a copy of it back.",
    ),
    Trouble(
        ("08", "57P01", "57P02", "57P05", "25P03", "25P04"),
        "refused|timeout|timed out|resolve host|No route to host|unreachable|server closed|server terminated|"
        "connection is (lost|closed)|connection has been closed|No such file or directory|reset by peer|Broken pipe|"
        "consuming input failed|sending query|SSL SYSCALL|Host is down|could not (receive|send) data|not connected",
        "{path} does not answer ({reason}); see that this machine is in its network, and try again.",
        passes=True,
    ),
)
"""The first that fits holds."""
OTHER = Trouble((), "", "{path} could not be used ({reason}).")


def trouble_of(state: str | None, said: str) -> Trouble:
    """The kind of an error with a `state`, or, where there is none, with what is `said`."""
    for trouble in TROUBLES:
        if state and state.startswith(trouble.states):
            return trouble
        if not state and trouble.words and re.search(trouble.words, said):
            return trouble
    return OTHER
