"""Sentences that ask much of their readers: advice, folded away."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "long_sentence"
LONGEST: Final = 40
"""Words. Plain-English guides advise 15 to 20 on average, and none above this."""
_END: Final = re.compile(r"(?<=[.!?])[”’\")]?\s+(?=[A-Z“‘(])|\n")


def long_sentence(response: Response) -> Iterator[Observation]:
    """Yield each sentence of the body's own with more than forty words."""
    for passage in response.own():
        if passage.cell is not None or passage.is_heading:
            continue
        for sentence in _END.split(passage.words):
            count = len(sentence.split())
            if count > LONGEST:
                yield noticed(
                    CHECK,
                    Severity.NOTE,
                    f"This sentence has {count} words: two would be easier to read.",
                    at(passage, sentence),
                    style=True,
                )
