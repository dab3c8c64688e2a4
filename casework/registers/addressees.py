"""The register of bodies that reports address: a data file beside this module."""

import tomllib
from functools import cache
from pathlib import Path

from models.shapes.bodies import AddressedBody
from models.words import AddresseeGroup

REGISTER = Path(__file__).with_name("addressees.toml")


@cache
def load_addressees() -> tuple[AddressedBody, ...]:
    """Return every body of the register, in the register's order."""
    rows = tomllib.loads(REGISTER.read_text(encoding="utf-8"))["body"]
    return tuple(
        AddressedBody(
            name=row["name"],
            names=tuple(row["names"]),
            group=AddresseeGroup(row.get("concerns", "others")),
        )
        for row in rows
    )
