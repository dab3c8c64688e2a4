"""The fields a response template may use.

`docs/template-fields.md` is generated from these classes. Every value is
ready to print: dates are British (`14 October 2022`), text is plain, with no
markup. Paragraphs come as tuples of strings.
"""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class LetterFields:
    """Everything the template of a letter may use (invitation, chaser, copies)."""

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
    """Date on which the response was published, in a letter that sends copies."""
