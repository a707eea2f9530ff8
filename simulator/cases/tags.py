"""Tags: words that a case was drawn with, by which a pack says where its texts may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.cases.pack import Template


def tagged(wanted: Mapping[str, Sequence[str]], tags: Mapping[str, str]) -> bool:
    """Whether every tag that is wanted is there with a word that is allowed."""
    return all(tags.get(name) in allowed for name, allowed in wanted.items())


class OpenTemplates:
    """The templates of a pack that may stand in cases with certain tags, found once for the same tags."""

    def __init__(self, templates: Mapping[str, Sequence[Template]]) -> None:
        self._templates = templates
        self._names = {
            topic: tuple(dict.fromkeys(name for one in listed for name in one.tags))
            for topic, listed in templates.items()
        }
        self._found: dict[tuple[str | None, ...], Sequence[Template]] = {}

    def on(self, topic: str, tags: Mapping[str, str]) -> Sequence[Template]:
        """The templates on a topic, in the pack's order."""
        key = (topic, *[tags.get(name) for name in self._names.get(topic, ())])
        if key not in self._found:
            listed = self._templates.get(topic, ())
            self._found[key] = [one for one in listed if tagged(one.tags, tags)]
        return self._found[key]
