"""Mistakes in what a pack says beside its verdicts, and what is to be said of each."""

from __future__ import annotations

from tests.guidance.broken import Broken, Edit, broken

CONSEQUENCES, WELFARE, CASELOAD = "consequences.yaml", "welfare.yaml", "caseload.yaml"
FRAME, CARE, PROMPTS = "frame.yaml", "care.yaml", "prompts.yaml"
FORMAT = "format: guidance-pack/1\n"
AT_NOTIFY = "notify:\n    chosen:\n      after_outcome: "

DEBRIEF = (
    broken(
        "consequences of a question that is not there",
        (CONSEQUENCES, "  notify:\n", "  notifi:\n"),
        "unknown-word", "notifi:", "'notifi' is no question", "'notify'",
    ),
    broken(
        "a consequence of an option that is not there",
        (CONSEQUENCES, "after_outcome:", "after_outcom:"),
        "unknown-word", "after_outcom:", "'after_outcom' is no option of notify", "'after_outcome'",
    ),
    broken(
        "a consequence of missing an option that is not there",
        (CONSEQUENCES, "missed:\n      education_programme:", "missed:\n      education:"),
        "unknown-word", "education:", "'education' is no option of support", "'education_programme'",
    ),
    broken(
        "a consequence of missing what cannot be missed",
        (CONSEQUENCES, AT_NOTIFY, AT_NOTIFY.replace("chosen", "missed")),
        "invalid", "missed:\n      after_outcome:", "nothing can be missed at notify", "chosen: ",
    ),
    broken(
        "a consequence of neither choosing nor missing",
        (CONSEQUENCES, AT_NOTIFY, AT_NOTIFY.replace("chosen", "chose")),
        "unknown-key", "chose:", "`chose`", "chosen",
    ),
    broken(
        "a consequence without a word",
        (CONSEQUENCES, AT_NOTIFY, AT_NOTIFY + '""\n      now: '),
        "wrong-size", 'after_outcome: ""', "too short", "at least 1",
    ),
    Broken(
        "consequences of one question in two places",
        (Edit(FRAME, FORMAT, FORMAT + "consequences: {notify: {chosen: {never: Twice.}}}\n"),),
        "twice", (FRAME, "consequences:"), "'notify' stands twice", r"consequences\.yaml:\d+:\d+",
    ),
    broken(
        "welfare by a question that is not there",
        (WELFARE, "- question: support", "- question: suport"),
        "unknown-word", "suport", "'suport' is no question", "'support'",
    ),
    broken(
        "welfare by an option of another question",
        (WELFARE, "option: now", "option: in_need_now"),
        "unknown-word", "in_need_now", "'in_need_now' is no option of notify",
    ),
    broken(
        "welfare without an option",
        (WELFARE, "    option: now\n", ""),
        "missing-key", "question: notify", "option",
    ),
    broken(
        "a caseload of a question that is not there",
        (CASELOAD, "question: outcome", "question: outcom"),
        "unknown-word", "question: outcom", "'outcom' is no question", "'outcome'",
    ),
    broken(
        "a caseload of a question that takes several answers",
        (CASELOAD, "question: outcome", "question: support"),
        "invalid", "question: support", "support takes several answers", "takes one",
    ),
    broken(
        "a share of an option that is not there",
        (CASELOAD, "{code_21: 0.9}", "{code_22: 0.9}"),
        "unknown-word", "code_22", "'code_22' is no option of outcome", "'code_2",
    ),
    broken(
        "shares that are more than the whole",
        (CASELOAD, "{code_21: 0.9}", "{code_21: 0.9, code_10: 0.2}"),
        "invalid", "code_10", "the shares come to 1.1 together", "at most 1",
    ),
    broken(
        "a share in per cent",
        (CASELOAD, "{code_21: 0.9}", "{code_21: 90}"),
        "out-of-range", "code_21: 90", "90", "1",
    ),
    Broken(
        "two caseloads",
        (Edit(FRAME, FORMAT, FORMAT + "caseload: {question: outcome, text: T., source: S, shares: {code_21: 1}}\n"),),
        "twice", (FRAME, "caseload:"), "'caseload' stands twice", r"caseload\.yaml:\d+:\d+|frame\.yaml:\d+:\d+",
    ),
    broken(
        "a step of a frame that asks nothing",
        (FRAME, "      asks: What do I know,", "      says: What do I know,"),
        "unknown-key", "says: ", "`says`", "asks",
    ),
    broken(
        "care that does not say what to do where somebody tells of a case of their own",
        (CARE, "  disclosure: >-", "  disclosures: >-"),
        "unknown-key", "disclosures", "`disclosures`", "`disclosure`",
    ),
    broken(
        "a prompt by a question that is not there",
        (PROMPTS, "- question: devices", "- question: device"),
        "unknown-word", "question: device\n", "'device' is no question", "'devices'",
    ),
    broken(
        "a prompt for a time that is none",
        (PROMPTS, "- question: role\n    when: tension", "- question: role\n    when: tense"),
        "not-allowed", "when: tense\n", "tense", "tension",
    ),
    broken(
        "a prompt that does not say at which question something went wrong",
        (PROMPTS, "- question: devices\n    when: wrong", "- when: wrong"),
        "invalid", "- when: wrong", "not said which question is meant by 'when: wrong'", "question: ",
    ),
)  # fmt: skip
