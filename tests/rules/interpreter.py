"""Conditions of the made-up world read straight from their trees: slow and plain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from tests.rules.library import WORLD

if TYPE_CHECKING:
    from collections.abc import Iterator

DECLARED: Any = yaml.safe_load(WORLD)
ORDER = ["none", "weak", "strong"]


class Told:
    """Facts with their defaults, derived values and added elements, as the world's own words have them."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.open = data.get("open", True)
        self.readers = [{"trusted": one["years"] >= 2, **one} for one in data["readers"]]
        self.claims = [{"against": [], "withdrawn": False, **one} for one in data.get("claims", [])]
        for one in self.readers:
            if (
                one["years"] < 1
                and "named" in one["marks"]
                and not any(c["by"] == one["id"] for c in self.claims)
            ):
                added = {"surety": "weak", "by": one["id"], "against": [], "withdrawn": False}
                self.claims.append(added)
        for one in self.claims:
            by_small = any(each["id"] == one["by"] and each["years"] < 1 for each in self.readers)
            weak = by_small or one["surety"] == "weak"
            one["standing"] = "none" if one["withdrawn"] else "weak" if weak else "strong"

    def all(self, entity: str) -> list[dict[str, Any]]:
        """The elements of an entity."""
        return self.readers if entity == "readers" else self.claims

    def named(self, reference: str) -> Iterator[dict[str, Any]]:
        """The reader whom a reference names, if any."""
        return (one for one in self.readers if one["id"] == reference)


def holds(tree: Any, told: Told, this: Any, its: Any = None) -> bool:
    """Whether a condition holds of the subject (`this`) and the element meant (`its`)."""
    if isinstance(tree, str):
        return _defined(tree, told, this, its)
    if "all" in tree:
        return all(holds(part, told, this, its) for part in tree["all"])
    if "any" in tree:
        return any(holds(part, told, this, its) for part in tree["any"])
    if "not" in tree:
        return not holds(tree["not"], told, this, its)
    if "this_is" in tree:
        return holds(DECLARED["definitions"][tree["this_is"]]["when"], told, this)
    if not {"some", "every", "another", "the", "fewer_than"} & tree.keys():
        return _compared(tree, told, this, its)
    where = tree.get("where")
    met = [each for each in _meant(tree, told, this, its) if where is None or holds(where, told, this, each)]
    if "every" in tree:
        among = [
            e for e in told.all(tree["every"]) if "among" not in tree or holds(tree["among"], told, this, e)
        ]
        return len(among) == len([each for each in among if each in met])
    return len(met) < tree["fewer_than"] if "fewer_than" in tree else bool(met)


def _meant(tree: Any, told: Told, this: Any, its: Any) -> list[Any]:
    if "another" in tree:
        return [each for each in told.all(tree["another"]) if each is not this]
    if "the" in tree:
        return list(told.named(_referred(tree["the"], this, its)))
    if "some" in tree and isinstance(tree["some"], dict):
        return [each for name in _referred(tree["some"], this, its) for each in told.named(name)]
    return told.all(tree.get("some") or tree.get("every") or tree["of"])


def _referred(tree: Any, this: Any, its: Any) -> Any:
    return this[tree["this"]] if "this" in tree else its[tree["its"]]


def _defined(name: str, told: Told, this: Any, its: Any) -> bool:
    definition = DECLARED["definitions"][name]
    key = {"readers": "years", "claims": "surety"}.get(definition["of"])
    meant = its if key and isinstance(its, dict) and key in its else this
    return holds(definition["when"], told, meant)


def _compared(tree: Any, told: Told, this: Any, its: Any) -> bool:
    [base] = {"case", "this", "its"} & tree.keys()
    [operator] = tree.keys() - {base}
    wanted = tree[operator]
    value = told.open if base == "case" else (this if base == "this" else its)[tree[base]]
    if wanted == "this":
        wanted = this["id"] if isinstance(this, dict) else this
    match operator:
        case "equals":
            return bool(value == wanted)
        case "one_of":
            return value in wanted
        case "holds":
            return wanted in value
        case "holds_any":
            return any(each in value for each in _grouped(wanted))
        case "holds_only":
            return all(each in _grouped(wanted) for each in value)
        case "holds_own":
            return (this if base == "this" else its)[wanted] in value
        case "empty":
            return bool((not value) == wanted)
        case "at_least":
            return _rank(value) >= _rank(wanted)
        case "below":
            return _rank(value) < _rank(wanted)
    raise AssertionError(operator)


def _grouped(wanted: Any) -> Any:
    return DECLARED["groups"][wanted] if isinstance(wanted, str) else wanted


def _rank(value: Any) -> int:
    return ORDER.index(value) if isinstance(value, str) else int(value)
