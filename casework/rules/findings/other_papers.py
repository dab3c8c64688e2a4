"""Papers that speak of a report and are not it: news, lists, plans, responses, minutes."""

import re
from collections.abc import Iterator, Sequence

from casework.rules.findings.normal import plain
from models.shapes.reading import Block, BlockKind, ReadDocument

_FRONT = 12
_NEWS_ADDRESS = re.compile(r"/(?:news|news-feed|press-releases?|media)/", re.IGNORECASE)
_NEWS_LINE = re.compile(
    r"(?:(?:home|news|media)\s*[/|>»]\s*)*(?:press|news|media)\s+(?:release|item|story|statement|notice|article)\b|"
    r"(?:not\s+)?for\s+immediate\s+release\b|embargoed\s+until\b.*\bpress\b",
    re.IGNORECASE,
)
_NOTES_TO_EDITORS = re.compile(r"notes?\s+(?:to|for)\s+(?:the\s+)?editors?\s*:?", re.IGNORECASE)
_LIST_TITLE = re.compile(
    r"(?:(?:all|our|latest|recent)\s+)?(?:publications?|reports|inspection\s+reports|news(?:\s+feed)?|search(?:\s+results?)?)"
    r"(?:\s+(?:for|and|list|page|archive)\b.{0,60})?|search\s+results\b.{0,80}|you\s+searched\s+for\b.{0,80}",
    re.IGNORECASE,
)
_LIST_LINE = re.compile(
    r"\bshowing\s+\d[\d,]*\s*(?:[-–]|to)\s*\d[\d,]*\s+of\s+\d|\b\d[\d,]*\s+(?:search\s+)?results?\b(?:\s+found|\s+for\b)|"
    r"^(?:search\s+)?results\s+\d+\s*[-–]\s*\d+|^page\s+\d+\s+of\s+\d+$|^sort(?:ed)?\s+by\b|^filter\s+(?:by|results)\b",
    re.IGNORECASE,
)
_PUBLISHED_LINE = re.compile(
    r"(?:first\s+)?published(?:\s+on)?\s*:?\s+\d{1,2}\s+\w+\s+\d{4}", re.IGNORECASE
)
_FEWEST_OF_A_LIST = 4
_BLOCKS_PER_ENTRY = 8
_PLAN_TITLE = re.compile(
    r"\b(?:action|improvement|delivery|implementation|recovery)\s+plan\b|"
    r"\b(?:minutes|agenda)\s+of\b|\b(?:board|panel|committee)\s+(?:meeting|report|paper|minutes)\b|"
    r"\bfreedom\s+of\s+information\s+(?:request|response|disclosure)\b",
    re.IGNORECASE,
)
_INSPECTS = re.compile(
    r"\binspection\s+of\b|\bPEEL\s+20\d\d|\bthematic\b|\brevisit\b", re.IGNORECASE
)
_OWN_COLUMN = re.compile(
    r"(?:action\s+)?owners?|(?:force\s+|strategic\s+)?leads?(?:\s+officer)?|what\s+(?:we|the\s+force)\b.*|"
    r"(?:our|force|force's|commissioner'?s|office)\s+(?:response|update|comments?|position|action)s?|"
    r"actions?(?:\s+(?:taken|planned|required|agreed|to\s+be\s+taken|plan))?|senior\s+responsible\b.*|r\.?a\.?g\.?\b.*",
    re.IGNORECASE,
)
_STATE_COLUMN = re.compile(r"(?:current\s+)?(?:status|progress|update|position)", re.IGNORECASE)
_ANSWERS = re.compile(
    r"(?:the\s+)?(?:.{0,50}\b)?(?:commissioner|mayor|chief\s+constable|chief\s+officer)'?s?'?\s+(?:response|comments?|reply)\b|"
    r"(?:comments?|response|reply)\s+(?:of|by|from)\s+the\s+.{0,50}\b(?:commissioner|mayor|chief\s+constable|chief\s+officer)\b|"
    r"my\s+(?:comments|response)\b.{0,80}",
    re.IGNORECASE,
)
_ANSWER_LINE = re.compile(
    r"(?:my|our|force|the\s+force[’']s|(?:the\s+)?(?:commissioner|mayor|chief\s+constable)[’']s)\s+response\s*:",
    re.IGNORECASE,
)
_WELCOMES = re.compile(
    r"\bI\s+(?:(?:very\s+much|warmly|am\s+pleased\s+to|would\s+like\s+to)\s+)?welcome\b[^.]{0,80}"
    r"\b(?:report|inspection|HMIC(?:FRS)?)\b"
)
_SITE_PAGE = re.compile(
    r"about\s+(?:us|our\s+.{3,40})|contact\s+us|what\s+we\s+do|who\s+we\s+are|how\s+we\s+inspect\b.{0,60}|"
    r"our\s+(?:approach|methodology)\b.{0,40}|glossary|accessibility.{0,40}|privacy.{0,40}|cookies|terms.{0,40}",
    re.IGNORECASE,
)
_LONGEST_OPENING = 1500
_LONGEST_LINE = 160


