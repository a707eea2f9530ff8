"""Rules with one fault each, and at which facts their answers differ from those of the guidance."""
