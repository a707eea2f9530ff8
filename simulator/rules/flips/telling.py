"""Changes told in a sentence, in the guidance's own words where it has some for them.

Words for changes are a mapping: `sentence` with {changes}, {option} and {paragraph}; `and`, which stands
between changes; and under `case` and each entity

* `fields`: for each field a template that completes "had …"; of a set of values one when a value is `added`
  and one when it is `removed`;
* `removed` and `added`: a template for an element that is taken out, and one for an element that is there as well;
* `one`: a template that names an element, as {one} in the others, and `again`: a text that does so where the
  change before was of the same element;
* `values`: for each field the words that templates show for its values.

A template is a text, or a choice of one: `{of: NAME, is: {VALUE: template, …, otherwise: template}}`. In a text
{who} is the element's id, {number} its place in the list, {from} and {to} the value before and after, {value}
the value added or removed, and a field's name in braces the element's value of it. A choice may be by any of
these names but {who} and {number}.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from simulator.model.world import CASE
from simulator.rules.flips.flip import ABSENT, Change, parts_of_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.model.world import World

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
SENTENCE = "Had {changes}, “{option}” would have been expected ({paragraph})."
AND = ", and had "


class Teller:
    """Tells changes of some facts; `names` are shown in place of ids."""

    def __init__(self, world: World, words: Mapping[str, Any], names: Mapping[str, str]) -> None:
        self._world = world
        self._words = words
        self._names = names
        self._kept: dict[tuple[int, bool], tuple[Change, str]] = {}

    def sentence(
        self, facts: Mapping[str, Any], changes: Sequence[Change], option: str, paragraph: str
    ) -> str:
        """The sentence about changes of `facts`, those in the same words told once; `option` is a label."""
        owners = [parts_of_path(change.fact)[:2] for change in changes]
        again = [before == owner for before, owner in pairwise([None, *owners])]
        told = [self._told(facts, *each) for each in zip(changes, again, strict=True)]
        values = {
            "changes": str(self._words.get("and", AND)).join(dict.fromkeys(told)),
            "option": option,
            "paragraph": paragraph,
        }
        return _filled(str(self._words.get("sentence", SENTENCE)), values.get)

    def _told(self, facts: Mapping[str, Any], change: Change, again: bool) -> str:
        """A change in words, made but once where many flips share it."""
        key = (id(change), again)
        if key not in self._kept:
            text = _Told(self._world, self._words, self._names, facts, change, again).text()
            self._kept[key] = (change, text)
        return self._kept[key][1]


class _Told:
    """One change on its way to become words."""

    def __init__(
        self,
        world: World,
        words: Mapping[str, Any],
        names: Mapping[str, str],
        facts: Mapping[str, Any],
        change: Change,
        again: bool,
    ) -> None:
        self._names = names
        self._again = again
        self._entity, self._index, self._name = parts_of_path(change.fact)
        scope = self._entity or CASE
        self._words: Mapping[str, Any] = words.get(scope, {})
        self._fields = world.fields_of(scope)
        self._added = self._name is None and change.before == ABSENT
        self._own: Mapping[str, Any] = facts
        if self._added:
            self._own = change.after
        elif self._entity:
            self._own = facts[self._entity][self._index]
        self._one = world.entities[self._entity].one if self._entity else ""
        self._changed = _difference(change)

    def text(self) -> str:
        """The words, by the guidance's own template or a plain one."""
        if self._name is None:
            template = self._chosen(self._words.get("added" if self._added else "removed"))
        else:
            template = self._words.get("fields", {}).get(self._name)
            if "value" in self._changed and template is not None:
                template = template.get("added" if self._changed["added"] else "removed")
            template = self._chosen(template)
        return _filled(template or self._plain(), self._shown)

    def _plain(self) -> str:
        """A template for a change for which the guidance has no words."""
        if self._name is None:
            return "{one} been there as well" if self._added else "{one} not been there"
        of = f"the {_spaced(self._name)} of {{one}}" if self._entity else _spaced(self._name)
        if "value" in self._changed:
            return f"{of} also held {{value}}" if self._changed["added"] else f"{of} not held {{value}}"
        return f"{of} been {{to}}" + ("" if self._changed["from"] == ABSENT else " instead of {from}")

    def _named(self) -> str:
        """How the element is named."""
        template = self._chosen(self._words.get("one"))
        if self._again:
            template = str(self._words.get("again", template))
        if template:
            return _filled(template, lambda name: None if name == "one" else self._shown(name))
        return str(self._shown("who") if "id" in self._own else f"{self._one} {self._index + 1}")

    def _chosen(self, template: Any) -> str:
        """The text that a template comes to; empty where there is none."""
        while isinstance(template, Mapping):
            choices = template["is"]
            template = choices.get(_key(self._value(template["of"])), choices.get("otherwise"))
        return "" if template is None else str(template)

    def _value(self, name: str) -> Any:
        """What a name in a template stands for; None where there is nothing."""
        if name in self._changed:
            return self._changed[name]
        if name == "who":
            return self._own.get("id", self._index + 1)
        if name == "number":
            return self._index + 1
        field = self._fields.get(name)
        fixed = field is not None and bool(field.default) and field.default[0].when is None
        return self._own.get(name, field.default[0].then if field is not None and fixed else None)

    def _shown(self, name: str) -> str | None:
        """The words for what a name in a template stands for."""
        if name == "one":
            return self._named()
        value = self._value(name)
        if value is None:
            return None
        field = (self._name or "") if name in self._changed else name
        words = self._words.get("values", {}).get(field, {})
        listed = value if isinstance(value, list | tuple) else [value]
        if name == "who" or self._refers(field):
            words = {**{str(each): str(each) for each in listed}, **self._names, **words}
        return ", ".join(_worded(words, each) for each in listed)

    def _refers(self, field: str) -> bool:
        return field in self._fields and self._fields[field].entity is not None


def _difference(change: Change) -> dict[str, Any]:
    if not isinstance(change.before, list):
        return {"from": change.before, "to": change.after}
    added = [each for each in change.after if each not in change.before]
    gone = [each for each in change.before if each not in change.after]
    return {"value": (added or gone)[0], "added": bool(added)}


def _worded(words: Mapping[str, Any], value: Any) -> str:
    key = _key(value)
    return str(words.get(key, _spaced(key)))


def _key(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _filled(template: str, shown: Callable[[str], str | None]) -> str:
    """A template with its placeholders filled in; one for which there is nothing stays as it is."""
    return _PLACEHOLDER.sub(lambda found: found[0] if (text := shown(found[1])) is None else text, template)
