"""The program in which browsers' screens are drawn: it loads everything once, and forks for each of them.

The hub starts it with one end of a pair of sockets as its standard input, and orders screens over that; each order
comes with the screen's own end of a line to the hub. When the hub's end closes, everything is ended. With `--alone` it
is one screen only, ordered on standard input, for machines that cannot fork.
"""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import select
import signal
import socket
import sys
import tempfile
import threading
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from simulator.classroom.codes import fingerprint
from simulator.hub.browser.orders import LENGTH, Ended, NotStarted, Signal, Start, Started, framed, order_in

if TYPE_CHECKING:
    from simulator.hub.browser.orders import TicketState, Told

DONE, BROKEN = 0, 3
PATIENCE = 2.0
"""Seconds that screens are given to end by themselves."""

MOST_MEMORY = 1 << 30
"""Bytes of address space that one screen may take, many times what any needs."""

NICENESS = 5
"""Screens give way to the hub."""

PR_SET_PDEATHSIG = 1

NEEDED = ("simulator.line.web", "simulator.line.wire", "ctypes", "resource")
SCREENS = (
    "simulator.tui.classroom.learner",
    "simulator.tui.screens",
    "simulator.tui.journeys",
    "simulator.tui.widgets",
    "simulator.tui.keyed",
    "simulator.tui.telling",
)
"""All modules of these: in a terminal each is imported when it is first shown, here it is shared by all."""


def load() -> None:
    """Import whatever a learner's screen will need."""
    for package in SCREENS:
        path = importlib.import_module(package).__path__
        for module in pkgutil.iter_modules(path, f"{package}."):
            importlib.import_module(module.name)
    for name in (*NEEDED, os.environ["TEXTUAL_DRIVER"].partition(":")[0]):
        importlib.import_module(name)


def run_browser(address: str, token: str, state: TicketState) -> int:
    """Draw for the browser of whom `token` is, on the hub at `address`; the exit code."""
    from simulator.classroom.messages import FORMAT, Hello
    from simulator.line.web import WebLine

    def line(name: str = "", team: str = "") -> WebLine:
        return WebLine(address, Hello(FORMAT, token=token, name=name, team=team))

    if state == "watching":
        from simulator.tui.classroom.projector.app import run_projector

        return run_projector(line())
    from simulator.tui.classroom.learner.app import run_learner

    return run_learner(line, seated=state == "seated")


