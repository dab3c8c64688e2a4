"""What the pages should answer in each cell: in words, and no sooner than they may."""

import html
import re
from typing import Any, Final

from casework.rules.authority import AUTHORITY
from casework.rules.terminal_words import in_page_words
from tests.authority.asked import Asked
from tests.authority.door import AnsweringDoor, Cell
from tests.authority.page_door import PageDoor
from tests.authority.refused_besides import BESIDES
from tests.authority.straight import Answer

BEGUN: Final = frozenset({"pagework"})
"""That a long piece of work was begun, and refused, is kept for its page."""
REFUSED: Final = {403, 404, 409, 422}
TO_THE_DOOR: Final = {303, 403}
"""Where somebody without a session is sent."""
NO_ACT: Final = {
    "/office/settings/{address:path}": "shows what a change would do; /office/change makes it",
    "/office/people/{key}/end": "shows what a change would do; /office/change makes it",
    "/office/file": "shows what a change would do; /office/change makes it",
    "/cases/{reference}/way-out": "agrees to a way out that somebody proposed: test_ending_page",
}
"""Forms behind which no act is found on the case of the scenes, each with the reason."""

OTHER_WORDS: Final = {
    "/cases/{reference}/versions/{number:int}/beside/take": "is no edit kept beside",
    "/cases/{reference}/versions/{number:int}/beside/settle": "is no edit kept beside",
    "/cases/{reference}/signing/certify": "Nothing is to be certified",
    "/cases/{reference}/signing/certify/refuse": "Nothing is to be certified",
    "/cases/{reference}/signing/elsewhere": "Only the office.s staff record",
}
"""What a form says that cannot be shown again with the table's own sentence on it."""
KEEPER: Final = "kept by its administrator"
NO_LETTER: Final = "no such letter in this case"
BEFORE: Final[dict[str, str]] = {
    "/cases/{reference}/answers/{place}": "changed these words since you opened the page",
    "/cases/{reference}/publishing/now": "Nothing is due",
    "/cases/{reference}/signing/give": "It waits for|handed in the last version|may not give",
    "/cases/{reference}/signing/subject-to": "It waits for|handed in the last version|may not give",
    "/cases/{reference}/publishing/prove": "is not published through|has not been given",
    "/cases/{reference}/publishing/sent": NO_LETTER,
    "/me/tokens/{number}/revoke": "Token 1 is somebody else.s",
    "/office/change": KEEPER,
    "/office/waiting/{number}": "confirmed by an administrator",
    "/office/sessions/{number}/end": KEEPER,
    "/office/links/{reference}/{number}/revoke": KEEPER,
}
"""What a page itself asks before it asks the table, by its form."""
SHOWS: Final = {"/cases/{reference}/answers/{place}/take"}
"""Where nobody has the Word file yet, agreed words are only put into the form that writes them."""
NOTHING: Final = {
    "/cases/{reference}/date",
    "/cases/{reference}/comments/prepare",
    "/cases/{reference}/versions/hand-back",
}
"""At a stage it does not fit it says that nothing is to do, which the history may keep."""


class PageCells(PageDoor, AnsweringDoor):
    """The pages, and what they should answer."""

    own_rows = BEGUN

    def of_a_stranger(self, cell: Cell, heard: Asked, answer: Any) -> str:
        """Return what is wrong with what came to somebody without a session."""
        del cell
        is_shut = answer is not None and answer.status_code in TO_THE_DOOR and not heard.acts
        return "" if is_shut else f"came in: {heard.acts}"

    def of_the_unasked(self, cell: Cell, answer: Any) -> str:
        """Return what is wrong with a page shown before the table was asked."""
        said = sentence_of(answer)
        if answer.status_code not in REFUSED:
            return "" if cell.way in {*NO_ACT, *SHOWS} else f"{answer.status_code}: {said}"
        fits = bool(cell.acts) and self.scene.stage in AUTHORITY[cell.acts[0]].stages
        if fits and all(map(cell.caller.may, cell.acts)) and not _told_before(cell.way, said):
            return f"was stopped before the table was asked: {said}"
        return ""

    def of_a_refusal(self, cell: Cell, heard: Asked, answer: Any) -> str:
        """Return what is wrong with the page for somebody whom the table does not allow it."""
        said = sentence_of(answer)
        if cell.way in SHOWS and not heard.acts:
            return ""
        if answer.status_code not in REFUSED or "<h1" not in answer.text or heard.ready:
            return f"{answer.status_code}: {said}"
        told = " ".join(in_page_words(heard.said).split())
        says_so = told in said or re.search(OTHER_WORDS.get(cell.way, "^$"), said)
        return "" if says_so else f"does not say “{told}” but “{said}”"

    def of_a_deed(self, cell: Cell, heard: Asked, answer: Any) -> str:
        """Return what is wrong with the page for somebody whom the table allows it."""
        said = sentence_of(answer)
        if answer.status_code not in {*REFUSED, 200, 303}:
            return f"{answer.status_code}: {said}"
        if not all(self.scene.stage in AUTHORITY[one].stages for one in cell.acts):
            done = heard.ready and cell.way not in NOTHING
            return f"was done at this stage: {said}" if done else ""
        reasons = "|".join(BESIDES.get(one, "^$") for one in cell.acts)
        done = heard.ready or answer.status_code in {200, 303}
        known = done or re.search(reasons, said) or _told_before(cell.way, said)
        return "" if known else f"is refused: {said}"


def _told_before(pattern: str, said: str) -> bool:
    return re.search(BEFORE.get(pattern, "^$"), said) is not None


def sentence_of(answer: Answer) -> str:
    """Return what a page says stands in the way."""
    found = re.search(r"govuk-error-summary.*?</ul>|<h1.*?</main>", answer.text, re.DOTALL)
    words = re.sub(r"<[^>]+>", " ", found[0] if found else answer.text)
    return " ".join(html.unescape(words).split())[:400]
