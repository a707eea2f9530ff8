"""Tells a case: chooses sentences part by part, and puts them together as the papers of each phase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.cases.matching import matches
from simulator.cases.pack import CASE, EVIDENCE, Paper, Part, ScenarioPack, Template
from simulator.cases.paragraphs import Told, blocks_of, fitted

if TYPE_CHECKING:
    from simulator.cases.casting import Casting
    from simulator.cases.chance import Chance
    from simulator.cases.evidence import Evidence
    from simulator.cases.moving import Moment
    from simulator.cases.scene import Scene
    from simulator.cases.sentences import Sentence


@dataclass(slots=True)
class Teller:
    """Tells one case; sentences that were used are used again only where no other fits."""

    pack: ScenarioPack
    casting: Casting
    scene: Scene
    evidence: Evidence
    chance: Chance
    _used: set[int] = field(default_factory=set)

    def tell(self, paper: Paper, moment: Moment) -> list[dict[str, Any]]:
        """The narrative of a phase."""
        tags = {**self.scene.tags, "course": moment.course, "way": moment.way}
        open_tellings = [telling for telling in paper.tellings if _tagged(telling.tags, tags)]
        if not open_tellings:
            return []
        telling = self.chance.weighted(open_tellings, [telling.weight for telling in open_tellings])
        parts = [self.pack.parts[name] for name in telling.parts]
        told = {part.part: list(self._part(part, moment, tags)) for part in parts}
        fitted(parts, told, paper)
        return blocks_of(parts, told, self.chance if telling.stamped else None)

    def _part(self, part: Part, moment: Moment, tags: Mapping[str, str]) -> Iterator[Told]:
        for element in self._elements(part, moment):
            before = False
            for topic in part.topics:
                if topic == EVIDENCE:
                    found = list(self._pieces(part, moment, element))
                elif part.fill:
                    found = list(self._all_of(topic, part, moment, element, tags))
                else:
                    found = list(self._one_of(topic, part, moment, element, tags, before))
                yield from found
                before = before or bool(found)

    def _elements(self, part: Part, moment: Moment) -> Sequence[str]:
        makes = self.pack.makes
        if part.of == CASE:
            return (CASE,)
        if part.of == makes.cast:
            return list(self.casting.ids.values() if part.as_plotted else self.casting.cast)
        return [str(index) for index in range(len(moment.facts.data[makes.carried]))]

    def _one_of(
        self, topic: str, part: Part, moment: Moment, element: str, tags: Mapping[str, str], before: bool
    ) -> Iterator[Told]:
        """A sentence on a topic, where any fits."""
        near = self._near(part, moment, element)
        possible = [
            (template, sentence)
            for template in self.pack.templates.get(topic, ())
            if self._applies(template, part, moment, element, tags)
            for sentence in (template.on if before and template.on else template.says)
            if sentence.fits(near, self.scene.far)
        ]
        if possible:
            fresh = [each for each in possible if id(each[1]) not in self._used] or possible
            template, sentence = self.chance.pick(fresh)
            self._used.add(id(sentence))
            same = [other for of, other in possible if of is template]
            yield self._told(template, part, moment, element, sentence, same)

    def _all_of(
        self, topic: str, part: Part, moment: Moment, element: str, tags: Mapping[str, str]
    ) -> Iterator[Told]:
        """Every sentence on a topic that fits, in any order."""
        near = self._near(part, moment, element)
        found = [
            (template, sentence)
            for template in self.pack.templates.get(topic, ())
            if self._applies(template, part, moment, element, tags)
            for sentence in template.says
            if id(sentence) not in self._used and sentence.fits(near, self.scene.far)
        ]
        for template, sentence in self.chance.shuffled(found):
            self._used.add(id(sentence))
            yield self._told(template, part, moment, element, sentence, ())

    def _pieces(self, part: Part, moment: Moment, element: str) -> Iterator[Told]:
        """The sentences that carry evidence here."""
        for piece in self.evidence.told(moment.phase, part.part, element):
            possible = [one for one in piece.says if one.fits(piece.near, self.scene.far)]
            if possible:
                sentence = self.chance.pick(possible)
                texts = [one.filled(piece.near, self.scene.far) for one in possible]
                yield Told(element, sentence.filled(piece.near, self.scene.far), (), (piece.id,), texts)

    def _applies(
        self, template: Template, part: Part, moment: Moment, element: str, tags: Mapping[str, str]
    ) -> bool:
        return (
            _tagged(template.tags, tags)
            and (template.reporter is None or template.reporter is (element == self.scene.reporter))
            and (not template.match or matches(self._fields(part, moment, element), template.match))
            and (template.when is None or template.when(moment.facts, element))
        )

    def _told(
        self,
        template: Template,
        part: Part,
        moment: Moment,
        element: str,
        sentence: Sentence,
        same: Sequence[Sentence],
    ) -> Told:
        near = self._near(part, moment, element)
        carried = self.evidence.of_template(template, element)
        return Told(
            element=element,
            text=sentence.filled(near, self.scene.far),
            states=tuple(self._path(part, moment, element) + name for name in template.states),
            evidence=(carried,) if carried else (),
            instead=[one.filled(near, self.scene.far) for one in same],
        )

    def _near(self, part: Part, moment: Moment, element: str) -> Mapping[str, Mapping[str, str]]:
        if part.of == self.pack.makes.cast:
            return self.scene.about(element, self.casting.links[element])
        if part.of == self.pack.makes.carried:
            carried = self.evidence.listed(moment.phase)[int(element)]
            return self.scene.about_carried(carried, self.pack.makes.refers)
        return {}

    def _fields(self, part: Part, moment: Moment, element: str) -> Mapping[str, Any]:
        if part.of == CASE:
            return moment.facts.data
        listed: Sequence[Mapping[str, Any]] = moment.facts.data[part.of]
        return listed[self._index(part, element)]

    def _path(self, part: Part, moment: Moment, element: str) -> str:
        return "" if part.of == CASE else f"{part.of}[{self._index(part, element)}]."

    def _index(self, part: Part, element: str) -> int:
        return list(self.casting.cast).index(element) if part.of == self.pack.makes.cast else int(element)


def _tagged(wanted: Mapping[str, Sequence[str]], tags: Mapping[str, str]) -> bool:
    return all(tags.get(name) in allowed for name, allowed in wanted.items())
