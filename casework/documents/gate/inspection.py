"""The gate's answer to one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casework.documents.gate.archive import RESAVE, RefusedError, open_package
from casework.documents.gate.fields import active_content
from casework.documents.gate.left_overs import left_overs_in
from casework.documents.gate.parts import (
    active_parts,
    main_part,
    parse_parts,
    reaching_outside,
)
from casework.documents.wordml import W_NAMESPACE
from casework.errors import RefusedInputError
from models.shapes.word import Blocked, GateReport

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree


def inspect(data: bytes) -> GateReport:
    """Return whether the file may come in, and what a reader of it should know. Never raises."""
    try:
        return _inspect(data)
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


def _inspect(data: bytes) -> GateReport:
    parts = open_package(data)
    roots = parse_parts(parts)
    blocked = [*active_parts(roots, iter(parts)), *reaching_outside(roots)]
    blocked += _active_content(roots)
    main = "" if blocked else main_part(roots, parts)
    left_overs = tuple(left_overs_in(roots, main)) if not blocked else ()
    return GateReport(accepted=not blocked, blocked=_once(blocked), left_overs=left_overs)


def _active_content(roots: Mapping[str, etree._Element]) -> Iterator[Blocked]:
    for name, root in roots.items():
        if root.tag.startswith(f"{{{W_NAMESPACE}}}"):
            yield from active_content(name, root)


def _once(blocked: list[Blocked]) -> tuple[Blocked, ...]:
    """Return each reason once: a macro shows in its name, its type and its relation."""
    seen: dict[str, Blocked] = {}
    for reason in blocked:
        seen.setdefault(reason.message, reason)
    return tuple(seen.values())
