"""What a refusal says of the terminal, said for somebody who sits before a page."""

import re
from typing import Final

ON_A_PAGE: Final = (
    (r"open it again with --force NAME", "name the force and open it again"),
    (r" with --force\b", " under “Force”"),
    (r"add --embargoed if", "tick “embargoed” if"),
    (r"say with --published", "say under “Published”"),
    (r"leave --embargoed out", "leave “embargoed” unticked"),
    (r", with `section55 finding correct --class`", ""),
    (r": `section55 finding list` shows the lines with their numbers", ""),
    (r": `section55 (?:show|list)[^`]*` (?:lists|shows)[^.]*", ": look at the list of cases"),
    (r",? with --as PERSON: `section55 office show`[^.]*", ""),
)
"""Words of the command line, and what stands on a page in their place; in this order."""


def in_page_words(said: str) -> str:
    """Return a refusal without the commands and options of the terminal."""
    for terminal, page in ON_A_PAGE:
        said = re.sub(terminal, page, said)
    return said
