"""What the forms of a case may not go over: the same thing, changed by another person meanwhile."""

from typing import Final

from casework.record.hand import Minding

DATE: Final = Minding(
    frozenset({"publication_date_confirmed", "publication_date_corrected", "embargo_set"})
)
LEAD: Final = Minding(frozenset({"lead_named"}))
EMBARGO: Final = Minding(frozenset({"embargo_set", "embargo_lifted", "publication_date_confirmed"}))
ENDING: Final = Minding(frozenset({"moved"}))
DOCUMENT: Final = Minding(frozenset({"document_chosen"}))
SCHEDULE: Final = Minding(frozenset({"publication_scheduled", "moved"}))
LATENESS: Final = Minding(frozenset({"lateness_reason_given"}))
TRACK: Final = frozenset({"comments_track", "invitation_withdrawn", "nil_return"})
OF_A_FINDING: Final = frozenset(
    {
        "finding_corrected",
        "finding_regarded",
        "finding_numbered",
        "finding_dropped",
        "finding_restored",
        "finding_split",
    }
)


def of_finding(key: str) -> Minding:
    """Return what a change of one finding minds."""
    return Minding(OF_A_FINDING, (("finding", key),))


def of_track(force: str) -> Minding:
    """Return what a change of a force's track of comments minds; of every track for none."""
    return Minding(TRACK, (("force", force),) if force else ())


def of_submission(number: int) -> Minding:
    """Return what the classing of a submission minds."""
    return Minding(frozenset({"comments_classed", "comments_declined"}), (("submission", number),))


def of_block(name: str) -> Minding:
    """Return what the switching of a block of wording minds."""
    return Minding(frozenset({"wording_switched"}), (("block", name),))


def of_remark(number: int) -> Minding:
    """Return what the decision of a remark minds."""
    return Minding(frozenset({"remark_decided"}), (("remark", number),))
