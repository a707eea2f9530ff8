"""Draws conditions and facts of the made-up world."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.rules.library import claim, facts, reader

if TYPE_CHECKING:
    from random import Random

    from hypothesis.strategies import SearchStrategy

CARDS, MARKS, SURETIES = ("red", "blue"), ("torn", "wet", "named"), ("none", "weak", "strong")
OWN_DEFINITIONS = {"readers": ["small", "grown", "spoiling"], "claims": ["live"]}

Conditions = st.SearchStrategy[Any]


def conditions(this: str, its: str = "", *, provable: bool = False, depth: int = 2) -> Conditions:
    """Conditions about the case, an entity or `cards`, in a quantifier also about `its`.

    `provable` ones put no quantifier over an entity inside another.
    """
    atoms = st.one_of(*_atoms(this, its, provable=provable))
    if depth == 0:
        return atoms
    inner = conditions(this, its, provable=provable, depth=depth - 1)
    several = st.lists(inner, min_size=1, max_size=3)
    parts = [
        atoms,
        st.fixed_dictionaries({"all": several}),
        st.fixed_dictionaries({"any": several}),
        st.fixed_dictionaries({"not": inner}),
    ]
    if not (provable and its):
        parts.append(_quantified(this, provable=provable, depth=depth - 1))
    return st.one_of(*parts)


def _atoms(this: str, its: str, *, provable: bool) -> list[Conditions]:
    found: list[Conditions] = [st.fixed_dictionaries({"case": st.just("open"), "equals": st.booleans()})]
    for base, scope in (("this", this), ("its", its)) if not (provable and its) else (("its", its),):
        if scope == "readers":
            found += _of_reader(base, this)
        if scope == "claims":
            found += _of_claim(base, this)
    names = [name for scope in {this, its} for name in OWN_DEFINITIONS.get(scope, [])]
    if not provable:
        names += ["disputed", *(["claiming"] if "readers" in (this, its) else [])]
    elif not its:
        names += ["disputed", *(["claiming"] if this == "readers" else [])]
    return [*found, st.sampled_from(names)] if names else found


def _compared(base: str, field: str, operator: str, values: SearchStrategy[Any]) -> Conditions:
    return st.fixed_dictionaries({base: st.just(field), operator: values})


def _of_reader(base: str, this: str) -> list[Conditions]:
    years = st.integers(0, 3)
    marks = st.lists(st.sampled_from(MARKS), min_size=1, max_size=2, unique=True)
    card = [st.just("this")] if this == "cards" else []
    return [
        _compared(base, "years", "equals", years),
        *(_compared(base, "years", operator, st.integers(1, 3)) for operator in ("at_least", "below")),
        _compared(base, "years", "one_of", st.lists(years, min_size=1, max_size=2)),
        _compared(base, "card", "equals", st.one_of(st.sampled_from(CARDS), *card)),
        _compared(base, "marks", "holds", st.sampled_from(MARKS)),
        _compared(base, "marks", "holds_any", st.one_of(st.just("spoilt"), marks)),
        _compared(base, "marks", "holds_only", st.one_of(st.just("spoilt"), marks)),
        _compared(base, "trusted", "equals", st.booleans()),
    ]


def _of_claim(base: str, this: str) -> list[Conditions]:
    whom = st.sampled_from(["nobody", "this"] if this == "readers" else ["nobody"])
    plain = st.one_of(*_of_reader("its", this), st.sampled_from(OWN_DEFINITIONS["readers"]))
    referred = st.one_of(plain, st.fixed_dictionaries({"not": plain}))
    by, against = st.just({base: "by"}), st.just({base: "against"})
    return [
        _compared(base, "surety", "equals", st.sampled_from(SURETIES[1:])),
        *(
            _compared(base, "standing", operator, st.sampled_from(SURETIES))
            for operator in ("equals", "at_least", "below")
        ),
        _compared(base, "standing", "one_of", st.lists(st.sampled_from(SURETIES), min_size=1, unique=True)),
        _compared(base, "by", "equals", whom),
        *([_compared(base, "against", "holds", st.just("this"))] if this == "readers" else []),
        _compared(base, "against", "empty", st.booleans()),
        _compared(base, "against", "holds_own", st.just("by")),
        _compared(base, "withdrawn", "equals", st.booleans()),
        st.fixed_dictionaries({"the": by, "where": referred}),
        st.fixed_dictionaries({"some": against, "where": referred}),
    ]


def _quantified(this: str, *, provable: bool, depth: int) -> Conditions:
    found: list[Conditions] = []
    for entity in ("readers", "claims"):
        inner = conditions(this, entity, provable=provable, depth=depth)
        found.append(st.fixed_dictionaries({"some": st.just(entity), "where": inner}))
        found.append(st.fixed_dictionaries({"every": st.just(entity), "where": inner}))
        found.append(st.fixed_dictionaries({"every": st.just(entity), "among": inner, "where": inner}))
        if not provable:
            number = st.integers(0, 3)
            found.append(st.fixed_dictionaries({"fewer_than": number, "of": st.just(entity), "where": inner}))
        if entity == this:
            found.append(st.fixed_dictionaries({"another": st.just(entity), "where": inner}))
    return st.one_of(*found)


def some_facts(random: Random) -> dict[str, Any]:
    """Small possible facts: up to three readers and three claims."""
    names = "ABC"[: random.randint(1, 3)]
    readers = [_some_reader(random, name) for name in names]
    claims = []
    for _ in range(random.choice((0, 1, 1, 2, 3))):
        by = random.choice((*names, "nobody"))
        others = [name for name in names if name != by and random.random() < 0.5]
        more = {"withdrawn": True} if random.random() < 0.25 else {}
        claims.append(claim(by, *others, surety=random.choice(SURETIES[1:]), **more))
    return facts(readers, claims, open=random.random() < 0.5)


def _some_reader(random: Random, name: str) -> Any:
    marks = random.sample(MARKS, random.randint(1, 3))
    more = {"trusted": random.random() < 0.5} if random.random() < 0.3 else {}
    return reader(name, random.randint(0, 3), random.choice(CARDS), marks, **more)


def drawn_facts() -> SearchStrategy[dict[str, Any]]:
    """Small possible facts."""
    return st.randoms(use_true_random=False).map(some_facts)
