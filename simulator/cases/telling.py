"""Tells a case: chooses sentences part by part, and puts them together as the papers of each phase."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.cases.matching import matches
from simulator.cases.pack import CASE, EVIDENCE
from simulator.cases.paragraphs import Told, blocks_of, fitted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from simulator.cases.casting import Casting
    from simulator.cases.chance import Chance
    from simulator.cases.evidence import Evidence
    from simulator.cases.moving import Moment
    from simulator.cases.pack import Paper, Part, ScenarioPack, Template
    from simulator.cases.scene import Scene
    from simulator.cases.sentences import Sentence, Words


@dataclass(frozen=True, slots=True)
class Spot:
    """An element that a part tells of: its fields, the path to them, and the placeholders near it."""

    part: Part
    moment: Moment
    element: str
    path: str
    fields: Mapping[str, Any]
    near: Words


@dataclass(slots=True)
class Teller:
    """Tells one case; sentences that were used are used again only where no other fits."""

    pack: ScenarioPack
    casting: Casting
    scene: Scene
    evidence: Evidence
    chance: Chance
    _used: set[int] = field(default_factory=set)
    _stated: dict[str, Any] = field(default_factory=dict)
    _open: dict[str, list[Template]] = field(default_factory=dict)

    def tell(self, paper: Paper, moment: Moment) -> list[dict[str, Any]]:
        """The narrative of a phase."""
        tags = {**self.scene.tags, "course": moment.course, "way": moment.way}
        tellings = [telling for telling in paper.tellings if _tagged(telling.tags, tags)]
        if not tellings:
            return []
        telling = self.chance.weighted(tellings, [telling.weight for telling in tellings])
        parts = [self.pack.parts[name] for name in telling.parts]
        self._open = {
            topic: [
                one for one in self.pack.templates.get(topic, ()) if not one.tags or _tagged(one.tags, tags)
            ]
            for part in parts
            for topic in part.topics
        }
        told = {part.part: list(self._part(part, moment)) for part in parts}
        self._remember(told.values(), moment)
        fitted(parts, told, paper, self._used)
        return blocks_of(parts, told, self.chance if telling.stamped else None)

    def _part(self, part: Part, moment: Moment) -> Iterator[Told]:
        for spot in self._spots(part, moment):
            before = False
            for topic in part.topics:
                if topic == EVIDENCE:
                    found = self._pieces(spot)
                elif not self._open[topic]:
                    continue
                elif part.fill:
                    found = self._all_of(topic, spot)
                else:
                    found = self._one_of(topic, spot, before)
                yield from found
                before = before or bool(found)

    def _spots(self, part: Part, moment: Moment) -> Iterator[Spot]:
        makes = self.pack.makes
        data = moment.facts.data
        if part.of == CASE:
            yield Spot(part, moment, CASE, "", data, {})
        elif part.of == makes.cast:
            listed = list(self.casting.cast)
            for name in self.casting.ids.values() if part.as_plotted else listed:
                index = listed.index(name)
                near = self.scene.about(name, self.casting.links[name])
                yield Spot(part, moment, name, f"{part.of}[{index}].", data[part.of][index], near)
        else:
            for index, carried in enumerate(self.evidence.listed(moment.phase)):
                near = self.scene.about_carried(carried, makes.refers)
                yield Spot(part, moment, str(index), f"{part.of}[{index}].", data[part.of][index], near)

    def _one_of(self, topic: str, spot: Spot, before: bool) -> list[Told]:
        """A sentence on a topic, where any fits; `before`: another about the same element goes before it."""
        near, far = spot.near, self.scene.far
        possible = [
            (template, sentence)
            for template in self._applying(topic, spot)
            for sentence in (template.then if before and template.then else template.says)
            if sentence.fits(near, far)
        ]
        if not possible:
            return []
        used = self._used
        fresh = [each for each in possible if id(each[1]) not in used] or possible
        template, sentence = self.chance.pick(fresh)
        return [self._told(template, spot, sentence, [other for of, other in possible if of is template])]

    def _all_of(self, topic: str, spot: Spot) -> list[Told]:
        """Every sentence on a topic that fits, in any order."""
        found = [
            (template, sentence)
            for template in self._applying(topic, spot)
            for sentence in template.says
            if sentence.fits(spot.near, self.scene.far)
        ]
        return [
            self._told(template, spot, sentence, ()) for template, sentence in self.chance.shuffled(found)
        ]

    def _pieces(self, spot: Spot) -> list[Told]:
        """The sentences that carry evidence here."""
        found = []
        far = self.scene.far
        for piece in self.evidence.told(spot.moment.phase, spot.part.part, spot.element):
            possible = [one for one in piece.says if one.fits(piece.near, far)]
            if possible:
                sentence = self.chance.pick(possible)
                found.append(Told(spot.element, sentence, (), (piece.id,), piece.near, far, possible))
        return found

    def _applying(self, topic: str, spot: Spot) -> Iterator[Template]:
        possible = self._open[topic]
        if not possible:
            return
        reports = spot.element == self.scene.reporter
        for template in possible:
            if (
                (template.reporter is None or template.reporter is reports)
                and (not template.match or matches(spot.fields, template.match))
                and (template.when is None or template.when(spot.moment.facts, spot.element))
                and not (spot.part.news and self._is_old(template, spot))
            ):
                yield template

    def _is_old(self, template: Template, spot: Spot) -> bool:
        """Whether everything that a template states was stated before, and is as it was then."""
        return all(
            self._stated.get(spot.path + name, self) == spot.fields.get(name) for name in template.states
        )

    def _told(self, template: Template, spot: Spot, sentence: Sentence, instead: Sequence[Sentence]) -> Told:
        self._used.add(id(sentence))
        carried = self.evidence.of_template(template, spot.element)
        return Told(
            element=spot.element,
            sentence=sentence,
            states=tuple(spot.path + name for name in template.states),
            evidence=(carried,) if carried else (),
            near=spot.near,
            far=self.scene.far,
            instead=instead,
        )

    def _remember(self, told: Iterable[Sequence[Told]], moment: Moment) -> None:
        for one in (one for sentences in told for one in sentences):
            for path in one.states:
                self._stated[path] = _value(moment.facts.data, path)


def _tagged(wanted: Mapping[str, Sequence[str]], tags: Mapping[str, str]) -> bool:
    for name, allowed in wanted.items():  # noqa: SIM110 - asked very often: a loop is faster
        if tags.get(name) not in allowed:
            return False
    return True


def _value(data: Any, path: str) -> Any:
    """What stands at a path such as `list[0].field`."""
    for step in re.findall(r"[^.\[\]]+", path):
        data = data[int(step)] if isinstance(data, list) else data.get(step)
    return data
