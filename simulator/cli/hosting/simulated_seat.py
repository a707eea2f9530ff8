"""A simulated learner's seat: hears how the class is, thinks, and says what the learner decides."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NoReturn

from simulator.classroom.carried import carried
from simulator.classroom.messages import Do, Done, Give, Refused, Room, Seat, Seated
from simulator.classroom.simulated.acting import Away, Place, acts, interlude

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from simulator.classroom.class_view import RoomView, SeatView
    from simulator.classroom.line import Line, Lost
    from simulator.classroom.messages import FromHub
    from simulator.classroom.simulated.acting import Act, Doing
    from simulator.classroom.simulated.learner import Learner
    from simulator.cli.hosting.simulated_key import Knowing

BREATH = 1.0
"""Seconds, at whatever speed, before a learner looks again at what could not be done."""


class SimulatedSeat:
    """Takes a seat, decides whatever the class is asked, and comes back when its line has broken."""

    def __init__(
        self, learner: Learner, seed: str, knowing: Knowing, line: Callable[[], Line], speed: float
    ) -> None:
        """`line` makes a line to the learner's own seat; `speed` is how much faster than people they think."""
        self._learner = learner
        self._seed = seed
        self._knowing = knowing
        self._line = line
        self._speed = speed
        self._room: RoomView | None = None
        self._seat: SeatView | None = None
        self._news = asyncio.Event()
        self._answers: dict[int, asyncio.Future[bool]] = {}
        self._begun = ""
        """What the learner has begun to decide."""
        self._owed: tuple[Act, ...] = ()
        """What they do whatever the class does meanwhile, as to come back after they have stepped out."""
        self._away: float | None = None
        self.seated = asyncio.Event()
        """Set once the learner has a seat, or can have none."""

    async def live(self) -> None:
        """Be in the class until it is over."""
        away: float | None = 0.0
        try:
            while away is not None:
                await asyncio.sleep(away)
                away = await self._attend()
        finally:
            self.seated.set()

    async def _attend(self) -> float | None:
        """Be there as long as the line lasts; after how many seconds to come back, None for never."""
        line, self._away = self._line(), None
        self._answers.clear()
        playing = asyncio.create_task(self._play(line))
        try:
            await line.talk(self._heard)
        finally:
            playing.cancel()
            await asyncio.gather(playing, return_exceptions=True)
        return self._away

    def _heard(self, message: FromHub | Lost) -> None:
        match message:
            case Seated(room=room, seat=seat):
                self._room, self._seat = room, seat
                self.seated.set()
            case Room(room=room):
                self._room = room
            case Seat(seat=seat):
                self._seat = seat
            case Done(id=number) | Refused(id=number):
                answer = self._answers.pop(number, None)
                if answer is not None:
                    answer.set_result(isinstance(message, Done))
        self._news.set()

    async def _play(self, line: Line) -> None:
        while True:
            await self._do_owed(line)
            place = self._place
            if place is None:
                await self._hear_more()
                continue
            await self._decide(line, place)
            if self._is_at(place):
                await asyncio.sleep(BREATH)

    @property
    def _place(self) -> Place | None:
        """What the learner is to decide; None where there is nothing."""
        seat, room = self._seat, self._room
        if seat is None or room is None or seat.voted or room.paused is not None:
            return None
        if seat.view is None or seat.view.step is None or seat.view.state != "open":
            return None
        return Place(seat.case, seat.view.case, seat.view.step, max(room.round, 1))

    def _is_at(self, place: Place) -> bool:
        now = self._place
        return now is not None and (now.at, now.round) == (place.at, place.round)

    async def _decide(self, line: Line, place: Place) -> None:
        """Decide and vote, as far as the class waits for it and nothing is refused."""
        if place.round == 1 and place.at != self._begun:
            self._begun = place.at
            await self._begin(line, place, interlude(self._learner, self._seed, place))
        key = await self._knowing.of_case(place.number)
        now = self._place
        if key is not None and now is not None and self._is_at(place):
            await self._do_all(line, now, acts(self._learner, self._seed, now, key, self._knowing.poll))

    async def _begin(self, line: Line, place: Place, doing: Sequence[Act]) -> None:
        """Begin an interlude, where the class does not go on before; what is begun is ended."""
        if not doing:
            return
        first, *rest = doing
        if await self._think(first.after / self._speed, place):
            self._owed = tuple(rest)
            await self._do(line, first.doing)
            await self._do_owed(line)

    async def _do_owed(self, line: Line) -> None:
        """Also where the line broke before it was done."""
        for act in self._owed:
            await asyncio.sleep(act.after / self._speed)
            await self._do(line, act.doing)
        self._owed = ()

    async def _do_all(self, line: Line, place: Place, doing: Sequence[Act]) -> None:
        for act in doing:
            if not await self._think(act.after / self._speed, place):
                return
            if not await self._do(line, act.doing):
                return

    async def _think(self, seconds: float, place: Place) -> bool:
        """Think; whether there is still the same to be decided."""
        try:
            async with asyncio.timeout(seconds):
                while self._is_at(place):
                    await self._hear_more()
        except TimeoutError:
            return self._is_at(place)
        return False

    async def _do(self, line: Line, doing: Doing) -> bool:
        """Do it; whether it was not refused."""
        if isinstance(doing, Away):
            await self._go_away(line, doing.seconds / self._speed)
        number = line.number()
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._answers[number] = answer
        line.say(Give(number, doing) if isinstance(doing, str) else Do(number, carried(doing)))
        return await answer

    async def _go_away(self, line: Line, seconds: float) -> NoReturn:
        self._away = seconds
        await line.close()
        while True:  # the line ends, and whatever is played over it
            await self._hear_more()

    async def _hear_more(self) -> None:
        self._news.clear()
        await self._news.wait()
