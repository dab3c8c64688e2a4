"""Registers: facts about the world outside, kept as data."""
