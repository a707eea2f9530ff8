"""What goes over the line between a hub and those connected to it: one JSON object a message, `classroom/1`.

Those from a client are read strictly: what is not of these forms is refused. The first is `Hello`; the hub answers
with `Seated`, `Conducting` or `Watching`; or with `Refused` to the number 0 or a `Bye`, and closes. Every other
message of a client has a number of its own, and is answered with `Done`, `Refused` or `Told` to that number. A number
that the hub has answered before is answered again, and done no second time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import msgspec

from simulator.classroom.class_view import ConsoleView, KeyView, RoomView, SeatView
from simulator.session.book_view import BookView
from simulator.session.case_packs import CasePack, CaseRef
from simulator.session.debrief_view import ExplanationView, NearMissView
from simulator.session.texts_view import ParagraphView
from simulator.session.view import CareView, FrameView

FORMAT = "classroom/1"
LONGEST = 64 * 1024
"""Bytes that one message of a client may have."""

HELLO = 0
"""The number to which a `Hello` is refused."""

Sign = Literal["step_out", "come_back", "need_help", "need_no_help"]
"""What a learner tells the facilitator alone; none of it is kept."""


class _Message(msgspec.Struct, frozen=True, tag_field="type", forbid_unknown_fields=True):
    pass


# From a client


class Hello(_Message, frozen=True, tag="hello"):
    """Who wants in: with a code, or again with the token that was given for it.

    A learner may name themselves and a team; where `name` is empty a pseudonym is given.
    """

    format: str
    code: str = ""
    token: str = ""
    name: str = ""
    team: str = ""


class Do(_Message, frozen=True, tag="do"):
    """A learner's command of the session: `{"do": "answer", ...}`, the fields of `session.commands`."""

    id: int
    command: Mapping[str, Any]


class Give(_Message, frozen=True, tag="give"):
    """A learner's private sign."""

    id: int
    sign: Sign


class Ask(_Message, frozen=True, tag="ask"):
    """Something to be looked up: the guidance, a decision explained, near misses of a rule; or, for the facilitator,
    the packs, the key of the current case, the key of one that is not begun, a case in which one of the rules `of`
    decides and that the class has not played, with its key, and the report."""

    id: int
    what: Literal["book", "explanation", "near_misses", "packs", "key", "made", "report"]
    of: tuple[str, ...] = ()


class Conducted(_Message, frozen=True, tag="conduct"):
    """A facilitator's command: `{"do": "open_question", ...}`, the fields of `classroom.conduct`.

    `begin_case` names the case: `pack` and `which`, a seed or the id of a written one.
    """

    id: int
    command: Mapping[str, Any]


FromClient: TypeAlias = Hello | Do | Give | Ask | Conducted


# From the hub


class World(msgspec.Struct, frozen=True):
    """What stays the same as long as the hub runs."""

    standing: str
    care: CareView
    paragraphs: tuple[ParagraphView, ...]
    frame: FrameView | None


class Seated(_Message, frozen=True, tag="seated"):
    """You have a seat; `token` brings you back to it."""

    token: str
    world: World
    room: RoomView
    seat: SeatView


class Conducting(_Message, frozen=True, tag="conducting"):
    """You conduct the class; with these codes learners and projectors join it at these addresses."""

    world: World
    code: str
    projector: str
    addresses: tuple[str, ...]
    """The first is the one to be given to learners."""
    console: ConsoleView


class Watching(_Message, frozen=True, tag="watching"):
    """You are a projector."""

    token: str
    world: World
    code: str
    addresses: tuple[str, ...]
    room: RoomView


class Room(_Message, frozen=True, tag="room"):
    """The class as it is now."""

    room: RoomView


class Seat(_Message, frozen=True, tag="seat"):
    """Your seat as it is now."""

    seat: SeatView


class Console(_Message, frozen=True, tag="console"):
    """The class as it is now, for the facilitator."""

    console: ConsoleView


class Done(_Message, frozen=True, tag="done"):
    """It is done, and kept."""

    id: int


class Refused(_Message, frozen=True, tag="refused"):
    """It is not done; `sentence` says why."""

    id: int
    sentence: str


class Told(_Message, frozen=True, tag="told"):
    """What was looked up: one of the fields is there; with a case for the class, its key as well."""

    id: int
    book: BookView | None = None
    explanation: ExplanationView | None = None
    near_misses: tuple[NearMissView, ...] | None = None
    packs: tuple[CasePack, ...] | None = None
    key: KeyView | None = None
    case: CaseRef | None = None
    saved: tuple[str, ...] | None = None
    """Where the files of the report lie."""


class Bye(_Message, frozen=True, tag="bye"):
    """The hub closes the line; `sentence` says why. `final` where coming back is of no use."""

    sentence: str
    final: bool = False


FromHub: TypeAlias = Seated | Conducting | Watching | Room | Seat | Console | Done | Refused | Told | Bye

_ENCODER = msgspec.json.Encoder()
_FROM_CLIENT: msgspec.json.Decoder[FromClient] = msgspec.json.Decoder(FromClient)
_FROM_HUB: msgspec.json.Decoder[FromHub] = msgspec.json.Decoder(FromHub)


def written(message: FromClient | FromHub) -> bytes:
    """A message as it goes over the line."""
    return _ENCODER.encode(message)


def from_client(text: bytes | str) -> FromClient:
    """A message of a client; raises ValueError with what is wrong for what is none."""
    try:
        return _FROM_CLIENT.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise ValueError(str(error)) from None


def from_hub(text: bytes | str) -> FromHub:
    """A message of the hub; raises ValueError with what is wrong for what is none."""
    try:
        return _FROM_HUB.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise ValueError(str(error)) from None
