"""Areas of a report: their long and short names, and grades printed beside them."""

import re
from typing import NamedTuple

from casework.rules.findings.normal import comparable, plain

GRADES = ("outstanding", "good", "adequate", "requires improvement", "inadequate")
"""The five grades since 2021/22; before, the four without "adequate"."""

_FAMILIES: tuple[tuple[str, ...], ...] = (
    (
        "preventing crime",
        "preventing crime and antisocial behaviour",
        "preventing and deterring crime",
        "preventing and deterring crime and antisocial behaviour and reducing vulnerability",
        "preventing crime and tackling antisocial behaviour",
    ),
    (
        "treatment of the public",
        "police powers and treating the public fairly and respectfully",
        "treating the public fairly",
        "police powers and public treatment",
        "engaging with and treating the public with fairness and respect",
        "fair treatment of the public",
        "legitimately treats the public and its workforce",
    ),
    ("responding to the public", "responding to requests for service"),
    ("investigating crime",),
    ("protecting vulnerable people", "protecting vulnerable people and supporting victims"),
    ("managing offenders", "managing offenders and suspects"),
    (
        "developing a positive workplace",
        "building supporting and protecting the workforce",
        "building supporting and protecting our workforce",
        "building and developing the workforce",
    ),
    (
        "good use of resources",
        "leadership and force management",
        "strategic planning organisational management and value for money",
    ),
    ("recording data about crime", "crime data integrity"),
    (
        "supporting victims",
        "providing a service to the victims of crime",
        "providing a service to victims of crime",
    ),
    (
        "disrupting serious organised crime",
        "tackling serious and organised crime",
        "serious and organised crime",
    ),
    ("vetting and counter corruption",),
    ("tackling workforce corruption",),
    ("upholding professional standards",),
    ("neighbourhood policing",),
    ("meeting the strategic policing requirement",),
    ("protecting the public against armed threats",),
    ("ethical behaviour and lawful behaviour of the workforce",),
    ("treating the workforce fairly",),
    ("planning for the future",),
    ("meeting current demands and using resources",),
    ("reducing crime and keeping people safe",),
    ("effectiveness",),
    ("efficiency",),
    ("legitimacy",),
)
_FAMILY_OF = {name: family[0] for family in _FAMILIES for name in family}
_GRADE = (
    "(?P<grade>"
    + "|".join(g.replace(" ", r"\s+") for g in sorted(GRADES, key=len, reverse=True))
    + ")"
)
_WITH_GRADE = re.compile(
    rf"^(?P<area>.{{3,140}}?)\s*(?:[–|:]|\s-\s|\()\s*(?:graded?(?:\s+as)?:?\s*)?{_GRADE}\)?\s*\.?$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"^(?:overall\s+)?(?:(?:grade|graded|judge?ment|rating)\b\s*(?:as)?\s*:?\s*)?{_GRADE}\s*\.?$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:is|was|as|are|be)\s+(?:graded\s+(?:as\s+)?)?[\"'“‘]?(?P<grade>outstanding|good|adequate|inadequate)[\"'”’]?\s+(?:at|in|for)\b"
    r"|\b(?P<ri>requires\s+improvement)[\"'”’]?\s+(?:at|in|for)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|area\s+\d{1,2}[.:]?|section\s+\d{1,2}[.:]?)\s+", re.IGNORECASE
)
_AREA_NUMBER = re.compile(r"area\s+\d{1,2}\s*[.:–-]\s*\w", re.IGNORECASE)
_MOST_WORDS = 16


class AreaGrade(NamedTuple):
    """An area and its grade on one line, both as printed."""

    area: str
    grade: str


def area_key(name: str) -> str:
    """Return the one name under which long and short forms of an area meet."""
    words = comparable(_NUMBERED.sub("", name))
    return _FAMILY_OF.get(words, words)


def is_known_area(name: str) -> bool:
    """Return whether this is one of the inspectors' area names, long or short."""
    numbered = _AREA_NUMBER.match(name) is not None
    return numbered or comparable(_NUMBERED.sub("", name)) in _FAMILY_OF


def with_grade(text: str) -> AreaGrade | None:
    """Return area and grade of a line such as "Investigating crime – Requires improvement"."""
    if len(text.split()) > _MOST_WORDS:
        return None
    spaced = text.replace("\xa0", " ").replace("—", "–")
    found = _WITH_GRADE.match(spaced)
    if not found or is_grade(found["area"]) or is_grade(spaced):
        return None
    return AreaGrade(found["area"].strip(" :–-"), found["grade"])


def is_grade(text: str) -> bool:
    """Return whether the text is a grade and nothing else."""
    return grade_alone(text) is not None


def grade_alone(text: str) -> str | None:
    """Return the grade if the text is a grade and nothing else ("Graded: good")."""
    found = _ALONE.match(text.replace("\xa0", " ").strip())
    return found["grade"] if found else None


def grade_in_sentence(text: str) -> str | None:
    """Return the grade of a sentence such as "X Police is good at preventing crime"."""
    found = _SENTENCE.search(plain(text))
    return (found["grade"] or found["ri"]) if found else None
