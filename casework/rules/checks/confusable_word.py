"""Words that exist and are not the ones meant: effected for affected, principle for principal."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.confusable_pairs import PAIRS
from casework.rules.checks.noticing import at, at_most_a_note, noticed
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "confusable_word"


def confusable_word(response: Response) -> Iterator[Observation]:
    """Yield each word that, where it stands, is taken for another one."""
    for passage in response.passages:
        told: set[int] = set()
        for pair in PAIRS:
            for found in pair.shape.finditer(passage.words):
                if found.start("wrong") in told:
                    continue
                told.add(found.start("wrong"))
                yield noticed(
                    CHECK,
                    at_most_a_note(response, passage, Severity.WARNING),
                    f"“{found['wrong']}” in “{found.group()}”: is “{pair.meant}” meant?",
                    at(passage, found.group()),
                    suggestion=pair.meant,
                )
