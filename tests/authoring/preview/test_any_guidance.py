"""The preview of cases under a guidance that nobody has heard of."""

from __future__ import annotations

from simulator.authoring.preview.reading import PackReader
from simulator.cli.workshop import Workshop
from simulator.packs.finding import pack_in
from tests.any_guidance.running import CASES, GUIDANCE


def test_a_case_of_a_library_is_shown_with_its_key() -> None:
    workshop = Workshop(strangers=False, guidance=str(GUIDANCE))
    reader = PackReader(CASES, workshop.engine, lambda folder: workshop.generator(pack_in(folder)))
    preview = reader.read(reader.first())
    assert preview.case is not None
    assert preview.standing == workshop.engine().guidance.standing
    heads = {passage.head for row in preview.case.rows for passage in row.key}
    assert {"States", "Carries"} <= heads
    labels = [passage.text for row in preview.case.rows for passage in row.key if passage.kind == "label"]
    assert len(labels) > 5
