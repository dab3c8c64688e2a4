"""Patterns of words: capitals make no difference to them."""

import re


def phrase(pattern: str) -> re.Pattern[str]:
    """Return a pattern that finds words however they are capitalised."""
    return re.compile(pattern, re.IGNORECASE)


def each_of(words: str) -> frozenset[str]:
    """Return the words of a list that is written as one line of prose."""
    return frozenset(words.split())
