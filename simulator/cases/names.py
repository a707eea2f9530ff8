"""First names of fictional people, from Faker's lists, drawn so that a name tells nothing but itself."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from simulator.cases.chance import seed_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from faker.generator import Generator


class Names:
    """Draws first names. `kinds` maps each of the pack's forms to the list of Faker's that it takes names from."""

    def __init__(self, kinds: Mapping[str, str], left_out: Collection[str]) -> None:
        self._forms = tuple(kinds)
        self._lists = {form: _listed(kind, frozenset(left_out)) for form, kind in kinds.items()}
        self._faker = _faker()

    def draw(self, count: int, *key: str | int) -> list[tuple[str, str]]:
        """`count` pairs of a name and its form; no two names begin alike."""
        self._faker.seed_instance(seed_of(*key))
        drawn: list[tuple[str, str]] = []
        initials: set[str] = set()
        while len(drawn) < count:
            form: str = self._faker.one_of(self._forms)
            name: str = self._faker.one_of(self._lists[form])
            if name[0] not in initials:
                initials.add(name[0])
                drawn.append((name, form))
        return drawn


def kinds_of_names() -> tuple[str, ...]:
    """The lists that names may come from."""
    return ("feminine", "masculine")


def few_initials(names: Names, needed: int) -> bool:
    """Whether some list holds names with fewer than `needed` different initials."""
    return any(len({name[0] for name in listed}) < needed for listed in names._lists.values())


@cache
def _listed(kind: str, left_out: frozenset[str]) -> tuple[str, ...]:
    from faker.providers.person.en_GB import Provider

    source = Provider.first_names_female if kind == "feminine" else Provider.first_names_male
    return tuple(sorted({name for name in source if name.isalpha() and name not in left_out}))


@cache
def _faker() -> Any:
    from faker.generator import Generator
    from faker.providers import BaseProvider

    class Drawing(BaseProvider):
        """One of a list: the only thing that this generator gives, so nothing real can come out of it."""

        def one_of(self, items: Sequence[str]) -> str:
            return items[int(self.generator.random.random() * len(items))]

    generator: Generator = Generator()
    generator.add_provider(Drawing)
    return generator
