"""A flip: changes of the facts under which an option would have been expected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

ABSENT = "absent"
_PATH = re.compile(r"(\w+)\[(\d+)\](?:\.(\w+))?")


@dataclass(frozen=True, slots=True)
class Change:
    """One change of facts: the value at the path `fact` before and after it.

    `after` is `absent` for an element taken out, `before` for a field that was not given and has no default.
    """

    fact: str
    before: Any
    after: Any

    def as_data(self) -> dict[str, Any]:
        """The change as `score/1` has it."""
        return {"fact": self.fact, "from": self.before, "to": self.after}


@dataclass(frozen=True, slots=True)
class Flip:
    """Changes after which `rule` decides and an option is expected, with the first paragraph it cites.

    Changes of one set of values follow each other, each starting from the list that the one before it left;
    elements are taken out last, from the end, so that every path holds when the changes are made in order.
    """

    changes: tuple[Change, ...]
    rule: str
    paragraph: str
    text: str

    def as_data(self) -> dict[str, Any]:
        """The flip as `score/1` has it."""
        changes = [change.as_data() for change in self.changes]
        return {"changes": changes, "text": self.text, "paragraph": self.paragraph}


def parts_of_path(path: str) -> tuple[str, int, str | None]:
    """The entity, the place and the field of a path: no entity for a field of the case, no field for an element."""
    found = _PATH.fullmatch(path)
    if found is None:
        return "", 0, path
    entity, index, name = found.groups()
    return entity, int(index), name