class Nursery:
    """Forks screens as the hub orders them over `hub`, and tells it of each that ends.

    `drawing` is a module with `load` and `run_browser`; in `folder` the screens keep what their people prefer.
    """

    def __init__(self, hub: socket.socket, drawing: Any, folder: Path) -> None:
        self._hub = hub
        self._drawing = drawing
        self._folder = folder
        self._running: dict[int, int] = {}  # the numbers of the orders, by process
        self._woken, self._waking = os.pipe()
        os.set_blocking(self._woken, False)
        os.set_blocking(self._waking, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(DONE))
        signal.set_wakeup_fd(self._waking, warn_on_full_buffer=False)

    def serve(self) -> None:
        """Do what the hub orders until its end closes; then nothing is left of any screen."""
        try:
            while True:
                ready, _, _ = select.select([self._hub.fileno(), self._woken], [], [])
                if self._woken in ready:
                    self._reap()
                if self._hub.fileno() in ready and not self._obey():
                    return
        except OSError:
            pass  # the hub has gone in the middle of an order
        finally:
            self._end_all()

    def _obey(self) -> bool:
        """Take one order; False where there will be none any more."""
        body, handed = _received(self._hub)
        if not body:
            return False
        match order_in(body):
            case Start() as start:
                self._start(start, handed)
            case Signal(number=number, signal=sent):
                self._signal(sent, [process for process, of in self._running.items() if of == number])
        return True

    def _start(self, start: Start, handed: list[int]) -> None:
        if not handed:
            self._tell(NotStarted(start.number, "no file can be opened any more"))
            return
        ours, line = os.getpid(), handed[0]
        kept = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGCHLD})
        try:
            process = os.fork()
            if process == 0:
                self._become_screen(start, line, ours, kept)
            with suppress(OSError):
                os.setpgid(process, process)
            self._running[process] = start.number
            self._tell(Started(start.number, process))
        except OSError as error:
            self._tell(NotStarted(start.number, str(error)))
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, kept)
            for each in handed:
                os.close(each)

    def _become_screen(
        self, start: Start, line: int, parent: int, kept: set[signal.Signals | int]
    ) -> NoReturn:
        code = BROKEN
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_SETMASK, kept)
            os.setpgid(0, 0)
            _end_with(parent)
            os.dup2(line, 0)
            os.dup2(line, 1)
            for each in (line, self._hub.detach(), self._woken, self._waking):
                os.close(each)
            code = _drawn(self._drawing, start, self._folder)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)

    def _reap(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._woken, 4096)
        with suppress(ChildProcessError):
            while (reaped := os.waitpid(-1, os.WNOHANG))[0]:
                process, status = reaped
                self._tell(Ended(self._running.pop(process), os.waitstatus_to_exitcode(status)))

    def _end_all(self) -> None:
        for sent in (signal.SIGTERM, signal.SIGKILL):
            self._signal(sent, list(self._running))
            until = time.monotonic() + PATIENCE
            while self._running and (left := until - time.monotonic()) > 0:
                select.select([self._woken], [], [], left)
                self._reap()

    def _signal(self, sent: int, processes: list[int]) -> None:
        for process in processes:
            with suppress(OSError):
                os.killpg(process, sent)

    def _tell(self, told: Told) -> None:
        with suppress(OSError):
            self._hub.sendall(framed(told))


def _received(hub: socket.socket) -> tuple[bytes, list[int]]:
    """The next message, and what was handed over with it; no bytes where there will be none any more."""
    head, handed, _, _ = socket.recv_fds(hub, LENGTH.size, 1)
    if not head:
        return b"", handed
    (length,) = LENGTH.unpack(head)
    return hub.recv(length, socket.MSG_WAITALL), handed


def _end_with(parent: int) -> None:
    """Have this process killed when its parent dies, where there is such a thing."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(BROKEN)


def _drawn(drawing: Any, start: Start, folder: Path) -> int:
    """Draw on standard output, until it is over or nobody is at the other end of standard input."""
    _take_little()
    if hasattr(select, "poll"):
        threading.Thread(target=_end_with_input, daemon=True).start()
    kept = folder / f"{fingerprint(start.token)}.json"
    os.environ.update(start.environment, SIMULATOR_PREFERENCES=str(kept))
    code: int = drawing.run_browser(start.address, start.token, start.state)
    return code


def _take_little() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        os.nice(NICENESS)


def _end_with_input() -> None:
    gone = select.poll()
    gone.register(0, 0)
    gone.poll()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE)
    os._exit(BROKEN)


def _draw_alone(drawing: Any, folder: Path) -> int:
    (length,) = LENGTH.unpack(os.read(0, LENGTH.size))
    body = b""
    while len(body) < length:
        body += os.read(0, length - len(body))
    order = order_in(body)
    return _drawn(drawing, order, folder) if isinstance(order, Start) else BROKEN


def main(words: list[str]) -> int:
    """Serve the hub until it has gone; the last word is the module that draws."""
    drawing = importlib.import_module(words[-1])
    with tempfile.TemporaryDirectory(prefix="simulator-screens-") as folder:
        if words[0] == "--alone":
            return _draw_alone(drawing, Path(folder))
        drawing.load()
        gc.collect()
        gc.freeze()
        with socket.socket(fileno=os.dup(0)) as hub:
            Nursery(hub, drawing, Path(folder)).serve()
    return DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
