"""The blocks of wording that an office, or one document, may switch on or off."""

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Blocks:
    """Which blocks of wording stand in a response; templates ask `{%p if blocks.licence %}`.

    What stands here holds unless the document type, the office or the document
    itself says otherwise; the last to speak decides.
    """

    opening: bool = True
    """Which body answers which report, under which section of the law."""
    counts: bool = True
    """How many recommendations and areas for improvement there are, and to whom."""
    action_explained: bool = True
    """What section 55(5B) asks for, or why it is not engaged."""
    welcome: bool = False
    """Headline: the report is welcomed and accepted."""
    accept_in_part: bool = False
    """Headline: the report is accepted in part."""
    dispute: bool = False
    """Headline: a finding is disputed."""
    grades: bool = True
    """The table of grades, in text."""
    grades_in_words: bool = False
    """The grades in one sentence."""
    victims_service: bool = False
    """The inspectors' assessment of the service to victims, which is not graded."""
    earlier_promises: bool = False
    """What was promised after earlier inspections, and whether it was kept."""
    answer_stems: bool = False
    """Ways to begin an answer, at every finding that has none yet."""
    force_position: bool = True
    """The force's position on a finding, under a label of its own."""
    chief_officer: bool = True
    """How the chief officer commented, or was invited and did not."""
    no_response: bool = True
    """That there is no response to make where the chief officer made no comments."""
    monitoring: bool = True
    """How the findings will be followed."""
    panel_date: bool = False
    """When the police and crime panel will consider the response."""
    close: bool = False
    """Which board reviews the actions next, and when."""
    copies: bool = True
    """That copies are being sent, as section 55(6) requires."""
    licence: bool = True
    """The credit for quotations under the Open Government Licence."""
    contact: bool = True
    """Where to ask for other formats, or about the contents."""


BLOCK_NAMES = tuple(field.name for field in fields(Blocks))
"""Every block by name, in the order of a response."""


USUAL_BLOCKS = Blocks()
"""What holds where nobody has chosen."""


def switched(blocks: Blocks, choices: dict[str, bool]) -> Blocks:
    """Return the blocks with these switched; names that are no block change nothing."""
    return replace(blocks, **{name: on for name, on in choices.items() if name in BLOCK_NAMES})
