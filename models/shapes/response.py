"""The fields a response template may use.

`docs/template-fields.md` is generated from these classes. Every value is
ready to print: dates are British (`14 October 2022`), text is plain, with no
markup. Paragraphs come as tuples of strings.
"""

from dataclasses import dataclass

from models.shapes.blocks import USUAL_BLOCKS, Blocks

TO_BE_WRITTEN = "[To be written]"
"""What stands in an answer place nobody has filled: a placeholder no one may sign."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How the body speaks of itself: "I", "we", "the Mayor", "the Board"."""

    subject: str
    """As the subject of a sentence, lower case unless a title: `I`, `the Mayor`."""
    opening_subject: str
    """The subject as the first word of a sentence: `I`, `The Mayor`."""
    possessive: str
    """`my`, `our`, `the Mayor's`."""
    have: str
    """`have` or `has`."""
    am: str
    """`am`, `are` or `is`."""
    object: str = "me"
    """As the object: `me`, `us`, `the Mayor`."""
    s: str = ""
    """What a verb ends in: `s` in `the Mayor welcomes`, nothing in `I welcome`."""
    do: str = "do"
    """`do` or `does`."""


@dataclass(frozen=True, slots=True)
class BodyFields:
    """The local policing body and its office."""

    name: str
    """`the Police and Crime Commissioner for Barsetshire`"""
    office: str
    area: str
    address: tuple[str, ...]
    website: str
    email: str
    telephone: str
    licence: str
    """Sentence that credits quoted text under the Open Government Licence."""


@dataclass(frozen=True, slots=True)
class ReportFields:
    """The report that is answered."""

    title: str
    address: str
    """Its web address, or an empty string."""
    published: str
    date_confirmed: bool
    recommendations: int
    recommendations_to_us: int
    recommendations_to_force: int
    recommendations_to_others: int
    areas_for_improvement: int
    causes_of_concern: int


@dataclass(frozen=True, slots=True)
class FindingFields:
    """One finding and the place of its answer."""

    key: str
    """Stable key of its regions, `f001`."""
    reference: str
    """As cited in the response, `AFI 1`, `Recommendation 3`."""
    class_name: str
    text: tuple[str, ...]
    """Verbatim: the stem, then one line per bullet."""
    addressees: str
    deadline: str
    """The inspectors' own words and the resolved day, or an empty string."""
    concerns: str
    """`us`, `our_force` or `others`."""
    answer: tuple[str, ...]
    owner: str
    due: str
    force_position: tuple[str, ...]
    confirmed: bool
    """False while no person has confirmed the list of findings."""
    parent: str = ""
    """Reference of the cause of concern under which it was made, or an empty string."""


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings under one heading: an area with its grade, or a theme."""

    heading: str
    grade: str
    findings: tuple[FindingFields, ...]


@dataclass(frozen=True, slots=True)
class ForceCommentsFields:
    """The chief officer's comments of one force, and the body's reply to them."""

    key: str
    """Stable key of its regions, `c1`."""
    force: str
    officer: str
    """Rank or title and name: `Chief Constable Ada Marsh`."""
    officer_title: str
    """`Chief Constable`"""
    state: str
    """`awaited`, `received`, `nil`, `declined`, `none`, or `late`."""
    invited_on: str
    comments_due: str
    received_on: str
    paragraphs: tuple[str, ...]
    """Verbatim; empty unless received or late."""
    reply: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignatureFields:
    """The signature block. Empty strings while the response is a draft."""

    name: str
    title: str
    authority: str
    """`on behalf of … under …` for a deputy or an acting holder, else empty."""
    dated: str


@dataclass(frozen=True, slots=True)
class PartnerFields:
    """Another body that gives the same response, under its own signature."""

    key: str
    """Stable key of its regions, `p1`."""
    name: str
    """As in a sentence: `the Mayor of Loamshire`."""
    title: str
    """As in a signature block."""
    signatory: str
    force: str
    """The force it holds to account."""
    officer_title: str
    """Rank of that force's chief officer."""
    reply: tuple[str, ...] = ()
    """The paragraphs that answer that chief officer's comments."""


@dataclass(frozen=True, slots=True)
class ResponseFields:
    """Everything a response template may use."""

    reference: str
    marking: str
    """Protective marking while a draft; empty in a signing copy."""
    addressee: tuple[str, ...]
    """Name and address lines of whom the response is addressed to."""
    voice: Voice
    body: BodyFields
    report: ReportFields
    overview: tuple[str, ...]
    """The body's general comments."""
    grades: tuple[tuple[str, str], ...]
    """(area, grade), in the report's order."""
    groups: tuple[FindingGroup, ...]
    comments: tuple[ForceCommentsFields, ...]
    monitoring: tuple[str, ...]
    signature: SignatureFields
    publication_address: str
    last_day: str
    blocks: Blocks = USUAL_BLOCKS
    """Which blocks of wording stand in the response."""
    salutation: str = ""
    """How the addressee is greeted: `Dear Home Secretary`."""
    to_us: tuple[FindingFields, ...] = ()
    """The findings addressed to the body itself."""
    to_force: tuple[FindingFields, ...] = ()
    """Those addressed to its force, or to all forces."""
    to_others: tuple[FindingFields, ...] = ()
    """Those that others are to act on."""
    others_cited: str = ""
    """Those to others by their references: `Recommendations 3, 7 and 9`."""
    partners: tuple[PartnerFields, ...] = ()
    """The bodies that answer jointly with this one; empty in any other response."""
    board: str = ""
    """The meeting at which the force is held to account."""
    panel: str = ""
    """The police and crime panel by its name, or an empty string."""
    lateness_reason: str = ""
    """Why the response is published after the last day, or an empty string."""
    correction_note: str = ""
    """What a published response is being corrected for, or an empty string."""
    first_published: str = ""
    """Day on which a response that is being corrected was first published."""


@dataclass(frozen=True, slots=True)
class PointFields:
    """A point the force made when it checked a version for facts, and what became of it."""

    number: int
    """As cited on the case."""
    words: tuple[str, ...]
    outcome: str
    """`taken`, `partly` or `not_taken`."""
    reason: str


@dataclass(frozen=True, slots=True)
class LetterFields:
    """Everything the template of a companion letter may use (invitation, panel page, …)."""

    reference: str
    dated: str
    recipient: tuple[str, ...]
    """Name and address lines."""
    salutation: str
    """`Dear Chief Constable`"""
    voice: Voice
    body: BodyFields
    report: ReportFields
    force: str
    officer_title: str
    comments_due: str
    """`Friday 4 November 2022`; empty where the letter does not need it."""
    last_day: str
    signatory_name: str
    signatory_title: str
    publication_address: str = ""
    published_response: str = ""
    """Date on which the response was published; empty before."""
    days_taken: int = 0
    """Day of the 56 on which the response was published; 0 before."""
    invited_on: str = ""
    """Date on which the chief officer was invited to comment; empty before."""
    embargo: str = ""
    """`00:01 on Friday 14 October 2022`, while nothing of the report may be told; else empty."""
    version: int = 0
    """Number of the version of the response a letter is about; 0 where it names none."""
    version_made: str = ""
    """Date on which that version was made."""
    points: tuple[PointFields, ...] = ()
    """What the force said of that version."""
    findings: tuple[FindingFields, ...] = ()
    """The findings with their published answers, where a page lists them."""
    signed: tuple[str, ...] = ()
    """The signature block of the signed response, line by line."""
    panel: str = ""
    """The police and crime panel by its name, or an empty string."""
