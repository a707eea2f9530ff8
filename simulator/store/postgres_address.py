"""The address of a database on a server: read strictly, and shown without what is secret in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, quote_plus

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from simulator.errors.text import clean
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEME = "postgresql"
DRIVER = "postgresql+psycopg"
_WHERE = ("host", "port")
_SECRETS = ("password", "sslpassword", "oauth_client_secret", "scram_client_key", "scram_server_key")
SHAPE = (
    "The address of the store is none of a database; write postgresql://USER:PASSWORD@SERVER/DATABASE, and in the "
    "user and the password %40 for @, %3A for :, %2F for /, and %25 for %."
)


@dataclass(frozen=True, slots=True)
class Address:
    """`url` says where; `options` are what else libpq is told, the password among it; neither repr nor str tells it."""

    url: URL
    options: Mapping[str, Any] = field(repr=False)

    def __str__(self) -> str:
        user = f"{self.url.username}@" if self.url.username else ""
        port = f":{self.url.port}" if self.url.port else ""
        return clean(f"{SCHEME}://{user}{','.join(self.hosts)}{port}/{self.url.database or ''}")

    @property
    def hosts(self) -> tuple[str, ...]:
        """The servers, as they are named; none where libpq is to find one."""
        named = self.url.query.get("host", ())
        return tuple(part for each in (self.url.host, *_all(named)) if each for part in each.split(","))

    @property
    def told(self) -> Mapping[str, Any]:
        """The options that anybody may read."""
        return {name: value for name, value in self.options.items() if name not in _SECRETS}

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must be shown to nobody, as it is and as it is written in an address; the longest first."""
        plain = [str(self.options[name]) for name in _SECRETS if self.options.get(name)]
        written = {form for each in plain for form in (each, quote(each, safe=""), quote_plus(each))}
        return tuple(sorted(written, key=len, reverse=True))


def read_address(address: str) -> Address:
    """Read `postgresql://user:password@server:port/database?option=value`; raises StoreFault, quoting none of it.

    The options are those of libpq:
    https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):  # not quoted: what stands in the wrong place may be the password
        raise StoreFault(SHAPE) from None
    if (
        url.drivername not in (SCHEME, "postgres")
        or address.count("@") > 1
        or "\0" in address
        or "%00" in address
    ):
        raise StoreFault(SHAPE)
    where = {name: url.query[name] for name in _WHERE if name in url.query}
    options: dict[str, Any] = {name: value for name, value in url.query.items() if name not in _WHERE}
    if any(not isinstance(value, str) for value in options.values()):
        raise StoreFault("The address of the store names an option twice; name it once.")
    if url.password is not None:
        options["password"] = str(url.password)
    bare = URL.create(DRIVER, url.username, None, url.host, url.port, url.database, where)
    return Address(bare, options)


def _all(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
