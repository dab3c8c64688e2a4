"""The gate's answer to one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casework.documents.gate.archive import open_package
from casework.documents.gate.disguises import RESAVE
from casework.documents.gate.elements import (
    active_elements,
    is_shown_by_word,
    outside_references,
    pictures_that_act,
)
from casework.documents.gate.fields import active_fields
from casework.documents.gate.left_overs import left_overs_in
from casework.documents.gate.parts import active_parts, main_part
from casework.documents.gate.refusal import RefusedError
from casework.documents.gate.relations import FETCHED, reaching_outside
from casework.documents.gate.xml_parts import parse_parts
from casework.errors import RefusedInputError
from models.shapes.word import Blocked, GateReport

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree


def inspect(data: bytes, *, read_on: bool = False) -> GateReport:
    """Return whether the file may come in, and what a reader of it should know. Never raises.

    With `read_on`, what is left over is told also of a file that is kept out
    only by what it would fetch.
    """
    try:
        return judged(data, read_on=read_on)
    except RefusedError as refused:
        return GateReport(accepted=False, blocked=(refused.blocked,), left_overs=())
    except Exception:  # noqa: BLE001 - a file built to break a reader must still get an answer
        message = f"The file cannot be read as a Word document: {RESAVE}."
        return GateReport(
            accepted=False, blocked=(Blocked("unreadable", "", message),), left_overs=()
        )


def admit(data: bytes) -> GateReport:
    """Return the gate's report on a file that may come in; refuse any other."""
    report = inspect(data)
    if not report.accepted:
        raise RefusedInputError(report.blocked[0].message)
    return report


def judged(data: bytes, *, read_on: bool = False) -> GateReport:
    """Return the report on a file, or raise the one reason that ends all reading."""
    parts = open_package(data)
    roots = parse_parts(parts)
    blocked = [*active_parts(roots, parts), *reaching_outside(roots), *_active_content(roots)]
    if blocked and not (read_on and all(one.what in FETCHED for one in blocked)):
        return GateReport(accepted=False, blocked=_once(blocked), left_overs=())
    left_overs = left_overs_in(roots, parts, main_part(roots))
    return GateReport(accepted=not blocked, blocked=_once(blocked), left_overs=left_overs)


def only_reaches_out(report: GateReport) -> bool:
    """Return whether all that keeps a file out is what it would fetch from elsewhere.

    Nothing here fetches anything, so such a file can be read and examined; it
    can be neither kept nor published.
    """
    return not report.accepted and all(one.what in FETCHED for one in report.blocked)


def _active_content(roots: Mapping[str, etree._Element]) -> Iterator[Blocked]:
    for name, root in roots.items():
        if is_shown_by_word(root):
            yield from active_fields(name, root)
            yield from active_elements(name, root)
        yield from outside_references(name, root)
    yield from pictures_that_act(roots)


def _once(blocked: list[Blocked]) -> tuple[Blocked, ...]:
    """Return each reason once: a macro shows in its name, its type and its relation."""
    seen: dict[str, Blocked] = {}
    for reason in blocked:
        seen.setdefault(reason.message, reason)
    return tuple(seen.values())
