"""What a QR code says: where to go with a browser."""

from __future__ import annotations

from urllib.parse import quote

from simulator.errors.text import clean


def ways_in(address: str, code: str) -> tuple[str, ...]:
    """The address with the join code filled in, and the shorter one without; none where there is no address."""
    address = clean(address).rstrip("/")
    return (f"{address}/?code={quote(code)}", address) if address else ()
