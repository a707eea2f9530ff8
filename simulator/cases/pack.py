"""The format `scenario-pack/1`: what a pack of cases is made of, as the generator uses it.

A pack is the union of its files' sections. Lists of the same section are joined, mappings united.

`pack`: `name`, `version`, `guidance`, `language`, `title`, `content_note`, `intensity` (1 to 3), `minutes`, `support`;
and what `simulator.cases.manifest` tells of: `edition`, `objectives`, `prompts` (`minutes`, `text`), `today`,
`authors`, `draws_on`, `begins_with`.

`generates`, of a pack that draws on another one's stock: `plots` and `openings` are the only ones that it draws;
every case is as wanted by `focus` (rules and paragraphs), `expects` (question: options), `mistakes` (kinds), `counts`
(group of subjects: how many) and `difficulty` (easy, middle or hard).

`makes`: how the pack's words stand for the facts of its guidance. `cast`: the list of facts that slots make.
`carried`: the list whose elements evidence carries. `grade`: the field of such an element that its evidence gives,
`nothing` the grade of one that is not there. `bears_on`: the fields that say what evidence bears on. `refers`: those
that refer to the cast. `distinct`: fields in which no two such elements of a case are alike. `graded_at`: the phase by
whose end an element's evidence carries the grade that it was given.

`forms`: the words for a person, by form; `many`: the form of several. `names`: `kinds` (the list of Faker's that each
form takes its names from) and `leave_out`. `lists`: texts, or mappings of texts, to pick from; `picks`: placeholders
picked once a case; `own_picks`: once for each of the cast; `shown`: fields of the cast that a sentence may show;
`titles`: of cases.

`common`: values to draw by name. `cast_has`: fields that everybody has unless a slot says otherwise or is `bare`.
A value to draw is a plain one, a list, or `{one_of, weights}`, `{range}`, `{slot}` or `{common}`.

`plots`: `plot`, `weight`, `case` (fields), `cast`: slots with `chance` (percent), `bare`, `links` (placeholder to
slot), `has` (fields) and `variants` (one of which, by `weight`, adds `has` and `links`); `carried`: elements, each
left out where its grade is drawn as null; `complications`: `how_many`, and `among` which, with their weights.

`complications`: `complication`, `needs` (slot: field: what it equals or holds), `carried`.

`openings`: how a case came: `opening`, `weight`, `updates`, `told_at_once` (grades whose evidence the first phase
tells whole).

`moves`: how each later phase follows: `to`, `from` (`phase`, `question`, `subject`), and `ways`: `option` of that
question, `one_of` with `called`, `weight`, `if` (case fields), `when` (a condition at the phase
before) and `updates`.

An update sets a case field (`set`, `to`), or a field of each element of a list (`each`) that meets `where` (fields)
and `when` (a condition at the phase before).

`reporters`: `reporter`, `weight`, `when`, `of` (a condition on one of the cast: the placeholder `whose`), `called`,
`form`, `voices`. `styles`: further tags, drawn once a case. Tags are `plot`, `opening`, `reporter`, `voice`, `course`
(the option that a phase follows), `way` (how it does) and the styles.

`papers`: for each `phase` the bounds of `words`, and `tellings`: `parts` in order, `with` (tags), `weight`,
`stamped` (each block begins with a time).

`parts`: `part`, `of` (`case` or a list), `topics` in order (`evidence` stands for the pieces told there), `each`
(`paragraph` or `sentence`), `order` (`listed`, or `plot` as the plot has it), `after` (the choice that brings it to
light), `fill` (only as much as the paper needs), `news` (nothing that was stated before and is still so).

`templates`: `topic`, `with` (tags), `when` (a condition), `match` (fields), `reporter` (true: only of the one who
reports; false: of anybody else), `states` (fields), `evidence` (a piece that the sentence carries), `says`
(variants), `then` (variants where a sentence about the same element goes before).

`evidence_patterns`: `pattern`, `match` and `except` (fields of the element), `grade`, `others` (how many further
ones speak: `other`, `other2`), `needs` (of what the element refers to: field: fields), `plots` and `except_plots`,
`pieces`: `piece`, `phase`, `part`, `at` (whose paragraph), `kind`, `whose`, `first_hand`, `for`, `independent_of`
(pieces), `says`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.cases.conditions import Holds
    from simulator.cases.drawing import Drawer
    from simulator.cases.names import FirstNames
    from simulator.cases.sentences import Sentence
    from simulator.model.conditions import Condition

CASE = "case"
EVIDENCE = "evidence"

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Makes:
    """How the pack's words stand for the facts of its guidance."""

    cast: str
    carried: str
    grade: str
    nothing: str
    bears_on: tuple[str, ...]
    refers: tuple[str, ...]
    distinct: tuple[str, ...]
    graded_at: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One way in which a slot may be filled."""

    weight: int
    has: Mapping[str, Drawer]
    links: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a plot for one of the cast."""

    slot: str
    chance: int
    bare: bool
    has: Mapping[str, Drawer]
    links: Mapping[str, str]
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Complication:
    """Elements that evidence carries, with what they need of the cast."""

    complication: str
    needs: Mapping[str, Fields]
    carried: tuple[Mapping[str, Drawer], ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """A skeleton of facts; `complications` are weighted."""

    plot: str
    weight: int
    case: Mapping[str, Drawer]
    cast: tuple[Slot, ...]
    carried: tuple[Mapping[str, Drawer], ...]
    how_many: Drawer
    complications: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Update:
    """A change of the facts: of a case field where `each` is None, else of elements of that list.

    `condition` is the tree of `when`. `only` leaves all elements out but one: that of this slot, or of this place
    among those that evidence carries.
    """

    set: str
    to: Drawer
    each: str | None
    where: Fields
    when: Holds | None
    condition: Condition | None = None
    only: str | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """How a case came to the officer."""

    opening: str
    weight: int
    updates: tuple[Update, ...]
    told_at_once: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way on to the next phase, open where the case fields are as in `needs` and `when` held at the phase before.

    `condition` is the tree of `when`.
    """

    called: str
    weight: int
    needs: Fields
    when: Holds | None
    updates: tuple[Update, ...]
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """How a phase follows: the ways after each option of a question; after `` where none is asked."""

    to: str
    phase: str
    question: str
    subject: str
    ways: Mapping[str, tuple[Way, ...]]


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who came to the police; `themselves`: one of the cast."""

    reporter: str
    weight: int
    when: Holds | None
    of: Holds
    called: Sentence
    themselves: bool
    form: str
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One order of telling a phase."""

    weight: int
    tags: Mapping[str, tuple[str, ...]]
    parts: tuple[str, ...]
    stamped: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """What a phase adds to the file."""

    phase: str
    fewest: int
    most: int
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paper."""

    part: str
    of: str
    topics: tuple[str, ...]
    by_paragraph: bool
    as_plotted: bool
    after: str | None
    fill: bool
    news: bool


@dataclass(frozen=True, slots=True)
class Template:
    """Sentences about one topic, and where they may stand."""

    topic: str
    tags: Mapping[str, tuple[str, ...]]
    when: Holds | None
    match: Fields
    reporter: bool | None
    states: tuple[str, ...]
    evidence: Fields | None
    says: tuple[Sentence, ...]
    then: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence, and the sentences that tell it in one part of one phase."""

    piece: str
    phase: str
    part: str
    at: str
    kind: str
    whose: str
    first_hand: bool
    speaks_for: bool
    independent_of: tuple[str, ...]
    says: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Pieces that together carry a grade; `grades` is what those told by the end of each phase carry."""

    pattern: str
    match: Fields
    excepts: Fields
    needs: Fields
    plots: tuple[str, ...]
    except_plots: tuple[str, ...]
    others: int
    pieces: tuple[Piece, ...]
    grades: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that placeholders stand for."""

    forms: Mapping[str, Mapping[str, str]]
    many: str
    first_names: FirstNames
    lists: Mapping[str, tuple[Mapping[str, str], ...]]
    picks: Mapping[str, str]
    own_picks: Mapping[str, str]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScenarioPack:
    """All of a pack, read and free of faults in form."""

    name: str
    version: str
    guidance: str
    title: str
    content_note: str
    titles: tuple[Sentence, ...]
    makes: Makes
    wording: Wording
    cast_has: Mapping[str, Drawer]
    plots: tuple[Plot, ...]
    complications: Mapping[str, Complication]
    openings: tuple[Opening, ...]
    moves: tuple[Move, ...]
    reporters: tuple[Reporter, ...]
    styles: Mapping[str, tuple[str, ...]]
    papers: tuple[Paper, ...]
    parts: Mapping[str, Part]
    templates: Mapping[str, tuple[Template, ...]]
    patterns: tuple[Pattern, ...]
    phases: tuple[str, ...]
