"""The register of police forces: a data file beside this module."""

import tomllib
from functools import cache
from pathlib import Path

from models.shapes.forces import Force

REGISTER = Path(__file__).with_name("forces.toml")


@cache
def load_forces() -> tuple[Force, ...]:
    """Return every force of the register, in the register's order."""
    rows = tomllib.loads(REGISTER.read_text(encoding="utf-8"))["force"]
    return tuple(
        Force(name=row["name"], area=row["area"], aliases=tuple(row.get("aliases", ())))
        for row in rows
    )
