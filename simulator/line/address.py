"""Where a hub is, as people write it: from `10.0.0.7` to `https://class.example.org/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from simulator.errors.faults import UsageFault
from simulator.errors.text import clean

PORT: Final = 8765
"""Of a hub that nobody says otherwise of."""

_PORT_OF_TLS = 443
_PATH = "/line"
_TLS = {"http": False, "ws": False, "https": True, "wss": True}
_WRITTEN = re.compile(
    r"(?:(?P<scheme>[a-z]+)://)?(?:\[(?P<six>[0-9a-f:.]+)\]|(?P<name>[\w.-]+))(?::(?P<port>[0-9]{1,5}))?(?:[/?#].*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Address:
    """A hub's own end of the line."""

    name: str
    """Of the machine, or its address; an IPv6 address in brackets."""
    port: int
    tls: bool

    @property
    def url(self) -> str:
        """For a WebSocket."""
        return f"{'wss' if self.tls else 'ws'}://{self}{_PATH}"

    def __str__(self) -> str:
        return self.name if self.tls and self.port == _PORT_OF_TLS else f"{self.name}:{self.port}"


def read_address(text: str) -> Address:
    """The address that somebody wrote; what a link has after it does not matter. Raises UsageFault for none."""
    found = _WRITTEN.fullmatch(text.strip())
    scheme = (found["scheme"] or "http").lower() if found else ""
    if found is None or scheme not in _TLS:
        raise _no_address(text)
    tls = _TLS[scheme]
    port = int(found["port"] or (_PORT_OF_TLS if tls else PORT))
    if not 0 < port < 65536:
        raise _no_address(text)
    return Address(found["name"] or f"[{found['six']}]", port, tls)


def _no_address(text: str) -> UsageFault:
    shown = clean(text[:80])
    return UsageFault(
        f"{shown} is no address of a hub; one looks like 10.0.0.7, trainer:8765 or https://class.example.org."
    )
