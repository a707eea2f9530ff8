"""Reads what placeholders stand for, and the sentences that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cases.names import few_initials, names_by_form
from simulator.cases.pack import Makes, Plot, Wording
from simulator.cases.sentences import BadPlaceholder, Sentence, sentence_of
from simulator.errors.text import first_acting
from simulator.guidance.nodes import suggestion, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.cases.names import FirstNames
    from simulator.cases.sections import Sections
    from simulator.errors.faults import Fault
    from simulator.guidance.nodes import Node

MOST_OF_CAST = 12
OTHERS = ("other", "other2")
THIS = "this"
REPORTER = "reporter"
WHOSE = "whose"

_NO_SENTENCE = sentence_of("")


def wording_of(sections: Sections, every_name: FirstNames, faults: list[Fault]) -> Wording:
    """The words of a pack, its names being some of `every_name`. What is wrong goes to `faults`."""
    names = sections.single("names").data
    lists = sections.mapped("lists")
    forms = {form: dict(node.data) for form, node in sections.mapped("forms").items()}
    for key in ("picks", "own_picks"):
        for node in sections.mapped(key).values():
            if node.data not in lists:
                faults.append(unknown(node, "list", lists))
    for name in (*names["kinds"], sections.single("many").data):
        if name not in forms:
            faults.append(unknown(sections.single("many"), f"form: {name}", forms))
    first_names = names_by_form(names["kinds"], names.get("leave_out", ()), every_name)
    if few_initials(first_names, MOST_OF_CAST):
        what = f"fewer than {MOST_OF_CAST} initials are left among the names"
        faults.append(sections.single("names").fault(what, "leave out fewer names"))
    return Wording(
        forms=forms,
        many=sections.single("many").data,
        first_names=first_names,
        lists={name: tuple(_record(item.data) for item in node.items()) for name, node in lists.items()},
        picks={name: node.data for name, node in sections.mapped("picks").items()},
        own_picks={name: node.data for name, node in sections.mapped("own_picks").items()},
        shown=tuple(node.data for node in sections.listed("shown")),
    )


def titles_of(sections: Sections, sentences: SentenceReader) -> tuple[Sentence, ...]:
    """The titles that a case may have."""
    return tuple(sentences.read(node) for node in sections.listed("titles"))


def placeholders_of(wording: Wording, plots: Iterable[Plot], makes: Makes) -> dict[str, frozenset[str]]:
    """Every placeholder that a sentence may hold, with its forms."""
    of_many = frozenset(form for words in wording.forms.values() for form in words) | {""}
    of_one = of_many | set(wording.shown) | set(wording.own_picks)
    known = placeholders_of_all(wording)
    known |= {REPORTER: of_many, **dict.fromkeys(makes.refers, of_one)}
    for plot in plots:
        for slot in plot.cast:
            for links in (slot.links, *(variant.links for variant in slot.variants)):
                known |= dict.fromkeys(links, of_one)
            known[slot.slot] = of_one
    return known | dict.fromkeys((THIS, WHOSE, *OTHERS), of_one)


def placeholders_of_all(wording: Wording) -> dict[str, frozenset[str]]:
    """The placeholders that stand for something in every case, with their forms."""
    return {name: _keys(wording.lists.get(of, ())) for name, of in wording.picks.items()}


def placeholders_of_one(wording: Wording) -> frozenset[str]:
    """The forms that every one of the cast has."""
    forms = (wording.forms.get(form, {}) for form in wording.first_names)
    return frozenset.intersection(*map(frozenset, forms)) | {"", *wording.own_picks}


class SentenceReader:
    """Reads sentences whose placeholders are `known`, with their forms."""

    def __init__(self, known: Mapping[str, frozenset[str]], faults: list[Fault]) -> None:
        self._known = known
        self._faults = faults

    def read(self, node: Node) -> Sentence:
        """The sentence at a node."""
        if first_acting(node.data) is not None:
            what = "this text holds a character that acts on a terminal or hides"
            self._faults.append(node.fault(what, "take it out", code="acting-character"))
            return _NO_SENTENCE
        try:
            sentence = sentence_of(node.data)
        except BadPlaceholder as wrong:
            what = f"'{wrong}' is no placeholder"
            self._faults.append(
                node.fault(what, "{name} or {name.form}, in small letters", code="placeholder")
            )
            return _NO_SENTENCE
        for name, form in sentence.needs:
            self._check(node, name, form)
        return sentence

    def all(self, node: Node | None) -> tuple[Sentence, ...]:
        """The sentences in a list."""
        return tuple(self.read(item) for item in node.items()) if node is not None else ()

    def _check(self, node: Node, name: str, form: str) -> None:
        if name not in self._known:
            right = suggestion(name, sorted(self._known))
            self._faults.append(node.fault(f"{{{name}}} stands for nothing", right, code="placeholder"))
        elif form not in self._known[name]:
            right = suggestion(form, sorted(self._known[name] - {""}))
            what = f"{{{name}.{form}}} stands for nothing" if form else f"{{{name}}} needs a form"
            self._faults.append(node.fault(what, right, code="placeholder"))


def _record(item: str | Mapping[str, str]) -> Mapping[str, str]:
    return {"": item} if isinstance(item, str) else dict(item)


def _keys(records: Iterable[Mapping[str, str]]) -> frozenset[str]:
    """The forms that every record of a list has."""
    found = [frozenset(record) for record in records]
    return frozenset.intersection(*found) if found else frozenset()
