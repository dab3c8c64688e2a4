"""The facts of a case as a file: what `section55 check --facts` reads. docs/formats.md."""

import json
from typing import Any

from pydantic import TypeAdapter, ValidationError

from casework.errors import RefusedInputError
from models.shapes.checking import Facts

_FACTS = TypeAdapter(Facts)
_HERE = {"class": "klass", "date": "day"}
"""Names of the format that a Python class cannot bear, and what they are called here."""
_THERE = {here: there for there, here in _HERE.items()}


def read_facts(data: bytes, name: str) -> Facts:
    """Return the facts a file holds; what it does not say is left empty.

    Raises RefusedInputError, with one sentence, for a file that is no JSON or
    whose values cannot be what they are called.
    """
    try:
        told = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        message = f"{name} is not a JSON file: write it with `section55 case facts REFERENCE`."
        raise RefusedInputError(message) from None
    if not isinstance(told, dict):
        message = f"{name} does not hold the facts of a case: it must begin with {{."
        raise RefusedInputError(message)
    try:
        return _FACTS.validate_python(_as_named_here(told))
    except ValidationError as fault:
        first = fault.errors()[0]
        place = ".".join(_shown(step) for step in first["loc"])
        message = f"{name}: “{place}” cannot be used: {first['msg'].lower()}."
        raise RefusedInputError(message) from None


def _shown(step: int | str) -> str:
    if isinstance(step, int):
        return f"number {step + 1}"
    return _THERE.get(step, step)


def _as_named_here(told: Any) -> Any:
    """Return the values with empty ones left out: what is not known is what is not said."""
    if isinstance(told, dict):
        return {
            _HERE.get(key, key): _as_named_here(value)
            for key, value in told.items()
            if value is not None
        }
    if isinstance(told, list):
        return [_as_named_here(value) for value in told]
    return told
