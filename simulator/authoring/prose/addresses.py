"""Rules of web addresses, e-mail addresses and names with an @."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from simulator.authoring.prose.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.authoring.prose.kinds import Span
    from simulator.authoring.prose.passage import Passage

ENDING = re.compile(
    r"(?P<dot>\.|[\[({<]\s*(?:\.|dot)\s*[\])}>]|\bdot\b)(?P<space>\s*)(?P<ending>[a-z]{2,8})(?![^\W_])(?!\.[a-z]{2})",
    re.IGNORECASE,
)
DOTTED = re.compile(
    r"(?P<dot>\.)(?!\s+[A-Z])(?P<space>\s*)(?P<ending>[A-Za-z]{2,8})(?![^\W_])(?!\.[A-Za-z]{2})"
)
BRACKETED = re.compile(r"[\[({<]\s*\.")
HANDLE = re.compile(r"(?<![^\W_])@(?=[^\W_])[\w.]{2,}")
TAGGED = re.compile(r"(?<![^\W_])#[^\W\d_]\w+|(?<![\w{.])[^\W_]+(?:_[^\W_]+)+(?![\w}])")
NUMBERED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?!\w|\.[0-9])")
URL = re.compile(r"\b(?:https?|hxxps?|ftp)\s?:\s?/\s?/\S+|\bwww\s?\.\s?\S+", re.IGNORECASE)
HOST = re.compile(r"(?:[a-z]+:/*)?(?:www\.)?(?P<host>[^/\s@,;)\"']+)", re.IGNORECASE)
SPELT = "dot"
HYPHEN = "-"


class Addresses(Kind):
    """Domains, addresses and names of accounts.

    Settings: `endings`, of domains; `word_endings`, those that are words as well and count only without a space and
    in lower case; `passes`, hosts and their endings that are nobody's.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._endings = frozenset(settings["endings"])
        self._word_endings = frozenset(settings["word_endings"])
        self._passes = tuple(settings["passes"])

    def sweep(self, passage: Passage) -> Iterator[Span]:
        """Domains, addresses with a scheme, in numbers, and names of accounts."""
        plain = passage.plain
        endings = ENDING if SPELT in plain.lower() or BRACKETED.search(plain) else DOTTED
        for found in endings.finditer(plain):
            span = self._domain(passage, found)
            if span is not None and not self._is_nobodys(plain[span[0] : span[1]]):
                yield span
        if "@" in plain:
            yield from (found.span() for found in HANDLE.finditer(plain))
        if "_" in plain or "#" in plain:
            yield from (found.span() for found in TAGGED.finditer(plain))
        yield from (found.span() for found in NUMBERED.finditer(plain))
        if "//" in plain.replace(" ", "") or "www" in plain.lower():
            for found in URL.finditer(plain):
                host = HOST.match(found.group())
                if host is None or not self._is_nobodys(host["host"].rstrip(".")):
                    yield found.span()

    def _domain(self, passage: Passage, found: re.Match[str]) -> Span | None:
        """The domain that has this ending, if it is one."""
        dot, space, ending = found.group("dot", "space", "ending")
        if ending.lower() in self._word_endings:
            if dot != "." or space or not ending.islower():
                return None
        elif ending.lower() not in self._endings or (dot == "." and space and ending[0].isupper()):
            return None
        at = bisect_left(passage.starts, found.start()) - 1
        if at < 0 or passage.plain[passage.ends[at] : found.start()].strip():
            return None
        if dot == "." and space and passage.ends[at] == found.start():
            return None  # the end of a sentence
        while at > 0 and (
            passage.gap(at - 1) in (".", HYPHEN)
            or passage.words[at - 1] == SPELT
            or passage.words[at] == SPELT
        ):
            at -= 1
        return passage.starts[at], found.end()

    def _is_nobodys(self, host: str) -> bool:
        host = host.lower()
        return any(host == each or host.endswith("." + each) for each in self._passes)
