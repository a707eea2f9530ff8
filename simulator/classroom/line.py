"""One's end of the line to a hub, as an app uses it; `simulator.line` has the one over a network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.classroom.messages import FromClient, FromHub


@dataclass(frozen=True, slots=True)
class Lost:
    """The line broke, and is tried again by itself; `sentence` says so."""

    sentence: str


class Line(Protocol):
    """Comes back by itself when it breaks, to the same seat; what was said and not answered is then said again."""

    async def talk(self, heard: Callable[[FromHub | Lost], object]) -> None:
        """Hand everything that is heard to `heard`, in order, until the hub closes for good or `close` is called.

        The first thing heard, and the first after every `Lost`, is `Seated`, `Conducting` or `Watching`, or `Refused`
        to the number 0, after which it ends.
        """

    def say(self, message: FromClient) -> None:
        """Send a message, now or as soon as there is a line again."""

    def number(self) -> int:
        """A number that no message of any client had."""

    async def close(self) -> None:
        """Hang up."""
