"""Mistakes in rules, cells, questions and phases, and what is to be said of each."""

from __future__ import annotations

from tests.guidance.broken import Broken, Edit, broken

PARENTS, NOTIFY = "rules/parents.yaml", "rules/notify.yaml"
QUESTIONS, PHASES = "questions.yaml", "pack.yaml"

CITATIONS = (
    broken(
        "a verdict that cites an empty list",
        (PARENTS, "cites: [IG16],", "cites: [],"),
        "no-citation", "cites: []", "cites nothing", "cites: ",
    ),
    broken(
        "a verdict without cites",
        (PARENTS, "basis: inferred, cites: [IG16],\n", "basis: inferred,\n"),
        "no-citation", "basis: inferred,\n         why: \"What is known", "cites nothing", "cites: ",
    ),
    broken(
        "a citation of a paragraph that is not there",
        (PARENTS, "cites: [IG16],", "cites: [IG77],"),
        "unknown-paragraph", "IG77", "'IG77' is no paragraph", "IG27|IG7",
    ),
    broken(
        "a citation of a quote that is not there",
        (PARENTS, "cites: [IG16],", "cites: [IG16/nowhere],"),
        "unknown-quote", "IG16/nowhere", "'IG16/nowhere' is no quote",
    ),
    broken(
        "a quotation of which one letter is not the paragraph's",
        ("quotes.yaml", '"It is guidance and not doctrine"', '"It is guidance and not Doctrine"'),
        "inexact-quote", "not Doctrine", "no exact part of IG2", "own words",
    ),
    broken(
        "a quotation that joins two parts of its paragraph",
        ("quotes.yaml", '"on a consensual basis"', '"on a basis"'),
        "inexact-quote", '"on a basis"', "no exact part of IG6", "own words",
    ),
    broken(
        "a quotation of a paragraph that is not there",
        ("quotes.yaml", "IG2/merits", "IG78/merits"),
        "invalid", "IG78/merits", "'IG78/merits' quotes no paragraph", "PARAGRAPH",
    ),
    broken(
        "advice that cites a paragraph that is not there",
        ("advice.yaml", "cites: [", "cites: [IG79, "),
        "unknown-paragraph", "IG79", "'IG79' is no paragraph",
    ),
    broken(
        "a note beside a paragraph that is not there",
        ("notes.yaml", "[IG12, IG13,", "[IG80, IG13,"),
        "unknown-paragraph", "IG80", "'IG80' is no paragraph",
    ),
    broken(
        "a tension that a rule which is not there settles",
        ("tensions.yaml", "outcome.harmed-only, ", "outcome.harmd-only, "),
        "unknown-word", "outcome.harmd-only", "'outcome.harmd-only' is no rule", "outcome.harmed-only",
    ),
)  # fmt: skip

RULES = (
    broken(
        "a cell for an option that the question does not have",
        (PARENTS, "      not_considered:\n", "      not_at_all: inform\n      not_considered:\n"),
        "unknown-option", "not_at_all", "'not_at_all' is no option of parents", "not_considered",
    ),
    broken(
        "a rule that leaves an option out",
        (PARENTS, "      inform_and_hear:\n", "      inform:\n"),
        "option-missing", "      inform:", "nothing of the option 'inform_and_hear'", "every option",
    ),
    broken(
        "a rule of a question that is not there",
        (PARENTS, "parents.implicated", "parent.implicated"),
        "invalid", "parent.implicated", "'parent.implicated' belongs to no question", "parents",
    ),
    broken(
        "a rule that stands twice",
        (PARENTS, "parents.available", "parents.implicated #2"),
        "invalid", "parents.implicated #2", "'parents.implicated' stands twice",
    ),
    broken(
        "two rules for the rest",
        (PARENTS, "when: {this: parents, equals: implicated}", "when: otherwise"),
        "invalid", "rule: parents.available", "second rule for the rest", "parents.implicated",
    ),
    broken(
        "a rule that yields to a rule of another question",
        (NOTIFY, "yields_to: [notify.aggravated]", "yields_to: [concern.aggravated]"),
        "unknown-word", "concern.aggravated", "no other rule of notify", "notify.aggravated",
    ),
    broken(
        "a rule that yields to a rule that is not there",
        (NOTIFY, "yields_to: [notify.aggravated]", "yields_to: [notify.aggrevated]"),
        "unknown-word", "notify.aggrevated", "no other rule of notify", "notify.aggravated",
    ),
    broken(
        "a rule that yields to itself",
        (NOTIFY, "yields_to: [notify.aggravated]", "yields_to: [notify.suspected-or-not-consensual]"),
        "unknown-word", "yields_to: [notify.suspected", "no other rule of notify", "notify.aggravated",
    ),
    broken(
        "two rules that yield to each other",
        (NOTIFY, "    when: aggravated\n",
         "    when: aggravated\n    yields_to: [notify.suspected-or-not-consensual]\n"),
        "circular-order", "rule: notify.aggravated", "notify.aggravated yields, by others, to itself",
        "circle",
    ),
    broken(
        "a cell whose branches have no last one for the rest",
        ("rules/support.yaml", "{otherwise: true, verdict: expected", "{when: acted, verdict: expected"),
        "no-otherwise", "- {when: {this: previous, equals: police_warning_1978_documented},\n"
        "           verdict: acceptable", "branches", "otherwise: true",
    ),
    broken(
        "a cell whose branch for the rest comes first",
        ("rules/support.yaml", "- {when: {this: previous, equals: police_warning_1978_documented},",
         "- {otherwise: true, #first\n"),
        "no-otherwise", "- {otherwise: true, #first", "branches", "last branch",
    ),
    broken(
        "a shared cell that is not there",
        ("rules/label.yaml", "own_image_term", "own_image_trm"),
        "unknown-word", "own_image_trm", "'own_image_trm' is no shared cell", "own_image_term",
    ),
    broken(
        "a shared cell that no rule uses",
        ("cells.yaml", "cells:\n",
         'cells:\n  spare: {verdict: contrary, basis: stated, cites: [IG15], why: "Because."}\n'),
        "invalid", "spare:", "no rule uses the cell 'spare'", "remove it",
    ),
    broken(
        "a rule without a condition",
        (PARENTS, "    when: otherwise\n", ""),
        "missing-key", "rule: parents.available", "`when` is missing",
    ),
    broken(
        "a condition that is a list",
        (PARENTS, "when: otherwise", "when: [child]"),
        "condition", "[child]", "is no condition", "a mapping",
    ),
)  # fmt: skip

