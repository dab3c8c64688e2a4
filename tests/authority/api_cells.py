"""What the API should answer in each cell: a sentence, and no sooner than it may."""

import json
from typing import Any, Final

from casework.rules.terminal_words import in_page_words
from tests.authority.api_door import ApiDoor
from tests.authority.asked import Asked
from tests.authority.door import Cell
from tests.authority.http_cells import REFUSED, HttpCells
from tests.authority.straight import Answer
from tests.web.api_client import check_answer

OF_THE_SYSTEM: Final = frozenset({"apitoken", "apirequest"})
"""That a token was used, and its number claimed: a refusal gives it back."""
NO_ACT: Final[dict[str, str]] = {
    "POST /cases/{reference}/proofs/saved": "looks first whether the saved page proves anything",
}
"""Operations behind which no act is found on the case of the scenes, each with the reason."""
BEFORE: Final[dict[str, str]] = {
    "POST /cases/{reference}/proofs": "is not published through|has not been given",
    "POST /cases/{reference}/proofs/saved": "is not published through|has not been given",
    "POST /cases/{reference}/publication": "Nothing is due",
}
"""What the API itself asks before it asks the table, by its operation."""
NOTHING: Final = {"POST /cases/{reference}/invitations", "POST /cases/{reference}/versions"}
"""At a stage it does not fit it says that nothing is to do, which the history may keep."""


class ApiCells(ApiDoor, HttpCells):
    """The API, and what it should answer."""

    own_rows = OF_THE_SYSTEM
    shut = frozenset({401})
    done = frozenset({200})
    before = BEFORE
    nothing = NOTHING

    def said(self, answer: Any) -> str:
        """Return the sentence of an answer."""
        return detail_of(answer)

    def of_a_refusal(self, cell: Cell, heard: Asked, answer: Any) -> str:
        """Return what is wrong with the answer to somebody whom the table does not allow it."""
        check_answer(answer)
        said = detail_of(answer)
        if answer.status_code not in REFUSED or heard.ready:
            return f"{answer.status_code}: {said}"
        before = self.told_before(cell, said)
        if not before and answer.status_code != 403:
            return f"{answer.status_code}: {said}"
        return "" if before or in_page_words(heard.said) == said else f"says “{said}”"

    def of_a_deed(self, cell: Cell, heard: Asked, answer: Any) -> str:
        """Return what is wrong with the answer to somebody whom the table allows it."""
        check_answer(answer)
        return super().of_a_deed(cell, heard, answer)


def detail_of(answer: Answer) -> str:
    """Return the sentence of an answer."""
    return str(json.loads(answer.content).get("detail", answer.text))[:400]
