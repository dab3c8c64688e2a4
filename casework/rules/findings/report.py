"""The grammar of a report as a whole: blocks in, the report's own findings out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from casework.rules.findings.addressees import Addressees
from casework.rules.findings.counts import count_warnings
from casework.rules.findings.deadlines import deadline_in_column, deadline_of
from casework.rules.findings.drafts import Draft, RegionReader
from casework.rules.findings.duplicates import Unique, without_repetitions
from casework.rules.findings.grades import grades_of
from casework.rules.findings.headed_to import headed_to
from casework.rules.findings.identity import forces_of, kind_of, title_of
from casework.rules.findings.is_a_report import refuse_no_report, refuse_too_many
from casework.rules.findings.loose import loose_findings
from casework.rules.findings.outline import Outline, outlined
from casework.rules.findings.places import AreaHeading, Place, area_headings, chapters, places
from casework.rules.findings.published import Publication, publication_of
from casework.rules.findings.regions import Region, links_to_cause, regions_of
from casework.rules.findings.reprinted import Kept, without_reprints
from casework.rules.findings.set_aside import set_aside
from models.shapes.bodies import AddressedBody
from models.shapes.forces import Force
from models.shapes.reading import Block, FindingDeadline, ReadDocument, ReadFinding, ReadReport
from models.words import DeadlineKind, FindingClass

LONGEST_READ = 20_000
"""Characters of a finding in which addressee and deadline are looked for."""


def read_report(
    document: ReadDocument, forces: Sequence[Force], bodies: Sequence[AddressedBody]
) -> ReadReport:
    """Return the report: what it is, and its findings in order of first appearance.

    The registers come as arguments. What is no inspection report is refused.
    """
    outline = outlined(document.blocks)
    document, blocks = replace(document, blocks=outline.blocks), outline.blocks
    title = title_of(document)
    about = forces_of(title, document, forces)
    headings = area_headings(blocks)
    where = places(blocks, headings)
    unique = _unique(outline, headings, where)
    graded = grades_of(blocks, headings)
    refuse_no_report(document, title, findings=len(unique.drafts), grades=len(graded.areas))
    published = publication_of(document, title)
    areas = _areas(blocks, headings, where, one_force=len(about) == 1)
    kind = kind_of(title, document, about)
    own = without_reprints(unique.drafts, kind, published.earliest)
    found = _findings(own.drafts, areas, Addressees(about, bodies), published)
    return ReadReport(
        title=title,
        kind=kind,
        forces=about,
        published=published.day,
        published_precision=published.precision,
        published_raw=published.raw,
        published_from=published.source,
        graded_areas=graded.areas,
        findings=found,
        warnings=(
            *published.warnings,
            *graded.warnings,
            *_about_the_findings(unique, own, found),
            *count_warnings(blocks, [finding.klass for finding in found], graded.areas),
        ),
        address=document.links[0] if document.links else None,
        date_candidates=published.candidates,
    )


def _areas(
    blocks: Sequence[Block],
    headings: dict[int, AreaHeading],
    where: Sequence[Place],
    *,
    one_force: bool,
) -> list[str | None]:
    """Return the area of each block; in a force's report without grades, its chapter."""
    areas = [place.area for place in where]
    if not one_force or any(heading.grade for heading in headings.values()):
        return areas
    return [area or chapter for area, chapter in zip(areas, chapters(blocks), strict=True)]


def _unique(outline: Outline, headings: dict[int, AreaHeading], where: Sequence[Place]) -> Unique:
    printed = _drafts(outline, headings)
    refuse_too_many(len(printed))
    return without_repetitions(printed, where)


