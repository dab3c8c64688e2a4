"""What a refusal says of the terminal, said for somebody at a page or with a letter."""

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
    (r" with --signed-by (?:[\w-]+)(?=\.)", ", and name them as who will sign"),
    (r" with --signed-by\b", ""),
    (r": run the flow draft-response first", ": the service writes it once the case is open"),
    (
        r"or use `section55 take-updates` or `decline-updates`",
        "or take them, or set them aside, under “Versions”",
    ),
    (r"hand it in without --made-from", "hand it in again and leave “Made from” as it is"),
    (r"hand it in again with --made-from (\d+)", r"choose it again, and version \1 as “Made from”"),
    (r"after `section55 correct [^`]*` or `reopen`", "once it is opened for correction, or again"),
    (r"Hand it in again with --voids-signatures if", "Tick the box and hand it in again, if"),
    (r": `section55 (?:draft|remarks|letters)\b[^`]*`(?: lists them)?(?=\.)", ""),
    (r": run `section55 draft [^`]*`, and decide", ": once the service has, decide"),
    (r": `section55 draft [^`]*` puts them", ": the service soon puts them"),
    (r"Leave --place away", "Choose the document as a whole"),
    (r"`section55 correct [^`]*` changes it", "it can be corrected"),
    (r" with `section55 (?:late|send-back) [^`]*`", ""),
    (r"look and say with `section55 sent`", "look, and say so"),
    (r": --(?:due DATE|version NUMBER)(?=\.)", ""),
    (r": leave --(?:version|force|due) out", ""),
    (r": --by REFERENCE(?=\.)", ""),
    (r"\s*`section55 documents` lists the types(?: there are)?\.", ""),
    (r": `section55 documents` lists those there are", ""),
    (
        r"`section55 invite --extend DATE` (gives it|does)",
        r"giving more time, under “Comments”, \1",
    ),
    (r"`section55 invite` asks it", "preparing the invitation, under “Comments”, asks it"),
    (r" and load it with `section55 office load FILE`", ""),
    (r"Say so with --include, or leave", "Tick the box that says so, or leave"),
    (r"leave them out with --decline and a reason", "leave them out with a reason"),
    (r": `section55 (?:show|list)[^`]*` (?:lists|shows)[^.]*", ": look at the list of cases"),
)
"""Words of the command line, and what stands on a page in their place; in this order."""
KEY: Final = re.compile(r" \[[0-9a-f]{8}\](?=$|\n)")
"""Of what stands in the way: a page has a link instead."""


def in_page_words(said: str) -> str:
    """Return a refusal without the commands and options of the terminal."""
    said = KEY.sub("", said)
    for terminal, page in ON_A_PAGE:
        said = re.sub(terminal, page, said)
    return said
