"""What facts can say: entities with typed fields, what is derived from them, and what is impossible."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.model.conditions import Condition, Value

CASE = "case"
FieldType = Literal["truth", "whole", "choice", "choices", "reference", "references"]


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Named values; `ordered` from the least to the greatest."""

    name: str
    values: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Where `when` holds, the value; the first row that applies decides, the last has no condition."""

    when: Condition | None
    then: Value


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an entity or of the case.

    `values` are those that a file may give: of a `choice` or `choices`, or the words beside an id that a
    `reference` may be. `span` is the least and the greatest of a `whole` number.
    """

    name: str
    type: FieldType
    values: tuple[str, ...] = ()
    enumeration: str | None = None
    entity: str | None = None
    span: tuple[int, int] = (0, 0)
    required: bool = False
    required_when: Condition | None = None
    default: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class DerivedField:
    """A field that no file gives: its value follows from the element by rows."""

    name: str
    enumeration: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A kind of element, listed in the facts under its name."""

    name: str
    one: str
    required: bool
    reserved_ids: tuple[str, ...]
    fields: Mapping[str, Field]
    derived: Mapping[str, DerivedField] = field(default_factory=dict)

    @property
    def has_ids(self) -> bool:
        """Elements that others refer to have ids."""
        return bool(self.reserved_ids)


@dataclass(frozen=True, slots=True)
class Addition:
    """An element that follows from another: added to `entity` for each `each` that meets `when`.

    `values` gives its fields, `None` standing for the element it follows from. None is added where one with
    the same values in the fields `unless_same` is listed.
    """

    entity: str
    each: str
    when: Condition
    values: Mapping[str, str | None]
    unless_same: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A named condition of the case or of an entity's elements; `words` end a sentence about it."""

    name: str
    of: str
    when: Condition
    words: str


@dataclass(frozen=True, slots=True)
class Impossible:
    """A combination that no facts may have, with what to tell a person who wrote it."""

    of: str
    when: Condition
    at: str
    what: str
    right: str


@dataclass(frozen=True, slots=True)
class World:
    """All that facts of one guidance can say."""

    enumerations: Mapping[str, Enumeration]
    groups: Mapping[str, tuple[str, ...]]
    case_fields: Mapping[str, Field]
    entities: Mapping[str, Entity]
    definitions: Mapping[str, Definition]
    additions: tuple[Addition, ...]
    impossible: tuple[Impossible, ...]

    def fields_of(self, scope: str) -> Mapping[str, Field]:
        """The fields of the case or of an entity."""
        return self.case_fields if scope == CASE else self.entities[scope].fields