def other_paper(document: ReadDocument, title: str) -> str | None:
    """Return in one sentence what the document is instead of a report, or None."""
    blocks = document.blocks
    if _is_news(document):
        return (
            "This is a news item about a report, not the report itself: open the report from "
            "there, and save its full text or its PDF."
        )
    if _is_list(document, title):
        return (
            "This is a list of publications, not one report: open the report you mean from there, "
            "and save its full text or its PDF."
        )
    if _is_plan(blocks, title):
        return (
            "This is a plan or a paper that follows up a report, not the report itself: hand in "
            "the inspectors' own page or PDF."
        )
    if _is_site_page(title):
        return (
            "This is a page about the inspectors' work, not an inspection report: open the report "
            "on their website and save that page, or hand in its PDF or its text."
        )
    if _is_answer(blocks):
        return (
            "This is a response to a report, not the report itself: hand in the inspectors' own "
            "page or PDF."
        )
    return None


def _lines(blocks: Sequence[Block], *kinds: BlockKind) -> Iterator[str]:
    for block in blocks:
        if len(block.text) <= _LONGEST_LINE and (not kinds or block.kind in kinds):
            yield plain(block.text)


def _is_site_page(title: str) -> bool:
    return _SITE_PAGE.fullmatch(title.strip()) is not None


def _is_answer(blocks: Sequence[Block]) -> bool:
    if any(_ANSWERS.fullmatch(line) for line in _lines(blocks, BlockKind.HEADING)):
        return True
    if any(_ANSWER_LINE.match(block.text) for block in blocks):
        return True
    return any(_WELCOMES.search(block.text[:_LONGEST_OPENING]) for block in blocks[:_FRONT])


def _is_news(document: ReadDocument) -> bool:
    if any(_NEWS_ADDRESS.search(address) for address in document.links):
        return True
    if any(_NEWS_LINE.match(line) for line in _lines(document.blocks[:_FRONT])):
        return True
    editors = (b for b in document.blocks if b.text[:4].lower() == "note")
    return any(_NOTES_TO_EDITORS.fullmatch(line) for line in _lines(list(editors)))


def _is_list(document: ReadDocument, title: str) -> bool:
    if _LIST_TITLE.fullmatch(title.strip()):
        return True
    if any(_LIST_LINE.search(line) for line in _lines(document.blocks[:_FRONT])):
        return True
    published = sum(bool(_PUBLISHED_LINE.match(block.text)) for block in document.blocks)
    return published >= _FEWEST_OF_A_LIST and published * _BLOCKS_PER_ENTRY >= len(document.blocks)


def _is_plan(blocks: Sequence[Block], title: str) -> bool:
    if _PLAN_TITLE.search(title) and not _INSPECTS.search(title):
        return True
    for block in blocks:
        if block.kind is BlockKind.TABLE and block.rows:
            header = [plain(cell) for cell in block.rows[0]]
            own = sum(bool(_OWN_COLUMN.fullmatch(cell)) for cell in header)
            state = any(_STATE_COLUMN.fullmatch(cell) for cell in header)
            if own > 1 or (own and state):
                return True
    return False
