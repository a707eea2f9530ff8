"""What the text of a block has to hold that tells a fact: a number, a word for its value, and whoever it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from simulator.authoring.lint.reported import Reported, Who
    from simulator.authoring.lint.wording import Wording
    from simulator.guidance.tellings import FieldName, Tellings


class Words(NamedTuple):
    """Words of which a text needs one: looked for as they stand there, and then inside what stops hold together."""

    plain: frozenset[str]
    pattern: re.Pattern[str]

    def stand_in(self, text: Reported) -> bool:
        """Whether a text has one."""
        return not self.plain.isdisjoint(text.words) or self.pattern.search(text.lower) is not None


class Needs:
    """What texts need, by a guidance's tellings."""

    def __init__(self, tellings: Tellings, wording: Wording) -> None:
        self._wording = wording
        self._numbers = tellings.needed_numbers
        self._number: dict[int, Words] = {}
        self._words = {
            (of, value): self._of(words)
            for of, by_value in tellings.needed.items()
            for value, words in by_value.items()
        }
        self._stand_ins = self._of(tellings.stand_ins) if tellings.stand_ins else None

    def missing(self, text: Reported, of: FieldName, value: Any, who: Who | None) -> str:
        """What a text lacks that tells a value, or ``; `who` is whose it is, if that is somebody with a name."""
        words = self._for(of, value)
        if words is not None:
            return "" if words.stand_in(text) else f"has no {value}"
        return "" if who is None or self._means(text, who) else "names nobody and means nobody"

    def _for(self, of: FieldName, value: Any) -> Words | None:
        """The words of which a value needs one."""
        if of in self._numbers and isinstance(value, int):
            if value not in self._number:
                pattern = self._wording.finding_number(value)
                self._number[value] = Words(self._wording.forms_of(value), pattern)
            return self._number[value]
        return self._words.get((of, value)) if isinstance(value, str) else None

    def _means(self, text: Reported, who: Who) -> bool:
        """Whether a text names somebody, or may mean them by another word."""
        if self._stand_ins is None or any(each.who == who for each in text.mentions):
            return True
        return self._stand_ins.stand_in(text)

    def _of(self, words: Iterable[str]) -> Words:
        plain = frozenset(each.lower() for word in words for each in word.split("/"))
        return Words(plain, self._wording.finding(words))
