"""A reply to the chief officer of which only the closing lines of the paper are left is told."""

import pytest

from casework.rules.checks.empty_section import empty_section
from models.shapes.checking import Severity
from tests.manuscripts import a_response

REPLY = """# Comments of the Chief Constable
Septimus Quiverful, Chief Constable, submitted these comments:
I welcome this report and the inspectors’ recognition of our neighbourhood teams.
# My response to the Chief Constable’s comments
"""


@pytest.mark.parametrize(
    "behind",
    [
        "This letter will be published on my website on 22 April 2024.\nYours sincerely,\nA B",
        "This letter will be published. I am sending a copy to HM Inspectors of Constabulary.",
        "Copies of this response have been sent to the Home Secretary.\nEleanor Harding",
        "I have sent copies to the Secretary of State.\nEleanor Harding\n18 April 2024",
        "This response is published on our website.\nSigned\nEleanor Harding",
    ],
)
def test_a_reply_of_which_only_the_closing_lines_are_left_is_a_warning(behind: str) -> None:
    (one,) = empty_section(a_response(REPLY + behind))
    assert one.where == "My response to the Chief Constable’s comments"
    assert one.severity is Severity.WARNING


@pytest.mark.parametrize(
    "behind",
    [
        "I thank the Chief Constable.\nThis letter will be published on my website.",
        "I welcome them.\nYours sincerely,\nEleanor Harding",
        "This response is published with the comments, which I accept.",
        "I will publish the figures on my website each quarter, as she asks.\n# Publication\nSoon.",
    ],
)
def test_a_reply_before_the_closing_lines_is_no_empty_section(behind: str) -> None:
    assert not list(empty_section(a_response(REPLY + behind)))
