"""First names of fictional people, from Faker's lists, drawn so that a name tells nothing but itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from simulator.cases.chance import Chance

if TYPE_CHECKING:
    from collections.abc import Collection

FirstNames = Mapping[str, Sequence[str]]
"""First names by kind or by form, each list in its own fixed order."""

KINDS = ("feminine", "masculine")


class Names:
    """Draws first names from the lists of a pack's forms."""

    def __init__(self, listed: FirstNames) -> None:
        self._listed = listed
        self._forms = tuple(listed)

    def draw(self, count: int, *key: str | int) -> list[tuple[str, str]]:
        """`count` pairs of a name and its form; no two names begin alike."""
        chance = Chance(*key)
        drawn: list[tuple[str, str]] = []
        initials: set[str] = set()
        while len(drawn) < count:
            form = chance.pick(self._forms)
            name = chance.pick(self._listed[form])
            if name[0] not in initials:
                initials.add(name[0])
                drawn.append((name, form))
        return drawn


def names_by_form(kinds: Mapping[str, str], left_out: Collection[str], every: FirstNames) -> FirstNames:
    """The names of each form of a pack: those of its kind among `every` name, but for those left out."""
    return {form: [name for name in every[kind] if name not in left_out] for form, kind in kinds.items()}


def few_initials(listed: FirstNames, needed: int) -> bool:
    """Whether some list holds names with fewer than `needed` different initials."""
    return any(len({name[0] for name in names}) < needed for names in listed.values())


@cache
def every_first_name() -> FirstNames:
    """Faker's British first names of plain letters, by kind. Faker takes a tenth of a second to start."""
    from faker.generator import Generator
    from faker.providers.person.en_GB import Provider

    class Listing(Provider):
        """Lists of first names: the only thing that is asked of Faker, so nothing real can come out of it."""

        def listed(self, kind: str) -> list[str]:
            names: Any = self.first_names_female if kind == "feminine" else self.first_names_male
            return sorted({name for name in names if name.isalpha()})

    generator: Any = Generator()
    generator.add_provider(Listing)
    return {kind: generator.listed(kind) for kind in KINDS}
