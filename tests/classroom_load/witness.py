"""What learners were told was done, to be held against the record of their class."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from simulator.classroom.messages import Do, Done
from simulator.line.web import WebLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from simulator.classroom.class_events import Event
    from simulator.classroom.line import Line, Lost
    from simulator.classroom.messages import FromClient, FromHub, Hello


class Witness:
    """Makes lines, and listens in on them."""

    def __init__(self) -> None:
        self.votes: set[int] = set()
        """The numbers of all votes that were answered with `Done`."""
        self.answers: set[int] = set()
        """Likewise, of everything else that learners said."""
        self.lines = 0
        """That were made."""

    def line(self, address: str, hello: Hello) -> Line:
        """A line that is listened in on."""
        self.lines += 1
        return _Overheard(WebLine(address, hello), self)


class _Overheard:
    def __init__(self, line: Line, witness: Witness) -> None:
        self._line = line
        self._witness = witness
        self._said: dict[int, str] = {}
        self.number = line.number
        self.close = line.close

    async def talk(self, heard: Callable[[FromHub | Lost], object]) -> None:
        def overheard(message: FromHub | Lost) -> None:
            self._hear(message)
            heard(message)

        await self._line.talk(overheard)

    def say(self, message: FromClient) -> None:
        if isinstance(message, Do):
            self._said[message.id] = message.command["do"]
        self._line.say(message)

    def _hear(self, message: FromHub | Lost) -> None:
        if isinstance(message, Done):
            said = self._said.pop(message.id, None)
            if said is not None:
                (self._witness.votes if said == "confirm" else self._witness.answers).add(message.id)


def kept(record: Iterable[Event], *kinds: str) -> set[int]:
    """The numbers of the messages that made events of some kinds."""
    return {event["id"] for event in record if event["kind"] in kinds and "id" in event}


def votes_counted(record: Iterable[Event]) -> Counter[tuple[object, ...]]:
    """How often each seat is counted in each round, by case, phase, question, round and seat; class pace only."""
    counted: Counter[tuple[object, ...]] = Counter()
    case, rounds = 0, Counter[tuple[object, ...]]()
    for event in record:
        data = event["data"]
        match event["kind"]:
            case "case_begun":
                case += 1
            case "question_opened" | "voting_again":
                rounds[case, data["phase"], data["question"]] += 1
            case "voted":
                at = (case, data["phase"], data["question"])
                counted[*at, rounds[at], data["seat"]] += 1
    return counted
