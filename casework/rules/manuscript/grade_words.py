"""The words of the grades, and the words by which a sentence gives one."""

import re
from typing import Final

from casework.rules.findings.areas import GRADES
from casework.rules.manuscript.phrases import each_of, phrase


def any_grade(between: str = r"\s+") -> str:
    """Return the part of a pattern that finds any grade, the longest first."""
    longest_first = sorted(GRADES, key=len, reverse=True)
    return f"(?:{'|'.join(one.replace(' ', between) for one in longest_first)})"


GRADE: Final = phrase(rf"(?<!\w){any_grade().replace('requires', 'requir(?:es?|ed|ing)')}(?!\w)")

AT: Final = phrase(r"[”’\"']?\s{1,9}(?:in|at|for|on)\b")

OPENS_LIST: Final = phrase(rf"\W{{0,20}}{GRADE.pattern}\s*[:–-]")
"""`Good: preventing crime, managing offenders`."""

GRADING: Final = phrase(
    r"\b(?:grad(?:e|es|ed|ing|ings)|rat(?:ed|ing|ings)|judged|judge?ments?|assessed\s+as)\b"
    r"|\b(?:force|constabulary|service|police)\s+(?:is|was|are|were)\s+(?:found\s+(?:to\s+be\s+)?)?"
    r"(?:outstanding|good|adequate|inadequate)\s+(?:at|for|in)\b"
)

BEFORE_NOW: Final = phrase(
    r"\b(?:previous\w*|last|earlier|formerly|before|prior|improv(?:ed|ement|ing)\s+(?:from|on)|moved|up\s+from|down\s+from"
    r"|from\s+[“‘\"']?(?:outstanding|good|adequate|inadequate|requires)|had\s+been|used\s+to|will|aim|towards|should|could"
    r"|nationally|other\s+forces|another\s+force|was\s+then|ambition|target|next)\b|\bin\s+(?:19|20)\d\d\b"
)

AFTER_GRADE: Final = phrase(
    r"[”’\"')\]]{0,5}\s{0,9}(?:$|[.,;:)\]–|]|-\s|(?:both|in|at|for|and|but|with|on|or|to|across|overall|grades?|ratings?)\b)"
)

SAYS_MORE: Final = phrase(
    r"\b(?:is|are|was|were|has|have|had|saw|sees?|found|finds?|prais\w+|noted|notes|said|says?|show\w*|improv\w+"
    r"|I|we|they|he|she|inspectors?|work|progress|which|who|where|because|although|though)\b|;"
)
"""Between two areas: another clause begins, and the grade of the first is not the second's."""

EARLIER: Final = phrase(r"\b(?:last|previous\w*|earlier|before|prior)\b")

MARK: Final = each_of("✓ ✔ x ● • ■ yes y √")


def named_in(words: str) -> list[str]:
    """Return every grade that words name, whatever for."""
    return [plain_grade(one.group()) for one in GRADE.finditer(words)]


def plain_grade(grade: str) -> str:
    """Return a grade as it is compared: `Requires improvement` however it was bent or typed."""
    return re.sub(r"^requir\w+", "requires", " ".join(grade.split()).casefold())
