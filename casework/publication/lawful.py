"""Whether a response may be published: each limb of section 55 kept, explained or overridden."""

from datetime import date, timedelta
from typing import Final

from casework.record.dossier import Dossier
from casework.record.lawfulness import limbs_in_the_way
from models.shapes.office import OfficeSettings

SLACK: Final = timedelta(days=2)
"""From day 54 on nothing that is only missing on paper stops the text: it must out."""


def why_not_lawful(settings: OfficeSettings, file: Dossier, today: date) -> str:
    """Return why a response must not be published yet; empty if it may.

    What is public already is not asked again: a correction has no limbs of
    its own.
    """
    if file.case.responded_on or today >= file.last_day - SLACK:
        return ""
    blocks = limbs_in_the_way(settings, file, today)
    if not blocks:
        return ""
    listed = "\n".join(f"  - {block.line}" for block in blocks)
    return (
        f"{file.case.reference} is not published before each duty is kept, or somebody has said "
        f"on the record why not:\n{listed}"
    )
