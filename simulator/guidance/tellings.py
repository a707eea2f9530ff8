"""By which words the texts of cases tell a fact, as a guidance declares it: read and checked against the world."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from simulator.guidance.nodes import unknown
from simulator.model.world import CASE, Field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.errors.faults import Fault
    from simulator.guidance.nodes import Node
    from simulator.guidance.sections import Sections
    from simulator.model.world import World

FieldName = tuple[str, str]
"""An entity, or `case`, and one of its fields."""
Whose = Literal["named", "before", "both", "everybody", "all"]
Kind = Literal["is", "holds", "lacks", "number"]
KINDS: tuple[Kind, ...] = ("is", "holds", "lacks", "number")


MOST_LEFT_OUT = 4
_WORD = r"[^\W_](?:[\w'’&-]*\w)?\*?"
_TOKEN = rf"(?:<one>|<number>|<aside>|\.\.\.|[,.;:()&-]|{_WORD}(?:/{_WORD})*)"
_PHRASE = re.compile(rf"(?=(?:[^?]*\?){{0,{MOST_LEFT_OUT}}}[^?]*\Z)(?:{_TOKEN}\?? )*{_TOKEN}(?: {_TOKEN}\?)*")
"""Tokens of which one at least may not be left out."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell a value of a field.

    `words` are phrases as `simulator.authoring.lint.wording` reads them; one of `then` has to follow them, if there
    are any, and nothing is told in a sentence with one of `unless`. The value is one of `values`; of a list it
    `holds` one of them, or `lacks` them all; of a `number` it is the one in the text. Whose it is says `whose`: of
    whom the words name, of those named last before in the sentence, or of all of whom the block states it. A cue
    that counts `anywhere` needs no block that states the field.
    """

    of: FieldName
    kind: Kind
    values: frozenset[str | bool]
    words: tuple[str, ...]
    then: tuple[str, ...]
    unless: tuple[str, ...]
    whose: Whose
    anywhere: bool


@dataclass(frozen=True, slots=True)
class Tellings:
    """How texts tell facts.

    `numbers` are those written in words. `stand_ins` are words that mean somebody without a name, `joining` those
    that join two names, `turning` those with which a sentence turns from a name to somebody else. Of the fields in
    `needed` a block that states one has to hold one of the words of its value; of those in `needed_numbers` the
    number itself.
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    stand_ins: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    turning: tuple[str, ...] = ()
    needed: Mapping[FieldName, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    needed_numbers: frozenset[FieldName] = frozenset()
    cues: tuple[Cue, ...] = ()


def read_tellings(sections: Sections, world: World, faults: list[Fault]) -> Tellings:
    """The section `tellings`; that of a pack without one is empty. Fields and values that are none are faults."""
    node = sections.single("tellings")
    if node is None:
        return Tellings()
    faults.extend(_phrase_faults(node))
    reader = _Reader(world, faults)
    needed = dict(reader.needed(node))
    return Tellings(
        numbers=dict(node.data.get("numbers", {})),
        stand_ins=tuple(node.data.get("stand_ins", ())),
        joining=tuple(node.data.get("joining", ())),
        turning=tuple(node.data.get("turning", ())),
        needed={of: each for of, each in needed.items() if each is not None},
        needed_numbers=frozenset(of for of, each in needed.items() if each is None),
        cues=tuple(reader.cues(node)),
    )


def _phrase_faults(node: Node) -> Iterator[Fault]:
    """What stands among the phrases and is none, or is none whose ways of being written could be counted."""
    lists = [node[key] for key in ("stand_ins", "joining", "turning") if key in node]
    for part in node["needed"].items() if "needed" in node else ():
        lists += [each for _, each in part["words"].entries()] if "words" in part else []
    for part in node["cues"].items() if "cues" in node else ():
        lists += [part[key] for key in ("words", "then", "unless") if key in part]
    for each in (phrase for phrases in lists for phrase in phrases.items()):
        if not _PHRASE.fullmatch(each.data):
            right = (
                f"words and stops with single spaces between, at most {MOST_LEFT_OUT} with a question mark"
            )
            yield each.fault(f"'{each.data}' is no phrase", right)


class _Reader:
    def __init__(self, world: World, faults: list[Fault]) -> None:
        self._world = world
        self._faults = faults

    def needed(self, node: Node) -> Iterator[tuple[FieldName, Mapping[str, tuple[str, ...]] | None]]:
        """Each field with the words of its values, or None where it is the number."""
        for part in node["needed"].items() if "needed" in node else ():
            found = self._field(part["field"])
            if found is None:
                continue
            of, known = found
            if "words" not in part:
                self._check_number(part["field"], known)
                yield of, None
                continue
            for value, each in part["words"].entries():
                self._check(each, value, known, of_key=True)
            yield of, {value: tuple(each.data) for value, each in part["words"].entries()}

    def cues(self, node: Node) -> Iterator[Cue]:
        """The cues whose field there is."""
        for part in node["cues"].items() if "cues" in node else ():
            found = self._field(part["field"])
            if found is not None:
                yield self._cue(part, *found)

    def _cue(self, node: Node, of: FieldName, known: Field) -> Cue:
        data = node.data
        kind = self._kind(node)
        values = tuple(data[kind]) if kind != "number" else ()
        if kind == "number":
            self._check_number(node["field"], known)
        elif (kind == "is") == (known.type == "choices"):
            right = "holds or lacks" if known.type == "choices" else "is"
            self._faults.append(node[kind].fault(f"{known.name} has no '{kind}'", right, of_key=True))
        for number, value in enumerate(values):
            self._check(node[kind][number], value, known)
        return Cue(
            of,
            kind,
            frozenset(values),
            tuple(data["words"]),
            tuple(data.get("then", ())),
            tuple(data.get("unless", ())),
            data.get("whose", "before"),
            bool(data.get("anywhere", False)),
        )

    def _kind(self, node: Node) -> Kind:
        given = [kind for kind in KINDS if kind in node]
        if len(given) != 1:
            self._faults.append(
                node.fault("it is not said what the words tell", f"one of {', '.join(KINDS)}")
            )
        return given[0] if given else "number"

    def _field(self, node: Node) -> tuple[FieldName, Field] | None:
        scope, _, name = str(node.data).rpartition(".")
        scope = scope or CASE
        if scope != CASE and scope not in self._world.entities:
            self._faults.append(unknown(node, "field", self._fields()))
            return None
        known = self._world.fields_of(scope).get(name)
        if known is None:
            self._faults.append(unknown(node, "field", self._fields()))
            return None
        return (scope, name), known

    def _fields(self) -> list[str]:
        entities = self._world.entities.values()
        return [
            *self._world.case_fields,
            *(f"{each.name}.{name}" for each in entities for name in each.fields),
        ]

    def _check(self, node: Node, value: str | bool, known: Field, *, of_key: bool = False) -> None:
        truth = known.type == "truth"
        if (truth and isinstance(value, bool)) or (not truth and value in known.values):
            return
        if of_key or truth:
            right = "true or false" if truth else f"one of {', '.join(known.values)}"
            what = f"'{value}' is no value of {known.name}"
            self._faults.append(node.fault(what, right, code="unknown-value", of_key=of_key))
            return
        self._faults.append(unknown(node, f"value of {known.name}", known.values, code="unknown-value"))

    def _check_number(self, node: Node, known: Field) -> None:
        if known.type != "whole":
            what = f"{known.name} is no number"
            self._faults.append(node.fault(what, "say by which words it is told"))
