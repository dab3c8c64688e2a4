"""Sentences by chance, and corrections of them word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

WORDS: Final = [
    "the",
    "force",
    "board",
    "officers",
    "victims",
    "public",
    "review",
    "progress",
    "plan",
    "quarter",
    "record",
    "decision",
    "custody",
    "call",
    "handlers",
    "supervisors",
    "training",
    "demand",
    "data",
    "risk",
    "children",
    "offenders",
    "station",
    "response",
    "bail",
    "assessment",
    "scrutiny",
    "wellbeing",
    "R&D",
    "<pilot>",
    "Llanfair-ym-Muallt",
    "Tŷ’r",
    "Heddlu",
    "12%",
    "£40,000",
    "should",
    "has",
    "will",
    "makes",
    "improves",
    "checks",
    "meets",
    "reports",
    "every",
    "month",
    "each",
    "year",
    "with",
    "care",
    "and",
    "before",
    "after",
    "because",
    "since",
    "under",
    "within",
    "three",
    "clear",
    "written",
    "agreed",
]


def a_paragraph(by: Random, length: int | None = None) -> str:
    """Return a sentence of words that mean nothing."""
    words = [by.choice(WORDS) for _ in range(length or by.randint(8, 30))]
    return " ".join(words).capitalize() + "."


def corrected(by: Random, text: str) -> str:
    """Return a text in which one to three words were changed, added or taken out."""
    words = text.split(" ")
    for _ in range(by.randint(1, 3)):
        at = by.randrange(len(words))
        match by.randrange(3):
            case 0:
                words[at] = f"{by.choice(WORDS)}-{by.randrange(100)}"
            case 1:
                words.insert(at, by.choice(WORDS))
            case _ if len(words) > 4:
                del words[at]
            case _:
                words.append("again")
    return " ".join(words)
