"""What is wrong with one setting, in a sentence for an office manager."""

import types
import typing
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from enum import Enum
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from casework.registers.toml_lines import Path
from models.shapes.office import OfficeSettings

WRONG_TYPE = {
    "string_type": "must be text in quotation marks",
    "int_type": "must be a whole number, without quotation marks",
    "bool_type": "must be true or false, without quotation marks",
    "tuple_type": "must be a list in square brackets",
    "dict_type": "must be a section with settings of its own",
    "model_type": "must be a section with settings of its own",
    "too_short": "must have at least one entry",
    "missing": "is missing; add it",
}


LONGEST_SHOWN = 60
"""Characters of a wrong value that are shown: enough to find it again."""


def faults_within(errors: Collection[ErrorDetails]) -> Iterator[tuple[Path, str]]:
    """Yield the place and sentence of every error that does not just repeat another."""
    misspelt = {
        (error["loc"][:-1], nearest(str(error["loc"][-1]), names_at(error["loc"][:-1])))
        for error in errors
        if error["type"] == "extra_forbidden"
    }
    for error in errors:
        missing = error["type"] == "missing" and (error["loc"][:-1], error["loc"][-1]) in misspelt
        # A list counts as short when its entries are wrong.
        emptied = error["type"] == "too_short" and error["input"]
        if not missing and not emptied:
            yield error["loc"], sentence_of(error)


def sentence_of(error: ErrorDetails) -> str:
    """Return what is wrong with the setting at the error's place, without the place."""
    path, kind = tuple(error["loc"]), error["type"]
    subject = f"“{path[-1]}”" if isinstance(path[-1], str) else "this entry"
    match kind:
        case "extra_forbidden":
            return f"{subject} is not a setting{hint(str(path[-1]), names_at(path[:-1]))}"
        case "enum" | "literal_error":
            wrong = str(error["input"])[:LONGEST_SHOWN]
            return f"“{wrong}” cannot stand here{hint(wrong, choices_at(path))}"
        case "value_error":
            return f"{subject} {error['ctx']['error']}."
        case _:
            return f"{subject} {WRONG_TYPE.get(kind, error['msg'])}."


def nearest(wrong: str, known: Collection[str]) -> str | None:
    """Return the known name that is most like the wrong one, if any is."""
    return next(iter(get_close_matches(wrong.lower(), known, n=1, cutoff=0.6)), None)


def hint(wrong: str, known: Collection[str]) -> str:
    """Return the end of a sentence about a word that is not known here."""
    close = nearest(wrong, known)
    if close:
        return f"; did you mean “{close}”?"
    return f"; what can stand here is {', '.join(known)}." if known else "; take it out."


def place_words(path: Path, raw: object) -> str:
    """Return where a setting stands: `people 2 (Ada Marsh), roles 1: `."""
    words: list[str] = []
    for step in path[:-1] if path and isinstance(path[-1], str) else path:
        raw = _down(raw, step)
        if isinstance(step, str):
            words.append(step)
        elif words:
            words[-1] += f" {step + 1}{_called(raw)}"
    return f"{', '.join(words)}: " if words else ""


def _down(raw: object, step: str | int) -> object:
    if isinstance(raw, dict):
        return raw.get(step)
    if isinstance(raw, list) and isinstance(step, int) and step < len(raw):
        return raw[step]
    return None


def _called(entry: object) -> str:
    """Return the name of a list entry in brackets, if it has one."""
    if not isinstance(entry, dict):
        return ""
    found = (entry.get(key) for key in ("name", "key", "role", "instrument"))
    name = next((word for word in found if isinstance(word, str) and word), None)
    return f" ({name})" if name else ""


def names_at(path: Path) -> tuple[str, ...]:
    """Return the names of the settings that may stand at this place."""
    found = _type_at(path)
    if not isinstance(found, type) or not issubclass(found, BaseModel):
        return ()
    return tuple(field.alias or name for name, field in found.model_fields.items())


def choices_at(path: Path) -> tuple[str, ...]:
    """Return the words one may choose from at this place."""
    found = _type_at(path)
    if isinstance(found, type) and issubclass(found, Enum):
        return tuple(str(member.value) for member in found)
    return tuple(map(str, typing.get_args(found)))


def _type_at(path: Path) -> Any:
    """Return the type of the setting at this place, walking down the shapes."""
    found: Any = OfficeSettings
    for step in path:
        if isinstance(found, type) and issubclass(found, BaseModel):
            found = _field_type(found, step)
        else:
            found = _inner(found)
    return _bare(found)


def _field_type(shape: type[BaseModel], step: str | int) -> Any:
    for name, field in shape.model_fields.items():
        if step in (name, field.alias):
            return _bare(field.annotation)
    return None


def _inner(found: Any) -> Any:
    """Return the type of the entries of a list or of a section with free names."""
    inner = [_bare(arg) for arg in typing.get_args(found) if arg is not Ellipsis]
    return inner[-1] if inner else None


def _bare(found: Any) -> Any:
    """Return a type without its checks and without `or nothing`."""
    if typing.get_origin(found) is typing.Annotated:
        return _bare(typing.get_args(found)[0])
    if typing.get_origin(found) in (typing.Union, types.UnionType):
        return _bare(next(arg for arg in typing.get_args(found) if arg is not type(None)))
    return found
