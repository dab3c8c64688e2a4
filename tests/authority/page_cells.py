"""What the pages should answer in each cell: in words, and no sooner than they may."""

import html
import re
from typing import Any, Final

from casework.rules.terminal_words import in_page_words
from tests.authority.asked import Asked
from tests.authority.door import Cell
from tests.authority.http_cells import REFUSED, HttpCells
from tests.authority.page_door import PageDoor
from tests.authority.straight import Answer

BEGUN: Final = frozenset({"pagework"})
"""That a long piece of work was begun, and refused, is kept for its page."""
TO_THE_DOOR: Final = frozenset({303, 403})
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


class PageCells(PageDoor, HttpCells):
    """The pages, and what they should answer."""

    own_rows = BEGUN
    shut = TO_THE_DOOR
    done = frozenset({200, 303})
    before = BEFORE
    nothing = NOTHING
    shows = SHOWS | NO_ACT.keys()

    def said(self, answer: Any) -> str:
        """Return what a page says stands in the way."""
        return sentence_of(answer)

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


def sentence_of(answer: Answer) -> str:
    """Return what a page says stands in the way."""
    found = re.search(r"govuk-error-summary.*?</ul>|<h1.*?</main>", answer.text, re.DOTALL)
    words = re.sub(r"<[^>]+>", " ", found[0] if found else answer.text)
    return " ".join(html.unescape(words).split())[:400]
