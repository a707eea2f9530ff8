"""Flips: for an option of a decision, all the smallest changes of the facts that make it expected.

Trying sets of changes one by one grows beyond bounds with their number. This search is exact without that,
because rules see facts only through statements: what is asked of the subject itself, that some element is such
and such, that fewer than so many are. Each of these is an *atom*; a *mask* says in bits which atoms an element
makes true by itself (`layout`). So facts count for a question only as the union of the masks of their elements.

* A *part* is one element of the given facts (`parts`, `referring_part`); the fields of the case itself are few,
  and each of their states is searched on its own (`asking`).
* Values of a field between which no condition can tell make one *class* (`classes`). A *kind* is what an element
  can be at all, told apart by its mask and by how others that refer to it see it; a *table* holds every possible
  kind with the classes of fields that make it (`leaf_table` of elements that refer to none, `referring_table`
  of those that do), found by trying every combination of classes once. The fewest changes that make a part of
  a kind follow by addition over its fields (`kinds`): an *option* of that part (`options`).
* A *goal* is a set of points at which the option is expected: atoms that must hold, atoms to avoid, counts
  (`goals`). The goals of an option are disjoint, so that no flip is found twice.
* What one part asks of another is *told* in bits: as whom it may not be seen, and which elements that would
  follow from it are forestalled because they are listed (`slices`). So what can only refer to an element of some
  sort leaves the one to which it refers no kinds but those of that sort.
* A *problem* is the parts of some facts by one set of tables (`problem`), a *solution* an option of each part
  that together make all true that must be and nothing to be avoided, and obey what is told.

`search` goes through the parts in a row, those that refer to others first, and keeps of each state (what is
still needed, what was told) the fewest changes and every way to them. Goals wait in the order of a lower bound,
the sum over parts of the fewest changes whatever is told; one that fails waits again with the next number that
can be right. So the first success is with the fewest changes, and all others with as many follow. Nothing is
sampled and nothing cut off, but by `search.MOST_STEPS` and `asking.MOST_FLIPS`, which no case comes near.

`finding` is the way in; `near_misses` has pairs of cases one change apart, and `telling` the words for changes.
"""
