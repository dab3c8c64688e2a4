"""The words of a response that are no names: classes of finding and grades, in Welsh.

A draft like every Welsh wording here: the office's translator has the last word.
"""

from casework.rules.welsh_dates import WELSH_MONTHS
from casework.rules.wording import MONTHS
from models.words import FindingClass

WELSH_CLASS_WORDS = {
    FindingClass.RECOMMENDATION: ("argymhelliad", "Argymhelliad"),
    FindingClass.AREA_FOR_IMPROVEMENT: ("maes i’w wella", "Maes i’w wella"),
    FindingClass.CAUSE_OF_CONCERN: ("achos pryder", "Achos pryder"),
}
"""Class, and the word it is cited by."""

WELSH_GRADES = {
    "outstanding": "Rhagorol",
    "good": "Da",
    "adequate": "Digonol",
    "requires improvement": "Angen gwella",
    "inadequate": "Annigonol",
}


def welsh_grade(grade: str) -> str:
    """Return a grade of the inspectors in Welsh; one they never gave stays as it is."""
    return WELSH_GRADES.get(grade.casefold(), grade)


def welsh_dated(dated: str) -> str:
    """Return `14 Hydref 2022` for `14 October 2022`."""
    for english, welsh in zip(MONTHS, WELSH_MONTHS, strict=True):
        dated = dated.replace(english, welsh)
    return dated
