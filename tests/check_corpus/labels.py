"""A document of the corpus, what is wrong with it, and when words are the same words."""

import re
from dataclasses import dataclass
from typing import Any

CHECKS = (
    *("date_order", "duplicate_finding", "missing_finding", "altered_finding"),
    *("finding_order_or_grade", "unanswered_recommendation", "force_action_only"),
    *("deadline_not_answered", "wrong_citation", "wrong_minister_title", "misspelt_person"),
    *("misspelt_force", "wrong_force", "misspelt_word", "confusable_word", "unclosed_delimiter"),
    *("inspectorate_voice", "placeholder", "tracked_change", "open_comment", "hidden_text"),
    *("missing_signature", "missing_date", "missing_copies", "wrong_last_day", "late_publication"),
    *("undefined_acronym", "metadata_leak", "remote_link", "empty_section", "cc_comments_altered"),
    *("grade_table_lost", "list_number_artefact", "protective_marking"),
)
"""The checks that formats.md names. For what is not among them a label has a name of its own."""

_SAME = str.maketrans({
    "‘": "'", "’": "'", "“": '"', "”": '"', "\u2011": "-", "\u2010": "-", "–": "-", "—": "-",
    "\u00a0": " ", "\u202f": " ", "\u00ad": None, "\u200b": None,
})  # fmt: skip
_WORD = re.compile(r"[\w'%-]+")
_ENOUGH = 4
"""So many words in a row are the same place."""


@dataclass(frozen=True)
class Label:
    """One defect: the check that is to report it, and the words at which.

    Where two checks may rightly report it, both stand, parted by `|`. A check
    that formats.md does not name is written as `~` and words of which one is
    to stand in the name that the checks give it: `~marking|classification`.
    """

    check: str
    words: str = ""
    finding: tuple[str, str] | None = None
    """Reference and text of the finding it is about: a check may as well point at these."""

    @property
    def named(self) -> tuple[str, ...]:
        """The checks that may report it, the first being its class."""
        return tuple(self.check.lstrip("~").split("|"))

    @property
    def own(self) -> bool:
        """Whether it is a defect that formats.md gives no name."""
        return self.check.startswith("~")

    @property
    def kind(self) -> str:
        """The class it is counted under."""
        return ("~" if self.own else "") + self.named[0]


@dataclass(frozen=True)
class Document:
    """One response in Word, the facts it is held against, and what is wrong with it."""

    name: str
    half: str
    data: bytes
    facts: dict[str, Any]
    labels: tuple[Label, ...] = ()
    also: tuple[str, ...] = ()
    """Checks that may follow from the same defects and are no false alarm."""

    @property
    def is_clean(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.labels


def plain(words: str) -> str:
    """Return words as they are compared: signs, spaces and capitals made the same."""
    return " ".join(words.translate(_SAME).casefold().split())


def overlaps(one: str, other: str) -> bool:
    """Return whether two pieces of a document are the same place, or one has no place."""
    one, other = plain(one), plain(other)
    if not one or not other or one in other or other in one:
        return True
    words, inside = _WORD.findall(one), f" {' '.join(_WORD.findall(other))} "
    return any(
        f" {' '.join(words[at : at + _ENOUGH])} " in inside
        for at in range(len(words) - _ENOUGH + 1)
    )
