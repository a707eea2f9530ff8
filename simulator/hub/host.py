"""What the hub asks of the class that it connects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence, Set

    from simulator.classroom.class_view import ConsoleView, RoomView, SeatView
    from simulator.classroom.conduct import BeginCase
    from simulator.classroom.messages import Ask, Told, World
    from simulator.classroom.presence import Presence
    from simulator.classroom.wishes import Sit, Wish


class Prepared(Protocol):
    """What would come of some wishes, decided and not yet kept."""

    @property
    def outcomes(self) -> Sequence[str | None]:
        """One for each wish, in their order: None where it is done, else the sentence that refuses it."""

    @property
    def seated(self) -> Sequence[str | None]:
        """One for each `Sit` among the wishes, in their order: the person who has the seat; None where refused."""

    @property
    def touched(self) -> Set[str] | None:
        """Persons whose seat looks otherwise than before; None for everybody."""

    @property
    def room_changed(self) -> bool:
        """Whether the room looks otherwise than before."""


Decided = TypeVar("Decided", bound=Prepared)


class Host(Protocol, Generic[Decided]):
    """A running class. `keep`, `ask` and `begin` run on threads, everything else on the hub's own."""

    @property
    def world(self) -> World:
        """What stays the same as long as the hub runs."""

    @property
    def code(self) -> str:
        """With which learners join, as `codes.read_code` gives it."""

    @property
    def projector(self) -> str:
        """With which projectors join, likewise."""

    @property
    def over(self) -> bool:
        """Whether the class has ended."""

    @property
    def people(self) -> Collection[str]:
        """Every learner who has a seat, there or not."""

    def knows(self, token: str) -> str | None:
        """The person whose seat a token brings back; None where it brings back none."""

    def room(self) -> RoomView:
        """What everybody sees."""

    def seat(self, person: str, connected: Collection[str]) -> SeatView:
        """What a learner sees of their own seat; `connected` are those who count as being there."""

    def console(self, presence: Presence) -> ConsoleView:
        """What the facilitator sees."""

    def sharing(self, person: str) -> tuple[str, ...]:
        """All persons of the same seat."""

    def prepare(self, wishes: Sequence[Wish | Sit], connected: Collection[str]) -> Decided:
        """Decide wishes in their order, and what follows of who is connected; nothing is changed by it.

        There may be no wishes: then somebody has left for good.
        """

    def keep(self, prepared: Decided) -> None:
        """Keep for good what was prepared; raises StoreFault where it is not kept, and then nothing of it is."""

    def adopt(self, prepared: Decided) -> None:
        """Go on from what was prepared and kept."""

    def ask(self, person: str, ask: Ask) -> Told:
        """Look something up, which may take long; raises UsageFault or InputFault with what is wrong."""

    def begin(self, command: Mapping[str, Any]) -> BeginCase:
        """Make the case that a `begin_case` names, which may take long; raises UsageFault or InputFault."""
