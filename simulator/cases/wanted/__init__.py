"""Cases built backwards from what is asked of them.

A draw from a pack is a tree of choices: plot, opening, ways on, who is there, what happens, and every value. A
*want* (`wants`) says what a case should do; it is met where one of its *goals* is (`goals`): conditions, each of
some subject of a question in some phase. `possible` holds facts of which only some choices are made yet, every
field with all the values that it can still have, and `judging` tells of a condition whether it holds of them,
holds not, or is open. So each choice is made by the seed among those alone that leave the wants open
(`building`), and what no choice leaves open can never be met, which `explaining` puts into words. `choices`
lists the choices of a pack, `sketching` makes the facts that they leave possible, `narrowing` gives the pack that
is left when they are made: the generator draws from it as from any other.

`covering` asks for one thing after another, until a small set of cases has met all that cases can meet.
"""
