"""One question to one colleague: asked, read, answered on one page, or taken back."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Form, Path
from starlette.responses import Response

from casework.colleagues import (
    ASKERS,
    NewQuestion,
    answer_question,
    ask_question,
    withdraw_question,
)
from casework.errors import NotFoundError
from casework.record.colleagues import is_open, is_overdue
from casework.rules.day_line import day_line
from casework.rules.progress import OFFICERS
from models import Question
from web.case_file import about, looking_at
from web.colleague_view import Colleagues, colleagues_of, given, who_can_be_asked
from web.doing import Doing, do
from web.forms import Faults, TypedDay, typed_day
from web.look import page
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()
Number = Annotated[int, Path(ge=1, le=1_000_000)]
AT: Final = "/cases/{reference}/colleagues"


@router.get(f"{AT}/ask")
def ask_page(here: Visiting, reference: str, finding: str = "") -> Response:
    """Ask for a question, and whom it is for."""
    return _ask(here, reference, None, finding=finding)


@router.post(f"{AT}/ask")
def ask(
    form: Sent,
    reference: str,
    due: Annotated[TypedDay, typed_day("due")],
    whom: Annotated[str, Form()] = "",
    words: Annotated[str, Form()] = "",
    finding: Annotated[str, Form()] = "",
) -> Response:
    """Ask a colleague."""
    here = form.visit

    def deed() -> str:
        chosen = given(whom, "whom", "Choose who is asked.")
        asked = given(words, "words", "Write the question down.")
        new = NewQuestion(chosen, asked, due.on, finding)
        ask_question(here.record, form.hand(), reference, new)
        return "The question is asked. It stands on their page, and a letter to them is prepared."

    def again(faults: Faults) -> Response:
        typed = {"whom": whom, "words": words, "finding": finding, "due": due}
        return _ask(here, reference, faults, **typed)

    return do(form, reference, Doing(f"/cases/{reference}/colleagues", again, "due-day"), deed)


@router.get(f"{AT}/questions/{{number}}")
def question(here: Visiting, reference: str, number: Number) -> Response:
    """Show a question, and ask whoever may answer it for the reply."""
    return _question(here, reference, number)


@router.post(f"{AT}/questions/{{number}}")
def reply(
    form: Sent, reference: str, number: Number, words: Annotated[str, Form()] = ""
) -> Response:
    """Write the reply to a question down."""

    def deed() -> str:
        kept = given(words, "words", "Write the reply.")
        answer_question(form.visit.record, form.hand(), reference, number, kept)
        return "The reply is on the record, beside what it is about."

    def again(faults: Faults) -> Response:
        return _question(form.visit, reference, number, faults, words=words)

    to = f"/cases/{reference}/colleagues/questions/{number}"
    return do(form, reference, Doing(to, again, "words"), deed)


@router.post(f"{AT}/questions/{{number}}/withdraw")
def withdraw(
    form: Sent, reference: str, number: Number, reason: Annotated[str, Form()] = ""
) -> Response:
    """Take a question back."""

    def deed() -> str:
        why = given(reason, "reason", "Say in a few words why it is taken back.")
        withdraw_question(form.visit.record, form.hand(), reference, number, why)
        return f"Question {number} is taken back."

    def again(faults: Faults) -> Response:
        return _question(form.visit, reference, number, faults, reason=reason)

    return do(form, reference, Doing(f"/cases/{reference}/colleagues", again, "reason"), deed)


def _ask(here: Visit, reference: str, faults: Faults | None, **typed: Any) -> Response:
    with looking_at(here, reference) as (session, case):
        shown = colleagues_of(session, case)
    usual = {"whom": "", "words": "", "finding": "", "due": TypedDay("due")}
    return page(
        here.request,
        "colleagues/ask.html",
        here.visitor,
        422 if faults else 200,
        **about(here, case, current="colleagues"),
        shown=shown,
        colleagues=who_can_be_asked(here, case),
        typed={**usual, **typed},
        act=new_act,
        faults=faults or (),
    )


def _question(
    here: Visit, reference: str, number: int, faults: Faults | None = None, **typed: str
) -> Response:
    with looking_at(here, reference) as (session, case):
        shown = colleagues_of(session, case)
    row = _row(shown, number)
    me, today, file = shown.numbers.get(here.visitor.person.key), here.place.today, shown.file
    officer = bool(OFFICERS & here.visitor.roles)
    stands = shown.is_open and row.withdrawn_at is None
    return page(
        here.request,
        "colleagues/question.html",
        here.visitor,
        422 if faults else 200,
        **about(here, case, current="colleagues"),
        shown=shown,
        row=row,
        finding=next((one for one in file.findings if one.key == row.finding), None),
        line=day_line(file.published, today, provisional=file.provisional),
        is_mine=row.asked_id == me,
        overdue=is_overdue(row, today),
        may_answer=stands and (row.asked_id == me or officer),
        may_withdraw=is_open(row) and shown.is_open and _may_withdraw(here, row, me),
        typed={"words": row.reply, "reason": "", **typed},
        act=new_act,
        faults=faults or (),
    )


def _row(shown: Colleagues, number: int) -> Question:
    row = next((one for one in shown.said.questions if one.number == number), None)
    if row is None:
        raise NotFoundError(f"{shown.file.case.reference} has no question {number}.")
    return row


def _may_withdraw(here: Visit, row: Question, me: int | None) -> bool:
    mine = row.asked_by_id == me and bool(ASKERS & here.visitor.roles)
    return mine or bool(OFFICERS & here.visitor.roles)
