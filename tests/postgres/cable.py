"""The way to a server, which can be cut while something is on it."""

from __future__ import annotations

import selectors
import socket
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from tests.postgres.running import HOST

if TYPE_CHECKING:
    from collections.abc import Iterator


class Cable:
    """Carries what is said between a program and a server.

    `cut_before` and `cut_after` hold words of the program: before they reach the server, or once it has answered them,
    but before the answer is back, the connection is cut, `times` over.
    """

    def __init__(self, port: int) -> None:
        self._to = port
        self._listening = socket.create_server((HOST, 0))
        self.port: int = self._listening.getsockname()[1]
        self.cut_before = b""
        self.cut_after = b""
        self.times = 0
        self.cuts = 0
        self.dead = False
        """Nothing gets through, and nobody is told so."""
        self.swallowed = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self, *, before: bytes = b"", after: bytes = b"", times: int = 1) -> None:
        """Cut it where these words go over it."""
        self.cut_before, self.cut_after, self.times = before, after, times

    def address(self, address: str) -> str:
        """The address of a store, led over this cable."""
        parts = urlsplit(address)
        user, _, _ = parts.netloc.rpartition("@")
        return urlunsplit(parts._replace(netloc=f"{user}@{HOST}:{self.port}"))

    def close(self) -> None:
        """Nobody gets through any more."""
        self._listening.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                ours, _ = self._listening.accept()
                threading.Thread(target=self._carry, args=(ours,), daemon=True).start()

    def _carry(self, ours: socket.socket) -> None:
        with ours, suppress(OSError), socket.create_connection((HOST, self._to)) as theirs:
            ends = {ours: theirs, theirs: ours}
            with selectors.DefaultSelector() as ready:
                for end in ends:
                    ready.register(end, selectors.EVENT_READ)
                while all(self._pass(end, ends[end], ours) for end in self._heard(ready)):
                    pass

    def _heard(self, ready: selectors.BaseSelector) -> list[socket.socket]:
        return [key.fileobj for key, _ in ready.select() if isinstance(key.fileobj, socket.socket)]

    def _pass(self, end: socket.socket, other: socket.socket, ours: socket.socket) -> bool:
        """Pass on what came; whether the connection goes on."""
        said = end.recv(65536)
        if not said:
            return False
        if self.dead:
            self.swallowed.set()
            return True
        if end is ours and self.times:
            if self.cut_before and self.cut_before in said:
                return self._cut()
            if self.cut_after and self.cut_after in said:
                other.sendall(said)
                other.recv(65536)  # the server has answered, so it is done
                return self._cut()
        other.sendall(said)
        return True

    def _cut(self) -> bool:
        self.times -= 1
        self.cuts += 1
        return False


@contextmanager
def cable_to(port: int) -> Iterator[Cable]:
    """A cable to the server at `port`."""
    cable = Cable(port)
    try:
        yield cable
    finally:
        cable.close()
