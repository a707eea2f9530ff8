"""What the guidance says of prose is asked of every text of a pack, each as what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from simulator.authoring.lint.examined import examined
from simulator.authoring.lint.prose import Prose
from simulator.authoring.lint.sources import sources_of
from simulator.cases.written import read_written
from tests.authoring.packs import CASE, MANIFEST, changed, workshop

if TYPE_CHECKING:
    from pathlib import Path

TITLE = 'title: "A call before registration"'
BANNED = "One was called damaged goods."


def found(folder: Path) -> list[str]:
    """The codes of what is found in the manifest and the cases of a pack."""
    engine, sources = workshop().engine(), sources_of(folder)
    prose = Prose(engine.guidance, sources)
    assert sources.head is not None
    assert sources.manifest is not None
    findings = list(prose.of_manifest(sources.head))
    for case in sources.cases:
        findings += prose.of_case(examined(read_written(case, engine, sources.manifest)))
    return [finding.code for finding in findings]


def saying(folder: Path, **said: Any) -> Path:
    """The pack with something else in its manifest."""
    manifest = folder / MANIFEST
    data = yaml.safe_load(manifest.read_text(encoding="utf-8"))
    data["pack"] |= said
    manifest.write_text(yaml.safe_dump(data), encoding="utf-8")
    return folder


def asking(folder: Path, question: str) -> Path:
    """The pack with a question for the discussion in its case."""
    return changed(folder, CASE, TITLE, f'{TITLE}\ndiscuss: ["{question}"]')


def telling(folder: Path, sentence: str) -> Path:
    """The pack with one more sentence in its case."""
    return changed(folder, CASE, "The aunt has not seen it", f"{sentence} The aunt has not seen it")


def test_a_new_pack_has_nothing_wrong_in_its_prose(pack: Path) -> None:
    assert found(pack) == []


@pytest.mark.parametrize(
    "said",
    [
        {"title": BANNED},
        {"content_note": BANNED},
        {"today": BANNED},
        {"objectives": ["You can say it.", BANNED]},
        {"prompts": [{"minutes": 5, "text": BANNED}]},
    ],
    ids=lambda said: next(iter(said)),
)
def test_every_sentence_of_a_manifest_is_read(pack: Path, said: dict[str, Any]) -> None:
    assert found(saying(pack, **said)) == ["banned-term"]


def test_the_support_text_is_a_force_s_own(pack: Path) -> None:
    assert found(saying(pack, support="Ring the desk in Derby on 01632 960 123.")) == []


@pytest.mark.parametrize(
    "said",
    [
        "No image is ever described.",
        "The guidance of 2016 on sexting was that of Derbyshire; an offence was recorded against a suspect.",
    ],
)
def test_a_manifest_may_say_what_the_guidance_is_about(pack: Path, said: str) -> None:
    assert found(saying(pack, content_note=said, today=said)) == []


@pytest.mark.parametrize("said", [{"objectives": 3}, {"prompts": [3, {}]}, {"title": None}, {"today": []}])
def test_what_is_no_sentence_is_left_to_the_schema(pack: Path, said: dict[str, Any]) -> None:
    sources = sources_of(saying(pack, **said))
    assert sources.head is not None
    assert list(Prose(workshop().engine().guidance, sources).of_manifest(sources.head)) == []


def test_a_question_is_read_as_a_question(pack: Path) -> None:
    assert found(asking(pack, "Was it suspected, believed or established, and is that sexting?")) == []


def test_a_question_describes_no_image(pack: Path) -> None:
    assert "image-described" in found(asking(pack, "What would it change if the image was worse?"))


def test_a_title_may_have_capitals(pack: Path) -> None:
    assert found(changed(pack, CASE, TITLE, 'title: "What Elin Told The Nurse"')) == []


def test_a_term_passes_where_the_guidance_lets_the_case_be_called_so(pack: Path) -> None:
    assert found(telling(pack, "She calls it sexting.")) == []


def test_a_term_is_refused_where_the_guidance_calls_the_case_something_else(pack: Path) -> None:
    changed(pack, CASE, "consensual: true", "consensual: false")
    assert found(telling(pack, "She calls it sexting.")) == ["sexting"]
