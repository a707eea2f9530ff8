"""Why there is no line to a hub, in a sentence."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from websockets.exceptions import (
    ConnectionClosed,
    InvalidHandshake,
    InvalidMessage,
    InvalidStatus,
    WebSocketException,
)

from simulator.errors.text import clean

if TYPE_CHECKING:
    from websockets.http11 import Response

    from simulator.line.address import Address

_LONGEST_SENTENCE = 300

EXPECTED: Final = (OSError, EOFError, UnicodeError, WebSocketException)
"""What goes wrong on networks: each has a sentence."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong."""

    sentence: str
    lasting: bool = False
    """Whether trying again is of no use, where there never was a line."""


def trouble(address: Address, error: BaseException) -> Trouble:
    """What an error of `EXPECTED` means to a person who wants a line to `address`."""
    match error:
        case ConnectionClosed():
            return Trouble(f"The line to {address} broke.")
        case InvalidStatus():
            return _status(address, error)
        case ssl.SSLCertVerificationError():
            why = clean(error.verify_message)
            return Trouble(f"The certificate of {address} cannot be trusted: {why}.", lasting=True)
        case ssl.SSLError():
            return Trouble(f"{address} does not speak TLS; its address may begin with http://.", lasting=True)
        case InvalidMessage(__cause__=EOFError()) | EOFError():
            return Trouble(f"{address} broke the line off.")
        case InvalidHandshake():
            return no_hub(address)
        case socket.gaierror() | UnicodeError():
            lasting = getattr(error, "errno", None) != socket.EAI_AGAIN
            return Trouble(f"There is no machine called {address.name}; look at the address again.", lasting)
        case ConnectionRefusedError():
            return Trouble(f"No hub answers at {address}.")
        case TimeoutError():
            return Trouble(f"{address} did not answer in time.")
        case OSError() if error.strerror:
            return Trouble(f"{address} cannot be reached: {clean(error.strerror)}.")
    return Trouble(f"{address} cannot be reached.")


def no_hub(address: Address) -> Trouble:
    """What answers speaks, but not as a hub."""
    return Trouble(f"What answers at {address} is no hub of a class.", lasting=True)


def _status(address: Address, error: InvalidStatus) -> Trouble:
    """A hub that refuses a line says why; a proxy before it that has lost it does not."""
    reply: Response = error.args[0]
    said = clean((reply.body or b"")[:_LONGEST_SENTENCE].decode("utf-8", "replace").strip())
    ours = reply.headers.get("Content-Type", "").startswith("text/plain") and said.endswith(".")
    match reply.status_code:
        case HTTPStatus.SERVICE_UNAVAILABLE if ours:
            return Trouble(said)
        case HTTPStatus.MISDIRECTED_REQUEST | HTTPStatus.FORBIDDEN if ours:
            return Trouble(said, lasting=True)
        case HTTPStatus.BAD_GATEWAY | HTTPStatus.SERVICE_UNAVAILABLE | HTTPStatus.GATEWAY_TIMEOUT:
            return Trouble(f"The hub behind {address} does not answer.")
    return no_hub(address)
