"""The desk of a class: says to the hub what the learner does, and posts what comes of it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.classroom.carried import carried
from simulator.classroom.line import Lost
from simulator.classroom.messages import (
    Ask,
    Bye,
    Conducting,
    Do,
    Give,
    Refused,
    Room,
    Seat,
    Seated,
    Told,
    Watching,
)
from simulator.tui.classroom.learner.conversation import Conversation
from simulator.tui.classroom.learner.messages import Followed, HungUp, Joined, LineBroken, NotJoined, Signed
from simulator.tui.looking import Explanation, Trouble
from simulator.tui.messages import BookRead, CasesFound, Failed, Looked, NotKept, NotSaved, Recorded

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from typing import Any

    from textual.message import Message

    from simulator.classroom.class_view import RoomView, SeatView
    from simulator.classroom.messages import FromHub, Sign, World
    from simulator.preferences.preferences import Preferences
    from simulator.session.book_view import BookView
    from simulator.session.commands import Command
    from simulator.session.debrief_view import ExplanationView
    from simulator.session.view import View
    from simulator.tui.classroom.learner.conversation import Answer, MakeLine
    from simulator.tui.classroom.learner.here import Key
    from simulator.tui.looking import Sought
    from simulator.tui.wanting import SaveWanted

NOT_FOR_LEARNERS = "This code is not for learners; ask the facilitator for theirs."
NO_CASES = "In a class the facilitator chooses the cases."
NO_DEBRIEF = "There is no debrief yet that could be saved."
NOTHING_TOLD = "The hub has nothing to tell of it."


class ClassDesk:
    """Does one thing after the other, in the order given; `room` and `seat` are the newest that were heard.

    What fails becomes a sentence, mostly in a `Failed`. All of it happens on the app's own loop.
    """

    def __init__(self, post: Callable[[Message], object], make_line: MakeLine) -> None:
        self._post = post
        self._hub = Conversation(make_line, self._heard, lambda why: post(HungUp(why, final=False)))
        self._at_work: set[asyncio.Task[None]] = set()
        self._book: BookView | None = None
        self.world: World | None = None
        self.room: RoomView | None = None
        self.seat: SeatView | None = None

    def join(self, name: str, team: str) -> None:
        """Ask for a seat under a name, in a team; either may be empty."""
        self._hub.begin(name, team)

    async def close(self) -> None:
        """Hang up; the seat stays."""
        await self._hub.end()
        for work in self._at_work:
            work.cancel()

    def _heard(self, message: FromHub | Lost) -> None:
        match message:
            case Room(room):
                self.room = room
                self._post(Followed())
            case Seat(seat):
                self.seat = self._whole(seat)
                self._post(Followed())
            case Seated(_, world, room, seat):
                self.world, self.room = world, room
                self.seat = self._whole(seat)
                self._post(Joined())
            case Lost(sentence):
                self._post(LineBroken(sentence))
            case Bye(sentence, final=True):  # one for now is told as `Lost` as well
                self._post(HungUp(sentence, final=True))
            case Refused(_, sentence):
                self._post(NotJoined(sentence))
            case Conducting() | Watching():
                self._post(NotJoined(NOT_FOR_LEARNERS))

    def _whole(self, seat: SeatView) -> SeatView:
        """With what is the same in every view, and does not go over the line with each."""
        world = self.world
        if world is None or seat.view is None:
            return seat
        view = replace(seat.view, standing=world.standing, paragraphs=world.paragraphs, frame=world.frame)
        return replace(seat, view=view)

    # In a case

    def carry_out(self, command: Command) -> None:
        """Carry out `command` in the case that is open, and keep it."""
        self._hub.say(lambda number: Do(number, carried(command)), self._carried_out)

    def _carried_out(self, answer: Answer) -> None:
        if isinstance(answer, Refused):
            self._post(Failed(answer.sentence))
        elif self.seat is not None and self.seat.view is not None:
            self._post(Recorded(self.seat.view, ()))

    def rehearse(self) -> None:
        """Nothing can be made ready here: the hub works it out."""

    def sign(self, sign: Sign) -> None:
        """Tell the facilitator, and nobody else."""

        def signed(answer: Answer) -> None:
            self._post(Failed(answer.sentence) if isinstance(answer, Refused) else Signed(sign))

        self._hub.say(lambda number: Give(number, sign), signed)

    # What is looked up

    def look(self, sought: Sought) -> None:
        """Look something up in the case of which the learner was told."""

        def looked(answer: Answer) -> None:
            explained = (answer.explanation or answer.near_misses) if isinstance(answer, Told) else None
            self._post(Looked(sought, explained if explained is not None else Trouble(_why(answer))))

        self._hub.say(lambda number: _asking(number, sought), looked)

    def read(self, paragraph: str | None) -> None:
        """Read the guidance, which comes over the line once."""

        def heard(answer: Answer) -> None:
            self._book = answer.book if isinstance(answer, Told) else None
            self._post(BookRead(self._book, paragraph) if self._book is not None else Failed(_why(answer)))

        if self._book is None:
            self._hub.say(lambda number: Ask(number, "book"), heard)
        else:
            self._post(BookRead(self._book, paragraph))

    def find_cases(self, name: str) -> None:
        """No case can be chosen in a class."""
        self._post(CasesFound(name, Trouble(NO_CASES)))

    # What is kept

    @property
    def _debriefed(self) -> View | None:
        view = self.seat.view if self.seat is not None else None
        return view if view is not None and view.debrief is not None else None

    def propose(self) -> None:
        """Find a place at which the debrief that is open could be saved."""
        from simulator.tui.classroom.learner.here import place_for

        view = self._debriefed
        if view is None:
            self._post(Failed(NO_DEBRIEF))
        else:
            self._work(place_for(view), Failed)

    def save(self, wanted: SaveWanted) -> None:
        """Save the debrief that is open, with what would have changed each decision."""
        view = self._debriefed
        if view is None:
            self._post(NotSaved(NO_DEBRIEF))
        else:
            self._work(self._saved(view, wanted), NotSaved)

    async def _saved(self, view: View, wanted: SaveWanted) -> Message:
        from simulator.tui.classroom.learner.here import Debriefed, decisions_of, saved

        found = await asyncio.gather(*map(self._explained, decisions_of(view)))
        explained = dict(zip(decisions_of(view), found, strict=True))
        known = {key: explanation for key, explanation in explained.items() if explanation is not None}
        return await saved(Debriefed(view, known), wanted)

    def _explained(self, key: Key) -> Awaitable[ExplanationView | None]:
        """The explanation of a decision; None where there is none."""
        found: asyncio.Future[ExplanationView | None] = asyncio.get_running_loop().create_future()

        def heard(answer: Answer) -> None:
            found.set_result(answer.explanation if isinstance(answer, Told) else None)

        self._hub.say(lambda number: Ask(number, "explanation", key), heard)
        return found

    def keep_words(self) -> None:
        """What was written in a class stays with its record; nothing of it is kept beside that."""

    def keep(self, preferences: Preferences) -> None:
        """Keep what the person prefers."""
        from simulator.tui.classroom.learner.here import kept

        self._work(kept(preferences), NotKept)

    def _work(self, work: Coroutine[Any, Any, Message], failed: Callable[[str], Message]) -> None:
        """Do what takes a while beside everything else, and post what comes of it."""
        task = asyncio.create_task(self._worked(work, failed))
        self._at_work.add(task)
        task.add_done_callback(self._at_work.discard)

    async def _worked(self, work: Coroutine[Any, Any, Message], failed: Callable[[str], Message]) -> None:
        try:
            message = await work
        except Exception as fault:
            message = failed(f"This failed ({type(fault).__name__}: {fault}).")
        self._post(message)


def _asking(number: int, sought: Sought) -> Ask:
    if isinstance(sought, Explanation):
        return Ask(number, "explanation", (sought.phase, sought.question, sought.subject))
    return Ask(number, "near_misses", (sought.rule,))


def _why(answer: Answer) -> str:
    return answer.sentence if isinstance(answer, Refused) else NOTHING_TOLD
