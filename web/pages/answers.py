"""The body's own words: the grid of all places, and one place at a time."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.drafting import mark_of, write_answer
from casework.errors import NotFoundError
from casework.findings import repeats_of
from casework.record.colleagues import consulted, is_overdue
from casework.record.dossier import Dossier, dossier
from casework.record.papers import find_document, versions_of
from casework.record.people import names
from casework.rules.progress import OFFICERS
from models.words import VersionKind
from web.answer_places import AnswerPlace, answer_places
from web.case_file import about, file_of, looking_at
from web.doing import Doing, do
from web.forms import Faults, TypedDay, typed_day
from web.look import page
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()
NEXT = {
    False: "The next draft will hold them.",
    True: "They are offered in the Word file as an update, to be accepted or rejected.",
}
"""What becomes of words: by whether the Word file was handed back, and so owns them."""
Due = Annotated[TypedDay, typed_day("due")]


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields of a place."""

    text: str
    owner: str
    due: TypedDay
    seen: str = ""
    """The mark of the words that stood there when the page was shown."""


@router.get("/cases/{reference}/answers")
def answers(here: Visiting, reference: str) -> Response:
    """Show every place that waits for the body's own words."""
    with looking_at(here, reference) as (session, case):
        file, people = dossier(session, case), names(session)
        said = consulted(session, case)
    return page(
        here.request,
        "answers.html",
        here.visitor,
        **about(here, file.case, current="answers"),
        file=file,
        places=answer_places(here.visitor.settings, file),
        said=said,
        people=people,
        today=here.place.today,
        is_overdue=is_overdue,
        act=new_act,
        in_word=_is_in_word(here, reference),
        may_change=bool(OFFICERS & here.visitor.roles),
    )


@router.get("/cases/{reference}/answers/{place}")
def answer_page(here: Visiting, reference: str, place: str) -> Response:
    """Show one place beside what it answers, and ask for the words."""
    return show_place(here, reference, place)


@router.post("/cases/{reference}/answers/{place}")
def answer(  # noqa: PLR0913, PLR0917  a form has as many fields as it has
    form: Sent,
    reference: str,
    place: str,
    due: Due,
    text: Annotated[str, Form()] = "",
    owner: Annotated[str, Form()] = "",
    then: Annotated[str, Form()] = "",
    seen: Annotated[str, Form()] = "",
) -> Response:
    """Write the words of one place; those that somebody else wrote meanwhile are not lost."""
    here, words = form.visit, text.replace("\r\n", "\n")

    def deed() -> str:
        given = (words, owner.strip(), due.if_any, seen or None)
        write_answer(here.record, form.hand(), reference, place, *given)
        return f"The words are written. {NEXT[_is_in_word(here, reference)]}"

    def again(faults: Faults) -> Response:
        return show_place(here, reference, place, Typed(words, owner, due, seen), faults)

    grid = f"/cases/{reference}/answers"
    following = _following(here, reference, place) if then else ""
    to = f"{grid}/{following}" if following else grid
    return do(form, reference, Doing(to, again, "text"), deed)


def _is_in_word(here: Visit, reference: str) -> bool:
    """Return whether the Word file was handed back, so that the words live there."""
    with looking_at(here, reference) as (session, case):
        document = find_document(session, case)
        versions = versions_of(session, document) if document else []
    return any(one.kind is VersionKind.CHECK_IN for one in versions)


def _following(here: Visit, reference: str, place: str) -> str:
    """Return the place after this one; empty after the last."""
    keys = [one.key for one in answer_places(here.visitor.settings, file_of(here, reference))]
    at = keys.index(place) + 1 if place in keys else len(keys)
    return keys[at] if at < len(keys) else ""


def show_place(
    here: Visit,
    reference: str,
    place: str,
    typed: Typed | None = None,
    faults: Faults | None = None,
    taken: str = "",
) -> Response:
    """Show one place; `taken` says what was put into its fields and is not saved yet."""
    with looking_at(here, reference) as (session, case):
        file, people = dossier(session, case), names(session)
        said = consulted(session, case)
    one = the_place(here, file, place)
    return page(
        here.request,
        "answer.html",
        here.visitor,
        422 if faults else 200,
        **about(here, file.case, current="answers"),
        file=file,
        place=one,
        repeats=_said_before(here, file, one),
        said=said,
        people=people,
        today=here.place.today,
        is_overdue=is_overdue,
        typed=typed or Typed(one.text, one.owner, TypedDay.of("due", one.due)),
        seen=mark_of(one.text),
        changed=bool(typed and typed.seen and typed.seen != mark_of(one.text)),
        taken=taken,
        may_change=bool(OFFICERS & here.visitor.roles),
        act=new_act,
        faults=faults or (),
    )


def the_place(here: Visit, file: Dossier, place: str) -> AnswerPlace:
    """Return one place of a response; refuse one it has not."""
    every = answer_places(here.visitor.settings, file)
    one = next((known for known in every if known.key == place), None)
    if one is None:
        message = f"There is no place “{place}” in this response: look at the list of its places."
        raise NotFoundError(message)
    return one


def _said_before(here: Visit, file: Dossier, place: AnswerPlace) -> list[str]:
    """Return what was promised to earlier findings that are nearly the same."""
    if place.finding is None:
        return []
    told = repeats_of(here.record, file.case.reference)
    pairs = zip(told.found, told.sentences(), strict=False)
    return [sentence for one, sentence in pairs if one.key == place.finding.key]
