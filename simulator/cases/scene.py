"""What the sentences of one case can name: its people, its places, who reported it, and the tags it was drawn with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.cases.chance import Chance
from simulator.cases.pack import CASE
from simulator.cases.wording_reading import OTHERS, REPORTER, THIS, WHOSE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from simulator.cases.casting import Carried, Casting
    from simulator.cases.moving import Moment
    from simulator.cases.names import Names
    from simulator.cases.pack import Reporter, ScenarioPack, Wording
    from simulator.cases.sentences import Words


@dataclass(frozen=True, slots=True)
class Scene:
    """`people` maps ids to the forms of a name, `words` are what sentences about the whole case can name, `reporter`
    is the id of the one of the cast who reported, if one did."""

    people: Mapping[str, Mapping[str, str]]
    words: Words
    reporter: str | None
    tags: Mapping[str, str]
    many: Mapping[str, str]

    def names(self) -> dict[str, str]:
        """First names by id."""
        return {name: words[""] for name, words in self.people.items()}

    def about(self, element: str, links: Mapping[str, str]) -> Words:
        """What sentences about one of the cast can name."""
        near = {name: self.people[of] for name, of in links.items()}
        return {**self.words, **near, THIS: self.people[element]}

    def about_carried(self, carried: Carried, refers: Iterable[str]) -> Words:
        """What sentences about an element that evidence carries can name: whom it refers to, and others who speak."""
        near = dict(self.words)
        for name in refers:
            words = self._referred(carried.fields[name])
            if words is not None:
                near[name] = words
        return near | {name: self.people[of] for name, of in zip(OTHERS, carried.others, strict=False)}

    def _referred(self, held: Any) -> Mapping[str, str] | None:
        ids = [held] if isinstance(held, str) else held
        words = [self.people[name] for name in ids if name in self.people]
        if len(words) < 2:
            return words[0] if words else None
        names = [each[""] for each in words]
        return {**self.many, "": f"{', '.join(names[:-1])} and {names[-1]}"}


def scene_of(pack: ScenarioPack, casting: Casting, first: Moment, names: Names, seed: int) -> Scene:
    """Names, places and reporter for a casting. Names depend on the seed and on how many there are, on nothing else."""
    chance = Chance("scene", pack.name, seed)
    people = _people(pack, casting, names.draw(len(casting.cast), "names", pack.name, seed), chance)
    words: dict[str, Mapping[str, str]] = _picked(pack.wording, chance)
    words |= {slot: people[name] for slot, name in casting.ids.items()}
    tags = {"plot": casting.plot.plot, "opening": casting.opening.opening}
    tags |= {style: chance.pick(values) for style, values in pack.styles.items()}
    itself = None
    found = _reporter(pack, casting, first, chance)
    if found is not None:
        reporter, whose = found
        words[WHOSE] = people[whose]
        words[REPORTER] = {**pack.wording.forms[reporter.form], "": reporter.called.begun(words)}
        tags |= {"reporter": reporter.reporter, "voice": chance.pick(reporter.voices)}
        if reporter.themselves:
            itself = whose
            words[REPORTER] = people[whose]
    return Scene(people, words, itself, tags, pack.wording.forms[pack.wording.many])


def _people(
    pack: ScenarioPack, casting: Casting, drawn: Sequence[tuple[str, str]], chance: Chance
) -> dict[str, dict[str, str]]:
    wording = pack.wording
    people = {
        name: {
            **wording.forms[form],
            **{shown: str(fields[shown]) for shown in wording.shown if shown in fields},
            "": first_name,
        }
        for (name, fields), (first_name, form) in zip(casting.cast.items(), drawn, strict=True)
    }
    for pick, listed in wording.own_picks.items():
        places = chance.shuffled(wording.lists[listed])
        for number, words in enumerate(people.values()):
            words[pick] = places[number % len(places)][""]
    return people


def _picked(wording: Wording, chance: Chance) -> dict[str, Mapping[str, str]]:
    """One entry of its list for each pick; picks of the same list differ while there are entries left."""
    left: dict[str, list[Mapping[str, str]]] = {}
    picked: dict[str, Mapping[str, str]] = {}
    for name, listed in wording.picks.items():
        if not left.get(listed):
            left[listed] = chance.shuffled(wording.lists[listed])
        picked[name] = left[listed].pop()
    return picked


def _reporter(
    pack: ScenarioPack, casting: Casting, first: Moment, chance: Chance
) -> tuple[Reporter, str] | None:
    """Who came, and of whom it is told that they belong together."""
    comes = {when: when is None or when(first.facts, CASE) for when in {each.when for each in pack.reporters}}
    belong = {
        of: [name for name in casting.cast if of(first.facts, name)]
        for of in {each.of for each in pack.reporters if comes[each.when]}
    }
    possible = [(each, belong[each.of]) for each in pack.reporters if comes[each.when] and belong[each.of]]
    if not possible:
        return None
    reporter, of = chance.weighted(possible, [reporter.weight for reporter, _ in possible])
    return reporter, chance.pick(of)
