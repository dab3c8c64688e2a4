"""A colleague has read an answer: it is wanted of them no more while its words stay as they are."""

from hashlib import sha256

from sqlmodel import select

from casework.colleagues.said import the_finding
from casework.errors import NotFoundError
from casework.record.acts import act
from casework.record.answers_read import ANSWER_READ, reads_of
from casework.record.desk import Desk
from models import Answer


@act("read_answer")
def read_answer(desk: Desk, reference: str, finding: str) -> str:
    """Write down that an answer to a finding was read as it stands. Returns the finding's key.

    Words that are changed afterwards are wanted to be read again.
    """
    case = desk.open_case(reference)
    key = the_finding(desk, case, finding)
    row = desk.session.exec(
        select(Answer).where(Answer.case_id == case.id, Answer.place == f"{key}_answer")
    ).first()
    if row is None or not row.text:
        message = f"There is no answer to {key or 'the case as a whole'} yet: nothing can be read."
        raise NotFoundError(message)
    words = sha256(row.text.encode()).hexdigest()
    if (key, words) not in reads_of(desk.session, [case.id or 0]).get(case.id or 0, set()):
        desk.note(ANSWER_READ, case, finding=key, words=words)
    return key
