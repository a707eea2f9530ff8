"""The record, a sheet a section."""
