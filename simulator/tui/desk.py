"""The desk: the one thread on which packs are read, cases are made and answers are kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from simulator.errors.faults import InputFault, UsageFault
from simulator.session.commands import Confirm, Leave, Skip
from simulator.store import soon
from simulator.store.faults import StoreFault
from simulator.tui.copying import Copying
from simulator.tui.desk_of_practice import PracticeDesk
from simulator.tui.looking import Explanation, Trouble
from simulator.tui.messages import (
    Begun,
    BookRead,
    CasesFound,
    Failed,
    KeysChecked,
    Looked,
    NotKept,
    NotSaved,
    Offered,
    PreferencesKept,
    Proposed,
    Recorded,
    WordsKept,
)
from simulator.tui.trying import Trial, Trials

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from concurrent.futures import Future

    from textual.app import App
    from textual.message import Message

    from simulator.preferences.preferences import Preferences
    from simulator.session.commands import Command, Mode
    from simulator.session.runner import Runner
    from simulator.session.training import Training
    from simulator.tui.looking import Found, Sought
    from simulator.tui.wanting import SaveWanted

AT_END = 2.0
"""Seconds for which a server's answer is waited for at the end."""
KEPT = "Your answers are kept; nothing is recorded as a result."
UNSAVED = "{} not saved. Every answer before is kept."
WIPED = "The draft is wiped."
SKIPPED = "Skipped. Nothing of it is recorded. z brings it back."


