"""A form that cannot be taken just now: held on a page, so that nothing typed is lost.

Either the session ended while somebody typed, or another one has begun since.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.responses import Response

from casework.access import Visitor
from casework.errors import RefusedInputError
from web.look import go, page
from web.wanted_page import remember

TOO_LONG: Final = "This page was open for too long: go back, load it again, and send it once more."
CARRIED: Final = frozenset({"form_token", "act", "as_of"})
"""What a form carries that nobody typed."""


class StaleFormError(RefusedInputError):
    """A form of another session: of an earlier one of the same person, or of nobody."""

    def __init__(self, visitor: Visitor) -> None:
        """Take whoever is signed in now."""
        super().__init__(TOO_LONG)
        self.visitor = visitor


@dataclass(frozen=True, slots=True)
class Held:
    """What a form brought, to be sent again."""

    fields: list[tuple[str, str]]
    """Everything but the token, which the next session gives anew."""
    words: list[str]
    """What somebody typed in sentences, for them to see and to copy."""
    files: list[str]
    """Names of the files, which a page cannot keep."""
    back: str
    """Path of the page it was typed on."""


async def to_the_door(request: Request, _: Exception) -> Response:
    """Return the way to the door; what was sent without a session is held."""
    if request.method == "POST" and _is_our_own(request):
        return page(request, "held.html", status=403, held=await _held(request))
    answer = go("/sign-in")
    remember(request, answer, secure=request.app.state.place.is_secure)
    return answer


async def offered_again(request: Request, fault: Exception) -> Response:
    """Return a stale form with the token of today's session, for its sender to send again."""
    if not isinstance(fault, StaleFormError) or not _is_our_own(request):
        return page(request, "refused.html", status=409, sentence=TOO_LONG)
    return page(request, "held.html", fault.visitor, 409, held=await _held(request))


def _is_our_own(request: Request) -> bool:
    # Only a browser's own word will do: another site's form must never be offered again.
    return request.headers.get("sec-fetch-site") == "same-origin"


async def _held(request: Request) -> Held:
    sent = (await request.form()).multi_items()
    typed = [(name, value) for name, value in sent if isinstance(value, str)]
    names = [one.filename for _, one in sent if isinstance(one, UploadFile) and one.filename]
    return Held(
        fields=[(name, value) for name, value in typed if name != "form_token"],
        words=[value for name, value in typed if name not in CARRIED and " " in value.strip()],
        files=names,
        back=urlsplit(request.headers.get("referer", "")).path or "/",
    )
