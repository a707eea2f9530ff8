"""Who is let in, as what, and who is turned away with which sentence."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from simulator.classroom.codes import fingerprint, new_token, read_code, same
from simulator.hub.limits import Limits, Tries
from simulator.hub.names import LOOPBACK, came_from, host_name, is_ours, is_own_origin, origin_of

if TYPE_CHECKING:
    from simulator.hub.host import Host
    from simulator.hub.limits import Clock

_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
_MOST_TICKETS = 1000

WAIT: Final = "Too many wrong codes came from your address; wait a minute, and then try again."
WRONG_CODE: Final = "This is not the code of the class; look at it again, it has eight letters and figures."
NO_SEAT: Final = "The hub knows of no seat of yours; join with the code of the class."
OVER: Final = "The class is over; nobody can join it any more."

Part: TypeAlias = Literal["learner", "projector"]
TicketState: TypeAlias = Literal["seated", "entry", "watching", "unknown"]


class TurnedAway(Exception):
    """Somebody is not let in; the text is one sentence for them."""


class NotYet(TurnedAway):
    """Somebody is not let in at the moment; their line may come back by itself."""


@dataclass(frozen=True, slots=True)
class GateSettings:
    """Under which names the hub is reached, and how much it takes."""

    names: frozenset[str] = LOOPBACK
    """Beside the addresses of this machine at which requests arrive."""
    addresses: tuple[str, ...] = ()
    """What people are told; the first is the one for learners."""
    public: str = ""
    """Where a proxy of our own serves the hub, as `https://class.example.org`; then it tells us who asks."""
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Conductor:
    """The facilitator."""


@dataclass(frozen=True, slots=True)
class Returning:
    """A learner who has a seat."""

    person: str
    token: str


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A learner who may take a seat, to which `token` will bring them back."""

    token: str


@dataclass(frozen=True, slots=True)
class Watcher:
    """A projector."""

    token: str


Entrant: TypeAlias = Conductor | Returning | Newcomer | Watcher


class Gate:
    """The one door of a hub, for browsers and terminals alike."""

    def __init__(
        self,
        host: Host[Any],
        settings: GateSettings,
        facilitator: str,
        clock: Clock = time.monotonic,
    ) -> None:
        """`facilitator` is the token that only who conducts the class has."""
        self.settings = settings
        self._host = host
        self._facilitator = facilitator
        self._tries = Tries(settings.limits.tries, settings.limits.tries_within, clock)
        self._tickets: dict[str, Part] = {}
        self._names = settings.names
        self._public = ""
        if settings.public:
            self._public = origin_of(settings.public)
            self._names = settings.names | {host_name(self._public.partition("://")[2]) or ""}

    # Requests

    def refusal(self, host: str | None, origin: str | None, own: str) -> tuple[int, str] | None:
        """The HTTP status and the sentence for a request that names us wrongly or comes from a foreign page.

        `own` is the address of this machine at which it arrived. None where nothing is wrong.
        """
        if host is None or not is_ours(host, self._names, own):
            return 421, "The hub does not answer to this name; ask the facilitator for its address."
        if origin is not None and not is_own_origin(origin, host, self._public):
            return 403, "The hub answers to no page of another address; open its own."
        return None

    def address(self, peer: str, on_behalf_of: str | None) -> str:
        """The address that tries and connections are counted for; `on_behalf_of` is the header `X-Forwarded-For`."""
        return came_from(peer, on_behalf_of, proxied=bool(self._public))

    # Those who want in

    def enter(self, address: str, code: str = "", token: str = "") -> Entrant:
        """Who somebody is who shows a token, a code or both; raises TurnedAway.

        The token of a seat is good however often others at the same address have failed, and it goes before the code.
        """
        known = self._known(token) if token else None
        if known is not None:
            return known
        if not code:
            raise self._failed(address, NO_SEAT)
        part = self._part(address, code)
        if not _TOKEN.fullmatch(token):
            token = new_token()
        return self._ticketed(token, part)

    def admit(self, address: str, code: str) -> str:
        """A ticket for a browser that shows a code: the token with which it can say `Hello`; raises TurnedAway."""
        part = self._part(address, code)
        token = new_token()
        self._ticketed(token, part)
        return token

    def ticket_state(self, token: str) -> TicketState:
        """What a token is good for: a seat that is taken, one to be taken, to watch, or nothing."""
        match self._known(token):
            case Returning():
                return "seated"
            case Newcomer():
                return "entry"
            case Watcher():
                return "watching"
        return "unknown"

    def _known(self, token: str) -> Entrant | None:
        if same(token, self._facilitator):
            return Conductor()
        person = self._host.knows(token)
        if person is not None:
            return Returning(person, token)
        part = self._tickets.get(fingerprint(token))
        return _entrant(token, part) if part is not None else None

    def _part(self, address: str, code: str) -> Part:
        """As what a code lets somebody in; raises TurnedAway."""
        if self._tries.barred(address):
            raise TurnedAway(WAIT)
        shown = read_code(code)
        learner, projector = same(shown, self._host.code), same(shown, self._host.projector)
        if not shown or not (learner or projector):
            raise self._failed(address, WRONG_CODE)
        if learner and self._host.over:
            raise TurnedAway(OVER)
        return "learner" if learner else "projector"

    def _failed(self, address: str, sentence: str) -> TurnedAway:
        if self._tries.barred(address):
            return TurnedAway(WAIT)
        self._tries.failed(address)
        return TurnedAway(sentence)

    def _ticketed(self, token: str, part: Part) -> Entrant:
        self._tickets[fingerprint(token)] = part
        if len(self._tickets) > _MOST_TICKETS:
            del self._tickets[next(iter(self._tickets))]
        return _entrant(token, part)


def _entrant(token: str, part: Part) -> Entrant:
    return Newcomer(token) if part == "learner" else Watcher(token)
