"""Where a finding stands, for checks that tell something about it."""

from casework.rules.checks.noticing import WHOLE, Spot, at
from casework.rules.manuscript.placing import Standing
from casework.rules.manuscript.response import Response
from models.shapes.checking import FindingFacts


def spot_of(response: Response, finding: int) -> Spot:
    """Return the first place of a finding, or of its citation; else the whole document."""
    standing = next(iter(response.placed.of(finding)), None)
    if standing is not None:
        return spot_of_place(response, standing)
    cited = response.answers[finding].citing
    return at(response.passages[cited[0]]) if cited else WHOLE


def spot_of_place(response: Response, standing: Standing) -> Spot:
    """Return the spot of one place where a finding stands: its words in the first passage."""
    passage = response.passages[standing.first]
    upto = standing.end if standing.last == standing.first else len(passage.words)
    return at(passage, passage.words[standing.start : upto])


def is_ours(response: Response, finding: FindingFacts) -> bool:
    """Return whether a finding is for the body or its force: those are quoted."""
    force = response.facts.force
    title = response.facts.local_policing_body.title.casefold()
    addressee = finding.addressee.casefold()
    names = {"force", "forces", "", force.name.casefold(), *map(str.casefold, force.aliases)}
    return (
        addressee in names or "chief constable" in addressee or bool(title and addressee in title)
    )