class Desk(PracticeDesk):
    """Does one piece of work after the other, in the order given, and posts what comes of each.

    Work that fails becomes a sentence, mostly in a `Failed`, and the desk goes on. An answer that cannot be saved
    for now is told of in a `Waiting`, and tried again.
    """

    def __init__(self, post: Callable[[Message], object], load: Callable[[], Training]) -> None:
        self._post = post
        self._load = load
        self._loaded: Training | None = None
        self._runner: Runner | None = None
        self._leaving: Runner | None = None
        self._skipped: str | None = None
        self._told: set[str] = set()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._trials = Trials(post, self._submit)
        self._copying = Copying(post)

    @property
    def unsaved(self) -> str:
        """A sentence on the answers that wait to be saved; empty where none does."""
        return unsaved_told(self._trials.unsaved)

    def offer(self, said: str = "") -> Future[None]:
        """Look what there is to go on with and to start, until it can be told."""
        return self._try(Trial("Loading", lambda: self._offered(said)))

    def begin(self, pack: str, which: int | str, mode: Mode) -> Future[None]:
        """Make the case of `pack` and a seed, or open its written one of an id, and begin it."""
        return self._do("Making the case", lambda: self._opened(self._training.begin(pack, which, mode)))

    def resume(self, session: str) -> Future[None]:
        """Go on with a kept session."""
        return self._do("Going on", lambda: self._opened(self._training.resume(session)))

    def look_back(self) -> Future[None]:
        """Tell the debrief of the case that was finished last once more."""
        return self._do("Looking back", self._looked_back)

    def discard(self, session: str) -> Future[None]:
        """Wipe a kept session."""
        return self._do("Discarding", lambda: self._wiped(session))

    def carry_out(self, command: Command) -> Future[None]:
        """Carry out `command` in the session that is open, and keep it, as soon as that can be done."""
        return self._thread.submit(self._take_on, command)

    def rehearse(self) -> Future[None]:
        """Make ready what a step's confirmation leads to: what has been worked out once is soon told."""
        return self._thread.submit(self._rehearsed)

    def look(self, sought: Sought) -> Future[None]:
        """Look something up in the session that is open."""
        return self._do(
            "Looking this up",
            lambda: Looked(sought, self._found(sought)),
            lambda sentence: Looked(sought, Trouble(sentence)),
        )

    def propose(self) -> Future[None]:
        """Find a place at which the debrief that is open could be saved."""
        return self._do("Finding a place to save", self._proposed)

    def save(self, wanted: SaveWanted) -> Future[None]:
        """Save the debrief that is open."""
        return self._do("Saving", lambda: self._saved(wanted), NotSaved)

    def keep_words(self) -> Future[None]:
        """Keep the learner's own words with the case that is open."""
        return self._do("Keeping your words", self._kept)

    def close_debrief(self) -> Future[None]:
        """Wipe the learner's own words unless they are to be kept, and look what there is to start."""
        return self._do("Closing the debrief", self._closed)

    def read(self, paragraph: str | None) -> Future[None]:
        """Read the guidance."""
        return self._do("Reading the guidance", lambda: BookRead(self._training.book(), paragraph))

    def find_cases(self, name: str) -> Future[None]:
        """Find the cases that exercise a paragraph, or in which a rule decides."""
        return self._do(
            "Looking for cases",
            lambda: CasesFound(name, self._training.exercising(name)),
            lambda sentence: CasesFound(name, Trouble(sentence)),
        )

    def leave(self) -> Future[None]:
        """Leave the session that is open; what waits for an answer does not hold it up."""
        if self._trials.unsaved:
            self._hang_up()
        return self._thread.submit(self._leave)

    def skip(self) -> Future[None]:
        """Leave the session that is open for good; until another is open it can be taken back."""
        return self._do("Skipping", self._skipped_over)

    def take_back(self) -> Future[None]:
        """Go on with the session that was skipped."""
        return self._do("Going on", self._taken_back)

    def keep(self, preferences: Preferences) -> Future[None]:
        """Keep what the person prefers."""
        return self._do("Saving the settings", lambda: _kept(preferences))

    def check_keys(self, app: type[App[None]], keys: Mapping[str, str]) -> Future[None]:
        """Look whether two actions have the same key."""
        return self._do("Looking at your keys", lambda: _checked(app, keys))

    def rest(self) -> Future[None]:
        """Done when everything given so far is done."""
        return self._thread.submit(lambda: self._copying.rest().result())

    def close(self) -> None:
        """Finish what was given, wipe what was skipped, and stop."""
        self._trials.close()
        self._submit(self._wipe_skipped)
        prevent = soon.after(AT_END, self._hang_up)
        self._thread.shutdown(wait=True)
        prevent()
        self._copying.close()

    def _hang_up(self) -> None:
        """A server that is there and never answers is waited for no longer."""
        if self._loaded is not None:
            self._loaded.store.access.hang_up()

    def _submit(self, work: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # it has stopped before
            self._thread.submit(work)

    def _try(self, trial: Trial) -> Future[None]:
        return self._thread.submit(self._trials.take_on, trial)

    def _take_on(self, command: Command) -> None:
        """Given again while it waits, a command is no other one."""
        again = command == self._trials.last
        work = self._as_it_is if again else partial(self._carried_out, command)
        self._trials.take_on(Trial("Saving", work, command))

    def _do(
        self, what: str, work: Callable[[], Message], failed: Callable[[str], Message] = Failed
    ) -> Future[None]:
        return self._thread.submit(self._done, what, work, failed)

    def _done(self, what: str, work: Callable[[], Message], failed: Callable[[str], Message]) -> None:
        try:
            message = work()
        except (InputFault, UsageFault) as fault:
            message = failed(str(fault))
        except Exception as fault:
            message = failed(f"{what} failed ({type(fault).__name__}: {fault}).")
        self._post(message)

    @property
    def _training(self) -> Training:
        if self._loaded is None:
            self._loaded = self._load()
            self._loaded.store.access.be_brief()
            with suppress(InputFault, UsageFault):
                self._loaded.sweep()
        return self._loaded

    def _offered(self, said: str, at: str | None = None, unsaved: Sequence[str] = ()) -> Message:
        training = self._training
        self._told.update(training.troubles)
        return Offered(
            training.standing,
            training.care,
            training.packs,
            training.drafts(),
            [*training.troubles, *unsaved],
            said,
            self._skipped is not None,
            training.has_finished,
            at,
            training.practice is not None,
        )

    def _untold(self) -> list[str]:
        """The troubles that have come up since they were last told."""
        return [trouble for trouble in self._training.troubles if trouble not in self._told]

    def _opened(self, runner: Runner) -> Message:
        self._trials.give_up()
        self._runner = runner
        self._wipe_skipped(but=runner.name)
        self._thread.submit(_make_ready)
        return Begun(runner.view, runner.name)

    def _looked_back(self) -> Message:
        self._runner = self._training.look_back()
        return Begun(self._runner.view, self._runner.name)

    def _wiped(self, session: str) -> Message:
        self._training.discard(session)
        return self._offered(WIPED)

    @property
    def _open(self) -> Runner:
        if self._runner is None:
            raise UsageFault("No case is open; go back to the start.")
        return self._runner

    def _found(self, sought: Sought) -> Found:
        if isinstance(sought, Explanation):
            return self._open.explanation(sought.phase, sought.question, sought.subject)
        return self._open.near_misses(sought.rule)

    def _carried_out(self, command: Command) -> Message:
        self._open.do(command)
        view = self._open.view
        return Recorded(view, self._untold() if view.debrief is not None else ())

    def _as_it_is(self) -> Message:
        return Recorded(self._open.view, ())

    def _rehearsed(self) -> None:
        """What fails here fails again, and is told, when it is done in earnest."""
        with suppress(Exception):
            self._open.rehearse(Confirm())

    def _proposed(self) -> Message:
        from simulator.tui.saving import proposed

        return Proposed(proposed(self._open.view, self._training.clock()))

    def _saved(self, wanted: SaveWanted) -> Message:
        from simulator.tui.saving import save

        return save(self._open, wanted)

    def _kept(self) -> Message:
        self._open.keep_words()
        return WordsKept()

    def _closed(self) -> Message:
        self._open.forget_words()
        self._submit(self._back_up)
        return self._offered("")

    def _back_up(self) -> None:
        """After a session, behind what is shown of it."""
        self._copying.make(self._training.back_up)

    def _skipped_over(self) -> Message:
        self._trials.give_up()
        self._open.do(Skip())
        self._skipped, self._runner = self._open.name, None
        return self._offered(SKIPPED)

    def _taken_back(self) -> Message:
        if self._skipped is None:
            raise UsageFault("There is no skipped case to bring back.")
        return self._opened(self._training.resume(self._skipped))

    def _wipe_skipped(self, but: str | None = None) -> None:
        """What cannot be wiped now is wiped when the program is next started."""
        skipped, self._skipped = self._skipped, None
        if skipped is not None and skipped != but:
            with suppress(InputFault, UsageFault):
                self._training.discard(skipped)

    def _leave(self) -> None:
        """What waits is given up; what there is to go on with is told as soon as it can be."""
        unsaved = unsaved_told(self._trials.give_up())
        self._leaving = None if unsaved else self._runner
        self._trials.take_on(Trial("Leaving", lambda: self._left(unsaved), said=unsaved))

    def _left(self, unsaved: str) -> Message:
        leaving, self._leaving = self._leaving, None
        troubles = [unsaved] if unsaved else []
        if leaving is not None:
            try:
                leaving.do(Leave())
                self._submit(self._back_up)
            except StoreFault as fault:  # then it is left without a word on that in the record
                troubles.append(str(fault))
        at = self._runner.name if self._runner is not None else None
        return self._offered("" if troubles else KEPT, at, troubles)


def unsaved_told(answers: int) -> str:
    """A sentence on so many answers that are not saved; empty where there is none."""
    if not answers:
        return ""
    return UNSAVED.format("Your last answer is" if answers == 1 else f"Your last {answers} answers are")


def _kept(preferences: Preferences) -> Message:
    from simulator.preferences.keeping import keep_preferences

    trouble = keep_preferences(preferences)
    return NotKept(trouble) if trouble else PreferencesKept()


def _checked(app: type[App[None]], keys: Mapping[str, str]) -> Message:
    from simulator.tui.keys import all_actions, clashes

    return KeysChecked(clashes(all_actions(app), keys))


def _make_ready() -> None:
    """Load what is shown after the case, while the case is read."""
    import simulator.tui.screens.debrief  # noqa: F401
