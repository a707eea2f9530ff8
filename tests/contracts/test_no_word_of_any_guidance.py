"""The engine holds no word of any one guidance: those are data in packs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.guidance.reading import read_guidance
from simulator.packs.reading import read_document

if TYPE_CHECKING:
    from simulator.guidance.guidance import Guidance

ROOT = Path(__file__).parents[2]
PACK = ROOT / "plugins" / "simulator_guidance_derbyshire_2016"

EVERYDAY = {
    # Words of every language of programs, papers or training, which the guidance happens to use as well.
    "accept", "accepted", "by", "called", "case", "established", "full", "given", "grades", "home", "initial",
    "kind", "none", "nothing", "now", "open", "parents", "pending", "previous", "report", "reported", "role",
    "shared", "support", "unknown", "decisions", "grade", "standing", "against", "acts", "assessment", "attributed",
    "kinds", "label", "negated", "never", "people", "refused", "witness",
    # Faces, plugins and stores speak of outcomes and forces of their own, and the toolkit of notices in passing.
    "force", "notify",
}  # fmt: skip
SUBJECT_MATTER = re.compile(
    r"\b(child|children|sexting|indecent|aggravat\w*|safeguard\w*|offence\w*|offender\w*|suspect\w*|"
    r"derbyshire\w*|htcuc?|regina|referral\w*|restorative|caution\w*|image|images)\b",
    re.IGNORECASE,
)


def words_of(guidance: Guidance) -> set[str]:
    """Every id that the guidance pack declares."""
    world = guidance.world
    words = {*world.enumerations, *world.groups, *world.entities, *world.definitions, *world.case_fields}
    words |= {value for each in world.enumerations.values() for value in each.values}
    words |= {field for each in world.entities.values() for field in (*each.fields, *each.derived)}
    words |= {option.option for question in guidance.questions.values() for option in question.options}
    words |= {*guidance.questions, *(phase.phase for phase in guidance.phases)}
    words |= {step.step for phase in guidance.phases for step in phase.steps}
    return words


def test_no_source_of_the_program_holds_a_word_that_only_a_guidance_declares() -> None:
    guidance = read_guidance([read_document(path) for path in sorted(PACK.rglob("*.yaml"))])
    declared = re.compile(r"\b(" + "|".join(sorted(words_of(guidance) - EVERYDAY)) + r")\b")
    found = []
    for path in sorted((ROOT / "simulator").rglob("*")):
        if path.suffix not in (".py", ".json", ".tcss", ".jinja", ".css"):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            plain = line.replace("image-sharing-simulator", "")
            words = {*declared.findall(plain), *SUBJECT_MATTER.findall(plain)}
            found += [f"{path.relative_to(ROOT)}:{number}: {word}" for word in sorted(words)]
    assert not found, "words of a guidance in the program:\n" + "\n".join(found)


def test_the_check_would_find_a_word_of_the_guidance() -> None:
    guidance = read_guidance([read_document(path) for path in sorted(PACK.rglob("*.yaml"))])
    assert {"onward_forwarding", "code_21", "took_own", "consensual"} <= words_of(guidance) - EVERYDAY
    assert SUBJECT_MATTER.search("every child is heard")
