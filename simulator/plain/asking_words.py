"""What plain mode says to somebody in a case: the commands, and what goes before own words."""

from __future__ import annotations

from simulator.plain.anywhere import HELP as HELP_ANYWHERE
from simulator.plain.summary import MEANING

NO_NAMES = "No real names and nothing of real cases, please."
WIPED = "Your words are wiped when the case ends, unless you type keep after it."
PROMPT_AT_END = "Type confirm to commit these answers, or go and a number to change one."
PROMPT_AT_LAST = "Type confirm to commit these answers for good, or go and a number to change."
FINAL = "This is the last step of its phase: once confirmed, all answers are final."
SKIPPED = "Skipped. Nothing of it is recorded."
UNSKIP = "Type undo to bring it back, or press Enter to end."
NOT_YET = "Not saved yet."
SLOW = "Not saved yet: your record has not answered. It is still being tried."
AGAIN = "Press Enter to try again, or type leave to go without it."
NOT_TAKEN = "This was not taken: first your last line has to be saved."
LEFT = "You left. Your answers are kept and nothing is scored; start again to go on."
LEFT_AT_ONCE = "You left. Every answer that was said to be saved is kept; start again to go on."
LEFT_UNSAVED = "You left. Your last line is not saved; every answer before it is kept. Start again to go on."

HELP = (
    "A number answers the question; where several options may be chosen, type them all, as in: 1 3",
    "withdraw: take the answer to this question back.",
    "undo: take back the last thing you did. redo: do it again. Both until the phase is confirmed.",
    "back: go to the question before. next: go to the question after.",
    "go 5: go to question 5. review: what you have chosen so far.",
    "text: read the case again, with numbered sentences and your own marks and notes.",
    "find WORDS: the sentences of the case in which these words stand.",
    "mark 3: mark sentence 3. unmark 3: take the mark back.",
    "note 3 ...: write a note to sentence 3. note 3 alone takes it back. notes: all marks and notes.",
    "read X: read paragraph X of the guidance.",
    "why ...: say in your own words why you choose as you do. why alone takes it back.",
    "add ...: add a line to your reasons.",
    "frame: the steps in which reasons may be given. step 2 ...: give your reasons for step 2.",
    NO_NAMES,
    WIPED,
    "cite X Y: name the paragraphs that you rely on. cite alone takes them back.",
    "sure 1, sure 2 or sure 3: how sure you are (less than 67%, more than 67%, more than 80%).",
    "confirm: commit this step when every question of it is answered. With its last step a phase is final.",
    "feedback: in practice, hear again how the confirmed phases went. feedback 4: hear of decision 4.",
    "explain 4, change 4, near 4: more on decision 4, once you have heard of it.",
    *MEANING,
    *HELP_ANYWHERE,
    "leave: stop for now. Your answers are kept and nothing is scored.",
    "skip: stop for good. Nothing of it is recorded.",
)
