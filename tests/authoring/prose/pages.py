"""Writes a page for every rule of prose: `python -m tests.authoring.prose.pages`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.authoring.prose.conftest import CAST, OWN_NAMES, bundled

if TYPE_CHECKING:
    from simulator.guidance.guidance import Guidance
    from simulator.guidance.prose import ProseRule

FOLDER = Path(__file__).parents[3] / "docs" / "lint"
INDEX = "content.md"
KINDS = {
    "title": "titles",
    "discussion": "questions for the discussion",
    "manifest": "what a pack says of itself",
}


def pages(guidance: Guidance) -> dict[str, str]:
    """The name and text of every page."""
    return {INDEX: _index(guidance), **{f"{rule.code}.md": _page(rule) for rule in guidance.prose}}


def _index(guidance: Guidance) -> str:
    rows = "\n".join(f"| [{rule.code}]({rule.code}.md) | {rule.title} |" for rule in guidance.prose)
    return f"""# What `simulator pack lint` asks of prose

The rules are data of the guidance pack `{guidance.name}` (its section `prose`), and this page and theirs are
made from it.

| code | rule |
|---|---|
{rows}

Every rule reads a text as it looks: case, hyphens, ends of lines, typographic marks and letters that only look like
others make no difference. Quotations of the guidance, in quotation marks and word for word (four words and more, or
fewer in a sentence that names the paragraph), labels of options, and the names on a pack's own lists are exempt. A
placeholder such as `{{this}}` stands for a name.

They read the narratives and the title of every case, its questions for the discussion, the sentences that narratives
are made from, and of a pack's manifest its title, content note, objectives, prompts and note for today. A few rules
leave out one or the other; their pages say so. The support text is a force's own, and no rule reads it.

The examples on the pages are tests. In them the children are {", ".join(CAST)}, and the pack's own names
{", ".join(OWN_NAMES)}.
"""


def _page(rule: ProseRule) -> str:
    why = "\n\n".join(" ".join(part.split()) for part in rule.why)
    return f"""# {rule.code}: {rule.title}

> {rule.message.replace("{found}", "…")}; {rule.fix}

{why}

## What it catches

{_examples(rule.catches)}

## What it lets pass

{_examples(rule.passes)}
{_permission(rule)}{_elsewhere(rule)}
[All rules of prose]({INDEX})
"""


def _examples(texts: tuple[str, ...]) -> str:
    return "\n".join(f"* {' '.join(text.split())}" for text in texts)


def _permission(rule: ProseRule) -> str:
    if rule.permitted_by is None:
        return ""
    question, option = rule.permitted_by.question, rule.permitted_by.option
    return f"\nIn a case it passes where the guidance lets `{question}` be answered with `{option}`.\n"


def _elsewhere(rule: ProseRule) -> str:
    if not rule.not_in:
        return ""
    return f"\nIt says nothing of {' and '.join(KINDS[kind] for kind in KINDS if kind in rule.not_in)}.\n"


def main() -> None:
    """Writes the pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages(bundled()).items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
