"""What each duty of section 55 comes to, in short: for whoever looks at the proof beside it.

Police Act 1996 s.55, as amended by the Policing and Crime Act 2017 s.37. These
are no quotations: who needs the Act's own words reads the Act.
"""

from collections.abc import Mapping
from typing import Final

ASKED: Final[Mapping[str, str]] = {
    "55(4)": (
        "The chief officer is invited to comment on the published report, before a date that "
        "the body sets."
    ),
    "55(5)(a)": "The body prepares comments of its own on the report, and publishes them.",
    "55(5)(b)": "Comments that the chief officer makes in answer to the invitation are published.",
    "55(5)(c)": "A response that the body has to those comments is published.",
    "55(5A)": (
        "All this is public before the end of the period of 56 days beginning with the day on "
        "which the report was published."
    ),
    "55(5B)": (
        "If the report makes a recommendation, the body’s comments explain what the body has done "
        "or proposes to do about it, or why nothing."
    ),
    "55(6)": (
        "A copy of what was published goes to the inspectors of constabulary and to the "
        "Secretary of State."
    ),
}
"""By sub-section."""
