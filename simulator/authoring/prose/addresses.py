"""Rules of web addresses, e-mail addresses and names with an @."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from simulator.authoring.prose.kinds import Span
    from simulator.authoring.prose.passage import Passage

DOT = re.compile(r"\.|\s*[\[({<]\s*(?:\.|dot)?\s*[\])}>]\s*|\s+\.(?=\S)|-", re.IGNORECASE)
HANDLE = re.compile(r"(?<![^\W_])@\s?(?=[^\W_])[\w.]{2,}")
URL = re.compile(r"\b(?:https?|hxxps?|ftp)\s?:\s?/\s?/\S+|\bwww\s?\.\s?\S+", re.IGNORECASE)
HOST = re.compile(r"(?:[a-z]+:/*)?(?:www\.)?(?P<host>[^/\s@,;)\"']+)", re.IGNORECASE)
SPELT = "dot"


class Addresses:
    """Domains, addresses and names of accounts.

    Settings: `endings`, of domains; `word_endings`, those that are words as well and count only without a space and
    in lower case; `passes`, hosts and their endings that are nobody's.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._endings = frozenset(settings["endings"])
        self._word_endings = frozenset(settings["word_endings"])
        self._passes = tuple(settings["passes"])

    def triggers(self) -> Iterable[tuple[str, object]]:
        """The endings of domains."""
        return [(ending, None) for ending in (*self._endings, *self._word_endings)]

    def judge(self, passage: Passage, first: int, last: int, meaning: object) -> Span | None:
        """The domain that ends here."""
        if first == 0 or not self._dotted(passage, first - 1):
            return None
        word = passage.words[first]
        if word in self._word_endings and (passage.gap(first - 1) != "." or not passage.raw(first).islower()):
            return None
        following = passage.gap(last - 1)
        if following == "." and last < len(passage.words) and passage.words[last] in self._endings:
            return None  # judged at its last ending
        begin = first - 2 if passage.words[first - 1] == SPELT else first - 1
        while begin > 0 and passage.gap(begin - 1) in (".", "-") and passage.words[begin - 1] != "www":
            begin -= 1
        span = passage.starts[begin], passage.ends[last - 1]
        return None if begin < 0 or self._is_nobodys(passage.plain[span[0] : span[1]]) else span

    def sweep(self, passage: Passage) -> Iterator[Span]:
        """Addresses with a scheme, and names with an @."""
        plain = passage.plain
        if "@" in plain:
            yield from (found.span() for found in HANDLE.finditer(plain))
        if "://" in plain.replace(" ", "") or "www" in plain.lower():
            for found in URL.finditer(plain):
                host = HOST.match(found.group())
                if host is None or not self._is_nobodys(host["host"].rstrip(".")):
                    yield found.span()

    def _dotted(self, passage: Passage, at: int) -> bool:
        if passage.words[at] == SPELT:
            return at > 0 and passage.joined(at - 1) and passage.joined(at)
        return bool(DOT.fullmatch(passage.gap(at))) and passage.gap(at) != "-"

    def _is_nobodys(self, host: str) -> bool:
        host = host.lower()
        return any(host == each or host.endswith("." + each) for each in self._passes)
