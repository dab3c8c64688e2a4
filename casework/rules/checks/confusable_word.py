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
    report = "\n".join(one.text for one in response.facts.findings).casefold()
    for passage in response.passages:
        for slip in slips(passage.words):
            wrong = passage.words[slip.start : slip.end]
            around = passage.words[slip.first : slip.last]
            if around.casefold() in report and response.is_quoted(passage):
                continue  # the inspectors wrote it so, and their words are copied as they are
            yield noticed(
                CHECK,
                at_most_a_note(response, passage, Severity.WARNING),
                f"“{wrong}” in “{around}”: is “{slip.meant}” meant?",
                at(passage, wrong if passage.words.count(wrong) == 1 else around),
                suggestion=slip.meant,
            )
