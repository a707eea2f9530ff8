"""What would flip a decision: the smallest changes of the facts under which an option is expected."""
