"""The same acts for other systems: JSON under /api/v1, one room for each noun."""

from typing import Final

WHERE: Final = "/api/v1"
