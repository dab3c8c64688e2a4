"""Forms sent with what nobody should type: each field in its turn, and nothing kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import pytest
from httpx2 import Response

from casework.errors import CaseworkError
from casework.record import write_points
from tests.authority.forms import Form, forms_of
from tests.authority.hostile_words import LONG, PICTURE, SCRIPT, TYPED, uploads
from tests.authority.routes import every_route
from tests.web.desk import Desk, check_page
from web import limits

URLENCODED = {"content-type": "application/x-www-form-urlencoded"}
CHOSEN = frozenset({"radio", "checkbox", "select", "button"})
FEW = ("empty", "nul", "script", "huge number", "half a character")
ANSWERED = {200, 303, 400, 403, 404, 409, 413, 422, 429}
SENTENCE = ("govuk-error-summary", "Nothing was done", "<h1")


class NotKeptError(CaseworkError):
    """Everything was ready to be kept: the page shows its form again instead."""


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Refuse every act at its last moment, so that one record serves all forms."""

    def refuse(point: str) -> None:
        if point == "act: rows written, not committed":
            message = "A test keeps nothing."
            raise NotKeptError(message)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(write_points, "hook", refuse)
        yield


def forms_shown(desk: Desk, part: str, secrets: tuple[str, ...] = ("",)) -> dict[str, Form]:
    """Return every form that pages with `part` in their address show, by where it is sent."""
    found: dict[str, Form] = {}
    for route in every_route(desk):
        if route.verb != "GET" or part not in route.pattern or "/api/" in route.pattern:
            continue
        for secret in secrets:
            limits.forget()
            answer = desk.browser.get(route.address(secret=secret))
            if "text/html" in answer.headers.get("content-type", ""):
                for form in forms_of(answer.text):
                    form.action = form.action or str(answer.url.path)
                    found.setdefault(form.action, form)
    return found


def send(desk: Desk, form: Form, **other: str) -> Response:
    """Send a form as it is filled in, but for some fields."""
    limits.forget()
    body = urlencode(form.filled() | other, encoding="utf-8", errors="surrogatepass")
    answer: Any = desk.browser.post(
        form.action, content=body, headers=URLENCODED, follow_redirects=False
    )
    return check(answer, form)


def check(answer: Any, form: Form) -> Response:
    """Check what every answer to a hostile form must be."""
    where = (form.action, answer.status_code)
    assert answer.status_code in ANSWERED, (*where, answer.text[:2000])
    assert "taken=1" not in [c.strip() for c in answer.headers.get_list("set-cookie")], where
    assert SCRIPT not in answer.text, where
    assert "<img src=x" not in answer.text, where
    if answer.status_code >= 400:
        assert any(words in answer.text for words in SENTENCE), where
    if "text/html" in answer.headers.get("content-type", ""):
        check_page(answer)
    return answer  # type: ignore[no-any-return]


def tried_in_every_field(desk: Desk, form: Form) -> int:
    """Send a form once for each field and each hostile word; return how often."""
    sent = 0
    by_hand = {one.name for one in form.typed if one.kind not in CHOSEN}
    names = [one.name for one in form.fields if one.kind != "file"]
    for name in dict.fromkeys(names):
        # Of what is chosen or carried, a program sends anything; a person types much.
        # Every word comes to the first field of a form, and every second to each of the others.
        words = list(TYPED)[sent % 2 :: 2 if sent else 1]
        for what in words if name in by_hand else FEW:
            send(desk, form, **{name: TYPED[what]})
            sent += 1
    for one in [one for one in form.typed if one.kind in {"text", "textarea"}][:1]:
        send(desk, form, **{one.name: LONG})
    for one in form.files:
        for name, data in uploads().values():
            limits.forget()
            files = {one.name: (name, data)}
            answer = desk.browser.post(
                form.action, data=form.filled(), files=files, follow_redirects=False
            )
            check(answer, form)
            sent += 1
    return sent


__all__ = ["PICTURE", "forms_shown", "nothing_kept", "send", "tried_in_every_field"]
