"""Words that exist and are not the ones meant: effected for affected, principle for principal."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.confusable_pairs import slips
from casework.rules.checks.noticing import at, at_most_a_note, noticed
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "confusable_word"


def confusable_word(response: Response) -> Iterator[Observation]:
    """Yield each word that, where it stands, is taken for another one."""
    for passage in response.passages:
        for slip in slips(passage.words):
            wrong = passage.words[slip.start : slip.end]
            around = passage.words[slip.first : slip.last]
            yield noticed(
                CHECK,
                at_most_a_note(response, passage, Severity.WARNING),
                f"“{wrong}” in “{around}”: is “{slip.meant}” meant?",
                at(passage, wrong if passage.words.count(wrong) == 1 else around),
                suggestion=slip.meant,
            )
