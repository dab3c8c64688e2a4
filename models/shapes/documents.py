"""Which types of document an office uses, of all that the service can write."""

from typing import Final

from pydantic import field_validator

from models.shapes.setting import Key, Setting

BY_ITSELF: Final = frozenset(
    {
        "response-by-area",
        "response-by-area-cy",
        "response-discretionary",
        "invitation",
        "invitation-cy",
        "extension",
        "chaser",
    }
)
"""Types the service writes by itself, or falls back on: an office cannot be without them."""


class Documents(Setting):
    """What nobody is offered any more; what is written as one of these already stays so."""

    switched_off: tuple[Key, ...] = ()

    @field_validator("switched_off")
    @classmethod
    def _leaves_what_the_service_needs(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        needed = [name for name in names if name in BY_ITSELF]
        if needed:
            message = f"must not name {needed[0]}: the service writes it by itself"
            raise ValueError(message)
        return names
