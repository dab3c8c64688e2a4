"""What the Act itself says of each duty, for whoever looks at the proof beside it.

Police Act 1996 s.55, as amended by the Police Reform and Social Responsibility
Act 2011 and by the Policing and Crime Act 2017 s.37.
"""

from collections.abc import Mapping
from typing import Final

ACT_WORDS: Final[Mapping[str, str]] = {
    "55": "",
    "55(4)": (
        "The local policing body shall invite the chief officer of police to submit comments on "
        "the published report … before such date as it may specify."
    ),
    "55(5)(a)": (
        "The local policing body shall prepare comments on the published report and shall arrange "
        "for … its comments … to be published."
    ),
    "55(5)(b)": (
        "… and any comments submitted by the chief officer of police in accordance with "
        "subsection (4) … to be published."
    ),
    "55(5)(c)": (
        "… and any response which [it] has to the comments submitted by the chief officer of "
        "police … to be published."
    ),
    "55(5A)": (
        "The comments … must be published before the end of the period of 56 days beginning with "
        "the day on which the report is published."
    ),
    "55(5B)": (
        "If the published report includes a recommendation, the comments of the local policing "
        "body must include an explanation of the action [it] has taken or proposes to take in "
        "response to the recommendation, or why [it] has not taken, or does not propose to take, "
        "any action in response."
    ),
    "55(6)": (
        "[It] shall send a copy of any document published under subsection (5) to the inspectors "
        "of constabulary, and the Secretary of State."
    ),
}
"""By sub-section; what a quotation leaves out or stands for another word is marked."""
