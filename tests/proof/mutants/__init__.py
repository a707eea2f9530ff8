"""How faults seeded into copies of a guidance's rules are found: by the proof, or by an answer."""
