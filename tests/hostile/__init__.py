"""Hostile and odd Word files, each made by a small function that says what must become of it."""

from __future__ import annotations

from importlib import import_module

from tests.hostile.verdicts import CORPUS, Sample

__all__ = ["CORPUS", "Sample", "corpus"]

ROOMS = (
    "not_word", "zips", "xml_tricks", "active", "fields", "links", "other_programs", "left_over",
)  # fmt: skip


def corpus() -> tuple[Sample, ...]:
    """Return every file of the corpus, in the order of the rooms."""
    for room in ROOMS:
        import_module(f"tests.hostile.{room}")
    return tuple(sorted(CORPUS, key=lambda sample: ROOMS.index(sample.room)))
