"""A whole training in plain text, from lines in to lines out."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.errors.faults import InputFault, UsageFault
from simulator.plain.asking_words import FINAL, PROMPT_AT_END, PROMPT_AT_LAST
from simulator.plain.debrief import points_of
from simulator.plain.lines import LONGEST_LINE, WIDTH
from simulator.plain.play import play_plain
from simulator.plain.starting import Asked
from simulator.session.commands import Answer, Begin, Command, Confirm, Leave
from simulator.session.core import Session
from simulator.session.debrief_view import ScoreView
from simulator.session.runner import Runner
from simulator.session.showing import GOES_ON
from tests.session.lost_property import ANSWERS, CASE, LostProperty

from .scripted import play, training_at

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from simulator.scoring.choice import Choice
    from simulator.session.commands import Mode
    from simulator.session.debrief_view import DebriefView
    from simulator.session.training import Training

WHOLE = ["7", "1 2", "2", "1", "confirm", "2", "1", "confirm", "1", "1", "confirm"]
"""The lines of a case from its seed to its debrief, every answer right."""


@pytest.fixture
def training(tmp_path: Path) -> Iterator[Training]:
    made = training_at(tmp_path / "sessions.sqlite")
    yield made
    made.store.close()


class Typed(io.StringIO):
    """Lines of input; before one of `meanwhile` is read, something else happens."""

    def __init__(self, text: str, meanwhile: dict[str, Callable[[], None]]) -> None:
        super().__init__(text)
        self._meanwhile = meanwhile

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        line = super().readline(size)
        self._meanwhile.get(line, lambda: None)()
        return line


def log(training: Training) -> list[dict[str, Any]]:
    """The events of the only unfinished session."""
    [draft] = training.store.unfinished()
    return training.store.load(draft.session)


def test_the_title_the_standing_line_and_the_content_note_come_first(training: Training) -> None:
    assert play(training).splitlines()[:3] == [
        "Training simulator",
        "Made up; for tests only.",
        "Things were lost; nobody was hurt.",
    ]


def test_a_case_is_played_from_its_seed_to_the_standing_line_after_the_debrief(training: Training) -> None:
    said = play(training, *WHOLE)
    assert "Two things on a bench (case monday, seed 7)" in said
    assert said.count("Saved.") == 7 + 3
    assert "How the case ended.\nThe ring went home." in said
    assert "counting: 7 of 7 (100%)" in said
    assert said.endswith("Made up; for tests only.\n")
    assert training.store.unfinished() == []


def test_a_content_note_is_not_said_twice(training: Training) -> None:
    [pack] = training.packs
    note = CASE["content_note"]
    assert play(training, "7").count(note) == 1
    assert play(replace(training, packs=[replace(pack, content_note=note)]), "2", "7").count(note) == 1


def test_a_random_case_says_its_seed(training: Training) -> None:
    assert "seed 4" in play(training, "")


def test_a_seed_or_a_case_that_is_given_is_not_asked_for(training: Training) -> None:
    assert "seed 9)" in play(training, asked=Asked(seed=9))
    assert "Which case?" not in play(training, "2", asked=Asked(case={**CASE, "title": "My own"}))


def test_the_text_comes_before_the_first_question(training: Training) -> None:
    said = play(training, "7")
    assert said.index("A reader brought two things") < said.index("Question 1 of 3. Looking. The case.")


def test_the_commands_are_those_of_any_other_face(training: Training) -> None:
    play(training, "7", *WHOLE[1:5], "leave")
    by_hand = Session(LostProperty())
    commands: list[Command] = [Begin({**CASE, "seed": 7}), *(Answer(*one) for one in ANSWERS[:3])]
    for command in [*commands, Confirm(), Leave()]:
        by_hand = by_hand.after(by_hand.apply(command))
    assert Session(LostProperty()).after(log(training)).state == by_hand.state


def test_every_answer_that_is_said_to_be_saved_is_in_the_store(training: Training) -> None:
    play(training, "7", "1 2", "2")
    assert [event["kind"] for event in log(training)][2:] == ["answer_given", "answer_given", "left"]


def test_the_end_of_the_input_leaves_and_keeps_the_answers(training: Training) -> None:
    assert "You left. Your answers are kept" in play(training, "7", "1 2")
    assert log(training)[-1]["kind"] == "left"


def test_leaving_is_one_word(training: Training) -> None:
    assert "You left. Your answers are kept" in play(training, "7", "leave", "1")


def test_a_session_that_was_left_goes_on_at_the_very_place(training: Training) -> None:
    play(training, "7", "1 2", "2", "leave")
    said = play(training, "1")
    assert "Going on with: Two things on a bench" in said
    assert "Question 3 of 3. Worth. Ring." in said
    assert "Question 2 of 3" not in said


def test_a_session_that_was_left_can_be_discarded(training: Training) -> None:
    play(training, "7", "leave")
    assert "Discarded: Two things on a bench" in play(training, "3")
    assert training.store.unfinished() == []


def test_a_new_case_leaves_the_unfinished_one_as_it_is(training: Training) -> None:
    play(training, "7", "leave")
    play(training, "2", "8", "leave")
    assert "You have unfinished cases." in play(training)


def test_a_session_of_other_rules_is_not_gone_on_with_but_can_be_discarded(training: Training) -> None:
    play(training, "7", "leave")
    other = LostProperty()
    other.rules_sha256 = "1" * 64
    said = play(replace(training, guide=other), "1", "3")
    assert "begun with other rules of 'lost-property'" in said
    assert "Discarded: " in said


def test_back_go_and_next_move_between_questions(training: Training) -> None:
    said = play(training, "7", "next", "back", "go 3", "leave")
    asked = [line for line in said.splitlines() if line.startswith("Question")]
    assert [line.split()[1] for line in asked] == ["1", "2", "1", "3"]


def test_an_empty_line_never_answers(training: Training) -> None:
    play(training, "7", "", "", "leave")
    assert [event["kind"] for event in log(training)] == ["case_begun", "evidence_seen", "left"]


def test_a_question_is_not_put_again_after_a_line_that_stays_with_it(training: Training) -> None:
    said = play(training, "7", "9", "why So.", "review", "read lp1", "help")
    assert said.count("Question 1 of 3.") == 1


def test_review_tells_what_is_chosen(training: Training) -> None:
    said = play(training, "7", "1 2", "review")
    assert "1. Looking, The case: In the log, Ask around\n2. Worth, Umbrella: not answered" in said


def test_reasons_citations_and_sureness_are_kept_with_the_question(training: Training) -> None:
    said = play(training, "7", "why It says so.", "cite lp2", "sure 2", "go 1")
    assert "Why: It says so.\nCited: LP2\nSure: 2 of 3" in said
    assert [event["kind"] for event in log(training)][2:-1] == [
        "rationale_given",
        "citations_given",
        "sureness_given",
    ]


def test_an_answer_can_be_changed_until_its_step_is_confirmed(training: Training) -> None:
    said = play(training, "7", "1 2", "back", "1", "leave")
    assert "Chosen: In the log, Ask around" in said
    assert log(training)[-2]["kind"] == "answer_changed"


def test_the_same_answer_again_is_not_said_to_be_saved(training: Training) -> None:
    assert "No change." in play(training, "7", "1 2", "back", "1 2")


def test_an_answer_can_be_withdrawn(training: Training) -> None:
    said = play(training, "7", "1 2", "back", "withdraw", "review", "leave")
    assert "1. Looking, The case: not answered" in said
    assert [event["kind"] for event in log(training)][2:-1] == ["answer_given", "answer_changed"]


def test_a_comma_alone_withdraws_nothing(training: Training) -> None:
    said = play(training, "7", "1 2", "back", ", ,", "leave")
    assert "A comma alone names no option" in said
    assert [event["kind"] for event in log(training)][2:-1] == ["answer_given"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("9", "9 does not fit here: type a number from 1 to 4, or help."),
        ("1 x", "x does not fit here: type a number from 1 to 4, or help."),
        ("²", "² does not fit here: type a number from 1 to 4, or help."),
        ("1 4", "'Nowhere' cannot be chosen together with anything else."),
        ("go 77", "77 does not fit here: type a number from 1 to 3, or help."),
        ("sure", "That does not fit here: type a number from 1 to 3, or help."),
        ("cite LP9", "The guidance has no paragraph 'LP9'; they run from LP1 to LP2."),
        ("read LP9", "Type read and the number of a paragraph, as in: read LP1"),
        ("read", "Type read and the number of a paragraph, as in: read LP1"),
        ("withdraw 2", "withdraw stands alone, and takes back the answer to the question before you."),
        ("confirm", "Not yet answered: Looking (The case), Worth (Umbrella), Worth (Ring)."),
        ("why " + "x" * 4001, "A rationale has room for 4000 characters, and this one has 4001."),
    ],
    ids=lambda value: value[:30],
)
def test_a_line_that_makes_no_sense_is_answered_with_a_sentence(
    training: Training, line: str, sentence: str
) -> None:
    said = " ".join(play(training, "7", line, "leave").split())
    assert sentence in said
    assert [event["kind"] for event in log(training)] == ["case_begun", "evidence_seen", "left"]


def test_a_paragraph_can_be_read_at_any_time(training: Training) -> None:
    assert "LP1. The words of LP1." in play(training, "7", "read lp1")


def test_the_text_can_be_read_again(training: Training) -> None:
    assert play(training, "7", "text").count("A reader brought two things to the desk.") == 2


def test_help_names_every_command(training: Training) -> None:
    said = play(training, "7", "help")
    for word in (
        "withdraw", "back", "next", "go", "review", "text", "read", "why", "cite", "sure", "confirm", "leave",
    ):  # fmt: skip
        assert word in said


def test_what_the_case_went_on_from_unasked_is_said(training: Training) -> None:
    said = play(training, "7", "4", "2", "1", "confirm", "2", "1", "confirm")
    assert "In the log: nobody had chosen this.\nThe log named the ring." in said


@pytest.mark.parametrize("mode", ["practice", "assessment"])
def test_a_later_phase_says_what_it_goes_on_from(training: Training, mode: Mode) -> None:
    said = play(training, *WHOLE, asked=Asked(mode=mode))
    assert f"When the day ends\n\n{GOES_ON}\nThe day ended.\n" in said
    assert said.count(GOES_ON) == 1


def test_only_the_last_step_of_a_phase_is_said_to_be_final_and_before_it_is_confirmed(
    training: Training,
) -> None:
    said = play(training, *WHOLE)
    [judging, keeping, closing] = said.split("Step ")[1:]
    assert (FINAL not in judging, PROMPT_AT_LAST not in judging, PROMPT_AT_END in judging) == (True,) * 3
    for step in (keeping, closing):
        assert step.index(FINAL) < step.index(PROMPT_AT_LAST)
        assert PROMPT_AT_END not in step
    assert len(PROMPT_AT_LAST) <= WIDTH


def test_no_line_is_wider_than_a_page_and_none_acts(training: Training) -> None:
    hostile = {**CASE, "title": "T\x1b[2J\x9b31m", "content_note": "word " * 60 + "x" * 200}
    said = play(training, "why \x1b]52;c;eA==\x07", "go 1", asked=Asked(case=hostile))
    assert max(map(len, said.splitlines())) <= WIDTH
    assert not set(said) & {"\x1b", "\x9b", "\x07"}


def test_an_endless_line_is_read_in_part_and_passed_over(training: Training) -> None:
    said = play(training, "7", "x" * (LONGEST_LINE * 5), "review", "leave")
    assert said.count("Your answers in this step:") == 1
    assert said.count("does not fit here: type a number") == 1


def test_an_answer_that_cannot_be_kept_is_said_not_to_be_saved(training: Training) -> None:
    def go_on_elsewhere() -> None:
        [draft] = training.store.unfinished()
        Runner.resume(training.guide, training.store, draft.session)

    stdout = io.StringIO()
    with pytest.raises(UsageFault, match="Another program has gone on with this session"):
        play_plain(training, Typed("7\n1 2\n", {"1 2\n": go_on_elsewhere}), stdout)
    assert "Not saved. Another program has gone on with this session" in stdout.getvalue()
    assert "Saved." not in stdout.getvalue()


def test_ctrl_c_leaves_and_exits_130(training: Training) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    stdout = io.StringIO()
    assert play_plain(training, Typed("7\n1 2\n", {"": interrupt}), stdout) == 130
    assert "You left." in stdout.getvalue()
    assert log(training)[-1]["kind"] == "left"


def test_without_cases_a_sentence_says_what_to_do(training: Training) -> None:
    with pytest.raises(UsageFault, match="There are no cases to play"):
        play(replace(training, packs=[]))


def test_a_pack_that_is_named_is_not_asked_for(training: Training) -> None:
    [pack] = training.packs
    two = replace(training, packs=[pack, replace(pack, name="tuesday", title="Tuesday's")])
    assert "Which cases?" not in play(two, "7", asked=Asked(pack="tuesday"))
    with pytest.raises(UsageFault, match="There is no pack of cases 'friday'; there is monday, tuesday"):
        play(two, "2", asked=Asked(pack="friday"))


def test_what_was_left_out_is_said(training: Training) -> None:
    assert "The plugin gold is broken." in play(replace(training, troubles=["The plugin gold is broken."]))


def test_what_was_left_out_in_the_debrief_is_said_there_once(training: Training) -> None:
    troubles = ["The plugin gold is broken."]

    class Failing(LostProperty):
        def debrief(
            self, case: Mapping[str, Any], choices: Sequence[Choice], phases: Collection[str] | None = None
        ) -> DebriefView:
            troubles.append("The plugin silver is left out: its scorer failed.")
            return super().debrief(case, choices, phases)

    said = play(replace(training, guide=Failing(), troubles=troubles), *WHOLE)
    assert said.count("The plugin gold is broken.") == 1
    assert said.count("The plugin silver is left out: its scorer failed.") == 1


@pytest.mark.parametrize(("points", "said"), [(9.2384, "9.2"), (8.0, "8"), (19.99, "19.9"), (-0.25, "-0.3")])
def test_points_have_one_decimal_at_most_and_never_look_like_all(points: float, said: str) -> None:
    assert points_of(ScoreView("counting", points, 20.0)).startswith(f"counting: {said} of 20 ")


def test_a_bad_case_is_refused(training: Training) -> None:
    with pytest.raises(InputFault, match="this is no case/1"):
        play(training, asked=Asked(case={"format": "case/2"}))


def test_two_packs_of_cases_are_a_choice(training: Training) -> None:
    [pack] = training.packs
    said = play(replace(training, packs=[pack, replace(pack, name="tuesday", title="Tuesday's")]), "2", "7")
    offered = "1. Monday's cases (about 10 minutes)\n2. Tuesday's (about 10 minutes)\n"
    assert f"{offered}3. Switch to assessment\n" in said
    assert "\nWhich cases? Type a number.\n" in said