QUESTIONS_AND_PHASES = (
    broken(
        "a phase that asks what is no question",
        (PHASES, "referral_unit, parents]", "referral_unit, parents, parent]"),
        "unknown-word", "referral_unit, parents, parent]", "'parent' is no question", "parents",
    ),
    broken(
        "a question that stands twice",
        (QUESTIONS, "question: parents\n", "question: concern #2\n"),
        "invalid", "question: concern #2", "'concern' stands twice",
    ),
    broken(
        "a question about a group of subjects that is not there",
        (QUESTIONS, "    subject: kinds_of_factor\n", "    subject: kinds_of_factors\n"),
        "unknown-word", "subject: kinds_of_factors", "'kinds_of_factors' is no group", "kinds_of_factor",
    ),
    broken(
        "a question whose excluding option is none of its own",
        (QUESTIONS, "excluding: nothing", "excluding: none_at_all"),
        "unknown-word", "excluding: none_at_all", "'none_at_all' is no option",
    ),
    broken(
        "a question that reads a field that is not there",
        (QUESTIONS, "{own: [age, parents]}", "{own: [age, parent]}"),
        "invalid", "{own: [age, parent]}", "'parent' is no field of people", "parents",
    ),
    broken(
        "a question that reads of nothing",
        (QUESTIONS, "{own: [age, parents]}", "{own: [age, parents], mine: [home]}"),
        "invalid", "mine: [home]", "'mine' is nothing to read of", "own, others",
    ),
    broken(
        "a key that a question does not have",
        (QUESTIONS, "    excluding: nothing\n", "    exclude: nothing\n"),
        "unknown-key", "exclude: nothing", "unknown key `exclude`", "excluding",
    ),
    broken(
        "a question of which somebody wrote a text for a truth",
        (QUESTIONS, "    several: true\n    excluding: nothing\n",
         '    several: "yes"\n    excluding: nothing\n'),
        "wrong-type", 'several: "yes"', "text 'yes'", "true or false",
    ),
    broken(
        "a judging question that is not there",
        (QUESTIONS, "    question: factor_grade\n    field", "    question: factor_grades\n    field"),
        "unknown-word", "question: factor_grades", "'factor_grades' is no question", "factor_grade",
    ),
    broken(
        "a grade of own reading that is no option of its question",
        (QUESTIONS, "no_realistic_likelihood: none}", "no_likelihood: none}"),
        "invalid", "no_likelihood: none}", "'no_likelihood' is no option",
    ),
)  # fmt: skip

ELSEWHERE = (
    Broken(
        "a question that no phase asks",
        (Edit(PHASES, "[deletion, role, outcome, support]", "[role, outcome, support]"), Edit(QUESTIONS, "",
            "")),
        "invalid", (QUESTIONS, "question: deletion"), "'deletion' is asked in no phase", "step",
    ),
    Broken(
        "a definition that another file gives again",
        (Edit(PHASES, "words:\n",
            'definitions:\n  open: {of: case, when: suspected, words: "is open"}\nwords:\n'),
         Edit("world.yaml", "", "")),
        "twice", ("world.yaml", "  open: {of: case"), "'open' stands twice", "pack.yaml",
    ),
    Broken(
        "a quote that another file gives again",
        (Edit(PHASES, "words:\n", 'quotes:\n  IG2: "It is guidance"\nwords:\n'), Edit("quotes.yaml", "", "")),
        "twice", ("quotes.yaml", "  IG2: >-"), "'IG2' stands twice", "pack.yaml",
    ),
    Broken(
        "a second head",
        (Edit(NOTIFY, "rules:\n",
            'pack: {name: b, version: "1", language: en, title: b, standing: b}\nrules:\n'),
         Edit(PHASES, "", "")),
        "twice", (NOTIFY, "pack: {name: b"), "'pack' stands twice", "pack.yaml",
    ),
)  # fmt: skip
