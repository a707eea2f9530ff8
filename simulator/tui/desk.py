"""The desk: the one thread on which packs are read, cases are made and answers are kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from simulator.errors.faults import InputFault, UsageFault
from simulator.session.commands import Leave
from simulator.tui.messages import Begun, Failed, Offered, Recorded

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from textual.message import Message

    from simulator.session.commands import Command
    from simulator.session.runner import Runner
    from simulator.session.training import Training

KEPT = "Your answers are kept; nothing is recorded as a result."
WIPED = "The draft is wiped."


class Desk:
    """Does one piece of work after the other, in the order given, and posts what comes of each.

    Work that fails becomes a `Failed` with a sentence, and the desk goes on.
    """

    def __init__(self, post: Callable[[Message], object], load: Callable[[], Training]) -> None:
        self._post = post
        self._load = load
        self._loaded: Training | None = None
        self._runner: Runner | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")

    def offer(self, said: str = "") -> Future[None]:
        """Look what there is to go on with and to start."""
        return self._do("Loading", lambda: self._offered(said))

    def begin(self, pack: str, seed: int) -> Future[None]:
        """Make the case of `pack` and `seed`, and begin it."""
        return self._do("Making the case", lambda: self._opened(self._training.begin(pack, seed)))

    def resume(self, session: str) -> Future[None]:
        """Go on with a kept session."""
        return self._do("Going on", lambda: self._opened(self._training.resume(session)))

    def discard(self, session: str) -> Future[None]:
        """Wipe a kept session."""
        return self._do("Discarding", lambda: self._wiped(session))

    def carry_out(self, command: Command) -> Future[None]:
        """Carry out `command` in the session that is open, and keep it."""
        return self._do("Saving", lambda: self._carried_out(command))

    def leave(self) -> Future[None]:
        """Leave the session that is open."""
        return self._do("Leaving", self._left)

    def rest(self) -> Future[None]:
        """Done when everything given so far is done."""
        return self._thread.submit(lambda: None)

    def close(self) -> None:
        """Finish what was given, and stop."""
        self._thread.shutdown(wait=True)

    def _do(self, what: str, work: Callable[[], Message]) -> Future[None]:
        return self._thread.submit(self._done, what, work)

    def _done(self, what: str, work: Callable[[], Message]) -> None:
        try:
            message = work()
        except (InputFault, UsageFault) as fault:
            message = Failed(str(fault))
        except Exception as fault:
            message = Failed(f"{what} failed ({type(fault).__name__}: {fault}).")
        self._post(message)

    @property
    def _training(self) -> Training:
        if self._loaded is None:
            self._loaded = self._load()
        return self._loaded

    def _offered(self, said: str) -> Message:
        training = self._training
        return Offered(training.standing, training.packs, training.drafts(), training.troubles, said)

    def _opened(self, runner: Runner) -> Message:
        self._runner = runner
        return Begun(runner.view)

    def _wiped(self, session: str) -> Message:
        self._training.discard(session)
        return self._offered(WIPED)

    def _carried_out(self, command: Command) -> Message:
        if self._runner is None:
            raise UsageFault("No case is open; go back to the start.")
        self._runner.do(command)
        return Recorded(self._runner.view)

    def _left(self) -> Message:
        if self._runner is not None:
            self._runner.do(Leave())
        return self._offered(KEPT)
