"""What cases exercise of a guidance, and which faults in its rules they would detect."""