def _drafts(outline: Outline, headings: dict[int, AreaHeading]) -> list[Draft]:
    """Return every finding the report prints, in order, repetitions included."""
    blocks = outline.blocks
    aside = set_aside(blocks)
    regions = list(regions_of(blocks, headings, aside))
    found: list[Draft] = []
    cause: Region | None = None
    parent: Draft | None = None
    used: set[int] = set()
    causes_of: dict[int, Draft] = {}
    for number, region in enumerate(regions):
        following = regions[number + 1] if number + 1 < len(regions) else None
        linked = links_to_cause(region, cause, blocks)
        below = following is not None and links_to_cause(following, region, blocks)
        drafts, taken = _of_region(region, outline, recommends_below=below)
        used |= taken
        if linked and parent is not None:
            causes_of |= dict.fromkeys(range(region.start, region.end), parent)
        if linked:
            for draft in drafts:
                draft.parent = parent
        found += drafts
        if region.label.klass is FindingClass.CAUSE_OF_CONCERN:
            causes = [d for d in drafts if d.klass is FindingClass.CAUSE_OF_CONCERN]
            parent = causes[-1] if causes else None
        cause = region if linked or region.label.klass is FindingClass.CAUSE_OF_CONCERN else None
    for draft in loose_findings(blocks, used | aside):
        draft.parent = draft.parent or causes_of.get(draft.at)
        found.append(draft)
    return sorted(_named(found, blocks), key=lambda draft: draft.at)


def _named(drafts: list[Draft], blocks: Sequence[Block]) -> list[Draft]:
    """Return the drafts, each with the addressee that a heading above it names, if any."""
    if drafts:
        heads = headed_to(blocks)
        for draft in drafts:
            draft.label_names = draft.label_names or heads[draft.at]
    return drafts


def _of_region(
    region: Region, outline: Outline, *, recommends_below: bool
) -> tuple[list[Draft], set[int]]:
    """Return the region's findings, and the blocks that were spent on them."""
    if region.label.klass is None:
        return [], set(range(region.start, region.end))
    reader = RegionReader(
        region, outline.blocks, recommends_below=recommends_below, numbered=outline.numbered
    )
    return reader.read(), reader.used


def _findings(
    drafts: Sequence[Draft],
    areas: Sequence[str | None],
    addressees: Addressees,
    published: Publication,
) -> tuple[ReadFinding, ...]:
    ids = {id(draft): f"f{number}" for number, draft in enumerate(drafts, start=1)}
    return tuple(
        ReadFinding(
            id=ids[id(draft)],
            klass=draft.klass,
            text=draft.text,
            number=draft.number,
            narrative="\n".join(draft.narrative) or None,
            area=areas[draft.at],
            addressees=_addressees(draft, addressees),
            parent=ids.get(id(draft.parent)) if draft.parent else None,
            deadline=_deadline(draft, published.day),
        )
        for draft in drafts
    )


def _addressees(draft: Draft, addressees: Addressees) -> tuple[str, ...]:
    if draft.klass is FindingClass.CAUSE_OF_CONCERN:
        return addressees.default or addressees.opening(draft.head.text)
    return addressees.of(draft.text[:LONGEST_READ], headed=draft.label_names)


def _deadline(draft: Draft, day: date | None) -> FindingDeadline:
    """Return the deadline of the finding's words, or of the column beside them."""
    found = deadline_of(draft.text[:LONGEST_READ], day)
    if found.kind is DeadlineKind.NONE and draft.due:
        return deadline_in_column(draft.due, day)
    return found


def _about_the_findings(unique: Unique, own: Kept, found: Sequence[ReadFinding]) -> Iterator[str]:
    yield from _twice(unique)
    yield from _left_out(own.left_out)
    yield from _nothing_found(found)


def _twice(unique: Unique) -> Iterator[str]:
    for text in unique.twice_in_body:
        yield f"Printed twice and counted once: “{text[:90]}{'…' if len(text) > 90 else ''}”."  # noqa: PLR2004


def _left_out(reprinted: int) -> Iterator[str]:
    if reprinted:
        yield (
            f"{reprinted} of the findings printed here were due before this letter appeared; they "
            "were taken for an earlier report's and left out. Please check."
        )


def _nothing_found(findings: Sequence[ReadFinding]) -> Iterator[str]:
    if not findings:
        yield "No findings were found: please check that this is the report's full text."
