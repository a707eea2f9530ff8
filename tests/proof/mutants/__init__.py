"""Faults seeded into copies of a guidance's rules, to see that the proof or an answer shows every one."""
