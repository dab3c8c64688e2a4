"""The public address a response will bear, and whether another response stands there already."""

from sqlmodel import col, select

from casework.record.desk import Desk
from casework.record.dossier import Dossier
from casework.rules.powers import FROZEN
from casework.rules.publishing import slug
from models import Case, Report


def address_taken(desk: Desk, file: Dossier) -> list[str]:
    """Return a sentence if another case's response has the address this one would be given.

    Two reports may bear one title; the second response must never be written
    over the first, whose address is permanent.
    """
    own = slug(desk.settings, file.case.reference, file.report.title, file.published)
    others = desk.session.exec(
        select(Case, Report)
        .join(Report, col(Report.id) == col(Case.report_id))
        .where(
            Case.office_id == desk.office_id,
            Case.id != file.case.id,
            col(Case.stage).in_(FROZEN) | col(Case.responded_on).is_not(None),
        )
    )
    for case, report in others:
        published = case.published_on or case.candidate_on
        if slug(desk.settings, case.reference, report.title, published) == own:
            said = (
                f"The address “{own}” belongs to the response of {case.reference} already: put "
                "{reference} into the rule `slug` under [publication] in the office's settings."
            )
            return [said]
    return []
