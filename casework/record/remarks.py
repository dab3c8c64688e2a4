"""Comments received elsewhere: by e-mail, by telephone, on a marked PDF. Open until decided."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from casework.record.desk import Desk
from models import Case, Remark
from models.review_words import Decision, Heard

HEARD_WORDS = {
    Heard.EMAIL: "by e-mail",
    Heard.TELEPHONE: "by telephone",
    Heard.MARKED_PDF: "on a marked PDF",
    Heard.MEETING: "in a meeting",
    Heard.LETTER: "by letter",
    Heard.CONDITION: "as a condition of approval",
    Heard.OTHER: "in another way",
}
DECISION_WORDS = {
    Decision.WAITING: "open",
    Decision.TAKEN: "taken",
    Decision.PARTLY: "taken in part",
    Decision.NOT_TAKEN: "not taken",
}


def remarks_of(session: Session, case: Case) -> list[Remark]:
    """Return what was said elsewhere about the response of a case, by number."""
    wanted = select(Remark).where(Remark.case_id == case.id)
    return list(session.exec(wanted.order_by(col(Remark.number))))


def still_open(remarks: Sequence[Remark]) -> list[Remark]:
    """Return the remarks nobody has decided."""
    return [remark for remark in remarks if remark.decision is Decision.WAITING]


def keep_remark(desk: Desk, case: Case, row: Remark) -> int:
    """Put a remark under the next number of its case. Returns the number."""
    every = remarks_of(desk.session, case)
    row.number = every[-1].number + 1 if every else 1
    desk.session.add(row)
    desk.session.flush()
    desk.note(
        "remark_logged",
        case,
        remark=row.number,
        heard=row.heard.value,
        place=row.place,
        version=row.version,
    )
    return row.number
