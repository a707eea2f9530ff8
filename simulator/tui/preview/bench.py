"""The bench: the threads on which a pack is watched, its case read and the linter run."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event, Thread
from typing import TYPE_CHECKING

from textual.message import Message

from simulator.errors.faults import InputFault, UsageFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from simulator.authoring.lint.finding import Linted
    from simulator.authoring.preview.view import Preview, Which


@dataclass(frozen=True, slots=True)
class Source:
    """Where a case comes from: what reads it, what lints its file, and what tells of changes until an event is set.

    `read` and `lint` may be called on any thread, and may raise UsageFault and InputFault.
    """

    first: Which
    read: Callable[[Which], Preview]
    lint: Callable[[Which], Linted]
    changes: Callable[[Event], Iterator[None]]


@dataclass
class Read(Message):
    """A case was read; `again` where its pack has changed."""

    preview: Preview
    again: bool


@dataclass
class Checked(Message):
    """The linter has looked at the file of a case."""

    which: Which
    linted: Linted


@dataclass
class Troubled(Message):
    """Something did not succeed; `sentence` says what, for a person."""

    sentence: str


class Bench:
    """Reads a case when it is asked for and whenever its pack changes, and posts what comes of it.

    The linter comes after, on a thread of its own: it never keeps a text from being shown.
    """

    def __init__(self, post: Callable[[Message], object], source: Source) -> None:
        self._post = post
        self._source = source
        self._which = source.first
        self._stop = Event()
        self._reading = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")
        self._linting = ThreadPoolExecutor(max_workers=1, thread_name_prefix="linting")
        self._linted: Future[None] | None = None
        self._watching = Thread(target=self._watch, name="watching", daemon=True)

    def begin(self) -> None:
        """Read the first case, and go on as the pack changes."""
        self.show(self._which)
        self._watching.start()

    def show(self, which: Which) -> Future[None]:
        """Read another case of the pack."""
        self._which = which
        return self._reading.submit(self._read, which, again=False)

    def rest(self) -> Future[None]:
        """Done when all that was asked for so far has been read and linted."""
        return self._reading.submit(self._wait_for_linter)

    def close(self) -> None:
        """Stop."""
        self._stop.set()
        self._reading.shutdown(wait=False, cancel_futures=True)
        self._linting.shutdown(wait=False, cancel_futures=True)

    def _wait_for_linter(self) -> None:
        if self._linted is not None:
            self._linted.result()

    def _watch(self) -> None:
        for _ in self._source.changes(self._stop):
            if self._stop.is_set():
                return
            self._reading.submit(self._read, self._which, again=True)

    def _read(self, which: Which, *, again: bool) -> None:
        self._try("Reading", lambda: Read(self._source.read(which), again))
        if self._linted is not None:
            self._linted.cancel()
        self._linted = self._linting.submit(self._lint, which)

    def _lint(self, which: Which) -> None:
        self._try("The linter", lambda: Checked(which, self._source.lint(which)))

    def _try(self, what: str, work: Callable[[], Message]) -> None:
        try:
            message = work()
        except (InputFault, UsageFault) as fault:
            message = Troubled(str(fault))
        except Exception as fault:
            message = Troubled(f"{what} failed ({type(fault).__name__}: {fault}).")
        if not self._stop.is_set():
            self._post(message)
