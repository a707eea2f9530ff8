"""Tells a case: chooses sentences part by part, and puts them together as the papers of each phase."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.cases.matching import matches
from simulator.cases.pack import EVIDENCE
from simulator.cases.paragraphs import Told, blocks_of, fit
from simulator.cases.spots import in_order, spots_of
from simulator.cases.tags import tagged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.cases.casting import Casting
    from simulator.cases.chance import Chance
    from simulator.cases.evidence import Evidence
    from simulator.cases.moving import Moment
    from simulator.cases.pack import Paper, Part, ScenarioPack, Template
    from simulator.cases.scene import Scene
    from simulator.cases.sentences import Sentence
    from simulator.cases.spots import ListedSpots, Spot
    from simulator.cases.tags import OpenTemplates


class Teller:
    """Tells one case; sentences that were used are used again only where no other fits."""

    def __init__(
        self,
        pack: ScenarioPack,
        open_templates: OpenTemplates,
        casting: Casting,
        scene: Scene,
        evidence: Evidence,
        chance: Chance,
    ) -> None:
        self.chance = chance
        self._pack = pack
        self._open = open_templates
        self._casting = casting
        self._scene = scene
        self._evidence = evidence
        self._cast = {name: scene.about(name, casting.links[name]) for name in casting.cast}
        self._used: set[Sentence] = set()
        self._stated: dict[str, Any] = {}

    def tell(self, paper: Paper, moment: Moment) -> list[dict[str, Any]]:
        """The narrative of a phase."""
        tags = {**self._scene.tags, "course": moment.course, "way": moment.way}
        tellings = [telling for telling in paper.tellings if tagged(telling.tags, tags)]
        if not tellings:
            return []
        telling = self.chance.weighted(tellings, [telling.weight for telling in tellings])
        parts = [self._pack.parts[name] for name in telling.parts]
        open_now = {topic: self._open.on(topic, tags) for part in parts for topic in part.topics}
        phase = _Phase(self._spots(moment), open_now, moment)
        told: dict[str, list[Told]] = {}
        idle: dict[str, Iterator[Told]] = {}
        for part in parts:
            if part.fill:
                idle[part.part] = self._idle(part, phase)
            else:
                told[part.part] = self._part(part, phase)
        fit(told, idle, paper, self._used)
        self._stated |= phase.stated
        return blocks_of(parts, told, self.chance if telling.stamped else None)

    def _spots(self, moment: Moment) -> ListedSpots:
        carried = self._evidence.listed(moment.phase)
        return spots_of(self._pack.makes, moment, self._scene.words, self._cast, carried)

    def _part(self, part: Part, phase: _Phase) -> list[Told]:
        told: list[Told] = []
        topics = [topic for topic in part.topics if topic == EVIDENCE or phase.open[topic]]
        if not topics:
            return told
        for spot in in_order(phase.spots[part.of], part, self._casting):
            first = len(told)
            for topic in topics:
                if topic == EVIDENCE:
                    told += self._pieces(part, spot, phase)
                    continue
                applying = self._applying(phase.open[topic], part, spot, phase)
                if applying:
                    told += self._one_of(applying, spot, phase, before=len(told) > first)
        return told

    def _one_of(self, applying: Sequence[Template], spot: Spot, phase: _Phase, *, before: bool) -> list[Told]:
        """A sentence of one of the templates, where any fits; `before`: another about the element goes before it."""
        words, used = spot.words, self._used
        variants = [template.then if before and template.then else template.says for template in applying]
        possible = [each for says in variants for each in says if each not in used and each.fits(words)]
        if not possible:
            possible = [each for says in variants for each in says if each.fits(words)]
        if not possible:
            return []
        sentence = self.chance.pick(possible)
        number = next(number for number, says in enumerate(variants) if sentence in says)
        return [self._told(applying[number], spot, sentence, variants[number], phase)]

    def _idle(self, part: Part, phase: _Phase) -> Iterator[Told]:
        """Sentences to fill a paper up with: their order is drawn at once, each is told when it is asked for."""
        found: list[tuple[Spot, Template, Sentence]] = []
        for spot in in_order(phase.spots[part.of], part, self._casting):
            for topic in part.topics:
                fitting = [
                    (spot, template, sentence)
                    for template in self._applying(phase.open[topic], part, spot, phase)
                    for sentence in template.says
                    if sentence.fits(spot.words)
                ]
                found += self.chance.shuffled(fitting)
        return (self._told(template, spot, sentence, (), phase) for spot, template, sentence in found)

    def _pieces(self, part: Part, spot: Spot, phase: _Phase) -> list[Told]:
        """The sentences that carry evidence here."""
        found = []
        for piece in self._evidence.told(phase.moment.phase, part.part, spot.element):
            possible = [sentence for sentence in piece.says if sentence.fits(piece.words)]
            if possible:
                sentence = self.chance.pick(possible)
                found.append(Told(spot.element, sentence, (), (piece.id,), piece.words, possible))
        return found

    def _applying(
        self, templates: Sequence[Template], part: Part, spot: Spot, phase: _Phase
    ) -> list[Template]:
        facts, element, fields = phase.moment.facts, spot.element, spot.fields
        reports = element == self._scene.reporter
        return [
            template
            for template in templates
            if (template.reporter is None or template.reporter is reports)
            and (not template.match or matches(fields, template.match))
            and (template.when is None or template.when(facts, element))
            and not (part.news and self._is_old(template, spot))
        ]

    def _is_old(self, template: Template, spot: Spot) -> bool:
        """Whether everything that a template states was stated before, and is as it was then."""
        return all(
            self._stated.get(spot.path + name, self) == spot.fields.get(name) for name in template.states
        )

    def _told(
        self,
        template: Template,
        spot: Spot,
        sentence: Sentence,
        instead: Sequence[Sentence],
        phase: _Phase,
    ) -> Told:
        self._used.add(sentence)
        stated = {spot.path + name: spot.fields.get(name) for name in template.states}
        phase.stated |= stated
        carried = self._evidence.of_template(template, spot.element)
        return Told(spot.element, sentence, stated, carried, spot.words, instead)


@dataclass(slots=True)
class _Phase:
    """What is told of in a phase, the templates that may tell it by topic, and what they came to state."""

    spots: ListedSpots
    open: Mapping[str, Sequence[Template]]
    moment: Moment
    stated: dict[str, Any] = field(default_factory=dict)
