"""Reads the words in which changes of facts are told, and checks them against the world that they tell of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from simulator.guidance.nodes import suggestion, unknown
from simulator.model.world import CASE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from simulator.errors.faults import Fault
    from simulator.guidance.nodes import Node
    from simulator.guidance.sections import Sections
    from simulator.model.world import Field, World

PLACEHOLDER = re.compile(r"\{(\w*)\}")
OF_SENTENCES = {"sentence": ("changes", "option", "paragraph"), "and": ()}
OF_ONE = frozenset({"who", "number"})
OF_CHANGES = {"fields": frozenset({"from", "to"}), "sets": frozenset({"value"})}
OTHERWISE = "otherwise"
TRUTHS = ("true", "false")


def read_change_words(sections: Sections, world: World, faults: list[Fault]) -> dict[str, Any]:
    """The section `change_words`, empty where a pack has none."""
    read = {}
    for name, node in sections.entries("change_words"):
        read[name] = node.data
        if name in OF_SENTENCES:
            faults.extend(_text_faults(node, OF_SENTENCES[name]))
        elif name != CASE and name not in world.entities:
            scopes = [CASE, *world.entities, *OF_SENTENCES]
            faults.append(node.fault(f"'{name}' is no entity", suggestion(name, scopes), of_key=True))
        else:
            faults.extend(_Checker(world, name).faults(node))
    return read


class _Checker:
    """Checks the words for changes of the case or of an entity's elements."""

    def __init__(self, world: World, scope: str) -> None:
        self._world = world
        self._fields = world.fields_of(scope)

    def faults(self, node: Node) -> Iterator[Fault]:
        """All faults."""
        about = OF_ONE | self._fields.keys()
        if "one" in node:
            yield from self._template(node["one"], about)
        if "again" in node:
            yield from _text_faults(node["again"], ())
        for key in ("removed", "added"):
            if key in node:
                yield from self._template(node[key], about | {"one"})
        for name, part in self._of_fields(node, "fields"):
            yield from self._of_field(name, part, about | {"one"})
        for name, part in self._of_fields(node, "values"):
            if self._fields[name].type != "whole":
                yield from _key_faults(part, _values_of(self._fields[name]))
        for key in ("fields", "values"):
            for name, part in node[key].entries() if key in node else ():
                if name not in self._fields:
                    right = suggestion(name, sorted(self._fields))
                    yield part.fault(f"'{name}' is no field", right, code="unknown-word", of_key=True)

    def _of_fields(self, node: Node, key: str) -> Iterator[tuple[str, Node]]:
        if key in node:
            yield from ((name, part) for name, part in node[key].entries() if name in self._fields)

    def _of_field(self, name: str, node: Node, about: frozenset[str]) -> Iterator[Fault]:
        field = self._fields[name]
        if field.type != "choices":
            if "added" in node:
                yield node.fault(
                    f"{name} holds one value, to which none is added", "a text, or {of: …, is: …}"
                )
            else:
                yield from self._template(node, about | OF_CHANGES["fields"], field)
        elif "added" not in node:
            yield node.fault(f"{name} holds several values", "{added: a text, removed: a text}")
        else:
            for part in (node["added"], node["removed"]):
                yield from self._template(part, about | OF_CHANGES["sets"], field)

    def _template(self, node: Node, names: frozenset[str], field: Field | None = None) -> Iterator[Fault]:
        if "of" not in node:
            yield from _text_faults(node, names)
            return
        of = str(node["of"].data)
        if of not in names - OF_ONE - {"one"}:
            yield unknown(node["of"], "name to choose by", names - OF_ONE - {"one"})
            return
        meant = self._fields.get(of, field)
        if meant is not None and meant.type != "whole":
            yield from _key_faults(node["is"], (*_values_of(meant), OTHERWISE))
        for _, part in node["is"].entries():
            yield from self._template(part, names, field)


def _values_of(field: Field) -> tuple[str, ...]:
    """The values of a field that is no number, as keys."""
    return TRUTHS if field.type == "truth" else field.values


def _key_faults(node: Node, known: Collection[str]) -> Iterator[Fault]:
    for key, part in node.entries():
        if key not in known:
            what = f"'{key}' is no value that is told here"
            yield part.fault(what, suggestion(key, list(known)), code="unknown-word", of_key=True)


def _text_faults(node: Node, names: Collection[str]) -> Iterator[Fault]:
    for name in PLACEHOLDER.findall(str(node.data)):
        if name not in names:
            known = ", ".join(f"{{{each}}}" for each in sorted(names)) or "none"
            yield node.fault(f"'{{{name}}}' is no placeholder of this text", f"known are {known}")
