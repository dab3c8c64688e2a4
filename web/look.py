"""How a page looks: the templates, and what every one of them is given."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, unquote

from jinja2 import (
    ChainableUndefined,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
)
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from casework.access import Visitor
from casework.rules.wording import british_date, weekday_date
from web.browser_words import browser_words
from web.place import LONDON

WORDS: Final = Path(__file__).parents[1] / "templates"
TEMPLATES: Final = WORDS / "web"
PICTURES: Final = WORDS / "pictures"
"""Drawings that the public pages show too."""
COMPONENTS: Final = "govuk_frontend_jinja"
TOLD: Final = "told"
"""The cookie that carries what the next page says of the act just done."""
TOLD_SECONDS: Final = 60
LONGEST_TOLD: Final = 900


@cache
def pages() -> Environment:
    """Return the templates, with the components of the design system beside our own."""
    components = PrefixLoader({COMPONENTS: PackageLoader(COMPONENTS)})
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader([TEMPLATES, PICTURES]), components]),
        autoescape=True,
        undefined=ChainableUndefined,  # the components ask for what they were not given
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(british_date=british_date, weekday_date=weekday_date, spoken=_spoken)
    environment.filters.update(moment=_moment, fault=_fault, browser_words=browser_words)
    return environment


def page(
    request: Request, name: str, visitor: Visitor | None = None, status: int = 200, **values: Any
) -> HTMLResponse:
    """Return a page. What the last act told is said once, at its top."""
    told = unquote(request.cookies.get(TOLD, ""))
    given = {
        "request_path": request.url.path,
        "nonce": request.scope["state"]["nonce"],
        "visitor": visitor,
        "told": told,
        "faults": (),
        "as_of": getattr(request.state, "as_of", ""),
        **values,
    }
    answer = HTMLResponse(pages().get_template(name).render(given), status)
    if told:
        answer.delete_cookie(TOLD, httponly=True, samesite="strict")
    return answer


def go(to: str, told: str = "") -> RedirectResponse:
    """Return the way to another page, which will say what was done."""
    answer = RedirectResponse(to, status_code=303)
    if told:
        words = quote(told[:LONGEST_TOLD])
        answer.set_cookie(TOLD, words, max_age=TOLD_SECONDS, httponly=True, samesite="strict")
    return answer


def _moment(moment: datetime) -> str:
    local = moment.astimezone(LONDON)
    return f"{british_date(local.date())}, {local:%H:%M}"


def _fault(faults: Sequence[tuple[str, str]], field: str) -> dict[str, str] | None:
    """Return what is wrong with one field, as a component takes it; nothing if nothing is."""
    said = " ".join(words for name, words in faults if name == field)
    return {"text": said} if said else None


def _spoken(word: str) -> str:
    return word.replace("_", " ")
