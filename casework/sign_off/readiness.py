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
from casework.record.excuses import not_excused
from casework.record.finding_fields import references
from casework.record.letters import Library
from casework.record.list_and_file import findings_in_file, left_in_file
from casework.record.outstanding import outstanding
from casework.record.papers import current_version, document_of
from casework.record.tracks import force_name
from casework.rules.blocks import Block
from casework.rules.check_blocks import error_blocks
from casework.rules.completeness import Asked, comments_open, unanswered
from casework.rules.wording import joined
from casework.sign_off.addresses import address_taken
from models.excuses import ExcuseKind
from models.shapes.checking import ToBeSigned
from models.shapes.response import TO_BE_WRITTEN
from models.shapes.word import LeftOverKind

LEFT_OVERS: dict[LeftOverKind, tuple[str, ExcuseKind | None]] = {
    # Nothing can be published of a text that says two things.
    LeftOverKind.TRACKED_CHANGE: ("a tracked change", None),
    LeftOverKind.COMMENT: ("an open comment", ExcuseKind.OVERRIDE),
    LeftOverKind.HIDDEN_TEXT: ("hidden text", ExcuseKind.OVERRIDE),
    LeftOverKind.PLACEHOLDER: ("a placeholder", ExcuseKind.OVERRIDE),
}
"""Left-overs nobody may waive, with what lets them pass. Metadata is cleaned, not asked about."""
OF_THE_TEXTS = frozenset({"missing_finding", "altered_finding", "cc_comments_altered"})
"""Checks that see what is told of the regions already."""
OF_THE_ANSWERS = frozenset({"unanswered_recommendation"})


def obstacles(
    desk: Desk, file: Dossier, library: Library, data: bytes, signing: ToBeSigned
) -> list[Block]:
    """Return every reason why this signing copy cannot go to signature, in sentences.

    What somebody let pass, by name and with a reason, is none any more.
    """
    return not_excused(file.excuses, every_obstacle(desk, file, library, data, signing))


def every_obstacle(
    desk: Desk, file: Dossier, library: Library, data: bytes, signing: ToBeSigned
) -> list[Block]:
    """Return every block, those that were let pass too."""
    fresh = fresh_draft(desk, file, library)
    texts, answers = _texts(data, fresh, library), _answers(desk, file, data)
    left_overs = _left_overs(data)
    told = (OF_THE_TEXTS if texts else frozenset()) | (OF_THE_ANSWERS if answers else frozenset())
    return [
        *_of_the_case(desk, file),
        *(Block("address", said, let_pass=None) for said in address_taken(desk, file)),
        *texts,
        *_not_proposed_yet(desk, file, fresh),
        *_off_the_list(file, data),
        *left_overs,
        *(Block("form", said, let_pass=None) for said in obstacles_to_publishing(data)),
        *answers,
        *_errors(desk, file, data, signing, told, left_overs),
    ]


def _errors(
    desk: Desk,
    file: Dossier,
    data: bytes,
    signing: ToBeSigned,
    told: frozenset[str],
    left_overs: list[Block],
) -> list[Block]:
    """Return what the checks found that nothing else has told of this copy."""
    # A tenth of the time it takes to start, and only a submission asks for it.
    from casework.examining import errors_in_copy  # noqa: PLC0415

    noticed = errors_in_copy(desk.session, desk.settings, file, data, signing, desk.hand.today)
    return [
        block
        for block in error_blocks(noticed, told)
        if not any(block.about in left.about for left in left_overs)
    ]


def _texts(data: bytes, fresh: FreshDraft, library: Library) -> list[Block]:
    missing = missing_regions(data, fresh, library)
    altered = altered_words(data, fresh)
    return [
        *(Block("region", f"The region {key} is missing.", key) for key in missing),
        *(
            Block(
                "words",
                f"The words at {key} are not ours to change, and the text {how}: put them back.",
                key,
            )
            for key, how in altered.items()
        ),
    ]


def _not_proposed_yet(desk: Desk, file: Dossier, fresh: FreshDraft) -> list[Block]:
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
    return [Block("updates", said)]


def _off_the_list(file: Dossier, data: bytes) -> list[Block]:
    left = left_in_file(findings_in_file(data), [finding.key for finding in file.findings])
    return [
        Block("list", f"The finding {key} is off the list, but still stands in the Word file.", key)
        for key in left
    ]


def _of_the_case(desk: Desk, file: Dossier) -> list[Block]:
    faults = []
    if file.provisional:
        faults.append(Block("date", "The publication date is not confirmed."))
    if not file.case.findings_confirmed:
        faults.append(Block("findings", "The findings are not confirmed."))
    faults += [
        Block("remark", f"Remark {row.number} of {row.who} is still open: decide it first.")
        for row in file.open_remarks
    ]
    if file.updates:
        verb = "is" if file.updates.updates == 1 else "are"
        said = (
            f"There {verb} {file.updates.words} in version {file.updates.number}: decide in Word "
            "and hand it in, or use `section55 take-updates` or `decline-updates`."
        )
        faults.append(Block("updates", said, str(file.updates.number)))
    states = [(force_name(desk, force), force.state) for force in file.forces]
    waiting = comments_open(states)
    if waiting:
        said = (
            f"The comments of {joined(waiting)} are still to come: wait for them, record a nil "
            "return, or wait until their date has passed."
        )
        faults.append(Block("comments", said))
    return faults


def _left_overs(data: bytes) -> list[Block]:
    faults = []
    for left in inspect(data).left_overs:
        if left.kind in LEFT_OVERS:
            what, passes = LEFT_OVERS[left.kind]
            by = f" by {left.author}" if left.author else ""
            said = f"There is {what}{by}: “{left.where}”."
            faults.append(Block(left.kind.value, said, left.where, passes))
    return faults


def _answers(desk: Desk, file: Dossier, data: bytes) -> list[Block]:
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
    return [Block("answers", f"No answer of the body's own stands at {joined(missing)}.")]


def _says_something(paragraphs: tuple[str, ...]) -> bool:
    text = " ".join(paragraphs).strip()
    return bool(text) and text != TO_BE_WRITTEN
