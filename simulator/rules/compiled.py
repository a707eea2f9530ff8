"""A world in memory: classes for its elements, and its compiled source made to run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.model.world import CASE, World

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Element:
    """An element of a case, or the case itself; its class has a slot for each field and definition."""

    __slots__ = ()


def named(reference: Element | str) -> tuple[Element, ...]:
    """The element that a reference names: none where it is a word."""
    return (reference,) if isinstance(reference, Element) else ()


class CompiledWorld:
    """The functions of a compiled source, and makers of the elements they work on.

    `given` are the things, made from the guidance, that the source names and does not make itself.
    """

    def __init__(
        self, world: World, source: str, name: str, given: Mapping[str, object] | None = None
    ) -> None:
        self.world = world
        self.source = source
        self._name = name
        self.classes = {scope: _class(world, scope) for scope in (CASE, *world.entities)}
        self._functions: dict[str, Any] = {"named": named, **(given or {})}
        for entity in world.entities:
            self._functions[f"new_{entity}"] = self._maker(entity)
        self.functions: Mapping[str, Callable[..., Any]] = self._functions
        self.add(source)

    def add(self, source: str) -> None:
        """Makes the functions of a source run beside those that are there."""
        exec(compile(source, f"<rules of {self._name}>", "exec"), self._functions)

    def _maker(self, entity: str) -> Callable[..., Element]:
        """A function that makes an element from the values given, the rest by default."""
        kind = self.classes[entity]
        blank = {name: _blank(field.type) for name, field in self.world.entities[entity].fields.items()}
        for name, field in self.world.entities[entity].fields.items():
            if field.default and field.default[0].when is None:
                blank[name] = field.default[0].then

        def make(**values: object) -> Element:
            element: Element = kind()
            for name, value in blank.items():
                setattr(element, name, values.get(name, value))
            element.id = ""  # type: ignore[attr-defined]
            return element

        return make


def _blank(kind: str) -> object:
    return {"choices": frozenset(), "references": ()}.get(kind)


def _class(world: World, scope: str) -> Any:
    names = [
        "id",
        *world.fields_of(scope),
        *(each.name for each in world.definitions.values() if each.of == scope),
    ]
    if scope == CASE:
        names += [*world.entities]
    else:
        names += [*world.entities[scope].derived]
    return type(scope, (Element,), {"__slots__": tuple(dict.fromkeys(names))})


def copy_of(element: Any) -> Any:
    """A copy of an element, slot by slot."""
    twin = type(element)()
    for name in type(element).__slots__:
        if hasattr(element, name):
            setattr(twin, name, getattr(element, name))
    return twin
