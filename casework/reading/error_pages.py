"""Error pages, log-in walls and puzzles that a browser saved in the report's place."""

import re

from casework.errors import RefusedInputError
from models.shapes.reading import ReadDocument

_LONGEST_ERROR_PAGE = 400
"""Words. A report is longer; so a report that merely speaks of errors is not refused."""

_SIGNS = re.compile(
    r"""access\ (?:is\ |was\ )?denied | (?:error\ )?40[0134]\b.{0,40}(?:forbidden|not\ found|error)
    | (?:^|\ )(?:403|404)\ (?:forbidden|not\ found|error)
    | page\ (?:was\ |is\ )?not\ found
    | page\ (?:cannot|can['’]t|can\ not|could\ not)\ be\ (?:found|displayed)
    | (?:50[0234])\ (?:bad\ gateway|service|gateway|internal|server|error)
    | internal\ server\ error | bad\ gateway | service\ (?:is\ )?(?:temporarily\ )?unavailable
    | attention\ required | verify(?:ing)?\ (?:that\ )?you\ are\ (?:a\ )?human | are\ you\ a\ robot
    | checking\ your\ browser | enable\ (?:javascript|cookies)\ (?:and|to) | captcha
    | just\ a\ moment | you\ have\ been\ blocked
    | request\ (?:has\ been\ |was\ )?(?:blocked|rejected)
    | you\ (?:do\ not|don['’]t)\ have\ permission | unusual\ traffic
    | please\ (?:log|sign)\ in\ to\ continue | page\ you\ (?:were|are)\ looking\ for
    | site\ is\ (?:down|under)\b | this\ site\ can['’]t\ be\ reached""",
    re.IGNORECASE | re.VERBOSE,
)


def refuse_error_page(document: ReadDocument, name: str) -> None:
    """Refuse a page on which a server says that it has not given the report."""
    words = 0
    texts = [document.title or ""]
    for block in document.blocks:
        words += block.text.count(" ") + 1
        if words > _LONGEST_ERROR_PAGE:
            return
        texts.append(block.text)
    if any(_SIGNS.search(text[:400]) for text in texts):
        raise RefusedInputError(
            f"“{name}” is a message of the website (an error, a refusal or a check for robots), "
            "not the report: open the report in a browser and save the page that shows it."
        )
