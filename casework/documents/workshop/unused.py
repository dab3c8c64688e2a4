"""Advice: the fields a template could use, and does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casework.documents.workshop.expressions import singular
from casework.documents.workshop.faults import Advice
from casework.documents.workshop.kinds import TOP, Kind, element_of, fields_of, is_list

if TYPE_CHECKING:
    from collections.abc import Iterator


def unused_fields(fields: Kind, used: set[tuple[Kind, str]]) -> list[Advice]:
    """Return one piece of advice for each field that is never used, in the order of the page."""
    known = {name for kind, name in used if kind == TOP}
    return [
        Advice("unused_field", path, f"The template never uses {path}.")
        for path in dict.fromkeys(_unused("", fields, known, used, ()))
    ]


def _unused(
    prefix: str,
    kind: Kind,
    known: set[str],
    used: set[tuple[Kind, str]],
    around: tuple[Kind, ...],
) -> Iterator[str]:
    for name, hint in fields_of(kind).items():
        if name not in known:
            yield f"{prefix}{name}"
            continue
        inner = element_of(hint) if is_list(hint) else hint
        if fields_of(inner) and inner not in around:
            below = singular(name, hint) if is_list(hint) else f"{prefix}{name}"
            names = {each for holder, each in used if holder is inner}
            yield from _unused(f"{below}.", inner, names, used, (*around, kind))
