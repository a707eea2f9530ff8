"""A pack of lost property that is written while it is looked at: for tests of the preview."""

from __future__ import annotations

import asyncio
from queue import Empty, Queue
from typing import TYPE_CHECKING

from simulator.authoring.lint.finding import Finding, Linted
from simulator.authoring.preview.view import CaseView, Passage, Preview, Row
from simulator.errors.faults import Fault, Place, UsageFault
from simulator.packs.contents import ListedCase
from simulator.tui.preview.app import PreviewApp
from simulator.tui.preview.bench import Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from threading import Event

    from textual.pilot import Pilot

    from simulator.authoring.preview.view import Which

LISTED = tuple(
    ListedCase(name, f"The {name}", f"cases/{name}.yaml") for name in ("bench", "locker", "umbrella")
)
BENCH, LOCKER, UMBRELLA = (each.file for each in LISTED)
BROKEN = Fault(Place(BENCH, 7, 3), "unknown key `stats`", "did you mean `states`?")
LONG = "A reader brought a ring to the desk and would not say where it had lain. " * 3


def lost(title: str = "Things on a bench", blocks: int = 8, said: str = LONG) -> CaseView:
    """A case with as many blocks of text, and a question."""
    told = (
        Row(
            (
                *([Passage("note", "After: looking")] if number == 2 else []),
                Passage("text", f"{number}. {said}"),
            ),
            (Passage("text", "Ring (R): weight 2.", "States"),)
            if number % 2
            else (Passage("note", "Nothing."),),
            f"“{number}. A reader…”",
        )
        for number in range(1, blocks + 1)
    )
    asked = (Passage("label", "Keeping"), Passage("text", "Where is it kept?"), Passage("note", "Ring, Book"))
    called_for = (
        Passage("label", "Keeping (keep)"),
        Passage("text", "In the safe (safe) – keep.small, LP1", "Ring (R), Book (B)"),
        Passage("note", "as the author expects"),
    )
    return CaseView(
        title,
        (
            Row((Passage("title", title), Passage("note", "Things were lost. Nobody was hurt."))),
            Row((Passage("heading", "The find"),), shared=True),
            *told,
            Row((), (Passage("label", "The evidence by then"),)),
            Row(asked, called_for),
        ),
    )


class Desk:
    """Where the pack is written: `case` and `faults` are what is read next; `save` tells that they have changed."""

    def __init__(self, case: CaseView | None = None, first: Which = BENCH) -> None:
        self.case: CaseView | None = case or lost()
        self.faults: tuple[Fault, ...] = ()
        self.findings: tuple[Finding, ...] = ()
        self.trouble = ""
        self.error: Exception | None = None
        self.asked: list[Which] = []
        self._saves: Queue[None] = Queue()
        source = Source(first, self._read, self._lint, self._changes)
        self.app = PreviewApp(source, key=False, clock=lambda: "09:00:00")

    def _read(self, which: Which) -> Preview:
        self.asked.append(which)
        if self.trouble:
            raise UsageFault(self.trouble)
        if self.error is not None:
            raise self.error
        return Preview(which, "little", "Made up; for tests only.", LISTED, self.case, self.faults)

    def _lint(self, which: Which) -> Linted:
        return Linted("little", ".", self.findings, ())

    def _changes(self, stop: Event) -> Iterator[None]:
        while not stop.is_set():
            try:
                yield self._saves.get(timeout=0.05)
            except Empty:
                continue

    async def save(self, pilot: Pilot[None]) -> None:
        """What has been written is saved, and everything that follows has happened."""
        before = len(self.asked)
        self._saves.put(None)
        while len(self.asked) == before:
            await asyncio.sleep(0.01)
        await settle(pilot)

    def text(self) -> str:
        """All characters on the screen, a line a row."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until everything that was asked for has been read, linted and shown."""
    app = pilot.app
    assert isinstance(app, PreviewApp)
    for _ in range(2):
        await pilot.pause()
        await asyncio.wrap_future(app.bench.rest())
        await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait for what follows from each."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
