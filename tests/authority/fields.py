"""What is sent with each form: read from the route itself, filled in by the name of the field."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from models.words import Stage
from tests.authority.scenes import Scene
from tests.authority.stages import OFFICE, WHEN
from tests.builders import DAY_ONE, REPORT, SIGNATORY, word_file_of

WHY: Final = "for a reason given in words"
KEY: Final = "0badcafe"
"""Of nothing that stands in the way: what may be let pass is tried in test_excusing."""
CARRIED: Final = frozenset({"form_token", "act", "as_of"})
NOT_CHOSEN: Final = frozenset({"marked", "saved"})
"""Of two ways to say the same, one is chosen."""
SAID: Final[dict[str, str | list[str]]] = {
    "action": "1",
    "address": "https://www.arden-commissioner.example/section-55/found",
    "after": "",
    "agreed": "yes",
    "another": "",
    "at": "08:30",
    "before": "",
    "block": "monitoring",
    "code": "",
    "days": "20",
    "decision": "taken",
    "email": "alex.marsh@warwickshire-police.example",
    "embargoed": "",
    "finding": "",
    "flow": "draft-response",
    "force": "",
    "how": "telephone",
    "include": "",
    "kind": "fact-check",
    "klass": "background",
    "language": "",
    "lines": "2",
    "made_from": "0",
    "makes": "",
    "meeting": "1",
    "minute": "",
    "name": "response-thematic",
    "other": "",
    "person": "birch",
    "place": "",
    "publisher": "web_package",
    "signed_by": "",
    "stands": "",
    "then": "",
    "theirs": "R-77",
    "ticked": ["f002", "f003"],
    "version": "1",
    "voids": "true",
    "way": "opened_by_mistake",
    "whom": "others",
    "writes": "",
}
"""By the name of a field; whatever has another name is given a reason in words."""
BY_ROUTE: Final[dict[tuple[str, str], str]] = {
    ("/cases/{reference}/comments/links", "version"): "",
    ("/cases/{reference}/colleagues/ask", "whom"): "pym",
    ("/cases/{reference}/signing/elsewhere", "person"): SIGNATORY,
    ("/cases/{reference}/comments/{number:int}/class", "words"): "",
    ("/cases/{reference}/findings/add", "klass"): "recommendation",
    ("/cases/{reference}/findings/add", "number"): "",
    ("/cases/{reference}/findings/{key}/correct", "klass"): "recommendation",
    ("/start", "flow"): "catch-up",
    ("/open", "text"): "",
    ("/open", "address"): "",
    ("/sign-in", "address"): "priya.lockhart@arden-commissioner.example",
    ("/cases/{reference}/comments/received", "text"): "",
    ("/g/{secret}/comments", "text"): "We welcome it.",
    ("/g/{secret}/comments", "klass"): "draft",
    ("/g/{secret}/comments", "name"): "Alex Marsh",
}
"""Where a name means something else on one form."""


def fields_of(route: Any) -> list[tuple[str, bool]]:
    """Return what a route reads from its form: (name, whether it is a file)."""
    found = dict.fromkeys(
        (one.alias, "UploadFile" in str(one.field_info.annotation))
        for one in _flat(route.dependant)
        if one.alias not in CARRIED | NOT_CHOSEN
    )
    return list(found)


def _flat(dependant: Any) -> Iterator[Any]:
    yield from dependant.body_params
    for inner in dependant.dependencies:
        yield from _flat(inner)


def said_in(pattern: str, name: str, scene: Scene) -> str | list[str]:
    """Return what is typed into one field of a form."""
    part, _, piece = name.rpartition("-")
    if part and piece in {"day", "month", "year"}:
        return str(getattr(_day(pattern, part, scene.stage), piece))
    known = _of_the_record(pattern, name, scene)
    return known if known is not None else BY_ROUTE.get((pattern, name), SAID.get(name, WHY))


def _of_the_record(pattern: str, name: str, scene: Scene) -> str | None:
    """Return what a page would give its form to carry; nothing if somebody types it."""
    if name == "manifest":
        return scene.file.round.manifest_sha256 if scene.file.round else ""
    if name == "key":
        is_copy = "/publishing" in pattern
        keys = (one.key for one in scene.file.mails if ("copy" in one.key) is is_copy)
        return next(keys, "")
    if name == "address" and pattern.endswith("/prove"):
        return next((one.address for one in scene.file.publications if one.address), None)
    if name == "base":
        record = scene.service.record
        with record.reading() as session:
            return record.office(session).settings_sha256
    is_settings = name == "text" and pattern.startswith("/office")
    return OFFICE.replace("01632 960 100", "01632 960 111") if is_settings else None


def file_in(pattern: str, scene: Scene) -> tuple[str, bytes]:
    """Return what is uploaded by a form."""
    if pattern == "/open":
        return "report.html", REPORT
    if pattern.endswith("/hand-back"):
        return "edited.docx", scene.word_file
    if pattern.endswith("/welsh"):
        return "cymraeg.docx", word_file_of("We welcome it.")
    return "given.txt", b"We welcome it."


def _day(pattern: str, part: str, stage: Stage) -> date:
    today = WHEN[stage].date()
    if part in {"due", "until", "last"}:
        return today + timedelta(days=8)
    if pattern.endswith("/schedule"):
        return date(2022, 12, 7)
    return DAY_ONE if part == "published" else today
