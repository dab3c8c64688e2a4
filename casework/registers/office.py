"""The office's settings file, read whole or refused whole."""

import re
import tomllib
from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from casework.errors import SettingsError
from casework.registers.office_faults import Fault, faults_between_sections
from casework.registers.office_sentences import faults_within, place_words
from casework.registers.toml_lines import Path, line_of, lines_of
from models.shapes.office import OfficeSettings

AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")
BYTE_ORDER_MARK = "\ufeff"


def read_office(text: str, name: str) -> OfficeSettings:
    """Return the settings in the text of a TOML file called `name`.

    Every fault is found before any is told: the error has one sentence per
    fault, with its line, in the order of the file.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    raw = parsed(text, name)
    settings, faults = checked(raw)
    if settings is None or faults:
        raise SettingsError(_told(faults, raw, lines_of(text), name))
    return settings


def parsed(text: str, name: str) -> dict[str, Any]:
    """Return the file's values as they stand, or say on which line it stops making sense."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = AT_LINE.search(str(error))
        line = (found and found[1]) or str(text.count("\n") + 1)
        what = AT_LINE.sub("", str(error)).strip().rstrip(".")
        message = f"{name}, line {line}: this line cannot be read as a setting ({what})."
    except RecursionError:
        message = f"{name}: lists stand inside lists too deeply to be read."
    raise SettingsError(message)


def checked(raw: dict[str, Any]) -> tuple[OfficeSettings | None, list[Fault]]:
    """Return the settings if they have the right shape, and every fault found."""
    between = list(faults_between_sections(raw))
    try:
        return OfficeSettings.model_validate(raw), between
    except ValidationError as error:
        within = (Fault(*found) for found in faults_within(error.errors()))
        return None, [*within, *between]


def _told(faults: Iterable[Fault], raw: dict[str, Any], lines: dict[Path, int], name: str) -> str:
    """Return one line of text per fault, in the order of the file."""
    found = {
        (line_of(lines, fault.path) or 0, _plain(f"{place_words(fault.path, raw)}{fault.sentence}"))
        for fault in faults
    }
    return "\n".join(
        f"{name}, line {line}: {sentence}" if line else f"{name}: {sentence}"
        for line, sentence in sorted(found)
    )


def _plain(sentence: str) -> str:
    """Return the sentence on one line, whatever was written into the file."""
    return "".join(letter if letter.isprintable() else " " for letter in sentence)
