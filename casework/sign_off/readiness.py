"""Whether a response may go to signature: all that is missing, at once."""

from casework.documents.gate import inspect
from casework.documents.merge import UnsafeMergeError
from casework.documents.publishable import obstacles_to_publishing
from casework.documents.regions import read_regions
from casework.record.desk import Desk
from casework.record.dossier import Dossier
from casework.record.drafts import (
    FreshDraft,
    altered_words,
    fresh_draft,
    missing_regions,
    was_handed_in,
)
from casework.record.finding_fields import references
from casework.record.letters import Library
from casework.record.list_and_file import findings_in_file, left_in_file
from casework.record.outstanding import outstanding
from casework.record.papers import current_version, document_of
from casework.record.tracks import force_name
from casework.rules.completeness import Asked, comments_open, unanswered
from casework.rules.wording import joined
from casework.sign_off.addresses import address_taken
from models.shapes.response import TO_BE_WRITTEN
from models.shapes.word import LeftOverKind

LEFT_OVER_WORDS = {
    LeftOverKind.TRACKED_CHANGE: "a tracked change",
    LeftOverKind.COMMENT: "an open comment",
    LeftOverKind.HIDDEN_TEXT: "hidden text",
    LeftOverKind.PLACEHOLDER: "a placeholder",
}
"""Left-overs nobody may sign over, and nobody can waive. Metadata is cleaned, not asked about."""


def obstacles(desk: Desk, file: Dossier, library: Library, data: bytes) -> list[str]:
    """Return every reason why this signing copy cannot go to signature, in sentences."""
    fresh = fresh_draft(desk, file, library)
    return [
        *_of_the_case(desk, file),
        *address_taken(desk, file),
        *(f"The region {key} is missing." for key in missing_regions(data, fresh, library)),
        *(
            f"The words at {key} are not ours to change, and the text {how}: put them back."
            for key, how in altered_words(data, fresh).items()
        ),
        *_not_proposed_yet(desk, file, fresh),
        *_off_the_list(file, data),
        *_left_overs(data),
        *obstacles_to_publishing(data),
        *_answers(desk, file, data),
    ]


def _not_proposed_yet(desk: Desk, file: Dossier, fresh: FreshDraft) -> list[str]:
    """Return a sentence if the record has changed since anything was last proposed."""
    document = document_of(desk, file.case)
    current = current_version(desk.session, document)
    if file.updates or current is None or not was_handed_in(desk, document):
        return []  # what waits is told already; a draft nobody edited is made anew by itself
    try:
        merged = outstanding(desk, file.case, document, current, fresh)
    except UnsafeMergeError:
        return []  # somebody was warned of it, and carries it over by hand
    if merged is None or not merged.proposes:
        return []
    said = (
        "The record has changed since the Word file was last brought up to it: run "
        f"`section55 draft {file.case.reference}`, and decide the updates."
    )
    return [said]


def _off_the_list(file: Dossier, data: bytes) -> list[str]:
    left = left_in_file(findings_in_file(data), [finding.key for finding in file.findings])
    return [
        f"The finding {key} is off the list, but still stands in the Word file." for key in left
    ]


def _of_the_case(desk: Desk, file: Dossier) -> list[str]:
    faults = []
    if file.provisional:
        faults.append("The publication date is not confirmed.")
    if not file.case.findings_confirmed:
        faults.append("The findings are not confirmed.")
    faults += [
        f"Remark {row.number} of {row.who} is still open: decide it first."
        for row in file.open_remarks
    ]
    if file.updates:
        verb = "is" if file.updates.updates == 1 else "are"
        faults.append(
            f"There {verb} {file.updates.words} in version {file.updates.number}: decide in Word "
            "and hand it in, or use `section55 take-updates` or `decline-updates`."
        )
    states = [(force_name(desk, force), force.state) for force in file.forces]
    waiting = comments_open(states)
    if waiting:
        faults.append(
            f"The comments of {joined(waiting)} are still to come: wait for them, record a nil "
            "return, or wait until their date has passed."
        )
    return faults


def _left_overs(data: bytes) -> list[str]:
    faults = []
    for left in inspect(data).left_overs:
        if left.kind in LEFT_OVER_WORDS:
            by = f" by {left.author}" if left.author else ""
            faults.append(f"There is {LEFT_OVER_WORDS[left.kind]}{by}: “{left.where}”.")
    return faults


def _answers(desk: Desk, file: Dossier, data: bytes) -> list[str]:
    words = read_regions(data)
    cited = references(file.findings)
    asked = [
        Asked(cited[f.key], f.klass, _says_something(words.get(f"{f.key}_answer", ())))
        for f in file.findings
    ]
    need = desk.settings.house_rules.areas_for_improvement_need_answer
    missing = unanswered(asked, areas_need_answer=need)
    if not missing:
        return []
    return [f"No answer of the body's own stands at {joined(missing)}."]


def _says_something(paragraphs: tuple[str, ...]) -> bool:
    text = " ".join(paragraphs).strip()
    return bool(text) and text != TO_BE_WRITTEN
