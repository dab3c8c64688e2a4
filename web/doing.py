"""One act from one form: done and told, or refused beside what was typed."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from casework.errors import CaseworkError
from web.case_file import looking_at
from web.forms import Faults, faults_of
from web.look import go
from web.visits import Posted


@dataclass(frozen=True, slots=True)
class Doing:
    """Where the way leads after an act, and what is shown if it is refused."""

    to: str
    """Address of the page that tells what was done."""
    again: Callable[[Faults], Response]
    """The page of the form, with faults."""
    field: str
    """Id of the field a refusal is about, if it names none itself."""


def do(form: Posted, reference: str, doing: Doing, deed: Callable[[], str]) -> Response:
    """Do one act on a case within the visitor's reach; `deed` returns what to tell of it."""
    with looking_at(form.visit, reference):
        pass  # whatever is refused from here on, that the case is there is no secret
    try:
        told = deed()
    except CaseworkError as fault:
        return doing.again(faults_of(fault, doing.field))
    return go(doing.to, told)
