"""The lawfulness sheet as a PDF of one A4 page: tagged, and the same bytes for the same sheet."""

import json
from typing import Any, Final

from casework.documents.publishable.pdf import TEMPLATE, compiled, with_breaks
from casework.rules.lawfulness_sheet import LawfulnessSheet, SheetLine

SHEET: Final = TEMPLATE.with_name("lawfulness.typ")
LONGEST_PROOF: Final = (360, 300, 240, 180, 120)
"""Signs of one proof or reason, the fewer the more there is: the whole stands on the page."""
ON_THE_PAGE: Final = 5_200
"""Signs of all proofs and reasons together that the one page holds in letters one can read."""
SIGNS_A_LINE: Final = 34
"""What the narrowest column can hold of one word."""


def lawfulness_pdf(sheet: LawfulnessSheet) -> bytes:
    """Return the sheet as a PDF. The words go in as data and are never read as markup."""
    day, longest = sheet.as_at.date(), _longest(sheet)
    document = {
        "title": f"Lawfulness sheet: {sheet.reference}",
        "author": sheet.office,
        "dated": [day.year, day.month, day.day],
        "report": with_breaks(_short(sheet.title, longest), SIGNS_A_LINE),
        "about": f"As at {sheet.moment}. The text: {sheet.version}. {sheet.clock}",
        "in_short": sheet.in_short,
        "lines": [_line(one, longest) for one in sheet.lines],
    }
    return compiled({"document": json.dumps(document, ensure_ascii=False)}, SHEET)


def _longest(sheet: LawfulnessSheet) -> int:
    """Return how long a proof may be for all of them to stand on one page."""
    told = [len(words) for one in sheet.lines for words in (one.limb.proof, one.limb.excuse)]
    fits = (most for most in LONGEST_PROOF if sum(min(n, most) for n in told) <= ON_THE_PAGE)
    return next(fits, LONGEST_PROOF[-1])


def _line(one: SheetLine, longest: int) -> dict[str, Any]:
    return {
        "subsection": f"s.{one.limb.subsection}",
        "duty": with_breaks(_short(one.duty, longest), SIGNS_A_LINE),
        "asked": one.asked,
        "light": one.limb.light.value,
        "stands": one.light,
        "proof": with_breaks(_short(one.limb.proof, longest), SIGNS_A_LINE),
        "receipts": [
            with_breaks(_short(f"{receipt.words}.", longest), SIGNS_A_LINE)
            for receipt in one.receipts
            if receipt.at.startswith("/letters/")
        ],
        "excuse": with_breaks(_short(one.limb.excuse, longest), SIGNS_A_LINE),
        "with_whom": one.with_whom,
    }


def _short(words: str, longest: int) -> str:
    one = " ".join(words.split())
    return one if len(one) <= longest else f"{one[: longest - 1].rstrip()}…"
