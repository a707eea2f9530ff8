"""The cues of a guidance at work: what the words of a text tell, and of whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.authoring.lint.wording import ONE, Wording, anchors_of, beginnings_of
from simulator.model.world import CASE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence, Sized

    from simulator.authoring.lint.reported import Reported, Who
    from simulator.guidance.tellings import Cue, FieldName, Tellings

_MANY = {"both": -2, "everybody": 0}
"""From which of those named a cue is of several."""
THE_CASE: Who = (CASE, 0)
LONGEST_BEFORE = 60
"""As many characters before a name are looked at for words that end with it."""


class Told(NamedTuple):
    """What words from `start` to before `end` tell of somebody: `number` is the one they hold, if they tell one."""

    cue: Cue
    who: Who
    start: int
    end: int
    number: int | None

    def agrees_with(self, value: Any) -> bool:
        """Whether a value can be what is told."""
        cue = self.cue
        match cue.kind:
            case "number":
                return bool(value == self.number)
            case "holds":
                return not cue.values.isdisjoint(value)
            case "lacks":
                return cue.values.isdisjoint(value)
            case "is":
                return value in cue.values


class WorkingCue:
    """A cue with its patterns; `turning` finds words with which a sentence turns to somebody else."""

    def __init__(self, cue: Cue, wording: Wording, tellings: Tellings) -> None:
        self.cue = cue
        self._wording = wording
        named = [each for each in cue.words if ONE in each.split()]
        others = [each for each in cue.words if each not in named]
        self._begins = beginnings_of(named)
        self._after = wording.after_name(named, cue.then)
        self._before = wording.before_name(named)
        self._others = wording.finding(others, cue.then) if others else None
        self._unless = wording.finding(cue.unless) if cue.unless else None
        self._joining = joining_of(tellings.joining)
        self._turning = wording.finding(tellings.turning) if tellings.turning else None
        anchors = [anchors_of(each) for each in cue.words]
        self._anchors = frozenset(part for each in anchors for part in each) if all(anchors) else frozenset()

    def may_stand_in(self, text: Reported) -> bool:
        """Whether it is worth while to look for it."""
        return not (self._anchors and self._anchors.isdisjoint(text.words))

    def told(self, text: Reported, states: Collection[Who]) -> Iterator[Told]:
        """What the words of a text tell, of whom it may be told there; `states` are those whose field it states."""
        for start, end, whose in self._found(text, states):
            if self._is_quiet(text, start):
                continue
            number = self._wording.number_in(text.lower[start:end]) if self.cue.kind == "number" else None
            for who in whose:
                if self.cue.anywhere or who in states:
                    yield Told(self.cue, who, start, end, number)

    def _found(self, text: Reported, states: Collection[Who]) -> Iterator[tuple[int, int, Collection[Who]]]:
        if self._after is not None:
            for each in text.mentions:
                if each.next not in self._begins:
                    continue
                match = self._after.match(text.lower, each.end)
                if match is not None:
                    yield each.start, match.end(), (each.who,)
        if self._before is not None:
            for each in text.mentions:
                match = self._before.search(text.lower[max(each.start - LONGEST_BEFORE, 0) : each.start])
                if match is not None:
                    yield each.start - len(match.group()), each.end, (each.who,)
        if self._others is not None:
            for begins, ends in text.sentences_with(self._anchors):
                for match in self._others.finditer(text.lower, begins, ends):
                    yield match.start(), match.end(), self._whose(text, match.start(), states)

    def _whose(self, text: Reported, at: int, states: Collection[Who]) -> Collection[Who]:
        if self.cue.of[0] == CASE or self.cue.whose == "all":
            return states
        before = text.named_before(at)
        if not before:
            return states if len(states) == 1 else self._meant(text, at)
        if self.cue.whose in _MANY:
            return {each.who for each in before[_MANY[self.cue.whose] :]}
        named = text.last_named(before, self._joining)
        if self._turning is not None and self._turning.search(text.lower, named[-1].end, at):
            return ()
        return {each.who for each in named}

    def _meant(self, text: Reported, at: int) -> Collection[Who]:
        """Whom a sentence means that begins by turning: whoever was named last before it."""
        begins, _ = text.sentence(at)
        if self._turning is None or self._turning.match(text.lower, begins) is None:
            return ()
        return [each.who for each in text.mentions if each.end <= begins][-1:]

    def _is_quiet(self, text: Reported, at: int) -> bool:
        """Whether a sentence only asks, or holds what makes the words tell nothing."""
        begins, ends = text.sentence(at)
        if text.text[begins:ends].rstrip().endswith("?"):
            return True
        return self._unless is not None and self._unless.search(text.lower, begins, ends) is not None


def joining_of(words: Collection[str]) -> re.Pattern[str]:
    """What may stand between two names that are told of together."""
    joined = "|".join(rf",?\s+{re.escape(word)}" for word in words)
    return re.compile(rf"(?:\s*\([^()]{{0,40}}\))?\s*(?:,{'|' if joined else ''}{joined})\s+")


def facts_named(
    states: Sequence[str], fields: Mapping[str, Collection[str]], elements: Mapping[str, Sized]
) -> Iterator[tuple[int, FieldName, Who]]:
    """Every fact that a block states, with its number in `states`: its field, and whose it is.

    `fields` are those of each entity; `elements` has the elements of each.
    """
    for place, fact in enumerate(states):
        head, _, field = fact.partition(".")
        name, _, index = head.partition("[")
        if name not in fields:
            yield place, (CASE, name), THE_CASE
            continue
        numbers = [int(index[:-1])] if index else range(len(elements[name]))
        for number in numbers:
            for each in (field,) if field else fields[name]:
                yield place, (name, each), (name, number)
