"""What the API should answer in each cell: a sentence, and no sooner than it may."""

import json
import re
from typing import Any, Final

from casework.rules.authority import AUTHORITY
from casework.rules.terminal_words import in_page_words
from tests.authority.api_door import ApiDoor, Operation
from tests.authority.asked import Asked
from tests.authority.door import AnsweringDoor, Cell
from tests.authority.refused_besides import BESIDES
from tests.authority.straight import Answer
from tests.web.api_client import check_answer

OF_THE_SYSTEM: Final = frozenset({"apitoken", "apirequest"})
"""That a token was used, and its number claimed: a refusal gives it back."""
REFUSED: Final = {403, 404, 409, 422}
NO_TOKEN: Final = {401}
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


class ApiCells(ApiDoor, AnsweringDoor):
    """The API, and what it should answer."""

    own_rows = OF_THE_SYSTEM

    def of_a_stranger(self, cell: Cell, heard: Asked, answer: Any) -> str:
        """Return what is wrong with what came to somebody without a token that works."""
        del cell
        is_shut = answer is not None and answer.status_code in NO_TOKEN and not heard.acts
        return "" if is_shut else f"came in: {heard.acts}"

    def of_the_unasked(self, cell: Cell, answer: Any) -> str:
        """Return what is wrong with an answer given before the table was asked."""
        said = detail_of(answer)
        if answer.status_code not in REFUSED:
            return f"{answer.status_code}: {said}"
        fits = bool(cell.acts) and self.scene.stage in AUTHORITY[cell.acts[0]].stages
        if fits and all(map(cell.caller.may, cell.acts)) and not _told_before(cell.way, said):
            return f"was stopped before the table was asked: {said}"
        return ""

    def of_a_refusal(self, cell: Cell, heard: Asked, answer: Any) -> str:
        """Return what is wrong with the answer to somebody whom the table does not allow it."""
        check_answer(answer)
        said = detail_of(answer)
        if answer.status_code not in REFUSED or heard.ready:
            return f"{answer.status_code}: {said}"
        before = _told_before(cell.way, said)
        if not before and answer.status_code != 403:
            return f"{answer.status_code}: {said}"
        return "" if before or in_page_words(heard.said) == said else f"says “{said}”"

    def of_a_deed(self, cell: Cell, heard: Asked, answer: Any) -> str:
        """Return what is wrong with the answer to somebody whom the table allows it."""
        check_answer(answer)
        said = detail_of(answer)
        if answer.status_code not in {*REFUSED, 200}:
            return f"{answer.status_code}: {said}"
        if not all(self.scene.stage in AUTHORITY[one].stages for one in cell.acts):
            done = heard.ready and str(cell.way) not in NOTHING
            return f"was done at this stage: {said}" if done else ""
        reasons = "|".join(BESIDES.get(one, "^$") for one in cell.acts)
        done = heard.ready or answer.status_code == 200
        known = done or re.search(reasons, said) or _told_before(cell.way, said)
        return "" if known else f"is refused: {said}"


def _told_before(asked: Operation, said: str) -> bool:
    return re.search(BEFORE.get(str(asked), "^$"), said) is not None


def detail_of(answer: Answer) -> str:
    """Return the sentence of an answer."""
    return str(json.loads(answer.content).get("detail", answer.text))[:400]
