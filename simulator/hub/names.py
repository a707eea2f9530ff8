"""Which names the hub answers to, and from which address somebody comes."""

from __future__ import annotations

import re
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Collection
    from ipaddress import IPv4Address

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names of this machine for itself; no stranger's name server answers for them."""

_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9_.-]+))(?::[0-9]{1,5})?")


def host_name(host: str) -> str | None:
    """The name in a `Host` header, without the port; None where it is none."""
    found = _HOST.fullmatch(host)
    return (found[1] or found[2]).lower().rstrip(".") or None if found else None


def is_ours(host: str | None, names: Collection[str], own: str) -> bool:
    """Whether a `Host` header names one of `names`, or the address `own` at which the request arrived."""
    name = host_name(host or "")
    return name is not None and (name in names or _same_address(name, own))


def is_own_origin(origin: str, host: str, public: str) -> bool:
    """Whether a page of `origin` is one of ours: of the public address, or of the `Host` that it asks."""
    return origin.lower() in {f"http://{host.lower()}", public.lower()} - {""}


def origin_of(address: str) -> str:
    """The origin of the pages at a public address such as `https://class.example.org/`."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}".lower()


def came_from(peer: str, on_behalf_of: str | None, *, proxied: bool) -> str:
    """The address that is to be counted: the peer's, or the one for which our own proxy speaks.

    The proxy adds its client's as the last of `X-Forwarded-For`; what stands before it anybody can write. Of an IPv6
    address the network counts, for whoever has one has 2^64.
    """
    address = _address(peer)
    if proxied and on_behalf_of and address is not None and address.is_loopback:
        address = _address(on_behalf_of.rsplit(",", 1)[-1].strip()) or address
    if address is None:
        return peer
    if isinstance(address, IPv6Address) and not address.is_loopback:
        return f"{IPv6Address(int(address) >> 64 << 64)}/64"
    return str(address)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address


def _same_address(name: str, own: str) -> bool:
    address = _address(name)
    return address is not None and address == _address(own)
