"""What the desk tells the app: each message is what came of one piece of work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.session.drafts import Draft
    from simulator.session.training import CasePack
    from simulator.session.view import View
    from simulator.tui.looking import Found, Sought


@dataclass
class Offered(Message):
    """What there is to go on with or to start; `said` tells what has just happened."""

    standing: str
    packs: Sequence[CasePack]
    drafts: Sequence[Draft]
    troubles: Sequence[str]
    said: str


@dataclass
class Begun(Message):
    """A session was begun or gone on with."""

    view: View


@dataclass
class Recorded(Message):
    """A command was carried out and is kept; `view` is the session after it.

    `troubles` says of everything left out meanwhile why.
    """

    view: View
    troubles: Sequence[str]


@dataclass
class Looked(Message):
    """Something was looked up, or it is said why it could not be."""

    sought: Sought
    found: Found


@dataclass
class Failed(Message):
    """A piece of work did not succeed; `sentence` says what, for a person."""

    sentence: str
