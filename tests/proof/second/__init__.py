"""A second proof, by another prover and from the pack's own data: nothing of the engine takes part in it.

Facts are unknowns of the solver z3: so many people (or whatever the world calls its elements) and so many
factors as the bound says, each listed or not, with unknown fields, and what follows from them added. What the
world calls impossible is excluded, and z3 is asked for facts at which no rule applies, at which two rules apply
and neither yields, and at which each rule and each branch decides.

What the bound covers. Whether a statement "some element meets this" holds is shown by one element that meets it,
together with those to which it refers; taking other elements away makes no true statement false where its own
element stays, and no false one true. So facts at which the rules go wrong can be cut down to the subject, one
element for each statement that is true there, and those named by these. A breach that needs no more elements
than the bound allows is therefore found, and what z3 shows satisfiable is shown by facts. A breach that needs
more statements true at once, each by an element of its own, than the bound has elements is *not* covered: the
usual bound is a small one, and `make soak` takes one element for every statement of the question that has most.
The engine's own proof goes over all unions of what elements make true, and has no bound.
"""
