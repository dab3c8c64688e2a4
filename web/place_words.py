"""The marked places of a response, called what people call them."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from casework.record.dossier import Dossier, dossier
from casework.record.finding_fields import CLASS_WORDS, references
from casework.record.sheet import dropped_findings
from casework.rules.terminal_words import in_page_words
from casework.rules.wording import sentence_start
from models import Finding
from models.shapes.office import OfficeSettings
from web.case_file import looking_at
from web.visits import Visit

OF_A_FINDING: Final = re.compile(r"(f\d+)_(\w+)")
OF_A_FORCE: Final = re.compile(r"c(\d+)_(\w+)")
A_PLACE: Final = re.compile(r"\b[fc]\d+_[a-z_]+\b")
A_FINDING: Final = re.compile(r"\bf\d{3,}\b")
OF_FORCES: Final = frozenset({"force", "about"})
"""Facts of the history that name a force by its key."""
Fact = Callable[[str, str], str]
SIDES: Final = {
    "answer": "our answer",
    "text": "the inspectors’ words",
    "comments": "the chief officer’s words",
    "reply": "our reply",
    "lead": "the words that lead in",
}


def place_words(file: Dossier) -> Callable[[str | None], str]:
    """Return what gives a place of the response its name."""
    return named_places(references(file.findings), len(file.forces))


def named_places(cited: Mapping[str, str], forces: int) -> Callable[[str | None], str]:
    """Return what names a place, given the references of the findings and the number of forces."""

    def named(key: str | None) -> str:
        if not key:
            return "The document as a whole"
        if (found := OF_A_FINDING.fullmatch(key)) and found[1] in cited:
            return f"{cited[found[1]]}: {_side(found[2])}"
        if found := OF_A_FORCE.fullmatch(key):
            which = f" {found[1]}" if forces > 1 else ""
            return f"The chief officer’s comments{which}: {_side(found[2])}"
        return sentence_start(key.replace("_", " "))

    return named


def told(file: Dossier, *said: str) -> str:
    """Return what an act told, in the words of a page."""
    return with_places(in_page_words(" ".join(said)), place_words(file))


def with_places(said: str, named: Callable[[str | None], str]) -> str:
    """Return a sentence with the marked places in it called by their names."""
    return A_PLACE.sub(lambda found: f"“{named(found[0])}”", said)


def with_findings(said: str, cited: Mapping[str, str]) -> str:
    """Return a sentence with the keys of findings in it replaced by what people call them."""
    return A_FINDING.sub(lambda found: cited.get(found[0], found[0]), said)


def finding_names(file: Dossier, dropped: Iterable[Finding]) -> dict[str, str]:
    """Return what people call each finding of a case, by its key: the report's own label."""
    off = {
        row.key: f"{CLASS_WORDS[row.klass][1]} {row.number}".rstrip() + ", off the list"
        for row in dropped
    }
    return {**references(file.findings), **off}


def said_of_findings(here: Visit, reference: str, said: str) -> str:
    """Return what an act told, each finding in it called what people call it by now."""
    with looking_at(here, reference) as (session, case):
        names = finding_names(dossier(session, case), dropped_findings(session, case))
    return with_findings(said, names)


def fact_words(settings: OfficeSettings, file: Dossier, names: Mapping[str, str]) -> Fact:
    """Return what tells a fact of the history (its name, its value) in words."""
    place = place_words(file)

    def told_fact(name: str, value: str) -> str:
        if name == "place":
            return place(value)
        force = settings.force(value) if name in OF_FORCES else None
        return force.name if force else with_findings(value, names)

    return told_fact


def _side(word: str) -> str:
    return SIDES.get(word, word.replace("_", " "))
